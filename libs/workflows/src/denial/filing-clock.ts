import type { AppealReason, FilingWatch, Instant, Op, Tier } from '../activities.ts';
import { appealOps, REFRESHED_DRAFT } from './appeals.ts';
import { isPast } from './case.ts';
import type { Case } from './case.ts';

/** The tiers at which the protective appeal is drafted, and those at which the filing is asked for with it. */
const DRAFTED_AT: readonly Tier[] = ['T-5', 'T-1'];
const ASKED_AT: readonly Tier[] = ['safe', 'overdue'];
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
  if (ASKED_AT.includes(tier)) return void (await denial.write(told, ...protectOps(denial, filing, 'filing-date')));
  const isDrafted = filing.purpose === 'appeal' && DRAFTED_AT.includes(tier);
  await denial.write(told, ...(isDrafted ? appealOps(denial, 'filing-date') : []));
}

/** What asks for the filing today, whatever the state of the denial: one task at a time, never withdrawn unanswered. */
export function protectOps(denial: Case, filing: FilingWatch, reason: AppealReason, name = filing.dueOn): Op[] {
  const { purpose } = filing;
  const letter = purpose === 'appeal' ? letterOps(denial, reason) : [];
  if (Object.keys(denial.state.open).some((key) => key.startsWith(`protect/${purpose}/`))) return letter;
  const asked = {
    kind: 'protect-filing-date' as const,
    key: `protect/${purpose}/${name}`,
    why: purpose,
    giveTo: 'owner' as const,
    ...(purpose === 'appeal' && { document: 'appeal-1' }),
  };
  return [...letter, ...denial.opening([asked])];
}

/** The appeal as it is filed today: drafted if it was not, with what was gathered since, and rendered once. */
function letterOps(denial: Case, reason: AppealReason): Op[] {
  const drafted = appealOps(denial, reason);
  if (denial.state.done.includes('rendered-to-protect')) return drafted;
  denial.state.done.push('rendered-to-protect');
  return [...(drafted.length > 0 ? drafted : [REFRESHED_DRAFT]), { op: 'render', key: 'appeal-1' }];
}
