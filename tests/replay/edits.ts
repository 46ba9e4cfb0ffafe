/** A change to the bundled code of one module, as a careless hand would make it. */
export interface Edit {
  /** Path of the source, from the root. */
  file: string;
  /** Where the change is made: after this text, which stands once in the module. */
  after: string;
  find: string;
  put: string;
}

/** The bundle with the change; throws when the text is not there, so that no edit goes stale unseen. */
export function edited(code: string, { file, after, find, put }: Edit): string {
  const from = code.indexOf(`/***/ "./${file}"`);
  const to = code.indexOf('\n/***/ "', from + 1);
  const place = code.indexOf(after, from);
  const at = code.indexOf(find, place);
  if (from < 0 || place < from || at < 0 || at > to) throw new Error(`${file} holds no "${find}" after "${after}".`);
  return code.slice(0, at) + put + code.slice(at + find.length);
}

const STORY = 'libs/workflows/src/denial';
const row = (file: string, table: string, find: string, put: string, history: string): TableEdit => ({
  name: `${file}:${table}`,
  edit: { file, after: `const ${table} =`, find, put },
  history,
});

export interface TableEdit {
  /** `file:TABLE`. */
  name: string;
  edit: Edit;
  /** The stored history that walks over the row. */
  history: string;
}

/** One row of each table that workflow code reads, and a history that must notice. */
export const TABLE_EDITS: readonly TableEdit[] = [
  row('libs/domain/src/denial/paths.ts', 'PATH_TABLE', "asks: 'nothing'", "asks: 'exception'", 'no-ground'),
  row(
    `${STORY}/denial.workflow.ts`,
    'STEPS',
    "'verify-network': ",
    "'verify-network': async ()=>'choose-path', was: ",
    'no-ground',
  ),
  row(
    `${STORY}/verify-network.ts`,
    'LEADS_TO',
    "'in-network': 'fix-claim'",
    "'in-network': 'choose-path'",
    'in-network-corrected',
  ),
  row(`${STORY}/review-intake.ts`, 'CLOSES', "duplicate: 'duplicate'", "duplicate: 'too-late'", 'late-intake'),
  row(
    `${STORY}/choose-path.ts`,
    'STAGE_OF',
    "exception: 'request-exception'",
    "exception: 'appeal'",
    'exception-granted',
  ),
  row(`${STORY}/request-exception.ts`, 'EVIDENCE_TASKS', "'gather-directory-proof',", '', 'exception-granted'),
  row(
    `${STORY}/send-packet.ts`,
    'PACKETS',
    "document: 'exception-request'",
    "document: 'appeal-1'",
    'exception-granted',
  ),
  row(
    `${STORY}/await-response.ts`,
    'LEADS_TO',
    "denied: async ()=>'appeal'",
    "denied: async ()=>'choose-path'",
    'exception-denied-appeal-won',
  ),
  row(`${STORY}/await-appeal.ts`, 'ASKS', "denied: 'appeal-denied'", "denied: 'partly'", 'payer-silent-appeal-lost'),
  row(
    `${STORY}/escalate-to-appeal.ts`,
    'REASON',
    "silent: 'payer-silent'",
    "silent: 'chosen'",
    'payer-silent-appeal-lost',
  ),
  row(`${STORY}/appeals.ts`, 'REFRESHED_DRAFT', "document: 'appeal-1'", "document: 'exception-request'", 'silent'),
  row(
    `${STORY}/await-payment.ts`,
    'PAID_AS',
    "correction: 'paid-after-correction'",
    "correction: 'paid-as-granted'",
    'in-network-corrected',
  ),
  row(`${STORY}/filing-clock.ts`, 'DRAFTED_AT', "'T-5',", '', 'silent'),
  row(`${STORY}/filing-clock.ts`, 'ASKED_AT', "'safe',", '', 'silent'),
  row(`${STORY}/filing-clock.ts`, 'WATCHED', "'missed'", "'met'", 'silent'),
  row(`${STORY}/task-clock.ts`, 'NEXT', "op: 'return-task'", "op: 'remind-task'", 'silent'),
  row(
    `${STORY}/take-message.ts`,
    'CHANGED',
    "claim: 'facts-changed'",
    "claim: 'rule-changed'",
    'continued-as-new.run-2',
  ),
  row(
    `${STORY}/take-message.ts`,
    'TAKE',
    'state.attachedClaims += 1',
    'state.attachedClaims += 0',
    'in-network-corrected',
  ),
  row(`${STORY}/unawaited-answers.ts`, 'HEARD_AT', "'choose-path': [", "'never': [", 'answers-unawaited'),
  row(`${STORY}/unawaited-answers.ts`, 'APPEAL_HEARD_AT', "'await-response': [", "'never': [", 'appeal-answered-early'),
  row(`${STORY}/commands.ts`, 'BEFORE_SENDING', "'request-exception',", '', 'commands'),
  row(`${STORY}/commands.ts`, 'JUDGE', "to: 'closed'", "to: 'appeal'", 'commands'),
];

/** Literals at the top of a module that decide nothing, each with the reason. */
export const NO_TABLES: Record<string, string> = {
  [`${STORY}/case-state.ts:NO_FACTS`]: 'stands for the facts until the first step answers with real ones',
  'libs/workflows/src/messages.ts:SEARCH_ATTRIBUTES': 'names registered with the server; it knows no other',
};
/** Functions of the domain that workflow code calls, with the table behind each. */
export const DOMAIN_TABLES: Record<string, string> = {
  pathRow: 'libs/domain/src/denial/paths.ts:PATH_TABLE',
};

/** Changes to the story itself. */
export const BROKEN: Record<string, { edit: Edit; history: string }> = {
  'the evidence is asked for after the letter is drafted': {
    history: 'exception-granted',
    edit: {
      file: `${STORY}/request-exception.ts`,
      after: 'async function requestException',
      find: 'await passGate(denial, NEVER);',
      put: "await denial.once('letter', { op: 'draft', key: 'exception-request', document: 'exception-request' }); await passGate(denial, NEVER);",
    },
  },
  'a timer more': {
    history: 'no-ground',
    edit: {
      file: `${STORY}/verify-network.ts`,
      after: 'async function verifyNetwork',
      find: 'for(let round = 1;',
      put: 'await denial.wait(()=>false, new Date(Date.now() + 60000).toISOString()); for(let round = 1;',
    },
  },
};
