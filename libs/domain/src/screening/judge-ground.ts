import type { AskedOf } from '../triage/questions.ts';
import type { ConditionRow } from './conditions.ts';
import type { Found } from './findings.ts';
import type { GroundRow } from './path-grounds.ts';

/** What the facts say of a path. */
export type Verdict = 'applies' | 'may-apply' | 'does-not';

export interface Question {
  question: string;
  of: AskedOf;
}

export interface JudgedGround {
  row: GroundRow;
  verdict: Verdict;
  reasons: readonly string[];
  questions: readonly Question[];
  /** Share of its conditions that hold. */
  share: number;
}

/** One ground by its conditions: all hold, one does not, one holds that may not, or something is not known. A condition without a row is a mistake in the data. */
export function judgeGround(row: GroundRow, found: Found, conditions: readonly ConditionRow[]): JudgedGround {
  const answer = (id: string): ConditionAnswer => {
    const condition = conditions.find((one) => one.condition === id);
    if (!condition) throw new Error(`The ground of ${row.path} names a condition that does not exist: ${id}.`);
    return answerTo(condition, found);
  };
  const answers = row.all.map(answer);
  const failed = [
    ...answers.filter(({ holds }) => holds === false),
    ...(row.unless ?? []).map(answer).filter(({ holds }) => holds === true),
  ];
  const share = answers.filter(({ holds }) => holds === true).length / answers.length;
  if (failed.length > 0) return { row, verdict: 'does-not', reasons: failed[0]!.says, questions: [], share };
  const contested = row.contested ? ['Possible, but contested.'] : [];
  return {
    row,
    verdict: share === 1 && !row.contested ? 'applies' : 'may-apply',
    reasons: [...answers.flatMap(({ holds, says }) => (holds ? says : [])), ...contested],
    questions: answers.flatMap(({ asks }) => asks),
    share,
  };
}

interface ConditionAnswer {
  holds: boolean | undefined;
  says: readonly string[];
  asks: readonly Question[];
}

/** What protection rests on has sentences and questions of its own. */
function answerTo(condition: ConditionRow, { findings, protection }: Found): ConditionAnswer {
  const value = findings[condition.finding];
  const own = condition.finding === 'protection' ? protection : undefined;
  if (value === undefined)
    return {
      holds: undefined,
      says: [],
      asks: own
        ? own.questions.map((question) => ({ question, of: 'provider' }))
        : condition.asks
          ? [condition.asks]
          : [],
    };
  const holds = condition.is.includes(value);
  return { holds, says: [...(own?.reasons ?? []), holds ? condition.says : condition.otherwise], asks: [] };
}
