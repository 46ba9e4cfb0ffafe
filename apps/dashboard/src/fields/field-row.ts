import type { FieldOf } from '@overturn/domain/tasks/task-kinds';

/** A row of a form that is no task's; not needed unless said. */
export const fieldRow = (row: Omit<FieldOf, 'required' | 'orElse'> & { required?: boolean }): FieldOf => ({
  required: false,
  orElse: [],
  ...row,
});
