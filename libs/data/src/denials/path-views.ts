import type { DenialView } from '@overturn/contracts';
import { pathRow } from '@overturn/domain';
import type { RulesInForce } from '@overturn/domain/rules/rules-in-force';
import { likelihoodWords } from '@overturn/domain/screening/likelihood';
import { BASE_POINTS } from '@overturn/domain/screening/recoverability-rows';
import { factsThatSettle } from '@overturn/domain/screening/screening-facts';
import { whyNotPath } from '@overturn/domain/screening/why-not-path';
import { withOwnRows } from '@overturn/domain/triage/own-rows';
import { triageDenial } from '@overturn/domain/triage/triage-denial';
import type { ScreenedDenial } from './screen-denial.ts';
import type { ScreenRows } from './screen-rows.ts';
import { triageFactsOf } from './triage-facts.ts';

/** Every path as the page shows it, in the order of the table. */
export const pathViews = ({ facts, paths, proposed }: ScreenedDenial, chosen: string | null): DenialView['paths'] =>
  paths.map(({ path, verdict, likely, reasons, proofs, whoMayAsk, questions, verified }) => ({
    id: path,
    label: pathRow(path).label,
    chosen: path === chosen,
    suggested: path === proposed,
    verdict,
    likelihood: likelihoodWords(verdict, likely),
    reasons: [...reasons],
    evidence: [...proofs],
    whoMayAsk: { ...whoMayAsk, askers: [...whoMayAsk.askers] },
    questions: questions.map(({ question, of }) => ({ question, askedOf: of, facts: factsThatSettle(question) })),
    whyNot: whyNotPath(path, facts) ?? null,
    verified,
  }));

export const recoverabilityView = ({
  recoverability: { score, rows, raises },
}: ScreenedDenial): DenialView['recoverability'] => ({
  score,
  base: BASE_POINTS,
  rows: rows.map(({ id, sentence, points }) => ({ id, sentence, points })),
  raises: [...raises],
});

/** What is still open about the denial itself. */
export function openQuestionsOf(
  rows: ScreenRows,
  rules: RulesInForce,
  today: string,
): DenialView['triage']['questions'] {
  const { codes } = rules.on(rows.denial.noticeOn ?? today);
  const { questions } = triageDenial(triageFactsOf(rows), withOwnRows(codes));
  return questions.map(({ id, asks, askedOf }) => ({ id, question: asks, askedOf, facts: factsThatSettle(asks) }));
}
