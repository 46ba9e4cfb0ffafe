import { describe, expect, it } from '@jest/globals';
import { claimWith, codes, CLAIM, GS, ISA, read, WHOLE } from './reading.fixture.ts';

describe('odd but understood', () => {
  it.each([
    ['CLP*A*1*100*50~CAS*CO*45*20~', 'CLAIM_BALANCE'],
    ['CLP*A*1*100*80~SVC*HC:99213*100*80~CAS*CO*45*10~', 'CLAIM_BALANCE,LINE_BALANCE'],
    ['CLP*A*1*100*80~CAS*CO*45*20~SVC*HC*99213*100*80**1~CAS*CO*45*0~', 'LINE_BALANCE,SHIFTED_LINE'],
    ['CLP*A*1*80*80~SVC*HC:59426******742*742**1~', 'MISSING_LINE_CHARGE'],
    ['CLP*A*1*80*80~SVC**80*80~', 'NO_PROCEDURE'],
    ['CLP*A*1*80*80~SVC*HC:99213*8O*80~', 'BAD_AMOUNT,LINE_BALANCE'],
    ['CLP*A*1*80*80*X~', 'BAD_AMOUNT'],
    ['CLP*A*1*80*80~AMT*AU*X~', 'BAD_AMOUNT'],
    ['CLP*A**80*80~', 'MISSING_CLAIM_STATUS'],
    ['CLP*A*1*80~CAS*CO*242*80~', 'MISSING_PAID'],
    ['CLP*A*1*80*80~DTM*232*20260230~', 'BAD_DATE'],
    ['CLP*A*1*80*80~ZZZ*1~', 'UNKNOWN_SEGMENT'],
    ['CLP*A*1*80*70~CAS*CO**10~', 'ADJUSTMENT_WITHOUT_REASON'],
    ['CLP*A*1*80*70~CAS*QQ*45*10~', 'UNKNOWN_ADJUSTMENT_GROUP'],
    ['CLP*A*1*80*80~LQ*HE*N864~', 'REMARK_OUTSIDE_LINE'],
  ])('%s: %s, and the claim is kept', (segments, expected) => {
    const result = read(`${claimWith(segments)}SE*0*0001~GE*1*1~IEA*1*000000001~`);
    const found = result.warnings
      .map(({ code }) => code)
      .filter((code) => code !== 'SEGMENT_COUNT' && code !== 'PAYMENT_BALANCE');
    expect(found.sort().join()).toBe(expected);
    expect([result.claims.length, result.refused]).toEqual([1, []]);
  });

  it('reads a shifted line from where its elements stand', () => {
    const { claims } = read(claimWith('CLP*A*3*1766.50*187.50~SVC*HC*24599.00*1766.50*187.50**1~CAS*OA*23*1579.00~'));
    expect(claims[0]!.lines[0]).toMatchObject({
      procedure: { qualifier: 'HC', code: '24599.00' },
      chargedCents: 176650,
      paidCents: 18750,
      units: 1,
    });
  });

  it.each([
    ['a wrong SE01', WHOLE.replace('SE*14', 'SE*13'), 'SEGMENT_COUNT'],
    ['a wrong SE02', WHOLE.replace('SE*14*0001', 'SE*14*0002'), 'CONTROL_NUMBER'],
    ['a wrong GE01', WHOLE.replace('GE*1', 'GE*2'), 'ENVELOPE_COUNT'],
    ['a wrong IEA02', WHOLE.replace('IEA*1*000000001', 'IEA*1*000000002'), 'CONTROL_NUMBER'],
    ['a missing SE', WHOLE.replace('SE*14*0001~', ''), 'UNCLOSED_ENVELOPE'],
    ['two SE', WHOLE.replace('SE*14*0001~', 'SE*14*0001~SE*14*0001~'), 'STRAY_TRAILER'],
    ['a payee whose NPI is wrong', WHOLE.replace('1234567893', '1234567890'), 'NPI_CHECK_DIGIT'],
    ['a payment that is not the sum', WHOLE.replace('BPR*I*80', 'BPR*I*81'), 'PAYMENT_BALANCE'],
    ['a bad BPR16', WHOLE.replace('20261119', '20002316'), 'BAD_NOTICE_DATE'],
    ['claims outside a transaction', ISA + GS + CLAIM + 'GE*0*1~IEA*1*000000001~', 'NO_TRANSACTION_HEADER'],
  ])('%s', (_, text, expected) => {
    const result = read(text);
    expect(result.claims).toHaveLength(1);
    expect([...new Set(codes(result).split(','))].join()).toBe(expected);
    expect(result.refused).toEqual([]);
  });

  it.each([
    ['20261118', '20261119', '2026-11-18', 'DTM405'],
    ['20261399', '20261119', '2026-11-19', 'BPR16'],
    ['', '', '2026-11-17', 'GS04'],
    ['x', '20002316', '2026-11-17', 'GS04'],
  ])('notice: DTM405 %s, BPR16 %s give %s from %s', (produced, paid, noticeOn, source) => {
    const text = WHOLE.replace('DTM*405*20261118', `DTM*405*${produced}`)
      .replace('20261119', paid)
      .replace('*20261118*0900*1', '*20261117*0900*1');
    expect(read(text).transactions[0]!.notice).toMatchObject({ noticeOn, source });
  });
});
