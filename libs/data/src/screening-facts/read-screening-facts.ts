import type { ScreeningFactView } from '@overturn/contracts';
import { SCREENING_FACTS, screeningFactRow } from '@overturn/domain/screening/screening-facts';
import type { ScreeningFact } from '@overturn/domain/screening/screening-facts';
import { sayScreeningFact } from '@overturn/domain/screening/told-facts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';

type Row = Omit<ScreeningFactView, 'name' | 'question' | 'answer' | 'at'> & { name: ScreeningFact; at: Date };
const PLACES = new Map<string, number>(SCREENING_FACTS.map(({ name }, place) => [name, place]));

/** What was told of a denial, in the order of the table. A fact that is no longer asked is not shown. */
export async function readScreeningFacts(tx: Tx, denialId: string): Promise<ScreeningFactView[]> {
  const rows = await tx.rows<Row>(sql`
    select name, value, said_by "saidBy", told_on "toldOn", source, actor by, created_at at
    from screening_fact where denial_id = ${denialId}`);
  return rows
    .filter(({ name }) => PLACES.has(name))
    .toSorted((a, b) => PLACES.get(a.name)! - PLACES.get(b.name)!)
    .map(({ name, value, at, ...row }) => ({
      name,
      question: screeningFactRow(name).question,
      value,
      answer: sayScreeningFact(name, value),
      ...row,
      at: at.toISOString(),
    }));
}
