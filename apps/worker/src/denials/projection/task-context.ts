import { sql } from '@overturn/data/database/database';
import { readScreenRows } from '@overturn/data/denials/screen-rows';
import { caseLacks } from './lacks.ts';
import type { Op } from '@overturn/workflows/activities';
import type { Regards } from '@overturn/workflows/messages';
import type { StepContext } from './step-context.ts';

/** What of the payer's answers is put to a supervisor, each under its outcome. */
const OF_AN_ANSWER = ['partly', 'denied', 'more-information', 'lost', 'appeal-denied'];

/** A rescue is named after the answer that it is about; one that does not say so is about the exception. */
const regardsOf = ({ kind, why, key }: Extract<Op, { op: 'open-task' }>): Regards | undefined => {
  if (kind !== 'rescue' || !OF_AN_ANSWER.includes(why)) return undefined;
  return key.includes('/appeal/') ? 'appeal' : 'exception';
};

/** What a task's form needs beside its table row: ids, enums and the gate's sentences. */
export async function readTaskContext(
  context: StepContext,
  op: Extract<Op, { op: 'open-task' }>,
): Promise<Record<string, unknown>> {
  const { tx, step, rows } = context;
  const document = op.document
    ? await tx.row<{ id: string }>(
        sql`select id from document where denial_id = ${step.denialId} and key = ${op.document}`,
      )
    : undefined;
  const regards = regardsOf(op);
  const response =
    op.kind === 'rescue' || op.why === 'promise-in-doubt'
      ? await tx.row<{ id: string; wording: string | null }>(sql`
          select id, wording from payer_response
          where denial_id = ${step.denialId} and outcome <> 'acknowledged' and regards = coalesce(${regards ?? null}, regards)
          order by created_at desc limit 1`)
      : undefined;
  return {
    why: op.why,
    ...(document && { documentId: document.id }),
    ...(op.why === 'lacks' && { lacks: caseLacks(rows, await readScreenRows(tx, step.denialId)) }),
    ...(regards && { regards }),
    ...(response && { responseId: response.id, payerWrote: response.wording }),
    ...(op.kind === 'choose-path' && { suggested: rows.view.path }),
  };
}
