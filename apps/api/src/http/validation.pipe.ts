import { StandardSchemaValidationPipe } from '@nestjs/common';
import { DomainError } from '@overturn/domain';

const MOST_SENTENCES = 20;

/** Bodies, queries and ids by their Zod schema; what does not fit is named field by field, never with its value. */
export const validationPipe = (): StandardSchemaValidationPipe =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => {
      const fields = Object.fromEntries(
        issues.slice(0, MOST_SENTENCES).map(({ path, message }) => [nameOf(path) || 'request', sentenceOf(message)]),
      );
      return new DomainError('BAD_INPUT', `Please check: ${Object.keys(fields).join(', ')}.`, { fields });
    },
  });

const sentenceOf = (message: string): string => (message.endsWith('received undefined') ? 'This is needed.' : message);

const nameOf = (path: readonly unknown[] | undefined): string =>
  (path ?? [])
    .map((part) => (typeof part === 'object' && part !== null && 'key' in part ? String(part.key) : String(part)))
    .join('.');
