import type { Op } from '@overturn/workflows/activities';
import { applyAnswer } from '../answers/apply-answer.ts';
import { applyResponse } from '../answers/apply-response.ts';
import { attachClaim, closeDenial, decideCommand, enterStage, note, takePath, takeUp } from './case-operations.ts';
import { draftDocument, ensureAppeal, renderDocument, settleAppeal } from './document-operations.ts';
import { raiseTier } from './filing-operations.ts';
import { readCase } from './case-rows.ts';
import type { StepContext } from './step-context.ts';
import { cancelTask, openTask, raiseTask, remindTask, returnTask } from './task-operations.ts';

interface Operation<Name extends Op['op']> {
  write(context: StepContext, op: Extract<Op, { op: Name }>): Promise<void>;
  /** The case (`readCase`) reads otherwise afterwards. */
  changesCase: boolean;
}
type Operations = { [Name in Op['op']]: Operation<Name> };

/** What each operation writes. Each is safe on rows that another act changed first. */
const OPERATIONS: Operations = {
  stage: { write: enterStage, changesCase: true },
  path: { write: takePath, changesCase: true },
  'open-task': { write: openTask, changesCase: false },
  'cancel-task': { write: cancelTask, changesCase: false },
  'apply-answer': { write: applyAnswer, changesCase: true },
  'apply-response': { write: applyResponse, changesCase: true },
  'remind-task': { write: remindTask, changesCase: false },
  'return-task': { write: returnTask, changesCase: false },
  'raise-task': { write: raiseTask, changesCase: false },
  'raise-tier': { write: raiseTier, changesCase: false },
  draft: { write: draftDocument, changesCase: false },
  render: { write: renderDocument, changesCase: false },
  appeal: { write: ensureAppeal, changesCase: true },
  'settle-appeal': { write: settleAppeal, changesCase: true },
  'attach-claim': { write: attachClaim, changesCase: false },
  command: { write: decideCommand, changesCase: false },
  note: { write: note, changesCase: false },
  close: { write: closeDenial, changesCase: true },
  'take-up': { write: takeUp, changesCase: false },
};

export async function applyOp(context: StepContext, op: Op): Promise<void> {
  const { write, changesCase } = OPERATIONS[op.op] as Operation<Op['op']>;
  await write(context, op);
  if (changesCase) context.rows = await readCase(context.tx, context.step.denialId);
}
