/** The workflows of the worker: one name, one function. */
export { denial } from './denial/denial.workflow.ts';
