/**
 * `node bench/rules/run.ts`: how many denials a second one core triages and dates, with and without the sentences of the trace;
 * and how fast their paths are screened. Fails below the mark, so that a slower rule is noticed.
 */
import { cpus } from 'node:os';
import { filingDeadline, reckonFiling } from '@overturn/domain/clocks/filing-deadline';
import { screenPaths } from '@overturn/domain/screening/screen-paths';
import { triageDenial } from '@overturn/domain/triage/triage-denial';
import { type BenchDenial, generateDenials } from './denials.ts';

const MARK = 10_000;
const DENIALS = 20_000;
const ROUNDS = 5;
const POLICY = { timeZone: 'America/Chicago', channel: 'mail' } as const;

type Work = (denial: BenchDenial) => unknown;
const triageWithDates: Work = ({ triage, filing }) => [
  triageDenial(triage),
  reckonFiling(filing, POLICY).deadline.safeDue,
];
const WORK: Record<string, Work> = {
  'triage with deadlines': triageWithDates,
  'the same, traces written out': ({ triage, filing }) => [triageDenial(triage), filingDeadline(filing, POLICY)],
  'triage alone': ({ triage }) => triageDenial(triage),
  'deadlines alone': ({ filing }) => reckonFiling(filing, POLICY),
  'triage, deadlines and all paths': (denial) => {
    const verdict = triageDenial(denial.triage);
    const { class: id, standing, appealable } = verdict;
    const remarks = denial.filing.remarks;
    return [triageWithDates(denial), screenPaths({ class: id, standing, appealable, remarks })];
  },
};

/** Denials a second, by processor time: it says the same on a busy machine. */
function perSecond(work: Work, denials: readonly BenchDenial[]): number {
  const from = process.cpuUsage();
  for (const denial of denials) work(denial);
  const { user, system } = process.cpuUsage(from);
  return denials.length / ((user + system) / 1e6);
}

const denials = generateDenials(DENIALS);
process.stdout.write(
  `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, one core; ${DENIALS} denials, median of ${ROUNDS} rounds.\n`,
);
const found = new Map<string, number>();
for (const [name, work] of Object.entries(WORK)) {
  perSecond(work, denials.slice(0, 2_000));
  const rounds = Array.from({ length: ROUNDS }, () => perSecond(work, denials)).sort((a, b) => a - b);
  const median = rounds[Math.floor(ROUNDS / 2)]!;
  found.set(name, median);
  process.stdout.write(`${name.padEnd(34)} ${Math.round(median).toLocaleString('en-US').padStart(9)} a second\n`);
}
if (found.get('triage with deadlines')! < MARK) {
  process.stdout.write(`Below the mark of ${MARK.toLocaleString('en-US')} a second.\n`);
  process.exitCode = 1;
}
