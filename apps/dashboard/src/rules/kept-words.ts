import type { RuleChangeView } from '@overturn/contracts';

type Kept = NonNullable<RuleChangeView['kept']>;

/** What becomes of the claims without a denial, or what became of them. */
export function keptWords(
  state: RuleChangeView['state'],
  { examined, opens, past }: Pick<Kept, 'examined' | 'opens' | 'past'>,
) {
  if (examined === 0) return 'No claim without a denial carries it.';
  if (state === 'rejected' || state === 'withdrawn') return 'They stay as they were.';
  if (opens === 0) return 'None of them opens a denial.';
  const review = past > 0 ? ' Where a filing date has passed a person reviews it first.' : '';
  return state === 'proposed'
    ? `Once approved each opens its denial, as its remittance would have.${review} They are judged again then.`
    : `Each opened its denial, as its remittance would have.${review}`;
}
