import type { FieldOf } from '@overturn/domain/tasks/task-kinds';
import { readField } from '@overturn/domain/tasks/field-values';

/** What stops a form: one sentence a field by its name; under `FORM` what no single field is to blame for. */
export type Faults = Record<string, string>;
export const FORM = '';

/** What the types of the fields refuse, by the check that the api makes of a task's answer. */
export function fieldFaults(fields: readonly FieldOf[], answer: Record<string, unknown>, today: string): Faults {
  const found = fields.flatMap((field): [string, string][] => {
    const read = readField(field, answer[field.name], today);
    if ('error' in read) return [[field.name, read.error]];
    return field.required && read.value === undefined ? [[field.name, `${field.label} is needed.`]] : [];
  });
  return Object.fromEntries(found);
}

interface Issue {
  code?: string | undefined;
  path: readonly PropertyKey[];
  message: string;
  minimum?: unknown;
  maximum?: unknown;
}
/** As much of a schema of the contracts as a form needs. */
export interface FormSchema {
  safeParse: (body: unknown) => { error?: { issues: readonly Issue[] } | undefined };
}
const WORDS: Readonly<Record<string, (issue: Issue) => string>> = {
  too_small: (issue) => `at least ${String(issue.minimum)} characters.`,
  too_big: (issue) => `at most ${String(issue.maximum)} characters.`,
  invalid_value: () => 'choose one of the list.',
  invalid_format: () => 'this is not in the right form.',
  invalid_type: () => 'this is needed.',
};

/** What the api's own schema would refuse, said before it is sent. */
export function schemaFaults(schema: FormSchema, body: unknown, fields: readonly FieldOf[]): Faults {
  const { error } = schema.safeParse(body);
  const found = (error?.issues ?? []).map((issue): [string, string] => {
    const field = fields.find(({ name }) => issue.path.includes(name));
    const words = WORDS[issue.code ?? '']?.(issue) ?? issue.message;
    return field ? [field.name, `${field.label}: ${words}`] : [FORM, issue.message];
  });
  return Object.fromEntries(found.reverse());
}
