import type { Op } from '@overturn/workflows/activities';
import { applyAnswer } from '../answers/apply-answer.ts';
import { applyResponse } from '../answers/apply-response.ts';
import { attachClaim, closeDenial, decideCommand, enterStage, note, takePath, takeUp } from './case-operations.ts';
import { draftDocument, ensureAppeal, renderDocument, settleAppeal } from './document-operations.ts';
import { raiseTier } from './filing-operations.ts';
import type { StepContext } from './step-context.ts';
import { cancelTask, openTask, raiseTask, remindTask, returnTask } from './task-operations.ts';

type Operations = { [Name in Op['op']]: (context: StepContext, op: Extract<Op, { op: Name }>) => Promise<void> };

/** What each operation writes. Each is safe on rows that another act changed first. */
const OPERATIONS: Operations = {
  stage: enterStage,
  path: takePath,
  'open-task': openTask,
  'cancel-task': cancelTask,
  'apply-answer': applyAnswer,
  'apply-response': applyResponse,
  'remind-task': remindTask,
  'return-task': returnTask,
  'raise-task': raiseTask,
  'raise-tier': raiseTier,
  draft: draftDocument,
  render: renderDocument,
  appeal: ensureAppeal,
  'settle-appeal': settleAppeal,
  'attach-claim': attachClaim,
  command: decideCommand,
  note,
  close: closeDenial,
  'take-up': takeUp,
};

export const applyOp = (context: StepContext, op: Op): Promise<void> =>
  (OPERATIONS[op.op] as (context: StepContext, op: Op) => Promise<void>)(context, op);
