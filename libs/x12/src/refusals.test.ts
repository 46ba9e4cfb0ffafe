import { describe, expect, it } from '@jest/globals';
import type { Refusal } from './events.ts';
import { readRemittance } from './read-remittance.ts';
import { claimWith, codes, CLAIM, GS, HEAD, ISA, read, WHOLE } from './reading.fixture.ts';

describe('what cannot be placed is refused, and reading goes on at the next claim', () => {
  const NEXT = 'CLP*NEXT*1*80*80~';
  it.each([
    ['CLAIM_WITHOUT_NUMBER', 'claim', 'CLP**1*80*80~NM1*QC*1*DOE~CAS*CO*242*5~'],
    ['CLAIM_WITHOUT_AMOUNTS', 'claim', 'CLP*A*1*abc*80~SVC*HC:99213*1*1~'],
    ['CLAIM_WITHOUT_AMOUNTS', 'claim', 'CLP*A*1~NM1*QC*1*DOE~'],
    ['OUTSIDE_CLAIM', 'segment', 'SVC*HC:99213*100*80~CAS*CO*45*20~DTM*472*20261101~'],
    ['BAD_SEGMENT_ID', 'segment', 'hello world~'],
    ['OVERLONG_SEGMENT', 'segment', `NTE*${'x'.repeat(70_000)}~`],
    ['UNREADABLE_PROVIDER_ADJUSTMENT', 'segment', 'PLB*1*20261231*WO:1*abc~'],
  ])('%s', (code, scope, segments) => {
    const text = `${claimWith('LX*1~')}${segments}${NEXT}SE*0*0001~GE*1*1~IEA*1*000000001~`;
    const { refused, claims } = read(text);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ code, scope, at: { segment: 11, byte: text.indexOf(segments) } });
    expect(refused[0]!.raw.slice(0, 5)).toBe(segments.slice(0, 5));
    expect(refused[0]!.remedy).toMatch(/\.$/);
    expect(claims.map(({ patientControlNumber }) => patientControlNumber)).toEqual(['NEXT']);
  });

  it('an adjustment without an amount, and its claim stays', () => {
    const { refused, claims } = read(claimWith('CLP*A*1*80*0~CAS*CO*242*abc~CAS*PR*1*5~SE*9*0001~'));
    expect(refused.map(({ code, scope }) => [code, scope])).toEqual([['UNREADABLE_ADJUSTMENT', 'segment']]);
    expect(claims[0]!.adjustments).toHaveLength(1);
  });

  const TWO_LINES = 'CLP*F2*1*1000*0~SVC*HC:99213*600*0~CAS*CO*242*600~SVC*HC:99214*400*0~CAS*CO*242*400~LQ*HE*N130~';
  it('the segment that a cut file ends in, and its claim is held back', () => {
    const text = claimWith(`CLP*F1*1*80*80~${TWO_LINES}`);
    const result = read(text.slice(0, text.indexOf('SVC*HC:99214') + 9));
    expect(result.refused.map(({ code, scope, at }) => [code, scope, at.segment])).toEqual([
      ['CUT_SEGMENT', 'segment', 14],
      ['CUT_CLAIM', 'claim', 11],
    ]);
    expect(result.claims.map(({ patientControlNumber }) => patientControlNumber)).toEqual(['F1']);
    expect(result.summary.totals.chargedCents).toBe(80_00);
  });

  it('never half a claim, wherever the file is cut', () => {
    const [text, from] = [claimWith(TWO_LINES), claimWith('').length];
    for (let end = from + 1; end < text.length; end++)
      for (const { lines } of read(text.slice(0, end)).claims) {
        expect(lines.map(({ chargedCents }) => chargedCents)).toEqual([600_00, 400_00]);
        expect(text[end - 1]).toBe('~');
      }
  });

  it.each([
    ['another transaction', HEAD],
    ['another interchange', ISA],
  ])('the claim in which %s begins before its own has ended', (_, next) => {
    const { refused, claims } = read(`${claimWith('CLP*A*1*80*0~')}${next}`);
    expect([refused.map(({ code }) => code), claims]).toEqual([['CUT_CLAIM'], []]);
  });

  it.each([
    ['no trailers', claimWith(TWO_LINES)],
    ['no envelope and nothing after its last segment', `ST*835*0001~BPR*I*0~N1*PR*PAYER~${TWO_LINES.slice(0, -1)}`],
  ])('nothing of a last claim that balances, with %s', (_, text) =>
    expect(read(text).claims.map(({ lines }) => lines.length)).toEqual([2]),
  );

  it('nothing of a last claim that does not balance when its transaction ends', () =>
    expect(read(claimWith('CLP*A*1*80*0~SE*9*0001~')).claims).toHaveLength(1));

  it('a claim without an end, and the next one is read', () => {
    const { refused, claims } = read(claimWith(`CLP*A*1*80*80~${'REF*EA*1~'.repeat(60_000)}CLP*NEXT*1*80*80~`));
    expect(refused.map(({ code, scope, at }) => [code, scope, at.segment])).toEqual([['ENDLESS_CLAIM', 'claim', 10]]);
    expect(claims.map(({ patientControlNumber }) => patientControlNumber)).toEqual(['NEXT']);
  });

  it('a header without an end', () => {
    const { refused, transactions } = read(claimWith('REF*EA*1~'.repeat(60_000)));
    expect(refused.map(({ code }) => code)).toEqual(['NOTHING_READABLE']);
    expect(transactions[0]!.payee.references.length).toBeLessThan(1001);
  });

  it('another transaction between two remittances', () => {
    const other = 'ST*999*0002~AK1*HP*1~SE*3*0002~';
    const body = HEAD + CLAIM + 'SE*14*0001~';
    for (const text of [ISA + GS + other + body + body, ISA + GS + body + other + body]) {
      const result = read(`${text}GE*3*1~IEA*1*000000001~`);
      expect(result.refused.map(({ code, scope }) => [code, scope])).toEqual([['FOREIGN_TRANSACTION', 'transaction']]);
      expect([result.claims.length, codes(result)]).toEqual([2, '']);
    }
  });

  it('never says a value of the file in a reason, a remedy or a warning', () => {
    const secret = 'SECRETNAME';
    const segments = [
      `CLP*${secret}*${secret}*1*1~NM1*QC*1*${secret}~SVC*${secret}~CAS*${secret}*${secret}*${secret}~`,
      `CLP*${secret}*1*${secret}*1~`,
      `${secret}~`,
      `ZZ*${secret}~DTM*232*${secret}~`,
    ];
    const { warnings, refused } = read(claimWith(segments.join('')));
    expect(warnings.length).toBeGreaterThan(3);
    expect(refused).toHaveLength(2);
    expect(JSON.stringify([warnings, refused.map(({ reason, remedy }) => [reason, remedy])])).not.toContain(secret);
    expect(JSON.stringify(refused)).toContain(secret);
  });
});

describe('a file that is no 835', () => {
  const other = (code: string): string =>
    `${ISA}${GS}ST*${code}*0001~BHT*0019*00*1~HL*1**20*1~CLM*X*100~LX*1~SE*6*0001~GE*1*1~IEA*1*000000001~`;
  it.each([
    ['EMPTY_FILE', ''],
    ['PDF', '%PDF-1.7\n...'],
    ['ZIP', 'PK\x03\x04....'],
    ['GZIP', '\x1f\x8b\x08...'],
    ['UTF16', '\xff\xfeI\0S\0A\0'],
    ['NOT_X12', 'claim,patient,amount\n1,Doe,100\n'],
    ['NOT_X12', '{"resourceType":"ExplanationOfBenefit"}'],
    ['NOT_X12', 'x'],
    ['NOT_X12', 'ISAAC NEWTON'],
    ['ZEROS', '\0'.repeat(10)],
    ['ZEROS', '\n\n  \n'],
    ['BROKEN_HEADER', 'ISA*00*'],
    ['BROKEN_HEADER', `ISA*${'0'.repeat(2000)}`],
    ['OTHER_TRANSACTION', other('837')],
    ['OTHER_TRANSACTION', other('277')],
    ['NO_REMITTANCE', `${ISA}${GS}GE*0*1~IEA*1*000000001~`],
  ])('%s is said in one sentence', (code, text) => {
    const { refused, summary, warnings } = read(text);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ code, scope: 'file', raw: '' });
    expect(warnings).toEqual([]);
    expect(summary.counts).toMatchObject({ claims: 0, transactions: 0, refused: 1 });
  });

  it('an envelope with no segment end after it', () => {
    const { refused } = read(ISA.padEnd(200_000, 'x'));
    expect(refused.map(({ code, scope }) => [code, scope])).toEqual([['NO_SEGMENT_END', 'file']]);
  });

  it('names the transaction it is instead', () => {
    expect(read(other('837')).refused[0]!.reason).toBe('This X12 file holds claims (837), not an 835 remittance.');
  });

  it.each([
    ['200 MB of zeros', new Uint8Array(65_536), 3],
    [
      '200 MB without a segment end',
      new Uint8Array(Buffer.from(ISA.replace('~', 'A').replace(':', ' ').padEnd(65_536, 'x'))),
      3,
    ],
    ['a PDF of 200 MB', new Uint8Array(Buffer.from('%PDF-1.7'.padEnd(65_536, 'x'))), 1],
    ['claims (837) of 200 MB', new Uint8Array(Buffer.from(other('837').repeat(200))), 40],
  ])('%s is let go after its first bytes', async (_, chunk, most) => {
    let asked = 0;
    let isClosed = false;
    const chunks = (function* () {
      try {
        for (; asked < 3200; asked++) yield chunk;
      } finally {
        isClosed = true;
      }
    })();
    const refused: Refusal[] = [];
    for await (const event of readRemittance(chunks)) if (event.type === 'refused') refused.push(event.refusal);
    expect(refused).toHaveLength(1);
    expect(refused[0]!.scope).toBe('file');
    expect(asked).toBeLessThan(most);
    expect(isClosed).toBe(true);
  });

  it('stops where a file turns into something else', () => {
    const { refused, claims } = read(`${WHOLE}${'noise~'.repeat(5000)}`);
    expect(claims).toHaveLength(1);
    expect(refused.at(-1)).toMatchObject({ code: 'NOTHING_READABLE', scope: 'file' });
    expect(refused.length).toBeLessThan(1100);
  });
});
