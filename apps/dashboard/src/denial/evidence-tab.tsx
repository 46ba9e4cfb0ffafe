import { Button } from '@mantine/core';
import type { DenialView } from '@overturn/contracts';
import { EVIDENCE_SLOTS } from '@overturn/domain/denial/evidence-slots';
import { fileUrl } from '../api/api.ts';
import { LawDate } from '../time/law-date.tsx';
import { Icon } from '../ui/icon.tsx';
import { Pill } from '../ui/pill.tsx';
import surface from '../ui/surface.module.css';
import { openTasks } from './current-task.ts';
import styles from './denial-page.module.css';

type Evidence = DenialView['evidence'][number];

/** The three slots that each request stands on, and everything else that was kept. */
export function EvidenceTab({ denial, onTask }: { denial: DenialView; onTask: (taskId: string) => void }) {
  const known = new Set<string>(EVIDENCE_SLOTS.map(({ slot }) => slot));
  const others = denial.evidence.filter(({ slot }) => !known.has(slot));
  return (
    <div className={styles.twoCards}>
      {EVIDENCE_SLOTS.map(({ slot, label, task: kind }) => {
        const items = denial.evidence.filter((item) => item.slot === slot);
        const task = openTasks(denial.tasks).find((one) => one.kind === kind);
        const state = items.some(({ doesNotExist }) => !doesNotExist) ? 'captured' : items.length > 0 ? 'none' : 'open';
        return (
          <section key={slot} className={surface.slot} aria-label={label}>
            <h3>{label}</h3>
            <span>
              {state === 'captured' && <Pill tone="good">✓ captured</Pill>}
              {state === 'none' && <Pill>does not exist</Pill>}
              {state === 'open' && <Pill tone="warn">● still open</Pill>}
            </span>
            <Items items={items} />
            {task ? (
              <Button
                size="xs"
                variant="default"
                leftSection={<Icon name="upload" size={14} />}
                onClick={() => onTask(task.id)}
              >
                Add files: {task.title}
              </Button>
            ) : (
              state === 'open' && <p className="quiet">A task to gather it opens once the path asks for a request.</p>
            )}
          </section>
        );
      })}
      {others.length > 0 && (
        <section className={surface.slot} aria-label="More evidence">
          <h3>More evidence</h3>
          <Items items={others} />
        </section>
      )}
    </div>
  );
}

function Items({ items }: { items: readonly Evidence[] }) {
  return (
    <ul className={surface.list}>
      {items.map(({ id, file, note, capturedOn, createdBy }) => (
        <li key={id}>
          {file && (
            <a href={fileUrl(file.id)} target="_blank" rel="noreferrer">
              {file.name}
            </a>
          )}
          {note && <div>{note}</div>}
          <div className="quiet">
            {capturedOn && (
              <>
                captured <LawDate on={capturedOn} />
              </>
            )}
            {createdBy && ` by ${createdBy}`}
          </div>
        </li>
      ))}
    </ul>
  );
}
