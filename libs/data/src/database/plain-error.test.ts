import { describe, expect, it } from '@jest/globals';
import { DatabaseError } from 'pg';
import { withoutValues } from './plain-error.ts';

/** As the driver makes it. */
function refusal(code: string, message: string): DatabaseError {
  const error = new DatabaseError(message, message.length, 'error');
  return Object.assign(error, {
    code,
    constraint: 'claim_amount',
    detail: 'Failing row contains (Rosa).',
    where: 'Rosa',
  });
}
const everything = (error: unknown): string => JSON.stringify(error) + String((error as Error).stack) + String(error);

describe('an error of Postgres', () => {
  it.each(['22P02', '23505', 'P0001'])('of class %s keeps its code, and nothing of what it quotes', (code) => {
    const error = withoutValues(refusal(code, 'invalid input: "Rosa"'));
    expect(everything(error)).not.toContain('Rosa');
    expect(error).toMatchObject({ code, message: `Postgres refused a statement: ${code} by claim_amount.` });
    expect((error as Error).stack).toMatch(/\n {4}at .*plain-error\.test/);
  });

  it('of another class says what is wrong, without the row', () => {
    const error = withoutValues(refusal('42P01', 'relation "claims" does not exist'));
    expect(everything(error)).not.toContain('Rosa');
    expect((error as Error).message).toBe('relation "claims" does not exist');
  });

  it('is told from any other error, which stays as it is', () => {
    const error = new Error('away');
    expect(withoutValues(error)).toBe(error);
  });
});
