import type { ClockRow } from './clock-row.ts';

/** Medicaid managed care: 42 CFR 438. */
const MEDICAID = {
  regime: 'medicaid',
  readings: ['as-written'],
  roll: 'none',
  satisfiedBy: 'received',
  effectiveFrom: '2017-07-01',
  effectiveTo: null,
  verified: false,
} as const;

const AUTHORIZATION_LATE = 'A late authorization counts as a denial: file the appeal.';
const EXHAUSTED = 'Late means deemed exhausted: the fair hearing is open.';
const EXTENDABLE = { amount: 14, noticeBy: 'end-of-first-period' } as const;
const OF_THE_REQUEST = { owedBy: 'payer', anchor: 'requestedOn', otherAnchors: ['deliveredOn'] } as const;
const OF_THE_APPEAL = { owedBy: 'payer', anchor: 'deliveredOn', otherAnchors: ['requestedOn', 'sentOn'] } as const;
const BY_RATING_PERIOD = {
  ...OF_THE_REQUEST,
  id: 'medicaid.authorization.standard',
  stage: 'Standard authorization',
  unit: 'calendarDays',
  extension: EXTENDABLE,
  chosenBy: 'ratingPeriodStart',
  ifMissed: AUTHORIZATION_LATE,
} as const;

export const MEDICAID_ROWS = [
  {
    ...MEDICAID,
    ...BY_RATING_PERIOD,
    amount: 14,
    effectiveFrom: '2003-01-01',
    effectiveTo: '2025-12-31',
    citation: '42 CFR 438',
    verified: true,
  },
  { ...MEDICAID, ...BY_RATING_PERIOD, amount: 7, effectiveFrom: '2026-01-01', citation: '42 CFR 438', verified: true },
  {
    ...MEDICAID,
    ...OF_THE_REQUEST,
    id: 'medicaid.authorization.expedited',
    stage: 'Expedited authorization',
    amount: 72,
    unit: 'hours',
    ifMissed: AUTHORIZATION_LATE,
    citation: '42 CFR 438.210(d)(2)',
  },
  {
    ...MEDICAID,
    id: 'medicaid.appeal.file',
    stage: 'File the appeal',
    owedBy: 'us',
    anchor: 'noticeOn',
    amount: 60,
    unit: 'calendarDays',
    ifMissed: 'The right to appeal is lost.',
    citation: '42 CFR 438.402(c)(2)(ii)',
  },
  {
    ...MEDICAID,
    ...OF_THE_APPEAL,
    id: 'medicaid.appeal.decision',
    stage: 'Appeal: decision',
    amount: 30,
    unit: 'calendarDays',
    extension: EXTENDABLE,
    ifMissed: EXHAUSTED,
    citation: '42 CFR 438.408(b)(2)',
  },
  {
    ...MEDICAID,
    ...OF_THE_APPEAL,
    id: 'medicaid.appeal.expedited',
    stage: 'Expedited appeal: decision',
    amount: 72,
    unit: 'hours',
    ifMissed: EXHAUSTED,
    citation: '42 CFR 438.408(b)(3)',
  },
  {
    ...MEDICAID,
    id: 'medicaid.fair-hearing.file',
    stage: 'Ask for a fair hearing (the state sets 90 to 120 days)',
    owedBy: 'us',
    anchor: 'noticeOn',
    amount: 90,
    unit: 'calendarDays',
    ifMissed: 'The right to a fair hearing is lost.',
    citation: '42 CFR 438.408(f)(2)',
  },
  {
    ...MEDICAID,
    id: 'medicaid.continue-benefits',
    stage: 'Ask to keep benefits during the appeal',
    owedBy: 'member',
    anchor: 'noticeOn',
    otherAnchors: ['sentOn'],
    notBefore: 'effectiveOn',
    amount: 10,
    unit: 'calendarDays',
    ifMissed: 'Benefits end while the appeal runs.',
    citation: '42 CFR 438.420(a)',
  },
] as const satisfies readonly ClockRow[];
