import type { DenialView } from '@overturn/contracts';
import { denialClassRow, type DenialClass } from '@overturn/domain';
import { Icon } from '../ui/icon.tsx';
import { Pill } from '../ui/pill.tsx';
import { Note } from '../ui/states.tsx';
import surface from '../ui/surface.module.css';
import styles from './denial-page.module.css';

const TRIGGERS: Record<string, string> = {
  billing: 'Billing provider',
  rendering: 'Rendering provider',
  facility: 'Facility',
};
const CONFIDENCE: Record<string, string> = { likely: 'likely', unsure: 'not sure' };

/** Class and trigger with what led to them; the path with its reasons; the paths not taken with theirs. */
export function WhyHere({ denial: { triage, paths } }: { denial: DenialView }) {
  const taken = paths.find(({ chosen }) => chosen) ?? paths.find(({ suggested }) => suggested);
  const rest = paths.filter((path) => path !== taken);
  return (
    <section className={surface.card} aria-labelledby="why-title">
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
      {taken && (
        <>
          <h3>
            {taken.chosen ? 'Path: ' : 'Suggested path: '}
            {taken.label}
          </h3>
          <Reasons reasons={taken.reasons} />
        </>
      )}
      {rest.length > 0 && (
        <details>
          <summary>Paths not taken ({rest.length})</summary>
          <ul className={surface.list} style={{ marginBlockStart: '0.6rem' }}>
            {rest.map(({ id, label, reasons }) => (
              <li key={id} className={`${styles.reason} ${styles.no}`}>
                <Icon name="cross" size={14} />
                <span>
                  <strong>{label}.</strong> {reasons.join(' ')}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Reasons({ reasons }: { reasons: readonly string[] }) {
  return (
    <ul className={surface.list}>
      {reasons.map((reason) => (
        <li key={reason} className={`${styles.reason} ${styles.yes}`}>
          <Icon name="check" size={14} />
          <span>{reason}</span>
        </li>
      ))}
    </ul>
  );
}
