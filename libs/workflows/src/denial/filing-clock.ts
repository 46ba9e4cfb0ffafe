import type { FilingWatch, Instant, Op, Tier } from '../activities.ts';
import { appealOps } from './appeals.ts';
import { isPast } from './case.ts';
import type { Case } from './case.ts';

/** From which tier on the protective appeal is drafted and the filing asked for. */
const DRAFTED_FROM: readonly Tier[] = ['T-5', 'T-1', 'safe', 'overdue'];
const ASKED_FROM: readonly Tier[] = ['safe', 'overdue'];
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

/** Raises the tier that holds now, for each filing date; those it overtook count as raised. */
export async function raiseDueTiers(denial: Case): Promise<void> {
  for (const filing of watched(denial)) {
    const due = schedule(filing)
      .filter(({ at }) => isPast(at))
      .sort((a, b) => a.at.localeCompare(b.at));
    const holding = due.at(-1);
    if (!holding || denial.state.tiers.includes(holding.name)) continue;
    denial.state.tiers = [...new Set([...denial.state.tiers, ...due.map(({ name }) => name)])];
    await raise(denial, filing, holding.tier);
  }
}

async function raise(denial: Case, filing: FilingWatch, tier: Tier): Promise<void> {
  const told: Op = { op: 'raise-tier', purpose: filing.purpose, tier, dueOn: filing.dueOn };
  const drafted = filing.purpose === 'appeal' && DRAFTED_FROM.includes(tier) ? appealOps(denial, 'filing-date') : [];
  if (ASKED_FROM.includes(tier)) await askToProtect(denial, filing, told, ...drafted);
  else await denial.write(told, ...drafted);
}

/** Asks for the filing today, whatever the state of the denial; never withdrawn unanswered. */
export async function askToProtect(denial: Case, { purpose, dueOn }: FilingWatch, ...before: Op[]): Promise<void> {
  const ofAppeal = purpose === 'appeal';
  const rendered: Op[] =
    ofAppeal && !denial.state.done.includes('rendered-to-protect') ? [{ op: 'render', key: 'appeal-1' }] : [];
  if (rendered.length > 0) denial.state.done.push('rendered-to-protect');
  await denial.open(
    [
      {
        kind: 'protect-filing-date',
        key: `protect/${purpose}/${dueOn}`,
        why: purpose,
        giveTo: 'owner',
        ...(ofAppeal && { document: 'appeal-1' }),
      },
    ],
    ...before,
    ...rendered,
  );
}
