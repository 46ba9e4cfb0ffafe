import type { IsoDate } from '../dates/iso-date.ts';
import { likelyRegime } from '../regime/likely-regime.ts';
import type { RegimeId } from '../regime/regimes.ts';
import type { PlanType } from '../tasks/fields.ts';
import { standingOf, type Standing } from './adjustment-groups.ts';
import type { Applied, Reason } from './apply-interactions.ts';
import type { Confidence } from './carc-table.ts';
import { doubt } from './class-reading.ts';
import type { DenialClass } from './denial-classes.ts';
import { findTrigger, type FoundTrigger, type PartiesFacts } from './found-trigger.ts';
import type { AppealAnswer } from './interactions.ts';
import { type OpenQuestion, openQuestions } from './open-questions.ts';
import { SHIPPED_TRIAGE, type TriageRules } from './own-rows.ts';
import { type CodesRead, readCodes } from './read-codes.ts';
import { sayRemark, saySigns } from './say-signs.ts';
import { surest, unique } from './signs.ts';
import { type SurpriseStanding, surpriseStanding } from './surprise-standing.ts';
import type { TriageInput } from './triage-input.ts';
import { partWays, type WorkItem, workOf } from './work-items.ts';

/** All that is known of a denial when it is triaged; only the codes are a must, and they may be none. */
export interface TriageFacts extends TriageInput {
  /** CLP06. */
  filingIndicator?: string | undefined;
  settledRegime?: RegimeId | (string & {}) | undefined;
  planType?: PlanType | undefined;
  placeOfService?: string | undefined;
  providers?: PartiesFacts | undefined;
  /** The letter's own words. */
  wording?: string | undefined;
  noticeOn?: IsoDate | undefined;
  /** When an appeal of ours went out, if one did. */
  appealSentOn?: IsoDate | undefined;
  /** It is worked as a denial whatever its codes say: a person opened it. */
  isDenial?: boolean | undefined;
  /** Ids of questions that have their answer. */
  answered?: readonly string[] | undefined;
}

export interface TriageVerdict {
  class: DenialClass;
  opens: boolean;
  confidence: Confidence;
  trigger: FoundTrigger;
  standing: Standing;
  /** False: resubmit, never appeal. */
  appealable: boolean;
  codes: readonly string[];
  /** Codes that no row knows; kept. */
  unknownCodes: readonly string[];
  /** Codes that wait for a person or an organization's row. */
  toClassify: readonly string[];
  /** What it may be in truth, and by which code. */
  looksLike: Applied['looksLike'];
  /** The classes in the order of work. */
  work: readonly WorkItem[];
  /** Lines are of different classes: a command may split them. */
  linesPartWays: boolean;
  surprises?: SurpriseStanding;
  likelyRegime: RegimeId;
  answersAppeal?: AppealAnswer;
  reasons: readonly Reason[];
  questions: readonly OpenQuestion[];
  /** Unsure goes to a person, never to a guess. */
  next: 'review-intake' | 'verify-network';
}

/**
 * What a denial is, how surely, and by which facts and rows. Pure: the same facts and rows give the same verdict.
 * @param codes what `readCodes` says of the same facts and rows, where the caller has it
 */
export function triageDenial(
  facts: TriageFacts,
  rules: TriageRules = SHIPPED_TRIAGE,
  codes: CodesRead = readCodes(facts, rules),
): TriageVerdict {
  const { known, clues, applied, opening, leading, shown, reading, opens } = codes;
  const remarks = known.map(({ row }) => row);
  const { confidence, doubts } = doubt(
    facts.claimStatus,
    reading.confidence ?? surest(leading, opening),
    leading,
    clues,
  );
  const trigger = findTrigger(shown, remarks, clues, facts.lineCount, facts.providers ?? {});
  const surprises = surpriseStanding(remarks, facts, rules.regimes);
  const likely = likelyRegime(
    facts.filingIndicator,
    remarks.map(({ rarc }) => rarc),
    rules.rarcs,
  );
  const work = workOf(applied.signs, known, reading.class);
  const isDenied = opens || facts.isDenial === true;
  return {
    class: reading.class,
    opens,
    confidence,
    trigger,
    standing: standingOf(new Set(shown.map((sign) => sign.group))),
    appealable: !remarks.some((row) => row.noAppealRights),
    codes: unique(shown.map((sign) => sign.code)),
    unknownCodes: unique(applied.signs.filter((sign) => sign.isUnknown).map((sign) => sign.code)),
    toClassify: unique(applied.signs.filter((sign) => sign.class === 'to-classify').map((sign) => sign.code)),
    looksLike: uniqueBy(applied.looksLike, ({ class: found, code }) => `${found} ${code}`),
    work,
    linesPartWays: partWays(work),
    ...(surprises && { surprises }),
    likelyRegime: likely.regime,
    ...(applied.answersAppeal && { answersAppeal: applied.answersAppeal }),
    reasons: uniqueBy(
      [
        ...saySigns(shown),
        ...reading.reasons,
        ...applied.reasons,
        ...(surprises ? [{ sentence: surprises.sentence, fact: surprises.remarks.join(', '), row: 'rarc' }] : []),
        ...remarks.flatMap(sayRemark),
        { sentence: trigger.because, fact: 'trigger' },
        ...doubts,
      ],
      ({ sentence }) => sentence,
    ),
    questions: openQuestions({
      asked: [...applied.asks, ...(isDenied && !facts.noticeOn ? ['notice-date'] : [])],
      remarks,
      surprises,
      isClassSure: confidence === 'high',
      isTriggerSure: trigger.confidence === 'high',
      isDenied,
      answered: facts.answered ?? [],
    }),
    next: confidence === 'unsure' ? 'review-intake' : 'verify-network',
  };
}

const uniqueBy = <T>(values: readonly T[], key: (value: T) => string): T[] => [
  ...new Map(values.map((value) => [key(value), value] as const)).values(),
];
