import type { PathId } from '@overturn/domain';
import type { Asked } from '@overturn/domain/clocks/response-date';
import { NO_TERMS, payerTerms } from '@overturn/domain/payers/payer-terms';
import type { PayerTerms } from '@overturn/domain/payers/payer-terms';
import { purposeOf } from '@overturn/domain/payers/payer-choices';
import type { Purpose } from '@overturn/domain/payers/payer-choices';
import type { PayerRow } from '@overturn/domain/payers/payer-rows';
import { filingIndicator } from '@overturn/domain/regime/filing-indicators';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { PAYER_ROW } from '../payer-rules/payer-rule-rows.ts';
import type { DenialFacts } from './open-facts.ts';

/** What a denial's filings are asked under among the payer's rows. */
export const FILED_UNDER: Purpose = 'appeal-1';

/** What a denial is among a payer's rows. */
export interface TermsAsked {
  payer: string;
  planType: string | null;
  state: string | null;
}

/** The payer's terms for one purpose; `on`: the day by which a row is stale. */
export const termsFor = (
  { payer, planType, state }: TermsAsked,
  purpose: Purpose,
  rows: readonly PayerRow[],
  on: string,
): PayerTerms => payerTerms({ payer, purpose, product: planType ?? undefined, state: state ?? undefined }, rows, on);

/** The rows that hold, in one read: of these payers, or of all. */
export const readPayerRows = async (tx: Tx, payers?: readonly string[]): Promise<PayerRow[]> =>
  (
    await tx.rows<{ row: PayerRow }>(sql`
      select ${PAYER_ROW} "row" from payer_rule r
      where r.organization_id = ${tx.organizationId} and r.ended_at is null
        and ${payers ? sql`r.payer = any(${[...new Set(payers)]})` : sql`true`}`)
  ).map(({ row }) => row);

/** For openings of many claims: the rows read once, the terms worked out once a payer and product. */
export async function readFilingTerms(
  tx: Tx,
  facts: readonly DenialFacts[],
  on: string,
): Promise<(facts: DenialFacts) => PayerTerms> {
  const rows = await readPayerRows(
    tx,
    facts.map(({ payer }) => payer.identifier),
  );
  if (rows.length === 0) return () => NO_TERMS;
  const known = new Map<string, PayerTerms>();
  return (one) => {
    const asked = { payer: one.payer.identifier, planType: planTypeOf(one), state: null };
    const key = JSON.stringify(asked);
    const found = known.get(key) ?? termsFor(asked, FILED_UNDER, rows, on);
    known.set(key, found);
    return found;
  };
}

/** As a person said it, else as the remittance's indicator does. */
export const planTypeOf = ({ planType, filingIndicator: clp06 }: DenialFacts): string | null =>
  planType ?? filingIndicator(clp06 ?? '')?.planType ?? null;

/** As it is kept: null where no row said anything, an empty list where no date was counted yet. */
export const keptTerms = (held: readonly PayerTerms[]): readonly PayerTerms[] | null =>
  held.length > 0 && held.every(isEmpty) ? null : held;

const isEmpty = ({ amounts, levels, closures }: PayerTerms): boolean =>
  Object.keys(amounts).length === 0 && !levels && !closures;

/** What the payer is asked under when its answer is awaited. */
export const askedUnder = (asked: Asked, path: PathId | null): Purpose => {
  if (asked === 'appeal') return FILED_UNDER;
  return path && purposeOf(path) === 'authorization' ? 'authorization' : 'exception';
};
