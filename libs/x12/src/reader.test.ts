import { describe, expect, it } from '@jest/globals';
import { codes, CLAIM, GS, HEAD, ISA, read, WHOLE } from './reading.fixture.ts';

describe('a sound file', () => {
  it('is read without a warning', () => {
    const result = read(WHOLE);
    expect(codes(result)).toBe('');
    expect(result.refused).toEqual([]);
    expect(result.summary.counts).toEqual({
      interchanges: 1,
      groups: 1,
      transactions: 1,
      claims: 1,
      lines: 1,
      adjustments: 1,
      providerAdjustments: 0,
      warnings: 0,
      refused: 0,
    });
    expect(result.summary.bytes).toBe(WHOLE.length);
    expect(result.transactions[0]).toMatchObject({
      payment: { amountCents: 8000, method: 'ACH', traceNumber: 'TRACE', originatorId: '1999' },
      payer: { name: 'PAYER', references: [{ kind: '2U', value: '999' }] },
      payee: { idQualifier: 'XX', id: '1234567893' },
      notice: {
        noticeOn: '2026-11-18',
        source: 'DTM405',
        sent: { DTM405: '20261118', BPR16: '20261119', GS04: '20261118' },
      },
    });
  });

  it('says where each claim and line stands', () => {
    const [claim] = read(WHOLE).claims;
    expect(claim!.at).toEqual({ segment: 11, byte: WHOLE.indexOf('CLP') });
    expect(claim!.lines[0]!.at).toEqual({ segment: 13, byte: WHOLE.indexOf('SVC') });
  });
});

describe('layouts that mean the same', () => {
  const expected = read(WHOLE).claims.map((claim) =>
    JSON.stringify(claim, (key, value: unknown) => (key === 'at' ? undefined : value)),
  );
  const wrapped = WHOLE.match(/.{1,80}/gs)!.join('\r\n');
  it.each([
    ['line feeds', WHOLE.replaceAll('~', '~\n')],
    ['carriage returns and line feeds', WHOLE.replaceAll('~', '~\r\n')],
    ['a line feed as the segment end', WHOLE.replaceAll('~', '\n')],
    ['carriage return and line feed as the segment end', WHOLE.replaceAll('~', '\r\n')],
    ['lines broken at 80 characters', wrapped],
    ['a byte order mark', `\xef\xbb\xbf${WHOLE}`],
    ['leading blanks and lines', `  \r\n\t ${WHOLE}`],
    ['blanks before each segment', WHOLE.replaceAll('~', '~  ')],
    ['bytes of padding at the end', `${WHOLE}\r\n\x1a\0\0`],
    ['a missing last segment end', WHOLE.slice(0, -1)],
    ['empty segments', WHOLE.replaceAll('~', '~~')],
    ['other separators', WHOLE.replaceAll('*', '|').replaceAll(':', '<').replaceAll('~', "'")],
    ['control characters as separators', WHOLE.replaceAll('*', '\x1d').replaceAll(':', '\x1f').replaceAll('~', '\x1e')],
    ['an ISA without padding', WHOLE.replace(/ISA.*?~/, 'ISA*00**00**ZZ*S*ZZ*R*261118*0900*^*00501*1*0*P*:~')],
    ['an ISA that is too wide', WHOLE.replace('SENDER         ', 'SENDER                  ')],
    ['a second byte order mark between files', WHOLE.replace('GS*', '\xef\xbb\xbfGS*')],
  ])('%s', (_, text) => {
    const result = read(text);
    expect(
      result.claims.map((claim) => JSON.stringify(claim, (key, value: unknown) => (key === 'at' ? undefined : value))),
    ).toEqual(expected);
    expect([codes(result), result.refused]).toEqual(['', []]);
  });

  it.each([
    ['only ST', HEAD + CLAIM + 'SE*14*0001~'],
    ['only GS and ST', GS + HEAD + CLAIM + 'SE*14*0001~GE*1*1~'],
    ['only ST, a line each', (HEAD + CLAIM + 'SE*14*0001~').replaceAll('~', '\n')],
    [
      'only ST, other separators',
      (HEAD + CLAIM + 'SE*14*0001~').replaceAll('*', '|').replaceAll(':', '>').replaceAll('~', '!'),
    ],
    ['a used component separator that is not the declared one', WHOLE.replace('HC:', 'HC>')],
  ])('%s, with a warning', (_, text) => {
    const result = read(text);
    expect(result.claims.map(({ lines }) => lines[0]!.procedure.code)).toEqual(['99213']);
    expect(codes(result)).toMatch(/^(NO_ENVELOPE|COMPONENT_SEPARATOR)$/);
  });

  it('several interchanges, groups and transactions, each with its own separators', () => {
    const second = WHOLE.replaceAll('*', '|').replaceAll(':', '>').replaceAll('~', '\n');
    const twoTransactions =
      ISA +
      GS +
      HEAD +
      CLAIM +
      'SE*14*0001~' +
      HEAD +
      CLAIM +
      'SE*14*0001~GE*2*1~' +
      GS +
      HEAD +
      CLAIM +
      'SE*14*0001~GE*1*1~IEA*2*000000001~';
    const result = read(WHOLE + second + twoTransactions);
    expect(result.summary.counts).toMatchObject({
      interchanges: 3,
      groups: 4,
      transactions: 5,
      claims: 5,
      warnings: 0,
      refused: 0,
    });
    expect(result.claims.every(({ lines }) => lines[0]!.procedure.code === '99213')).toBe(true);
  });

  it('4010, where ISA11 is the letter U and no separator', () => {
    const result = read(
      WHOLE.replace('*^*00501', '*U*00401').replace('005010X221A1', '004010X091A1').replace('*DOE*', '*UUDOE*'),
    );
    expect(result.claims[0]!.parties[0]!.name).toBe('UUDOE');
    expect(codes(result)).toBe('');
  });

  it('names in UTF-8 and in the older one-byte code', () => {
    const utf8 = Buffer.from(WHOLE.replace('DOE', 'NÚÑEZ'), 'utf8');
    const latin1 = Buffer.from(WHOLE.replace('DOE', 'NÚÑEZ'), 'latin1');
    expect([utf8, latin1].map((bytes) => read(bytes).claims[0]!.parties[0]!.name)).toEqual(['NÚÑEZ', 'NÚÑEZ']);
  });
});
