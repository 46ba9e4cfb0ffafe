import { PLAN_TYPES, reason, REGIME_OPTIONS } from './fields.ts';
import type { TaskKindRow } from './task-kind-row.ts';

/** Whose rules apply: until it is settled, the filing date is the earliest of all candidates. */
export const REGIME_KINDS = [
  {
    kind: 'find-regime',
    queue: 'intake',
    skill: 'intake',
    title: 'Find out which rules apply',
    asks: 'Is it an employer plan, the individual market, Medicare, Medicaid or another programme?',
    script: [
      'Look at the member’s card: it names the employer, the exchange, Medicare or Medicaid.',
      'Read the plan document or the summary of benefits: an employer plan says who governs it.',
      'Ask the employer’s benefits office (HR) whether the plan is the employer’s own.',
      'Ask the payer which appeal rules govern the plan, and for a reference number.',
      'What the remittance makes likely is not settled: say who or what settles it.',
    ],
    fields: [
      {
        name: 'regime',
        label: 'Which rules apply',
        type: 'choice',
        options: REGIME_OPTIONS.filter(({ value }) => value !== 'unknown'),
        forOutcomes: ['found'],
      },
      {
        name: 'source',
        label: 'Who or what says so',
        type: 'choice',
        options: [
          { value: 'card', label: 'Member’s card' },
          { value: 'plan-document', label: 'Plan document or summary of benefits' },
          { value: 'benefits-office', label: 'Employer’s benefits office (HR)' },
          { value: 'payer', label: 'Payer' },
          { value: 'member', label: 'Member' },
          { value: 'letter', label: 'Denial letter' },
        ],
        forOutcomes: ['found'],
      },
      { name: 'planType', label: 'Plan type', type: 'choice', options: PLAN_TYPES, forOutcomes: ['found'] },
      { name: 'reference', label: 'Page, name or call reference', type: 'text', forOutcomes: ['found'] },
      { name: 'capture', label: 'Copy of it', type: 'file', forOutcomes: ['found'] },
      reason('not-found'),
    ],
    outcomes: [
      { outcome: 'found', label: 'Found out', needs: ['regime', 'source'] },
      { outcome: 'not-found', label: 'Could not be found out', needs: ['reason'] },
    ],
    dueIn: { unit: 'businessDays', amount: 5 },
    lateTells: 'supervisor',
    workedBy: 'specialist',
  },
] as const satisfies readonly TaskKindRow[];
