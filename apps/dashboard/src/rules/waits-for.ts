import type { RuleChangeView } from '@overturn/contracts';

/** A decision on what another proposed; or later dates, which any administrator takes. */
export const waitsFor = ({ state, proposedBy, impact }: RuleChangeView, userId: string): boolean =>
  state === 'proposed' ? proposedBy.id !== userId : state === 'in-force' && (impact?.waiting ?? 0) > 0;

/** What waits for this person first, then what others have to do, then what is done. */
export function groupedChanges(changes: readonly RuleChangeView[], isMine: (change: RuleChangeView) => boolean) {
  const others = changes.filter((change) => !isMine(change));
  const isOpen = ({ state }: RuleChangeView) => state === 'proposed' || state === 'applying';
  return [
    { title: 'Waits for you', rows: changes.filter(isMine) },
    { title: 'Under way', rows: others.filter(isOpen) },
    { title: 'Decided', rows: others.filter((change) => !isOpen(change)) },
  ].filter(({ rows }) => rows.length > 0);
}
