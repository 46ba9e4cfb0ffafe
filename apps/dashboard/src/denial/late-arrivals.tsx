import { Button } from '@mantine/core';
import type { DenialView } from '@overturn/contracts';
import { lazy, Suspense, useState } from 'react';
import { useWhyNotAllowed } from '../session/session-query.ts';
import { Moment } from '../time/moment.tsx';
import surface from '../ui/surface.module.css';

const FormDialog = lazy(() => import('./form-dialog.tsx'));

/** What came after the close: a supervisor reopens the denial or leaves it closed, and is asked until then. */
export function LateArrivals({ denial }: { denial: DenialView }) {
  const [open, setOpen] = useState<'reopen' | 'leave-closed'>();
  const mayNot = useWhyNotAllowed('denial.reopen');
  return (
    <section className={surface.card} aria-labelledby="now-title" data-urgent>
      <h2 id="now-title">Decide: reopen it or leave it closed?</h2>
      <ul className={surface.list}>
        {denial.lateArrivals.map(({ sentence, arrivedAt }) => (
          <li key={arrivedAt + sentence}>
            {sentence} <Moment at={arrivedAt} />
          </li>
        ))}
      </ul>
      {mayNot ? (
        <p className="quiet">{mayNot}</p>
      ) : (
        <div className={surface.acts}>
          <Button onClick={() => setOpen('reopen')}>Reopen…</Button>
          <Button variant="default" onClick={() => setOpen('leave-closed')}>
            Leave it closed…
          </Button>
        </div>
      )}
      <Suspense>{open && <FormDialog denial={denial} name={open} onClose={() => setOpen(undefined)} />}</Suspense>
    </section>
  );
}
