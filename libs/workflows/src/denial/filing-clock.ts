import type { FilingWatch, Instant, Op, Tier } from '../activities.ts';
import { appealOps, REFRESHED_DRAFT } from './appeals.ts';
import { isPast } from './case.ts';
import type { Case } from './case.ts';

/** From which tier on the protective appeal is drafted and the filing asked for. */
const DRAFTED_FROM: readonly Tier[] = ['T-5', 'T-1', 'safe', 'overdue'];
const ASKED_FROM: readonly Tier[] = ['safe', 'overdue'];
/** Overdue mornings remembered; the facts name the last and the next. */
const MORNINGS_KEPT = 10;
const WATCHED: readonly FilingWatch['state'][] = ['running', 'missed'];

interface Due {
  tier: Tier;
  at: Instant;
  name: string;
}

const schedule = (filing: FilingWatch): Due[] => [
  ...filing.tiers.map(({ tier, at }) => ({ tier, at, name: `${filing.purpose}/${tier}/${filing.dueOn}` })),
  ...filing.overdueAt.map((at) => ({ tier: 'overdue' as const, at, name: `${filing.purpose}/overdue/${at}` })),
];

const watched = (denial: Case): FilingWatch[] =>
  denial.state.facts.filings.filter(({ state }) => WATCHED.includes(state));

/** The instants at which a filing date has something to say that it has not said yet. */
export const filingInstants = (denial: Case): Instant[] =>
  watched(denial)
    .flatMap(schedule)
    .filter(({ name }) => !denial.state.tiers.includes(name))
    .map(({ at }) => at);

/** The tier that holds now, for each filing date that has not been told of it, with those it overtook. */
export const dueTiers = (denial: Case): { filing: FilingWatch; tier: Tier; names: string[] }[] =>
  watched(denial).flatMap((filing) => {
    const due = schedule(filing)
      .filter(({ at }) => isPast(at))
      .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
    const holding = due.at(-1);
    if (!holding || denial.state.tiers.includes(holding.name)) return [];
    return [{ filing, tier: holding.tier, names: due.map(({ name }) => name) }];
  });

/** Raises the tiers that are due; those that they overtook count as raised. */
export async function raiseDueTiers(denial: Case): Promise<void> {
  for (const { filing, tier, names } of dueTiers(denial)) {
    denial.state.tiers = withoutOldMornings([...new Set([...denial.state.tiers, ...names])]);
    await raise(denial, filing, tier);
  }
}

/** An overdue denial says so every business day, for as long as it takes: what is carried must not grow with it. */
function withoutOldMornings(names: string[]): string[] {
  const mornings = names.filter((name) => name.includes('/overdue/'));
  return names.filter((name) => !mornings.slice(0, -MORNINGS_KEPT).includes(name));
}

async function raise(denial: Case, filing: FilingWatch, tier: Tier): Promise<void> {
  const told: Op = { op: 'raise-tier', purpose: filing.purpose, tier, dueOn: filing.dueOn };
  const drafted = filing.purpose === 'appeal' && DRAFTED_FROM.includes(tier) ? appealOps(denial, 'filing-date') : [];
  const asked = ASKED_FROM.includes(tier) ? protectOps(denial, filing) : [];
  await denial.write(told, ...drafted, ...asked);
}

/** What asks for the filing today, whatever the state of the denial; never withdrawn unanswered. */
export function protectOps(denial: Case, { purpose, dueOn }: FilingWatch): Op[] {
  const ofAppeal = purpose === 'appeal';
  const rendered: Op[] =
    ofAppeal && !denial.state.done.includes('rendered-to-protect')
      ? [REFRESHED_DRAFT, { op: 'render', key: 'appeal-1' }]
      : [];
  if (rendered.length > 0) denial.state.done.push('rendered-to-protect');
  const asked = {
    kind: 'protect-filing-date' as const,
    key: `protect/${purpose}/${dueOn}`,
    why: purpose,
    giveTo: 'owner' as const,
    ...(ofAppeal && { document: 'appeal-1' }),
  };
  return [...rendered, ...denial.opening([asked])];
}
