import { isSettled } from '@overturn/domain/clocks/filing-states';
import type { PathId } from '@overturn/domain';
import { pathRow } from '@overturn/domain';
import { businessDaysUntil } from '@overturn/domain/dates/business-days';
import { hasContractCode } from '@overturn/domain/regime/contract-hint';
import { judgeRegime, SHIPPED_REGIME_RULES } from '@overturn/domain/regime/judge-regime';
import type { RegimeFacts } from '@overturn/domain/regime/judge-regime';
import type { ExceptionState } from '@overturn/domain/screening/findings';
import { serviceOf } from '@overturn/domain/screening/procedure-services';
import { screenFactsTold } from '@overturn/domain/screening/told-facts';
import type { WorthFacts } from '@overturn/domain/screening/recoverability';
import type { NetworkStatus } from '@overturn/domain/tasks/fields';
import type { CarcRow } from '@overturn/domain/triage/carc-table';
import { RARC_TABLE } from '@overturn/domain/triage/rarc-table';
import { orUnknown, wordIn } from './known-values.ts';
import { proofsHeld } from './screen-proofs.ts';
import type { ScreenRows } from './screen-rows.ts';

/** The facts of a denial for the screener and the score. What no row holds stays unknown, and is asked for. Pure. */
export function screenFactsOf(rows: ScreenRows, today: string, carcs?: readonly CarcRow[]): WorthFacts {
  const { denial, claim, appeals, owed } = rows;
  const remarks = remarksOf(rows);
  const exception = exceptionOf(rows);
  const shared = {
    settledRegime: orUnknown(denial.regime),
    filingIndicator: orUnknown(claim?.filingIndicator),
    remarks,
  };
  const about = { payer: denial.payer, state: orUnknown(denial.state) };
  return {
    ...shared,
    ...about,
    class: denial.class,
    contractCode: hasContractCode(
      rows.adjustments.map(({ carc }) => carc),
      carcs,
    ),
    confidence: denial.confidence,
    standing: denial.standing,
    planType: orUnknown(denial.planType),
    appealable: !RARC_TABLE.some(({ rarc, noAppealRights }) => noAppealRights && remarks.includes(rarc)),
    networkOutcome: wordIn(denial.networkStatus, 'outcome'),
    facilityNetwork: wordIn(denial.networkStatus, 'facilityStatus') as NetworkStatus | undefined,
    placeOfService: orUnknown(claim?.placeOfService),
    service: serviceOf(rows.lines.flatMap(({ procedure }) => procedure ?? [])),
    serviceOn: orUnknown(claim?.serviceFrom),
    exception,
    tried: triedPaths(rows, exception),
    appealsLost: appeals.filter(({ state }) => state === 'lost').length,
    levels: levelsOf({ ...shared, ...about, product: orUnknown(denial.planType) }, rows),
    paidCents: claim?.paidCents,
    payerLate: owed.filter(({ lateOn }) => lateOn <= today).map(({ clockId }) => clockId),
    filingForces: appeals.some(({ state, documentId }) => state === 'drafted' && documentId !== null),
    proofs: proofsHeld(rows, today),
    amountCents: denial.amountCents,
    businessDaysLeft: businessDaysLeft(denial, today),
    // what a person was told counts before what rows only suggest
    ...screenFactsTold(rows.told, {
      regime: shared.settledRegime,
      calendar: { observedHolidays: denial.observedHolidays },
    }),
  };
}

const remarksOf = ({ claim, lines }: ScreenRows): string[] => [
  ...new Set([...(claim?.remarks ?? []), ...lines.flatMap(({ remarks }) => remarks ?? [])]),
];

const DECIDES: Record<string, ExceptionState> = { approved: 'granted', partly: 'granted', denied: 'refused' };

/** Of internal appeal, by law, plan or payer. */
const levelsOf = (about: RegimeFacts, { payerRules }: ScreenRows): 1 | 2 | undefined =>
  judgeRegime(about, { ...SHIPPED_REGIME_RULES, payers: payerRules }).levels;

/** By what the payer last decided on the request sent last; silence is what an appeal was begun for. Before any request, by what it said when asked. */
function exceptionOf({ packets, responses, appeals, told }: ScreenRows): ExceptionState {
  const sent = packets.findLast(({ purpose }) => purpose === 'exception');
  const since = sent ? Date.parse(sent.createdAt) : Number.NEGATIVE_INFINITY;
  const decision = responses.findLast(
    ({ regards, outcome, createdAt }) =>
      regards === 'exception' && DECIDES[outcome] !== undefined && Date.parse(createdAt) >= since,
  );
  if (decision) return DECIDES[decision.outcome]!;
  if (appeals.some(({ reason }) => reason === 'payer-silent')) return 'silent';
  if (sent) return 'asked';
  return told.exceptionReview === 'does-not-exist' ? 'does-not-exist' : 'not-asked';
}

/** What was asked for and answered: the exception on the path taken, and a correction that could not be made. */
function triedPaths({ denial: { path }, answers }: ScreenRows, exception: ExceptionState): PathId[] {
  const isAnswered = exception !== 'not-asked' && exception !== 'asked';
  return [
    ...(path && isAnswered && pathRow(path).asks === 'exception' ? [path] : []),
    ...(answers.some(({ kind, outcome }) => kind === 'fix-claim' && outcome === 'cannot-be-corrected')
      ? (['correction'] as const)
      : []),
  ];
}

/** Only while the date still runs: one that was met or decided presses nobody. */
function businessDaysLeft(
  { safeDueOn, filingState, stage, observedHolidays }: ScreenRows['denial'],
  today: string,
): number | undefined {
  const isRunning = !isSettled(filingState) && stage !== 'closed';
  return safeDueOn && isRunning ? businessDaysUntil(today, safeDueOn, { observedHolidays }) : undefined;
}
