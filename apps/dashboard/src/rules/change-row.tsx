import type { RuleChangeView } from '@overturn/contracts';
import { Link } from '@tanstack/react-router';
import { Moment } from '../time/moment.tsx';
import surface from '../ui/surface.module.css';
import { movesWords } from './decide-words.ts';
import { KINDS, nameOf } from './rule-names.ts';
import { CHANGE_WORDS, Span, StatePill } from './rule-words.tsx';
import styles from './rules.module.css';

/** One change in a list: what it does, who proposed it and why, what became of it. */
export function ChangeRow({ change, isOfOneRule }: { change: RuleChangeView; isOfOneRule?: boolean }) {
  const { id, kind, was, summary, proposedBy, proposedAt, decidedBy, decidedAt, decisionReason } = change;
  const moves = movesWords(change);
  return (
    <li className={styles.row}>
      <div className={surface.head}>
        <Link to="/rules/changes/$changeId" params={{ changeId: id }} className={styles.key}>
          {isOfOneRule ? CHANGE_WORDS[change.change] : nameOf(change)}
        </Link>
        <StatePill state={change.state} />
        <span className="quiet">
          {!isOfOneRule && `${KINDS[kind]}, ${CHANGE_WORDS[change.change].toLowerCase()}, `}
          <Span {...change} />
        </span>
      </div>
      <div>
        {was && <span className="quiet">{was} → </span>}
        {summary}
      </div>
      <div>
        <strong>{proposedBy.name}</strong> proposed it <Moment at={proposedAt} />: {change.reason}
      </div>
      {decidedBy && decidedAt && (
        <div>
          <strong>{decidedBy.name}</strong> {DECIDED[change.state]} it <Moment at={decidedAt} />
          {decisionReason && `: ${decisionReason}`}
        </div>
      )}
      {moves && <div>{moves}</div>}
    </li>
  );
}
export const DECIDED: Readonly<Record<RuleChangeView['state'], string>> = {
  proposed: 'looked at',
  applying: 'approved',
  'in-force': 'approved',
  rejected: 'rejected',
  withdrawn: 'withdrew',
};
