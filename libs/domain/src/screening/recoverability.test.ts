import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PROOFS } from './proofs.ts';
import { recoverability, type WorthFacts } from './recoverability.ts';
import { SCORE_ROWS } from './recoverability-rows.ts';
import { screenPaths } from './screen-paths.ts';
import { anyFacts, FAR, OUT, standard } from './test-support/screen-facts.ts';

const worth = (facts: WorthFacts, rows = SCORE_ROWS) => recoverability(facts, screenPaths(facts), rows);
const GAP: WorthFacts = { ...OUT, confidence: 'high', amountCents: 250_000, businessDaysLeft: 30 };

describe('recoverability', () => {
  it('shows the rows that counted', () => {
    const { score, rows } = worth({ ...GAP, standard, alternatives: [{ contactedOn: '2026-11-02', miles: 80 }] });
    expect(rows.map(({ sentence, points }) => `${sentence} ${points}`)).toEqual([
      'What the denial says: out-of-network 6',
      'How surely it is read: high 4',
      'The network on the date: out 0',
      'contacted provider: 1 of 3 2',
      'measured distance: 1 of 2 3',
      'What it is worth: $2500.00 4',
      'Business days to the safe date: 30 6',
      'Who may ask: provider 6',
    ]);
    expect(score).toBe(20 + 6 + 4 + 2 + 3 + 4 + 6 + 6);
  });

  it('says what would raise it most', () => {
    const { raises } = worth({ ...GAP, standard, alternatives: [{ ...FAR, waitBusinessDays: undefined }] });
    expect(raises[0]).toEqual({ id: 'proof wait-quotes', sentence: 'two wait-time quotes: +12', points: 12 });
    expect(worth({ ...GAP, standard, alternatives: [FAR] }).raises.map(({ sentence }) => sentence)).toContain(
      'one wait-time quote: +6',
    );
  });

  it.each([
    ['in network after all', { networkOutcome: 'in-network' }, 30],
    ['an error that can be repaired', { claimErrors: ['npi'] }, 18],
    ['a small amount', { amountCents: 4_000 }, -12],
    ['no time left', { businessDaysLeft: -1 }, -36],
    ['a contract that was not loaded', { class: 'contract-load' }, 19],
    ['only the member may ask', { standing: 'member' }, -12],
    ['unsure', { confidence: 'unsure' }, -10],
  ] as [string, Partial<WorthFacts>, number][])('%s moves it by its row', (_, change, points) => {
    expect(worth({ ...GAP, ...change }).score - worth(GAP).score).toBe(Math.max(points, -worth(GAP).score));
  });

  it('asks for a form only where the member’s rights are used, and never for what does not exist', () => {
    const ids = (facts: WorthFacts) => worth(facts).raises.map(({ id }) => id);
    expect(ids(GAP)).not.toContain('proof representative-form');
    expect(ids({ ...GAP, standing: 'member' })).toContain('proof representative-form');
    expect(ids(GAP)).toContain('proof directory-proof');
    expect(ids({ ...GAP, proofs: { 'directory-proof': 'none' } })).not.toContain('proof directory-proof');
  });

  it('stays between 0 and 100, and each proof raises it by just what was said', () => {
    fc.assert(
      fc.property(
        anyFacts,
        fc.integer({ min: -5, max: 60 }),
        fc.integer({ min: 0, max: 900_000 }),
        (facts, businessDaysLeft, amountCents) => {
          const known: WorthFacts = { ...facts, confidence: 'likely', businessDaysLeft, amountCents };
          const screening = screenPaths(known);
          const before = recoverability(known, screening);
          expect(before.score >= 0 && before.score <= 100).toBe(true);
          for (const { id, points } of before.raises.filter((one) => one.id.startsWith('proof '))) {
            const { proof } = PROOFS.find((row) => `proof ${row.proof}` === id)!;
            const after = recoverability({ ...known, proofs: { ...known.proofs, [proof]: 9 } }, screening);
            expect(after.score - before.score).toBe(points);
          }
          expect(before.raises.map(({ points }) => points)).toEqual(
            [...before.raises.map(({ points }) => points)].sort((a, b) => b - a),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('weighs as an organization says', () => {
    const rows = SCORE_ROWS.map((row) =>
      row.id === 'proof wait-quotes' && 'proof' in row ? { ...row, each: 10, most: 3 } : row,
    );
    expect(worth({ ...GAP, standard, alternatives: [FAR] }, rows).raises[0]?.sentence).toBe(
      'two wait-time quotes: +20',
    );
  });
});
