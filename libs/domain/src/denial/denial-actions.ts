import { OPEN_STAGES, type Stage, stageRow } from './stages.ts';

/** From which stages an act is possible. The api and the dashboard read it to say why not; the workflow has the last word. */
const ACTION_TABLE = {
  withdraw: { label: 'withdraw it', from: OPEN_STAGES },
  changeFact: { label: 'change a fact', from: OPEN_STAGES },
  answerQuestion: { label: 'answer a question', from: OPEN_STAGES },
  askWhatIf: { label: 'ask what would move its dates', from: OPEN_STAGES },
  choosePath: {
    label: 'choose another path',
    from: ['choose-path', 'request-exception', 'fix-claim'],
  },
  fileNow: {
    label: 'file the appeal',
    from: ['verify-network', 'choose-path', 'request-exception', 'await-response', 'fix-claim', 'appeal'],
  },
  recordResponse: {
    label: 'record an answer',
    from: ['request-exception', 'await-response', 'appeal', 'await-appeal', 'await-payment', 'fix-claim'],
  },
  addEvidence: { label: 'add evidence', from: OPEN_STAGES },
  reopen: { label: 'reopen it', from: ['closed'] },
} as const satisfies Record<string, { label: string; from: readonly Stage[] }>;

export type DenialAction = keyof typeof ACTION_TABLE;
export const DENIAL_ACTIONS = Object.keys(ACTION_TABLE) as DenialAction[];

/** The reason to show staff, or undefined when the action is allowed. */
export function whyNot(action: DenialAction, { stage }: { stage: Stage }): string | undefined {
  const { label, from }: { label: string; from: readonly Stage[] } = ACTION_TABLE[action];
  if (from.includes(stage)) return undefined;
  if (stage === 'closed') return `The denial is closed. Reopen it to ${label}.`;
  const allowed = from.map((one) => `“${stageRow(one).label}”`).join(', ');
  return `Now at “${stageRow(stage).label}”: you can ${label} only at ${allowed}.`;
}
