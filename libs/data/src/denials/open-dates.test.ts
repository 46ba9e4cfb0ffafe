import { describe, expect, it } from '@jest/globals';
import { SHIPPED_RULES } from '../test-support/screen-rows.ts';
import { filingDates } from './open-dates.ts';

describe('the filing dates of a denial', () => {
  const dates = (carcs: string[], networkOutcome?: string) =>
    filingDates(
      {
        ...{ noticeOn: '2026-11-12', receivedOn: null, printedDeadlineOn: null, planDeadlineOn: null },
        ...{ regime: 'erisa', remarks: [], hints: { class: 'out-of-network', carcs, networkOutcome } },
      },
      { timeZone: 'America/Chicago', rules: SHIPPED_RULES },
      '2026-11-20',
    ).map(({ purpose, deadline }) => [purpose, deadline.legalDue]);
  const appeal = ['appeal', '2027-05-11'];
  const dispute = ['contract-dispute', '2027-01-11'];

  it.each([
    [['242'], undefined, [appeal]],
    [['147', '242'], undefined, [appeal, dispute]],
    [['147', '242'], 'unknown', [appeal, dispute]],
    [['147', '242'], 'out-of-network', [appeal]],
    [['242'], 'in-network', [appeal, dispute]],
  ])('that %o name, verified as %s', (carcs, outcome, expected) => expect(dates(carcs, outcome)).toEqual(expected));
});
