import type { DenialView, WhatIfBody } from '@overturn/contracts';
import type { FieldOf } from '@overturn/domain/tasks/task-kinds';
import type { FormSchema } from '../fields/form-faults.ts';
import type { Values } from '../fields/use-field-form.ts';
import type { FieldValue } from '../tasks/form-draft.ts';

/** An act on a denial as a form: what it does in words, its fields, what is sent, and the schema that the api checks it by. */
export interface DenialForm {
  title: string;
  says?: string;
  button: string;
  danger?: boolean;
  /** Said when it is accepted; without it the page itself says so. */
  said?: string;
  fields: (denial: DenialView) => FieldOf[];
  start: (denial: DenialView, today: string) => Record<string, FieldValue>;
  schema: FormSchema;
  body: (values: Values, denial: DenialView) => unknown;
  /** What its dates would be, asked while it is typed; undefined while nothing is changed. */
  whatIf?: (values: Values, denial: DenialView) => WhatIfBody | undefined;
  send: (denialId: string, body: unknown, onceKey: string) => Promise<unknown>;
}
