import type { DenialView } from '@overturn/contracts';
import { isStage, type Stage } from '@overturn/domain';
import { LawDate } from '../time/law-date.tsx';
import surface from '../ui/surface.module.css';
import { LateArrivals } from './late-arrivals.tsx';

const WAITS: Partial<Record<Stage, string>> = {
  'await-response': 'The payer owes an answer. A task opens by itself when it is due, or when the answer comes.',
  'await-appeal': 'The appeal is with the payer. A task opens by itself when the answer is due, or when it comes.',
  'await-payment': 'The promised payment is awaited. A new remittance is checked by itself.',
  'fix-claim': 'The corrected claim is sent. The new remittance is awaited.',
  closed: 'This denial is closed. What comes later is shown to a person who may reopen it.',
};

/** No task is open: what the denial waits for, and until when. */
export function NothingNow({ denial }: { denial: DenialView }) {
  const next = denial.deadlines
    .filter(({ state, chaseOn }) => state === 'running' && chaseOn)
    .sort((a, b) => a.chaseOn!.localeCompare(b.chaseOn!))[0];
  const words = (isStage(denial.stage) && WAITS[denial.stage]) || 'The next step is being prepared.';
  if (denial.lateArrivals.length > 0) return <LateArrivals denial={denial} />;
  return (
    <section className={surface.card} aria-labelledby="now-title">
      <h2 id="now-title">Nothing to do now</h2>
      <p>
        {words}{' '}
        {next && (
          <>
            {next.label}: due <LawDate on={next.chaseOn} />.
          </>
        )}
      </p>
    </section>
  );
}
