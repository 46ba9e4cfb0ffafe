import type { RuleChangeView } from '@overturn/contracts';
import { moneyWords } from '../money/money.ts';
import { Note } from '../ui/states.tsx';
import surface from '../ui/surface.module.css';
import { keptWords } from './kept-words.ts';
import styles from './rules.module.css';

type Kept = NonNullable<RuleChangeView['kept']>;
const inFigures = (count: number): string => count.toLocaleString('en-US');
const COUNTS: readonly { label: string; say: (kept: Kept) => string }[] = [
  { label: 'Claims looked at', say: ({ examined }) => inFigures(examined) },
  { label: '+ Open a denial', say: ({ opens }) => inFigures(opens) },
  { label: 'At stake', say: ({ amountCents }) => moneyWords(amountCents) },
  { label: '● Filing date passed', say: ({ past }) => inFigures(past) },
  { label: '= Here already', say: ({ joins }) => inFigures(joins) },
  { label: '◆ Other class only', say: ({ reclassed }) => inFigures(reclassed) },
];

/** Claims that were kept under a code: what a change of it would open, and what it opened. */
export function KeptCard({ state, kept }: { state: RuleChangeView['state']; kept: Kept }) {
  return (
    <section className={surface.card} aria-labelledby="kept-title">
      <h2 id="kept-title">Claims that were kept</h2>
      {kept.isUnderWay && state !== 'rejected' && state !== 'withdrawn' && (
        <Note>
          <progress className={styles.progress} aria-label="Claims being judged" />
          Every claim without a denial that carries it is being judged again. The figures appear here by themselves.
        </Note>
      )}
      {kept.examined > 0 && (
        <dl className={styles.counts}>
          {COUNTS.map(({ label, say }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{say(kept)}</dd>
            </div>
          ))}
        </dl>
      )}
      {!kept.isUnderWay && <p className="quiet">{keptWords(state, kept)}</p>}
    </section>
  );
}
