/** The one way from `intake-review` to `closed`; the label is what staff read, the step where the step bar stands. */
const STAGE_TABLE = [
  { stage: 'intake-review', label: 'Review intake', step: 'verify' },
  { stage: 'verify-network', label: 'Verify network', step: 'verify' },
  { stage: 'choose-path', label: 'Choose path', step: 'path' },
  { stage: 'request-exception', label: 'Request exception', step: 'request' },
  { stage: 'fix-claim', label: 'Correct the claim', step: 'request' },
  { stage: 'await-response', label: 'Wait for response', step: 'wait' },
  { stage: 'appeal', label: 'File appeal', step: 'appeal' },
  { stage: 'await-appeal', label: 'Wait for the appeal', step: 'appeal' },
  { stage: 'await-payment', label: 'Wait for payment', step: 'paid' },
  { stage: 'closed', label: 'Closed', step: 'paid' },
] as const;

export type Stage = (typeof STAGE_TABLE)[number]['stage'];
export type Step = (typeof STAGE_TABLE)[number]['step'];
export interface StageRow {
  stage: Stage;
  label: string;
  step: Step;
}

export const STAGES: readonly StageRow[] = STAGE_TABLE;
export const STAGE_IDS: readonly Stage[] = STAGE_TABLE.map((row) => row.stage);
export const OPEN_STAGES: readonly Stage[] = STAGE_IDS.filter((stage) => stage !== 'closed');

/** The step bar of the denial page, in order. */
export const STEPS: readonly { step: Step; label: string }[] = [
  { step: 'verify', label: 'Verify' },
  { step: 'path', label: 'Path' },
  { step: 'request', label: 'Request' },
  { step: 'wait', label: 'Wait' },
  { step: 'appeal', label: 'Appeal' },
  { step: 'paid', label: 'Paid' },
];

const STAGE_BY_ID = new Map<string, StageRow>(STAGE_TABLE.map((row) => [row.stage, row]));

export function stageRow(stage: Stage): StageRow {
  return STAGE_BY_ID.get(stage)!;
}

export function isStage(value: string): value is Stage {
  return STAGE_BY_ID.has(value);
}
