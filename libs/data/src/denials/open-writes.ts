import { writeAudits } from '../audit/audit.ts';
import type { Actor } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { postStarts } from '../outbox/outbox.ts';
import { jsonRows } from '../intake/json-rows.ts';
import type { OpeningRow } from './open-rows.ts';
import { openingEntries } from './open-timeline.ts';

/** Of a denial that is new: its row, and the id it got. */
export interface NewDenial {
  denialId: string;
  row: OpeningRow;
}

/** Writes the denials whose keys are free, in the keys' order so that two writers never wait in a ring; answers with those. */
export async function insertDenials(tx: Tx, now: Date, rows: readonly OpeningRow[]): Promise<NewDenial[]> {
  const byKey = new Map(rows.toReversed().map((row) => [row.key, row])); // of equals the first
  const written = await tx.rows<{ id: string; key: string }>(sql`
    insert into denial (organization_id, client_id, team_id, claim_id, payer_id, key, source, external_id, class,
      class_confidence, class_reasons, trigger, suspicion, standing, plan_type, regime, regime_settled, likely_regime,
      likely_regime_reasons, notice_on, received_on, how_received, printed_deadline_on, plan_deadline_on, wording, network_status,
      amount_cents, missed_before_intake, payer_terms, opened_at, opened_by)
    select ${tx.organizationId}, "clientId", "teamId", "claimId", "payerId", key, source, "externalId", class,
      "classConfidence", "classReasons", trigger, suspicion, standing, "planType", regime, "regimeSettled", "likelyRegime",
      "likelyRegimeReasons", "noticeOn", "receivedOn", "howReceived", "printedDeadlineOn", "planDeadlineOn", wording, '{}',
      "amountCents", "missedBeforeIntake", "payerTerms", ${now}, "openedBy"
    from jsonb_to_recordset(${jsonRows([...byKey.values()].map(({ denial }) => denial))}::jsonb) as d("clientId" uuid,
      "teamId" uuid, "claimId" uuid, "payerId" uuid, key text, source text, "externalId" text, class text,
      "classConfidence" text, "classReasons" jsonb, trigger text, suspicion text, standing text, "planType" text,
      regime text, "regimeSettled" boolean, "likelyRegime" text, "likelyRegimeReasons" jsonb, "noticeOn" date,
      "receivedOn" date, "howReceived" text, "printedDeadlineOn" date, "planDeadlineOn" date, wording text, "amountCents" bigint,
      "missedBeforeIntake" boolean, "payerTerms" jsonb, "openedBy" uuid)
    order by key
    on conflict (organization_id, key) do nothing
    returning id, key`);
  return written.map(({ id, key }) => ({ denialId: id, row: byKey.get(key)! }));
}

/** Everything else that an opening writes, a statement a table; the start messages last. */
export async function writeOpenings(tx: Tx, now: Date, actor: Actor, opened: readonly NewDenial[]): Promise<void> {
  if (opened.length === 0) return;
  await insertViews(tx, now, opened);
  await insertDeadlines(tx, opened);
  await insertTimeline(tx, now, actor, opened);
  await insertAudit(tx, now, actor, opened);
  await insertEvents(tx, now, opened);
  await postStarts(
    tx,
    now,
    opened.map(({ denialId }) => denialId),
  );
}

async function insertViews(tx: Tx, now: Date, opened: readonly NewDenial[]): Promise<void> {
  const rows = opened.map(({ denialId, row }) => ({ ...row.view, denialId }));
  await tx.run(sql`
    insert into denial_view (denial_id, organization_id, client_id, generation, seq, stage, safe_due_on, legal_due_on,
      filing_state, assumed, sort_due_on, class, payer_id, amount_cents, updated_at)
    select "denialId", ${tx.organizationId}, "clientId", 1, 0, stage, "safeDueOn", "legalDueOn",
      "filingState", assumed, "sortDueOn", class, "payerId", "amountCents", ${now}
    from jsonb_to_recordset(${jsonRows(rows)}::jsonb) as v("denialId" uuid, "clientId" uuid, stage text, "safeDueOn" date,
      "legalDueOn" date, "filingState" text, assumed boolean, "sortDueOn" date, class text, "payerId" uuid,
      "amountCents" bigint)`);
}

async function insertDeadlines(tx: Tx, opened: readonly NewDenial[]): Promise<void> {
  const rows = opened.flatMap(({ denialId, row }) =>
    row.dates.map(({ purpose, deadline, lost }) => ({ ...deadline, denialId, purpose, lost })),
  );
  if (rows.length === 0) return;
  await tx.run(sql`
    insert into deadline (organization_id, denial_id, purpose, clock_id, owed_by, legal_due_on, safe_due_on, assumed,
      verified, citation, trace, lost, state, generation, seq)
    select ${tx.organizationId}, "denialId", purpose, "rowId", "owedBy", "legalDue", "safeDue", assumed,
      verified, citation, trace, lost, 'running', 1, 0
    from jsonb_to_recordset(${jsonRows(rows)}::jsonb) as d("denialId" uuid, purpose text, "rowId" text, "owedBy" text,
      "legalDue" date, "safeDue" date, assumed boolean, verified boolean, citation text, trace jsonb, lost jsonb)`);
}

async function insertTimeline(tx: Tx, now: Date, actor: Actor, opened: readonly NewDenial[]): Promise<void> {
  const rows = opened.flatMap(({ denialId, row }) =>
    openingEntries(row.facts, row.dates).map((entry, ordinal) => ({ ...entry, denialId, ordinal })),
  );
  await tx.run(sql`
    insert into timeline_entry (organization_id, denial_id, generation, seq, ordinal, at, actor, code, sentence, citation)
    select ${tx.organizationId}, "denialId", 1, 0, ordinal, ${now}, ${JSON.stringify(actor)}::jsonb, code, sentence, citation
    from jsonb_to_recordset(${jsonRows(rows)}::jsonb) as t("denialId" uuid, ordinal int, code text, sentence text,
      citation text)`);
}

const insertAudit = (tx: Tx, now: Date, actor: Actor, opened: readonly NewDenial[]): Promise<void> =>
  writeAudits(
    tx,
    actor,
    now,
    opened.map(({ denialId, row: { facts, denial } }) => ({
      act: 'denial.opened',
      subject: { kind: 'denial', id: denialId },
      denialId,
      after: {
        source: facts.source,
        claimId: facts.claimId,
        class: facts.class,
        confidence: denial['classConfidence'],
        noticeOn: facts.noticeOn,
        receivedOn: facts.receivedOn,
        amountCents: facts.amountCents,
        missedBeforeIntake: denial['missedBeforeIntake'],
      },
    })),
  );

async function insertEvents(tx: Tx, now: Date, opened: readonly NewDenial[]): Promise<void> {
  const rows = opened.map(({ denialId, row }) => ({ denialId, clientId: row.facts.clientId }));
  await tx.run(sql`
    insert into live_event (organization_id, client_id, kind, denial_id, at)
    select ${tx.organizationId}, "clientId", 'denial', "denialId", ${now}
    from jsonb_to_recordset(${jsonRows(rows)}::jsonb) as e("denialId" uuid, "clientId" uuid)`);
}
