import type { IsoDate } from '../dates/iso-date.ts';
import { likelyRegime } from '../regime/likely-regime.ts';
import type { RegimeId } from '../regime/regimes.ts';
import type { PlanType } from '../tasks/fields.ts';
import { standingOf, type Standing } from './adjustment-groups.ts';
import { type AppealAnswer, type Applied, applyInteractions, type Reason } from './apply-interactions.ts';
import type { Confidence } from './carc-table.ts';
import { doubt, readingOf } from './class-reading.ts';
import { saySign } from './classify.ts';
import { type DenialClass, denialClassRow } from './denial-classes.ts';
import { featuresOf } from './claim-features.ts';
import { findTrigger, type FoundTrigger, type PartiesFacts } from './found-trigger.ts';
import { type OpenQuestion, openQuestions } from './open-questions.ts';
import type { RarcRow } from './rarc-table.ts';
import { SHIPPED_TRIAGE, type TriageRules } from './own-rows.ts';
import { decide, isRemark, knownRemarks, type Sign, signsOf, surest, unique } from './signs.ts';
import { type SurpriseStanding, surpriseStanding } from './surprise-standing.ts';
import type { TriageInput } from './triage-input.ts';
import { cluesIn } from './wording-clues.ts';
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

/** What a denial is, how surely, and by which facts and rows. Pure: the same facts and rows give the same verdict. */
export function triageDenial(facts: TriageFacts, rules: TriageRules = SHIPPED_TRIAGE): TriageVerdict {
  const known = knownRemarks(facts, rules);
  const remarks = known.map(({ row }) => row);
  const clues = facts.wording ? cluesIn(facts.wording, rules.clues) : [];
  const raw = signsOf(facts, rules, known);
  const applied = applyInteractions(raw, known, featuresOf(facts, raw, known), rules);
  const { opening, leading, shown } = decide(applied.signs);
  const read = readingOf(leading, clues);
  const { confidence, doubts } = doubt(facts.claimStatus, read.confidence ?? surest(leading, opening), leading, clues);
  const trigger = findTrigger(shown, remarks, clues, facts.lineCount, facts.providers ?? {});
  const surprises = surpriseStanding(remarks, facts, rules.regimes);
  const likely = likelyRegime(
    facts.filingIndicator,
    remarks.map(({ rarc }) => rarc),
    rules.rarcs,
  );
  const work = workOf(applied.signs, known, read.class);
  const opens = opening.length > 0 || denialClassRow(read.class).opens;
  const isDenied = opens || facts.isDenial === true;
  return {
    class: read.class,
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
        ...shown.map((sign): Reason => ({ sentence: saySign(sign), fact: sign.code, row: rowOf(sign) })),
        ...read.reasons,
        ...applied.reasons,
        ...(surprises ? [{ sentence: surprises.sentence, fact: surprises.remarks.join(', '), row: 'rarc' }] : []),
        ...sayRemarks(remarks),
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

const rowOf = (sign: Sign): string => `${isRemark(sign) ? 'rarc' : 'carc'} ${sign.key}`;

/** What a remark decides beside the class: whose law, and whether there is an appeal at all. */
const sayRemarks = (remarks: readonly RarcRow[]): Reason[] =>
  remarks
    .filter((row) => row.regime ?? row.noAppealRights)
    .map(({ rarc, label }) => ({ sentence: `${rarc}: ${label}.`, fact: rarc, row: `rarc ${rarc}` }));

const uniqueBy = <T>(values: readonly T[], key: (value: T) => string): T[] => [
  ...new Map(values.map((value) => [key(value), value] as const)).values(),
];
