import type { WhatIfBody, WhatIfView } from '@overturn/contracts';
import { dateIn, DomainError, isDomainError, sayDate, whyNot } from '@overturn/domain';
import type { Channel } from '@overturn/domain';
import { movedDates, rowsUnder } from '@overturn/domain/clocks/moved-dates';
import type { Due, RulePatch } from '@overturn/domain/clocks/moved-dates';
import type { Purpose } from '@overturn/domain/payers/payer-choices';
import { NO_TERMS } from '@overturn/domain/payers/payer-terms';
import type { PayerTerms } from '@overturn/domain/payers/payer-terms';
import type { RulesInForce } from '@overturn/domain/rules/rules-in-force';
import type { Caller } from '../accounts/caller.ts';
import type { Tx } from '../database/database.ts';
import { readRules } from '../rules/read-rules.ts';
import type { CaseRules } from '../rules/read-rules.ts';
import { badFacts, readDatedFacts, refuseNoFilingDate, refuseWrongDays } from './dated-facts.ts';
import { FILED_UNDER, termsFor } from './filing-terms.ts';
import { findDenial } from './find-denial.ts';
import { filingDates } from './open-dates.ts';
import type { DatedFacts } from './open-dates.ts';
import { answersOwed } from './payer-answers.ts';
import { readCounted } from './what-if-rows.ts';
import type { CountedRows } from './what-if-rows.ts';
import { unmoved, whatIfDateOf } from './what-if-view.ts';

/** All that the dates of one denial are counted by. */
interface Basis extends CaseRules {
  facts: DatedFacts;
  channel: Channel | undefined;
  extensionNoticedOn: string | undefined;
}

/**
 * The dates of an open denial as they stand and as they would be, by the rules that its workflow uses; nothing is kept.
 * Throws DENIAL_NOT_FOUND, DENIAL_CLOSED, and BAD_INPUT for what the change itself would refuse.
 */
export async function whatIf(tx: Tx, now: Date, caller: Caller, id: string, body: WhatIfBody): Promise<WhatIfView> {
  const { stage, closing } = await findDenial(tx, caller, id);
  if (closing || stage === 'closed')
    throw new DomainError('DENIAL_CLOSED', whyNot('askWhatIf', { stage: 'closed' })!, { denialId: id });
  const inForce = await readRules(tx, id);
  const today = dateIn(inForce.timeZone, now.toISOString());
  const counted = await readCounted(tx, id);
  const { appealChannel, extensionNoticedOn, rule, ...given } = body;
  const facts = await readDatedFacts(tx, id);
  refuseWrongDays(body, facts, today);
  const before: Basis = { ...inForce, facts, channel: counted.channel ?? undefined, extensionNoticedOn: undefined };
  const after: Basis = {
    facts: { ...facts, ...said(given), ...(given.regime === 'unknown' && { regime: null }) },
    channel: appealChannel ?? before.channel,
    extensionNoticedOn,
    ...(rule ? rulesUnder(inForce, rule) : inForce),
  };
  const openedOn = dateIn(inForce.timeZone, counted.openedAt);
  const payer = termsFor(counted.about, FILED_UNDER, counted.payerRules, openedOn);
  const terms = { payer, held: counted.held ?? [NO_TERMS] };
  const filingsBy = (basis: Basis): Due[] =>
    filingDates(basis.facts, { ...basis, ...terms }, openedOn).map(({ purpose, deadline }) => ({
      purpose,
      due: deadline,
    }));
  const filings = blamingRule(() => filingsBy(after));
  refuseNoFilingDate(body, filings);
  const moved = movedDates(
    [...filingsBy(before), ...owedBy(before, counted, today)],
    [...filings, ...blamingRule(() => owedBy(after, counted, today))],
  );
  return {
    items: moved.map((one) => whatIfDateOf(one, counted.states[one.purpose], today)),
    warnings: unmoved(body, moved, after.rules.clockRows),
  };
}

type Said<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const said = <T extends object>(given: T): Said<T> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Said<T>;

/** What the payer owes; throws BAD_INPUT where it would take longer before it was asked. */
function owedBy(
  { channel, extensionNoticedOn, ...rules }: Basis,
  { sendings, about, payerRules, path }: CountedRows,
  today: string,
): Due[] {
  const sentAfter = sendings.find(({ sentOn }) => extensionNoticedOn && extensionNoticedOn < sentOn);
  if (sentAfter)
    throw badFacts(
      ['extensionNoticedOn'],
      `The payer cannot take longer before it was asked, on ${sayDate(sentAfter.sentOn)}. Give the day on which its notice came.`,
    );
  const extended = sendings.map((sending) => ({ ...sending, extensionNoticedOn }));
  const termsOf = (purpose: Purpose): PayerTerms => termsFor(about, purpose, payerRules, today);
  return answersOwed({ sendings: extended, channel, path }, rules, termsOf, today);
}

const AT_FAULT: Readonly<Record<string, string>> = {
  BAD_INPUT: 'rule.anchor',
  CLOCK_NOT_IN_FORCE: 'rule.effectiveFrom',
};

/** Rows as they are in force have answered before: what they cannot answer now is the fault of the rule that was laid over them. */
function blamingRule<T>(count: () => T): T {
  try {
    return count();
  } catch (error) {
    const field = isDomainError(error) && !error.details.fields && AT_FAULT[error.code];
    if (!field) throw error;
    throw badFacts([field], error.message);
  }
}

function rulesUnder({ timeZone, rules, without }: CaseRules, rule: RulePatch): CaseRules {
  const patched = (before: RulesInForce): RulesInForce => ({ ...before, clockRows: rowsUnder(before.clockRows, rule) });
  try {
    return { timeZone, rules: patched(rules), ...(without && { without: without.map(patched) }) };
  } catch (error) {
    if (isDomainError(error) && error.code === 'BAD_INPUT') throw badFacts(['rule.clock'], error.message);
    throw error;
  }
}
