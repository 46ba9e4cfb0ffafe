import { describe, expect, it } from '@jest/globals';
import { withOffset } from '../dates/instants.ts';
import type { Anchors, ClockPolicy } from './clock-row.ts';
import { evaluate } from './evaluate.ts';

const CHICAGO: ClockPolicy = { timeZone: 'America/Chicago' };
const MAIL = { channel: 'mail' } as const;
type Due = { legalDue?: string; safeDue?: string; chaseOn?: string; lateOn?: string };

/** Dates that outside projects and the rules themselves work out. */
const WORKED: [string, string, Anchors, Partial<ClockPolicy>, Due][] = [
  [
    'pre-service claim',
    'erisa.claim.pre-service.decision',
    { requestedOn: '2026-10-01' },
    {},
    { legalDue: '2026-10-16', lateOn: '2026-10-17' },
  ],
  [
    'extension noticed on the last day',
    'erisa.claim.pre-service.decision',
    { requestedOn: '2026-10-01', extensionNoticedOn: '2026-10-16' },
    {},
    { legalDue: '2026-10-31' },
  ],
  [
    'extension noticed a day too late is void',
    'erisa.claim.pre-service.decision',
    { requestedOn: '2026-10-01', extensionNoticedOn: '2026-10-17' },
    {},
    { legalDue: '2026-10-16' },
  ],
  [
    'post-service claim, extended',
    'erisa.claim.post-service.decision',
    { requestedOn: '2026-10-01', extensionNoticedOn: '2026-10-20' },
    {},
    { legalDue: '2026-11-15' },
  ],
  [
    'pre-service appeal, one level',
    'erisa.appeal.pre-service.decision',
    { deliveredOn: '2026-10-01' },
    {},
    { legalDue: '2026-10-31' },
  ],
  [
    'pre-service appeal, each of two levels',
    'erisa.appeal.pre-service.decision',
    { deliveredOn: '2026-10-01' },
    { levels: 2 },
    { legalDue: '2026-10-16' },
  ],
  [
    'post-service appeal, one level',
    'erisa.appeal.post-service.decision',
    { deliveredOn: '2026-10-01' },
    {},
    { legalDue: '2026-11-30' },
  ],
  [
    'post-service appeal, each of two levels',
    'erisa.appeal.post-service.decision',
    { deliveredOn: '2026-10-01' },
    { levels: 2 },
    { legalDue: '2026-10-31' },
  ],
  [
    'ERISA filing',
    'erisa.appeal.file',
    { receivedOn: '2026-01-01' },
    {},
    { legalDue: '2026-06-30', safeDue: '2026-06-23' },
  ],
  [
    'ERISA filing by mail, over Juneteenth',
    'erisa.appeal.file',
    { receivedOn: '2026-01-01' },
    MAIL,
    { legalDue: '2026-06-30', safeDue: '2026-06-15' },
  ],
  [
    'external review from 31 October',
    'aca.external.request',
    { receivedOn: '2026-10-31' },
    {},
    { legalDue: '2027-03-01' },
  ],
  ['external review from 15 May', 'aca.external.request', { receivedOn: '2026-05-15' }, {}, { legalDue: '2026-09-15' }],
  [
    'preliminary review over Thanksgiving',
    'aca.external.preliminary-review',
    { externalAskedOn: '2026-11-20' },
    {},
    { legalDue: '2026-11-30' },
  ],
  ['its notice', 'aca.external.preliminary-notice', { reviewFinishedOn: '2026-11-30' }, {}, { legalDue: '2026-12-01' }],
  [
    'preliminary review over an observed holiday',
    'aca.external.preliminary-review',
    { externalAskedOn: '2026-06-29' },
    {},
    { legalDue: '2026-07-07', chaseOn: '2026-07-06', lateOn: '2026-07-08' },
  ],
  [
    'the same, observed days not counted',
    'aca.external.preliminary-review',
    { externalAskedOn: '2026-06-29' },
    { observedHolidays: false },
    { legalDue: '2026-07-06', chaseOn: '2026-07-06', lateOn: '2026-07-08' },
  ],
  ['MA service', 'ma.determination.standard', { requestedOn: '2026-10-05' }, {}, { legalDue: '2026-10-19' }],
  [
    'MA service, extended',
    'ma.determination.standard',
    { requestedOn: '2026-10-05', extensionNoticedOn: '2026-10-12' },
    {},
    { legalDue: '2026-11-02' },
  ],
  [
    'MA prior authorization',
    'ma.determination.prior-authorization',
    { requestedOn: '2026-10-05' },
    {},
    { legalDue: '2026-10-12' },
  ],
  [
    'MA prior authorization before 2026',
    'ma.determination.prior-authorization',
    { requestedOn: '2025-12-31' },
    {},
    { legalDue: '2026-01-14' },
  ],
  [
    'MA reconsideration',
    'ma.reconsideration.file',
    { noticeOn: '2026-10-01' },
    {},
    { legalDue: '2026-12-05', safeDue: '2026-11-20' },
  ],
  [
    'MA reconsideration by mail',
    'ma.reconsideration.file',
    { noticeOn: '2026-10-01' },
    MAIL,
    { legalDue: '2026-12-05', safeDue: '2026-11-13' },
  ],
  ['Medicaid appeal', 'medicaid.appeal.file', { noticeOn: '2026-10-01' }, {}, { legalDue: '2026-11-30' }],
  [
    'Medicaid, keep benefits',
    'medicaid.continue-benefits',
    { noticeOn: '2026-10-01' },
    {},
    { legalDue: '2026-10-11', safeDue: '2026-10-09' },
  ],
  [
    'Medicaid, keep benefits, effective later',
    'medicaid.continue-benefits',
    { noticeOn: '2026-10-01', effectiveOn: '2026-10-20' },
    {},
    { legalDue: '2026-10-20' },
  ],
  ['Medicaid fair hearing', 'medicaid.fair-hearing.file', { noticeOn: '2026-11-01' }, {}, { legalDue: '2027-01-30' }],
  [
    'Medicaid fair hearing, the state gives 120 days',
    'medicaid.fair-hearing.file',
    { noticeOn: '2026-11-01' },
    { amount: 120 },
    { legalDue: '2027-03-01' },
  ],
  [
    'Medicaid authorization',
    'medicaid.authorization.standard',
    { requestedOn: '2026-03-02' },
    {},
    { legalDue: '2026-03-09' },
  ],
  [
    'Medicaid authorization in an older rating period',
    'medicaid.authorization.standard',
    { requestedOn: '2026-03-02' },
    { ratingPeriodStart: '2025-07-01' },
    { legalDue: '2026-03-16' },
  ],
  ['IDR objection', 'nsa.idr.object', { disputeStartedOn: '2026-02-17' }, {}, { legalDue: '2026-02-20' }],
  ['IDR offers', 'nsa.idr.offers', { entityChosenOn: '2026-03-02' }, {}, { legalDue: '2026-03-16' }],
  ['IDR decision', 'nsa.idr.decision', { entityChosenOn: '2026-03-02' }, {}, { legalDue: '2026-04-13' }],
  ['IDR payment', 'nsa.idr.payment', { decidedOn: '2026-04-13' }, {}, { legalDue: '2026-05-13' }],
  [
    'negotiation start',
    'nsa.open-negotiation.start',
    { receivedOn: '2026-11-20' },
    {},
    { legalDue: '2027-01-06', safeDue: '2026-12-28' },
  ],
  [
    'IDR start over New Year',
    'nsa.idr.start',
    { negotiationEndedOn: '2025-12-31' },
    {},
    { legalDue: '2026-01-07', safeDue: '2026-01-06' },
  ],
  [
    'one business day over Labor Day',
    'task.review-intake',
    { taskOpenedOn: '2026-09-04' },
    {},
    { legalDue: '2026-09-08' },
  ],
  [
    'one business day over Thanksgiving',
    'task.review-intake',
    { taskOpenedOn: '2026-11-25' },
    {},
    { legalDue: '2026-11-27' },
  ],
  [
    'information that a task supplies is due on its clock’s safe date',
    'task.supply-information',
    { taskOpenedOn: '2026-10-01' },
    {},
    { legalDue: '2026-11-06' },
  ],
];

describe('worked dates', () => {
  it.each(WORKED)('%s (%s)', (_, id, anchors, policy, due) => {
    expect(evaluate(id, anchors, { ...CHICAGO, ...policy })).toMatchObject(due);
  });

  it.each([
    ['erisa.claim.urgent.decision', { requestedOn: '2026-10-01T08:00' }, '2026-10-04T08:00:00-05:00'],
    ['erisa.claim.urgent.decision', { requestedOn: '2026-10-31T09:30' }, '2026-11-03T08:30:00-06:00'],
  ])('%s counts elapsed hours: %o', (id, anchors, due) => {
    const found = evaluate(id, anchors, CHICAGO);
    expect(withOffset(found.legalDue, 'America/Chicago')).toBe(due);
    expect(found).toMatchObject({ kind: 'theirs', precision: 'instant', lateOn: found.legalDue });
  });

  it('wants what hours ask of us after three quarters of them', () => {
    expect(evaluate('erisa.claim.urgent.supply', { informationAskedOn: '2026-10-01T08:00Z' }, CHICAGO)).toMatchObject({
      legalDue: '2026-10-03T08:00:00.000Z',
      safeDue: '2026-10-02T20:00:00.000Z',
    });
  });
});
