import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { CommandNotes } from './command-notes.tsx';
import { DenialHead } from './denial-head.tsx';
import { denialQuery } from './denial-queries.ts';
import { DenialTabs } from './denial-tabs.tsx';
import { DoThisNow } from './do-this-now.tsx';
import { FactsCard } from './facts-card.tsx';
import { Recoverability } from './recoverability.tsx';
import { TwoClocks } from './two-clocks.tsx';
import { WhyHere } from './why-here.tsx';
import styles from './denial-page.module.css';

/** One denial, whole: where it stands, what runs, what to do now, and why. */
export function DenialPage() {
  const { denialId } = useParams({ from: '/signed-in/denials/$denialId' });
  const { data: denial } = useSuspenseQuery(denialQuery(denialId));
  const [taskId, setTaskId] = useState<string>();
  return (
    <article className={styles.page} aria-labelledby="denial-title">
      <DenialHead key={denialId} denial={denial} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <CommandNotes denialId={denialId} />
          <TwoClocks denial={denial} />
          <DoThisNow denial={denial} taskId={taskId} onTask={setTaskId} />
          <DenialTabs denial={denial} onTask={setTaskId} />
        </div>
        <div className={styles.side}>
          <WhyHere denial={denial} />
          <Recoverability worth={denial.recoverability} />
          <FactsCard denial={denial} />
        </div>
      </div>
    </article>
  );
}
