import { Button } from '@mantine/core';
import type { RuleChangeView, RuleImpactView } from '@overturn/contracts';
import { useWhyNotAllowed } from '../session/session-query.ts';
import { ProblemNote } from '../ui/states.tsx';
import { purposeWords, tailWords } from './impact-words.ts';
import styles from './rules.module.css';
import { useLater } from './use-later.ts';

/** The later date of one denial, in its row. */
export function LaterOne({ change, row }: { change: RuleChangeView; row: RuleImpactView }) {
  const notAllowed = useWhyNotAllowed('rules.manage');
  const later = useLater(change);
  if (notAllowed) return null;
  const of = `${tailWords(row)}, ${purposeWords(row.purpose)}`;
  const decide = (keep: boolean) => later.mutate({ denialIds: [row.denialId], keep });
  return (
    <span className={styles.pair}>
      <Button size="compact-xs" loading={later.isPending} aria-label={`Accept: ${of}`} onClick={() => decide(false)}>
        Accept
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        disabled={later.isPending}
        aria-label={`Keep the earlier date: ${of}`}
        onClick={() => decide(true)}
      >
        Keep
      </Button>
      {later.isError && <ProblemNote error={later.error} />}
    </span>
  );
}
