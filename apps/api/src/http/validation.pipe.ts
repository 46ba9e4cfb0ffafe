import { StandardSchemaValidationPipe } from '@nestjs/common';
import { DomainError } from '@overturn/domain';

const MOST_SENTENCES = 20;

interface Issue {
  message: string;
  path?: readonly unknown[] | undefined;
}

/** Bodies, queries and ids by their Zod schema; what does not fit is named field by field, never with its value. */
export const validationPipe = (): StandardSchemaValidationPipe =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => {
      const said = issues.flatMap((issue) => namesOf(issue).map((name) => [name, sentenceOf(issue.message)] as const));
      const fields = Object.fromEntries(said.slice(0, MOST_SENTENCES));
      return new DomainError('BAD_INPUT', `Please check: ${Object.keys(fields).join(', ')}.`, { fields });
    },
  });

const sentenceOf = (message: string): string => (message.endsWith('received undefined') ? 'This is needed.' : message);

/** Its own; of names that nobody reads each of them. */
const namesOf = (issue: Issue): string[] =>
  'keys' in issue && Array.isArray(issue.keys)
    ? issue.keys.map((key: unknown) => nameOf([...(issue.path ?? []), key]))
    : [nameOf(issue.path) || 'request'];

const nameOf = (path: readonly unknown[] | undefined): string =>
  (path ?? [])
    .map((part) => (typeof part === 'object' && part !== null && 'key' in part ? String(part.key) : String(part)))
    .join('.');
