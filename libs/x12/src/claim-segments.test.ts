import { describe, expect, it } from '@jest/globals';
import { findKind, remarksOf, serviceDates } from './find.ts';
import { claimWith, read } from './reading.fixture.ts';

describe('what a claim may hold', () => {
  it('repeated triplets, negative amounts and a trailing *0', () => {
    const { claims } = read(
      claimWith(
        'CLP*A*1*100*0~CAS*PR*1*50.00**2*70.5*3*3*-20.50~CAS*CO*45*10*0~CAS*OA*94*-10**0~CAS*OA*23*5**0*0~SE*9*0001~',
      ),
    );
    expect(claims[0]!.adjustments).toEqual([
      { group: 'PR', carc: '1', cents: 5000, quantity: null },
      { group: 'PR', carc: '2', cents: 7050, quantity: 3 },
      { group: 'PR', carc: '3', cents: -2050, quantity: null },
      { group: 'CO', carc: '45', cents: 1000, quantity: 0 },
      { group: 'OA', carc: '94', cents: -1000, quantity: null },
      { group: 'OA', carc: '23', cents: 500, quantity: null },
    ]);
  });

  it('a reversal and its correction, each a claim', () => {
    const { claims, summary } = read(claimWith('CLP*A*22*-100*-80~CAS*CO*45*-20~CLP*A*1*100*0~CAS*CO*242*100~'));
    expect(claims.map(({ status, chargedCents, paidCents }) => [status, chargedCents, paidCents])).toEqual([
      ['22', -10000, -8000],
      ['1', 10000, 0],
    ]);
    expect(summary.totals).toEqual({ chargedCents: 0, paidCents: -8000, patientResponsibilityCents: 0 });
  });

  it('composite and replaced procedures, modifiers and a description', () => {
    const { claims } = read(claimWith('CLP*A*1*10*10~SVC*HC:70553:26:LT:::MRI OF HEAD*10*10*0610*2*HC:70551:26*3~'));
    expect(claims[0]!.lines[0]).toMatchObject({
      procedure: { qualifier: 'HC', code: '70553', modifiers: ['26', 'LT'], description: 'MRI OF HEAD' },
      billedProcedure: { code: '70551', modifiers: ['26'] },
      revenueCode: '0610',
      units: 2,
      billedUnits: 3,
    });
  });

  it('the facts that a denial needs, with remarks of MIA, MOA and LQ', () => {
    const text =
      'CLP*A*4*10*0*10*14*P1*21*7**470~NM1*IL*1*ROE~NM1*74*1*C~NM1*82*1*DOC*****XX*1234567893~NM1*TT*2*OTHER~NM1*PR*2*RIGHT PAYER~';
    const more =
      'MIA*0****MA01***************N1*N2~MOA***MA02*N877~REF*F8*OLD~REF*G1*AUTH~REF*9F*REFERRAL~DTM*036*20261231~DTM*050*20261101~PER*CX*DESK*TE*8005550100~AMT*AU*5~QTY*CA*2.5~';
    const { claims, warnings } = read(
      claimWith(
        `${text}${more}SVC*HC:99213*10*0~DTM*150*20261001~DTM*151*20261003~CAS*PR*242*10~REF*6R*L1~AMT*B6*0~LQ*HE*N864~LQ*RX*70~`,
      ),
    );
    const [claim] = claims;
    expect(claim).toMatchObject({ status: '4', frequency: '7', drg: '470', filingIndicator: '14', facilityCode: '21' });
    expect(claim!.parties.map(({ kind, isPerson }) => [kind, isPerson])).toEqual([
      ['IL', true],
      ['74', true],
      ['82', true],
      ['TT', false],
      ['PR', false],
    ]);
    expect(
      [findKind(claim!.references, 'F8'), findKind(claim!.references, 'G1'), findKind(claim!.references, '9F')].map(
        (reference) => reference?.value,
      ),
    ).toEqual(['OLD', 'AUTH', 'REFERRAL']);
    expect(remarksOf(claim!)).toEqual(['MA01', 'N1', 'N2', 'MA02', 'N877', 'N864']);
    expect(serviceDates(claim!)).toEqual({ from: '2026-10-01', to: '2026-10-03' });
    expect(claim!.contacts).toEqual([{ kind: 'CX', name: 'DESK', points: [{ kind: 'TE', value: '8005550100' }] }]);
    expect(claim!.quantities).toEqual([{ kind: 'CA', quantity: 2.5 }]);
    expect(claim!.lines[0]!.remarks).toEqual([
      { kind: 'HE', code: 'N864' },
      { kind: 'RX', code: '70' },
    ]);
    expect(warnings.filter(({ code }) => code === 'UNKNOWN_SEGMENT')).toEqual([]);
  });

  it('repeated remarks in one element (5010)', () => {
    expect(remarksOf(read(claimWith('CLP*A*1*10*10~SVC*HC:99213*10*10~LQ*HE*N864^N856~')).claims[0]!)).toEqual([
      'N864',
      'N856',
    ]);
  });

  it('provider adjustments, which belong to no claim', () => {
    const { events, warnings } = read(
      claimWith('CLP*A*1*100*100~PLB*1234567893*20261231*WO:X1*30*L6*-10~SE*10*0001~GE*1*1~IEA*1*000000001~'),
    );
    const adjustments = events.flatMap((event) => (event.type === 'providerAdjustment' ? [event.adjustment] : []));
    expect(adjustments.map(({ reason, reference, cents }) => [reason, reference, cents])).toEqual([
      ['WO', 'X1', 3000],
      ['L6', null, -1000],
    ]);
    expect(warnings.map(({ code }) => code)).toEqual([]);
  });
});
