import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Moment } from '../time/moment.tsx';
import surface from '../ui/surface.module.css';
import { DECIDED } from './change-row.tsx';
import { DecideCard } from './decide-card.tsx';
import { ImpactCard } from './impact-card.tsx';
import { KeptCard } from './kept-card.tsx';
import { changeQuery } from './rule-queries.ts';
import { RuleInFull } from './rule-in-full.tsx';
import { isCode, KINDS, nameOf } from './rule-names.ts';
import { CHANGE_WORDS, Citation, Span, StatePill, VerifiedPill } from './rule-words.tsx';
import styles from './rules.module.css';

/** One change: what was and what will be, why, whom it moves, and the decision. */
export function ChangePage() {
  const { changeId } = useParams({ from: '/signed-in/rules/changes/$changeId' });
  const { data: change } = useSuspenseQuery(changeQuery(changeId));
  const { kind, key, was, summary, reason, state, proposedBy, proposedAt, decidedBy, decidedAt } = change;
  const willBe = state === 'in-force' || state === 'applying' ? 'Is' : 'Will be';
  return (
    <article className={surface.page} aria-labelledby="change-title">
      <nav aria-label="Where you are" className="quiet">
        <Link to="/rules">Rules</Link> / <Link to="/rules/changes">Changes</Link> /{' '}
        {isCode(kind) ? `${KINDS[kind]} ${key}` : key}
      </nav>
      <header className={surface.head}>
        <h1 id="change-title" tabIndex={-1}>
          {CHANGE_WORDS[change.change]} of “{nameOf(change)}”
        </h1>
        <StatePill state={state} />
        <Link to="/rules/$kind/$key" params={{ kind, key }} className={surface.push}>
          The rule
        </Link>
      </header>
      <section className={surface.card} aria-label="What changes">
        <div className={styles.move}>
          <dl>
            <dt>Was</dt>
            <dd>{was ?? <span className="quiet">nothing</span>}</dd>
          </dl>
          <span aria-hidden="true">→</span>
          <dl>
            <dt>{willBe}</dt>
            <dd className={styles.now}>{summary}</dd>
          </dl>
        </div>
        <dl className={styles.facts}>
          <dt>Kind</dt>
          <dd>{KINDS[kind]}</dd>
          <dt>Holds</dt>
          <dd>
            <Span {...change} />
          </dd>
          <dt>Citation</dt>
          <dd>
            <Citation citation={change.citation} /> <VerifiedPill {...change} />
          </dd>
          <dt>Reason</dt>
          <dd>{reason}</dd>
          <dt>Proposed</dt>
          <dd>
            {proposedBy.name}, <Moment at={proposedAt} />
          </dd>
          {decidedBy && decidedAt && (
            <>
              <dt>Decided</dt>
              <dd>
                {decidedBy.name} {DECIDED[state]} it <Moment at={decidedAt} />
                {change.decisionReason && `: ${change.decisionReason}`}
              </dd>
            </>
          )}
        </dl>
        <details>
          <summary>The rule in full, as it {willBe.toLowerCase()}</summary>
          <RuleInFull version={change} />
        </details>
      </section>
      {state === 'proposed' && <DecideCard change={change} />}
      <ImpactCard change={change} />
      {change.kept && <KeptCard state={state} kept={change.kept} />}
    </article>
  );
}
