/** The one door: the names that most callers want. Anything else is at its own path, `@overturn/domain/<folder>/<file>`. */
export { may, PERMISSIONS, ROLES, whoMay, type Permission, type Role } from './access/permissions.ts';
export { CLOSURE_REASONS, CLOSURES, closureRow, type ClosureReason } from './denial/closures.ts';
export { PATH_IDS, PATHS, pathRow, type PathId } from './denial/paths.ts';
export { isStage, OPEN_STAGES, STAGE_IDS, stageRow, STAGES, STEPS, type Stage, type Step } from './denial/stages.ts';
export { workflowIdOf } from './denial/workflow-id.ts';
export { DomainError, isDomainError, type DomainErrorCode } from './errors.ts';
export { REGIME_IDS, regimeRow, REGIMES, type RegimeId } from './regime/regimes.ts';
export type { BenefitLevel, Channel, NetworkStatus } from './tasks/fields.ts';
export { QUEUES, type FieldRow, type OutcomeRow, type Queue, type Skill } from './tasks/task-kind-row.ts';
export {
  fieldsFor,
  hasForm,
  isTaskKind,
  outcomeRow,
  TASK_KIND_IDS,
  TASK_KINDS,
  taskKindRow,
  type TaskKind,
  type TaskOutcome,
} from './tasks/task-kinds.ts';
export { DENIAL_CLASS_IDS, DENIAL_CLASSES, denialClassRow, type DenialClass } from './triage/denial-classes.ts';
