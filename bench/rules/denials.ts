import { addDays } from '@overturn/domain';
import type { FilingFacts } from '@overturn/domain/clocks/filing-deadline';
import { CARC_TABLE } from '@overturn/domain/triage/carc-table';
import { RARC_TABLE } from '@overturn/domain/triage/rarc-table';
import type { TriageFacts } from '@overturn/domain/triage/triage-denial';

export interface BenchDenial {
  triage: TriageFacts;
  filing: FilingFacts;
}

const GROUPS = ['CO', 'PR', 'OA'];
const INDICATORS = ['12', '13', '14', 'HM', '16', 'MC', undefined];
const REGIMES = ['unknown', 'erisa', 'aca', 'medicare-advantage', 'medicaid', 'contract'];
const WORDINGS = [undefined, 'Services by a non-participating provider.', 'No referral on file for this visit.'];

/** Denials as they come, most without a settled regime, no two days alike: nothing can be remembered from one to the next. */
export function generateDenials(count: number, seed = 7): BenchDenial[] {
  let state = seed;
  const random = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  const pick = <T>(values: readonly T[]): T => values[random(values.length)]!;
  return Array.from({ length: count }, () => {
    const lineCount = 1 + random(4);
    const remarks = random(3) === 0 ? [pick(RARC_TABLE).rarc] : [];
    const noticeOn = addDays('2023-01-01', random(1_400));
    const filingIndicator = pick(INDICATORS);
    const wording = pick(WORDINGS);
    return {
      triage: {
        adjustments: Array.from({ length: 1 + random(3) }, () => ({
          group: pick(GROUPS),
          carc: pick(CARC_TABLE).carc,
          amountCents: random(500_000),
          line: 1 + random(lineCount),
        })),
        remarks: remarks.map((rarc) => ({ rarc })),
        lineCount,
        claimStatus: '1',
        filingIndicator,
        wording,
        noticeOn,
      },
      filing: {
        noticeOn,
        remarks,
        settledRegime: random(3) === 0 ? pick(REGIMES) : 'unknown',
        ...(random(2) === 0 && { receivedOn: addDays(noticeOn, 1 + random(9)) }),
        ...(random(4) === 0 && { printedDeadline: addDays(noticeOn, 60 + random(120)) }),
      },
    };
  });
}
