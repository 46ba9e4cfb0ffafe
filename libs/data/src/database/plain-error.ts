import { DatabaseError } from 'pg';

/** Errors of data, of constraints and of triggers: their messages quote values, sometimes a whole row. */
const QUOTES_VALUES = /^(22|23|P0)/;

/**
 * What Postgres refused, without what it quotes: the error goes on into logs, into Temporal's histories and into the
 * queues, where nothing of a patient may stand. Code, constraint and the places in our code stay.
 */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof DatabaseError)) return error;
  const { code = '', constraint, stack = '' } = error;
  Object.assign(error, { detail: undefined, where: undefined, internalQuery: undefined });
  if (!QUOTES_VALUES.test(code)) return error;
  error.message = `Postgres refused a statement: ${code}${constraint ? ` by ${constraint}` : ''}.`;
  const places = stack.split('\n').filter((line) => line.startsWith('    at '));
  error.stack = [`${error.name}: ${error.message}`, ...places].join('\n');
  return error;
}
