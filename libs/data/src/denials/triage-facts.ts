import type { NetworkStatus } from '@overturn/domain/tasks/fields';
import { factsThatSettle } from '@overturn/domain/screening/screening-facts';
import { QUESTIONS } from '@overturn/domain/triage/questions';
import type { QuestionId } from '@overturn/domain/triage/questions';
import type { TriageFacts } from '@overturn/domain/triage/triage-denial';
import { orUnknown, wordIn } from './known-values.ts';
import type { ScreenRows } from './screen-rows.ts';

/** In which fields of any form a question has its answer. */
const ANSWERED_IN: Partial<Record<QuestionId, readonly string[]>> = {
  'V7.rule': ['networkRule'],
  'V7.exception': ['exceptionReviewed'],
  'V7.proof': ['moreProofHelps'],
  'V8.said': ['saidInNetwork'],
  'V8.facility': ['whyThisFacility'],
  'V8.steps': ['stepsDone', 'referralNumber', 'authorizationNumber'],
};
/** What a reviewer has settled by calling the intake complete and right. */
const SETTLED_BY_REVIEW: readonly QuestionId[] = ['V2', 'remark', 'meaning'];

/** The facts of a denial for triage. Pure. */
export function triageFactsOf({ denial, claim, lines, adjustments, appeals, answers, told }: ScreenRows): TriageFacts {
  const party = (npi: string | null | undefined, field: string) => ({
    npi: orUnknown(npi),
    network: wordIn(denial.networkStatus, field) as NetworkStatus | undefined,
  });
  return {
    adjustments: adjustments.map(({ line, ...row }) => ({ ...row, ...(line !== null && { line }) })),
    remarks: [
      ...(claim?.remarks ?? []).map((rarc) => ({ rarc })),
      ...lines.flatMap(({ remarks, ordinal }) => (remarks ?? []).map((rarc) => ({ rarc, line: ordinal }))),
    ],
    lineCount: lines.length,
    ...(claim && { paidCents: claim.paidCents, claimStatus: claim.claimStatus }),
    filingIndicator: orUnknown(claim?.filingIndicator),
    settledRegime: orUnknown(denial.regime),
    planType: orUnknown(denial.planType),
    placeOfService: orUnknown(claim?.placeOfService),
    providers: {
      billing: party(claim?.billingNpi, 'billingStatus'),
      rendering: party(claim?.renderingNpi, 'renderingStatus'),
      facility: party(claim?.facilityNpi, 'facilityStatus'),
    },
    wording: orUnknown(denial.wording),
    noticeOn: orUnknown(denial.noticeOn),
    appealSentOn: orUnknown(appeals.find(({ level }) => level === 1)?.sentOn),
    isDenial: true,
    answered: [...answeredBy(denial, answers), ...answeredByFacts(told)],
  };
}

function answeredBy({ networkStatus }: ScreenRows['denial'], answers: ScreenRows['answers']): string[] {
  const forms = [networkStatus, ...answers.map(({ answer }) => answer)];
  const outcome = wordIn(networkStatus, 'outcome');
  const isReviewed = answers.some(({ kind, outcome: found }) => kind === 'review-intake' && found === 'corrected');
  return [
    ...Object.entries(ANSWERED_IN).flatMap(([id, fields]) =>
      forms.some((form) => fields.some((field) => isAnswered(form[field]))) ? [id] : [],
    ),
    ...(isReviewed ? SETTLED_BY_REVIEW : []),
    ...(outcome && outcome !== 'unknown' ? ['network'] : []),
  ];
}

/** Questions that a told fact settles. */
const answeredByFacts = (told: ScreenRows['told']): string[] =>
  QUESTIONS.filter(({ asks }) => factsThatSettle(asks).some((name) => told[name] !== undefined)).map(({ id }) => id);

/** “No” is an answer. */
const isAnswered = (value: unknown): boolean => value !== undefined && value !== null && value !== '';
