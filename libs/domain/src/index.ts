/** The one door: the names that most callers want. Anything else is at its own path, `@overturn/domain/<folder>/<file>`. */
export {
  may,
  PERMISSIONS,
  ROLES,
  rolesUpTo,
  whoMay,
  whomToAsk,
  type Permission,
  type Role,
} from './access/permissions.ts';
export { ANCHOR_EVENTS, type AnchorEvent, type Anchors, type ClockPolicy, type ClockRow } from './clocks/clock-row.ts';
export { CLOCK_IDS, CLOCK_ROWS } from './clocks/clock-rows.ts';
export { evaluate } from './clocks/evaluate.ts';
export type { Evaluation, OurDeadline, PlainDeadline, TheirDeadline, TraceStep } from './clocks/evaluation.ts';
export { filingDeadline, pastAtIntake, type FilingDeadline, type FilingFacts } from './clocks/filing-deadline.ts';
export { followUps, type FollowUp } from './clocks/follow-ups.ts';
export { taskTimes, type TaskTimes } from './clocks/task-times.ts';
export { nextOverdue, OVERDUE_TELLS, tierInstants, TIERS, type Tier, type TierInstant } from './clocks/tiers.ts';
export { dateIn, instantOf, withOffset, type Instant, type WorkCalendar } from './dates/instants.ts';
export { addDays, daysBetween, isIsoDate, isoDate, sayDate, type IsoDate } from './dates/iso-date.ts';
export { CLOSURE_REASONS, CLOSURES, closureRow, type ClosureReason } from './denial/closures.ts';
export { lacks, type Lack, type PacketFacts } from './denial/completeness.ts';
export { DENIAL_ACTIONS, whyNot, type DenialAction } from './denial/denial-actions.ts';
export { denialKey, payerKey, type DenialKeyFacts, type PayerIds } from './denial/denial-key.ts';
export { EVIDENCE_SLOTS, slotOfTask, type EvidenceSlot, type SlotState } from './denial/evidence-slots.ts';
export { PATH_IDS, PATHS, pathRow, type PathId } from './denial/paths.ts';
export {
  isReadjudication,
  isSuspectedDuplicate,
  type ClaimIdentity,
  type LaterClaim,
} from './denial/readjudication.ts';
export { REOPENINGS, reopeningRow, type ReopenAt } from './denial/reopening.ts';
export { isStage, OPEN_STAGES, STAGE_IDS, stageRow, STAGES, STEPS, type Stage, type Step } from './denial/stages.ts';
export { workflowIdOf } from './denial/workflow-id.ts';
export { DomainError, isDomainError, type DomainErrorCode } from './errors.ts';
export { npiError } from './identifiers/npi.ts';
export { identifierError, normalizeIdentifier, type IdentifierKind } from './identifiers/identifiers.ts';
export { likelyRegime, type LikelyRegime } from './regime/likely-regime.ts';
export { REGIME_IDS, regimeRow, REGIMES, type RegimeId } from './regime/regimes.ts';
export { validateAnswer, type Answer, type AnswerFields } from './tasks/answer.ts';
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
export { CARC_TABLE, carcRow, type CarcRow } from './triage/carc-table.ts';
export { DENIAL_CLASS_IDS, DENIAL_CLASSES, denialClassRow, type DenialClass } from './triage/denial-classes.ts';
export { RARC_TABLE, rarcRow, type RarcRow } from './triage/rarc-table.ts';
