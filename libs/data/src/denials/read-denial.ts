import type { DenialView } from '@overturn/contracts';
import { dateIn, denialClassRow, DomainError } from '@overturn/domain';
import type { DenialClass } from '@overturn/domain';
import { ofClients } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { readClaimParts, remarkView } from '../claims/claim-parts.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { ACT_ON, DEADLINE_COLUMNS, deadlineView } from '../deadlines/deadline-rows.ts';
import type { DeadlineRow } from '../deadlines/deadline-rows.ts';
import { readDocuments } from '../documents/document-rows.ts';
import { readUndecided } from '../reopening/late-arrivals.ts';
import { taskView, taskViews } from '../tasks/task-rows.ts';
import type { TaskRow } from '../tasks/task-rows.ts';
import { DENIAL_ROWS, denialRowOf } from './denial-rows.ts';
import type { DenialListRow } from './denial-rows.ts';
import { readCaseFacts } from './case-facts.ts';
import type { CaseFacts } from './case-facts.ts';
import { packetLacks } from './packet-lacks.ts';
import { openQuestionsOf, pathViews, recoverabilityView } from './path-views.ts';
import { readRules } from '../rules/read-rules.ts';
import { screenDenial } from './screen-denial.ts';
import { readScreeningFacts } from '../screening-facts/read-screening-facts.ts';
import { readScreenRows } from './screen-rows.ts';
import type { ScreenRows } from './screen-rows.ts';
import { readAppeals, readEntered, readEvidence, readPackets } from './case-records.ts';

/** One denial, whole. Throws DENIAL_NOT_FOUND. Reading it is no reading of the patient: name and member id stay masked. */
export async function readDenial(tx: Tx, now: Date, caller: Caller, id: string): Promise<DenialView> {
  const row = await tx.row<DenialListRow>(
    sql`${DENIAL_ROWS} where v.denial_id = ${id} and ${ofClients(caller, sql`v.client_id`)}`,
  );
  if (!row) throw new DomainError('DENIAL_NOT_FOUND', 'There is no such denial here.', { denialId: id });
  const facts = await readCaseFacts(tx, id);
  const parts = facts.claimId ? (await readClaimParts(tx, [facts.claimId])).get(facts.claimId) : undefined;
  const lines = parts?.lines ?? [];
  const evidence = await readEvidence(tx, id);
  const tasks = await tx.rows<TaskRow>(
    sql`${taskViews(sql`task t`)} where t.denial_id = ${id} order by t.opened_at, t.id`,
  );
  const deadlines = await tx.rows<DeadlineRow>(sql`
    select ${DEADLINE_COLUMNS} from deadline l where l.denial_id = ${id} order by l.state <> 'running', ${ACT_ON}, l.purpose`);
  const rows = await readScreenRows(tx, id);
  const { rules } = await readRules(tx);
  const today = dateIn(rows.denial.timeZone, now.toISOString());
  const screened = screenDenial(rows, today, rules);
  return {
    ...denialRowOf(row),
    ...shownFacts(facts, openQuestionsOf(rows, rules, today)),
    paths: pathViews(screened, row.path),
    screeningFacts: await readScreeningFacts(tx, id),
    recoverability: recoverabilityView(screened),
    lines,
    adjustments: parts?.adjustments ?? [],
    remarks: facts.remarks.map(remarkView),
    deadlines: deadlines.map(deadlineView),
    entered: await readEntered(tx, id),
    tasks: tasks.map(taskView),
    evidence,
    documents: await readDocuments(tx, id),
    packets: await readPackets(tx, id),
    appeals: await readAppeals(tx, id),
    lateArrivals: (await readUndecided(tx, id)).map(({ kind, sentence, arrivedAt }) => ({
      kind,
      sentence,
      arrivedAt: arrivedAt.toISOString(),
    })),
    lacks: lacksOf(facts, lines, rows),
  };
}

function shownFacts({ remarks: _, ...facts }: CaseFacts, questions: DenialView['triage']['questions']) {
  const { source, claimId, claimNumber, payerClaimNumber, memberTail, version, triage, ...rest } = facts;
  const label = denialClassRow(triage.class as DenialClass).label;
  return {
    source,
    claimId,
    claimNumber,
    payerClaimNumber,
    memberTail,
    version,
    triage: { ...triage, label, questions },
    facts: rest,
  };
}

const lacksOf = (facts: CaseFacts, lines: DenialView['lines'], rows: ScreenRows): string[] =>
  packetLacks(
    {
      procedures: lines.flatMap(({ procedure }) => procedure ?? []),
      diagnoses: facts.diagnoses,
      billingNpi: facts.billingNpi ?? undefined,
      taxId: facts.taxId ?? undefined,
      renderingNpi: facts.renderingNpi ?? undefined,
      facilityNpi: facts.facilityNpi ?? undefined,
      taxonomy: rows.claim?.renderingTaxonomy ?? undefined,
      placeOfService: facts.placeOfService ?? undefined,
      serviceFrom: rows.claim?.serviceFrom ?? undefined,
    },
    rows.denial.path,
    rows,
  );
