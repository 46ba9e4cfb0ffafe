import type { PayerRuleView } from '@overturn/contracts';
import { useQuery } from '@tanstack/react-query';
import { Moment } from '../time/moment.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemNote, RowsSkeleton } from '../ui/states.tsx';
import surface from '../ui/surface.module.css';
import { ruleHistoryQuery } from './payer-calls.ts';
import { changedWords } from './rule-words.ts';

/** Every version of one row, the newest first: who, when, what changed, by which source. */
export function HistoryDialog({ rule, onClose }: { rule: PayerRuleView; onClose: () => void }) {
  const { data, error, refetch } = useQuery(ruleHistoryQuery(rule.id));
  const versions = data?.items ?? [];
  return (
    <Dialog onClose={onClose} title={`History: ${rule.payerName}`} size="lg">
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <RowsSkeleton rows={2} />}
      <ol className={surface.list}>
        {versions.map((version, place) => {
          const before = versions[place + 1];
          return (
            <li key={version.version}>
              <strong>
                {before ? 'Changed' : 'Made'} by {version.changedBy}
              </strong>{' '}
              <Moment at={version.changedAt} />
              <div>{before ? changedWords(version, before) || 'Nothing that the form shows.' : version.source}</div>
            </li>
          );
        })}
      </ol>
    </Dialog>
  );
}
