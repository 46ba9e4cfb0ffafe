import { CONDITIONS } from '@overturn/domain/screening/conditions';
import surface from '../ui/surface.module.css';
import type { Row } from './rule-fields.ts';
import { CONFIDENCES } from './rule-options.ts';

interface Ground {
  all?: readonly string[];
  unless?: readonly string[];
  likely?: string;
  contested?: boolean;
}

/** For which reasons a path is open: under each, all conditions must hold, and none of those that rule it out. One ground, or several of one path. */
export function RuleGrounds({ row }: { row: Row }) {
  const grounds = (Array.isArray(row['grounds']) ? row['grounds'] : [row]) as readonly Ground[];
  return grounds.map(({ all = [], unless = [], likely = '', contested }) => (
    <div key={all.join(' ')}>
      <p className="quiet">
        {CONFIDENCES[likely] ?? likely}, when all of this holds
        {contested && '; contested, so never more than “may apply”'}:
      </p>
      <ul className={surface.bullets}>
        {all.map((condition) => (
          <li key={condition}>{saysOf(condition)}</li>
        ))}
        {unless.map((condition) => (
          <li key={condition}>Unless: {saysOf(condition)}</li>
        ))}
      </ul>
    </div>
  ));
}
const saysOf = (condition: string): string => CONDITIONS.find((row) => row.condition === condition)?.says ?? condition;
