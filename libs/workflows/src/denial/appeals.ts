import type { AppealReason, Op } from '../activities.ts';
import type { Case } from './case.ts';

/** Carries over into the draft what was gathered since it was made. */
export const REFRESHED_DRAFT: Op = { op: 'draft', key: 'appeal-1', document: 'appeal-1' };

/** What ensures the level-1 appeal: one record and one draft a denial, whoever asks first; nothing when it is there. */
export function appealOps(denial: Case, reason: AppealReason): Op[] {
  if (denial.state.done.includes('appeal-1')) return [];
  denial.state.done.push('appeal-1');
  return [REFRESHED_DRAFT, { op: 'appeal', level: 1, reason, document: 'appeal-1' }];
}

/** A granted exception withdraws the protective appeal or holds it until paid, as the organization has set. */
export const settleAppeal = (denial: Case, how: 'granted' | 'paid' | 'won' | 'lost'): Op[] =>
  denial.state.done.includes('appeal-1') ? [{ op: 'settle-appeal', level: 1, how }] : [];
