import type {
  AcceptedImports,
  ClaimView,
  ClientView,
  AcceptLaterBody,
  ClockList,
  CodesToClassify,
  CommandBody,
  CommandView,
  CompletedTaskView,
  CompleteTaskBody,
  DecideRuleBody,
  DeadlinePreview,
  DeadlinePreviewBody,
  DenialPage,
  DenialRow,
  DenialView,
  DocumentView,
  HealthView,
  NoticePage,
  OpenDenialBody,
  PatientView,
  ProposeRuleBody,
  QueueCounts,
  RemittancePage,
  RemittanceView,
  ResponseBody,
  ResponseView,
  RuleChangePage,
  RuleChangeView,
  RuleImpactPage,
  RuleList,
  ScreeningFactsBody,
  ScreeningFactView,
  SearchView,
  SessionView,
  StoredFileView,
  TaskView,
  TimelineEntryView,
  UserView,
  WhatIfBody,
  WhatIfView,
} from '@overturn/contracts';
import { call, onceOnly, type Query } from './call.ts';

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}
type Signal = AbortSignal | undefined;
const formOf = (fields: Record<string, string>, files: readonly File[]) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const file of files) form.append('file', file);
  return form;
};

/** Every call of the dashboard, one line each. */
export const api = {
  session: () => call<SessionView>('GET', '/session'),
  signIn: (body: { email: string; password: string }) => call<SessionView>('POST', '/session', { body }),
  signOut: () => call<null>('DELETE', '/session'),
  switchOrganization: (organizationId: string) =>
    call<SessionView>('POST', '/session/organization', { body: { organizationId } }),
  users: () => call<{ items: UserView[] }>('GET', '/users'),
  payers: () => call<{ items: { id: string; name: string }[] }>('GET', '/payers'),
  clients: () => call<{ items: ClientView[] }>('GET', '/clients'),

  tasks: (query: Query, signal: Signal) => call<Page<TaskView>>('GET', '/tasks', { query, signal }),
  taskCounts: () => call<QueueCounts>('GET', '/tasks/counts'),
  task: (id: string) => call<TaskView>('GET', `/tasks/${id}`),
  nextTask: (body: { queue?: string }) => call<TaskView | null>('POST', '/tasks/next', { body }),
  claimTask: (id: string) => call<TaskView>('POST', `/tasks/${id}/claim`),
  releaseTask: (id: string) => call<TaskView>('POST', `/tasks/${id}/release`),
  completeTask: (id: string, body: CompleteTaskBody) =>
    call<CompletedTaskView>('POST', `/tasks/${id}/complete`, { body }),
  undoTask: (id: string) => call<TaskView>('POST', `/tasks/${id}/undo`),
  dismissUndo: (id: string) => call<TaskView | null>('POST', `/tasks/${id}/dismiss-undo`),
  snoozeTask: (id: string, until: string) => call<TaskView>('POST', `/tasks/${id}/snooze`, { body: { until } }),
  assignTask: (id: string, userId: string | null) =>
    call<TaskView>('POST', `/tasks/${id}/assign`, { body: { userId } }),

  denials: (query: Query, signal: Signal) => call<DenialPage>('GET', '/denials', { query, signal }),
  denial: (id: string) => call<DenialView>('GET', `/denials/${id}`),
  openDenial: (body: Partial<OpenDenialBody>, key: string) =>
    call<DenialRow>('POST', '/denials', { body, headers: onceOnly(key) }),
  openPatient: (id: string, reason?: string) =>
    call<PatientView>('POST', `/denials/${id}/patient`, { body: reason ? { reason } : {} }),
  timeline: (id: string, cursor: string | null) =>
    call<Page<TimelineEntryView>>('GET', `/denials/${id}/timeline`, { query: { cursor } }),
  whatIf: (id: string, body: WhatIfBody, signal: Signal) =>
    call<WhatIfView>('POST', `/denials/${id}/what-if`, { body, signal }),
  commands: (id: string) => call<{ items: CommandView[] }>('GET', `/denials/${id}/commands`),
  command: (id: string, body: CommandBody, key: string) =>
    call<CommandView>('POST', `/denials/${id}/commands`, { body, headers: onceOnly(key) }),
  answerQuestions: (id: string, body: ScreeningFactsBody, key: string) =>
    call<{ items: ScreeningFactView[] }>('POST', `/denials/${id}/screening-facts`, { body, headers: onceOnly(key) }),
  respond: (id: string, body: ResponseBody & { externalId: string }) =>
    call<ResponseView>('POST', `/denials/${id}/responses`, {
      body,
      headers: onceOnly(body.externalId),
    }),

  storeFile: (denialId: string, file: File) =>
    call<StoredFileView>('POST', '/files', { body: formOf({ denialId }, [file]), headers: onceOnly() }),
  document: (id: string) => call<DocumentView>('GET', `/documents/${id}`),
  saveDocument: (id: string, version: number, body: { body: string; title?: string }) =>
    call<DocumentView>('PUT', `/documents/${id}`, { body, headers: { 'if-match': `"${version}"` } }),

  remittances: (cursor: string | null) => call<RemittancePage>('GET', '/remittances', { query: { cursor } }),
  remittance: (id: string) => call<RemittanceView>('GET', `/remittances/${id}`),
  remittanceClaims: (id: string, cursor: string | null) =>
    call<Page<ClaimView>>('GET', `/remittances/${id}/claims`, { query: { cursor, limit: 100 } }),
  retryRemittance: (id: string) => call<RemittanceView>('POST', `/remittances/${id}/retry`),
  upload: (files: readonly File[]) =>
    call<AcceptedImports>('POST', '/remittances', { body: formOf({}, files), headers: onceOnly() }),

  clocks: () => call<ClockList>('GET', '/clocks'),
  previewDeadline: (body: DeadlinePreviewBody, signal: Signal) =>
    call<DeadlinePreview>('POST', '/deadlines/preview', { body, signal }),
  rules: () => call<RuleList>('GET', '/rules'),
  ruleChanges: (query: Query) => call<RuleChangePage>('GET', '/rules/changes', { query }),
  ruleChange: (id: string) => call<RuleChangeView>('GET', `/rules/changes/${id}`),
  ruleImpact: (id: string, cursor: string | null) =>
    call<RuleImpactPage>('GET', `/rules/changes/${id}/impact`, { query: { cursor, limit: 200 } }),
  proposeRule: (body: ProposeRuleBody, key: string) =>
    call<RuleChangeView>('POST', '/rules/changes', { body, headers: onceOnly(key) }),
  decideRule: (id: string, act: 'approve' | 'reject' | 'withdraw', body: DecideRuleBody) =>
    call<RuleChangeView>('POST', `/rules/changes/${id}/${act}`, { body }),
  acceptLater: (id: string, body: AcceptLaterBody) =>
    call<RuleChangeView>('POST', `/rules/changes/${id}/later`, { body }),
  codesToClassify: () => call<CodesToClassify>('GET', '/codes/to-classify'),
  search: (query: string, signal: Signal) => call<SearchView>('POST', '/search', { body: { query }, signal }),
  notices: () => call<NoticePage>('GET', '/notices'),
  readNotice: (id: string) => call<unknown>('POST', `/notices/${id}/read`),
  readAllNotices: () => call<unknown>('POST', '/notices/read-all'),
  health: () => call<HealthView>('GET', '/health'),
};
/** A letter as PDF; the browser shows it. */
export const documentFileUrl = (id: string) => `/api/documents/${id}/file`;
export const fileUrl = (id: string) => `/api/files/${id}`;
