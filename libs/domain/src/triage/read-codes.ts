import { type Applied, applyInteractions } from './apply-interactions.ts';
import { featuresOf } from './claim-features.ts';
import { type ClassReading, readingOf } from './class-reading.ts';
import { type DenialClass, denialClassRow } from './denial-classes.ts';
import { SHIPPED_TRIAGE, type TriageRules } from './own-rows.ts';
import { decide, type Deciding, type KnownRemark, knownRemarks, signsOf } from './signs.ts';
import type { TriageFacts } from './triage-denial.ts';
import { cluesIn, type WordingClue } from './wording-clues.ts';

/** What the codes and the letter's words say together, before any of it is explained. */
export interface CodesRead extends Deciding {
  class: DenialClass;
  /** Whether the claim opens a denial by itself. */
  opens: boolean;
  known: readonly KnownRemark[];
  clues: readonly WordingClue[];
  applied: Applied;
  reading: ClassReading;
}

/** The class of a claim, and whether it opens a denial: all that a kept claim needs. Pure. */
export function readCodes(facts: TriageFacts, rules: TriageRules = SHIPPED_TRIAGE): CodesRead {
  const known = knownRemarks(facts, rules);
  const clues = facts.wording ? cluesIn(facts.wording, rules.clues) : [];
  const raw = signsOf(facts, rules, known);
  const claim = {
    remarks: known,
    rarcs: facts.remarks,
    lineCount: facts.lineCount,
    features: featuresOf(facts, raw, known),
  };
  const applied = applyInteractions(raw, claim, rules);
  const deciding = decide(applied.signs);
  const reading = readingOf(deciding.leading, clues);
  const opens = deciding.opening.length > 0 || denialClassRow(reading.class).opens;
  return { ...deciding, class: reading.class, opens, known, clues, applied, reading };
}
