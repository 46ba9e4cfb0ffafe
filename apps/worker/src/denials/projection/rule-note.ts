import { readChangeWords } from '@overturn/data/rules/say-change';
import { TIMER } from './step-context.ts';
import type { StepContext, TimelineLine } from './step-context.ts';

/** That a change of a rule had the denial looked at again, with who proposed and who approved it. */
export async function ruleLines({ tx }: StepContext, changeId: string): Promise<TimelineLine[]> {
  const words = await readChangeWords(tx, changeId);
  if (!words) return [];
  return [{ actor: TIMER, code: 'rule-changed', sentence: `${words}: dates and lacks were looked at again.` }];
}
