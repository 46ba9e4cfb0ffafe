import type { DenialView } from '@overturn/contracts';
import { denialClassRow, type DenialClass } from '@overturn/domain';
import { Answered } from '../paths/answered.tsx';
import { OtherPaths } from '../paths/other-paths.tsx';
import { ProposedPath } from '../paths/proposed-path.tsx';
import { Questions } from '../paths/questions.tsx';
import { Reasons } from '../paths/reasons.tsx';
import styles from '../paths/paths.module.css';
import { Pill } from '../ui/pill.tsx';
import { Note } from '../ui/states.tsx';
import surface from '../ui/surface.module.css';

const TRIGGERS: Record<string, string> = {
  billing: 'Billing provider',
  rendering: 'Rendering provider',
  facility: 'Facility',
};
const CONFIDENCE: Record<string, string> = { likely: 'likely', unsure: 'not sure' };

/** Class and trigger with what led to them and what is still open; the path with its reasons; the other paths with theirs. */
export function WhyHere({ denial }: { denial: DenialView }) {
  const { triage, paths } = denial;
  const chosen = paths.find((path) => path.chosen);
  const suggested = paths.find((path) => path.suggested);
  const taken = chosen ?? suggested;
  const now = suggested === taken ? undefined : suggested;
  return (
    <section className={surface.card} aria-labelledby="why-title" tabIndex={-1}>
      <h2 id="why-title">Why we are here</h2>
      <p className={surface.head}>
        <strong>{denialClassRow(triage.class as DenialClass)?.label ?? triage.label}</strong>
        {CONFIDENCE[triage.confidence] && <Pill tone="warn">{CONFIDENCE[triage.confidence]}</Pill>}
      </p>
      {triage.trigger && (
        <p>
          <Pill tone="accent">Trigger</Pill> {TRIGGERS[triage.trigger] ?? triage.trigger.replace(/^line/, 'Line')}
        </p>
      )}
      <Reasons reasons={triage.reasons} />
      {triage.suspicion && <Note tone="warn">{triage.suspicion}</Note>}
      {triage.questions.length > 0 && (
        <details>
          <summary>Still to be asked ({triage.questions.length})</summary>
          <div className={styles.details}>
            <Questions questions={triage.questions} denial={denial} />
          </div>
        </details>
      )}
      {taken && (
        <>
          <h3>
            {taken.chosen ? 'Path: ' : 'Suggested path: '}
            {taken.label}
          </h3>
          <ProposedPath path={taken} denial={denial} />
        </>
      )}
      {now && (
        <>
          <h3>By what is known today: {now.label}</h3>
          <ProposedPath path={now} denial={denial} />
        </>
      )}
      <OtherPaths paths={paths.filter((path) => path !== taken && path !== now)} denial={denial} />
      <Answered denial={denial} />
    </section>
  );
}
