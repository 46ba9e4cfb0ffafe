import type { RuleChangeView } from '@overturn/contracts';
import { moneyWords } from '../money/money.ts';
import { countWords } from '../ui/count-words.ts';

export type Act = 'approve' | 'reject' | 'withdraw';
interface ActRow {
  act: Act;
  label: string;
  look: { variant?: 'default' };
  /** Who has it on their page. */
  of: readonly ('proposer' | 'other')[];
  needsReason: boolean;
  /** Said once it is done. */
  done: string;
}
const ACTS: readonly ActRow[] = [
  {
    ...{ act: 'approve', label: 'Approve', look: {}, of: ['proposer', 'other'], needsReason: false },
    done: 'Approved. Open denials and kept claims are looked at again.',
  },
  {
    ...{ act: 'reject', label: 'Reject', look: { variant: 'default' }, of: ['other'], needsReason: true },
    done: 'Rejected. Nothing has changed.',
  },
  {
    ...{ act: 'withdraw', label: 'Withdraw', look: { variant: 'default' }, of: ['proposer'], needsReason: false },
    done: 'Withdrawn. Nothing has changed.',
  },
];
export const actsFor = (isMine: boolean): readonly ActRow[] =>
  ACTS.filter(({ of }) => of.includes(isMine ? 'proposer' : 'other'));

/** Why an act cannot be done now: nobody approves what they proposed, nor before its effects are counted. */
export function whyNotDecide(act: Act, isMine: boolean, { impact }: Pick<RuleChangeView, 'impact'>) {
  if (act !== 'approve') return undefined;
  if (isMine) return 'You proposed it: a second administrator must approve.';
  return impact === null ? 'Which denials it moves is still being counted.' : undefined;
}

/** What approving does to open denials and kept claims, said before it is done: it is not undone. */
export function approvalWords({ impact, kept }: Pick<RuleChangeView, 'impact' | 'kept'>): string {
  if (impact === null) return 'Which open denials it moves is being counted.';
  const { earlier, later, reclassed } = impact;
  const opens = openingWords(kept);
  if (earlier + later + reclassed === 0)
    return [`Once approved it holds${opens ? '' : ' for what comes'}. No open denial moves.`, opens]
      .filter(Boolean)
      .join(' ');
  const atOnce = [
    earlier > 0 && countWords(earlier, 'earlier date'),
    reclassed > 0 && countWords(reclassed, 'other class', 'other classes'),
  ].filter(Boolean);
  return [
    'Once approved it holds, and this is not undone.',
    atOnce.length > 0 && `At once: ${atOnce.join(' and ')}.`,
    later > 0 && `${countWords(later, 'later date')}: a filing date of ours waits until a person takes it.`,
    opens,
  ]
    .filter(Boolean)
    .join(' ');
}

/** The claims without a denial that get one, with what is at stake; nothing where there are none. */
function openingWords(kept: RuleChangeView['kept']): string | undefined {
  if (!kept || kept.opens === 0) return undefined;
  const past = kept.past > 0 ? `, ${kept.past.toLocaleString('en-US')} with a filing date that has passed` : '';
  return `${countWords(kept.opens, 'kept claim')} ${kept.opens === 1 ? 'opens' : 'open'} a denial: ${moneyWords(kept.amountCents)}${past}.`;
}

/** What a change does to open denials and kept claims, in a line of a list; nothing once it is dropped or where nothing moves. */
export function movesWords(change: Pick<RuleChangeView, 'state' | 'impact' | 'kept'>): string | undefined {
  const { state, kept } = change;
  const opens = state === 'rejected' || state === 'withdrawn' ? undefined : openingWords(kept);
  return [openWords(change), opens].filter(Boolean).join(' ') || undefined;
}

function openWords({ state, impact }: Pick<RuleChangeView, 'state' | 'impact'>): string | undefined {
  if (state === 'rejected' || state === 'withdrawn' || !impact) return undefined;
  if (impact.waiting > 0)
    return `${countWords(impact.waiting, 'later date')} ${impact.waiting === 1 ? 'waits' : 'wait'} for a person.`;
  const { earlier, later, reclassed } = impact;
  const parts = [
    earlier > 0 && `${earlier.toLocaleString('en-US')} earlier`,
    later > 0 && `${later.toLocaleString('en-US')} later`,
    reclassed > 0 && `${reclassed.toLocaleString('en-US')} of another class`,
  ].filter(Boolean);
  return parts.length > 0 ? `Open denials: ${parts.join(', ')}.` : undefined;
}
