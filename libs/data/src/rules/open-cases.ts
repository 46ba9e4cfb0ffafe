import type { Channel, DenialClass, PathId } from '@overturn/domain';
import type { PayerTerms } from '@overturn/domain/payers/payer-terms';
import type { RuleKind } from '@overturn/domain/rules/rule-version';
import type { TriageFacts } from '@overturn/domain/triage/triage-denial';
import { sql } from '../database/database.ts';
import type { Sql, Tx } from '../database/database.ts';
import type { TermsAsked } from '../denials/filing-terms.ts';
import type { DatedFacts } from '../denials/open-dates.ts';
import { LAST_SENDINGS } from '../denials/payer-answers.ts';
import type { LastSending } from '../denials/payer-answers.ts';

/** An open denial as far as a change of the rules may move it; no name and no member id. */
export interface OpenCase {
  id: string;
  facts: DatedFacts;
  channel: Channel | null;
  openedOn: string;
  class: DenialClass;
  /** Purposes whose date is met, or that somebody decided not to file. */
  settled: string[];
  /** Changes that are held back from it. */
  held: string[];
  /** What it is among its payer's rows; null where its payer has none. */
  about: TermsAsked | null;
  path: PathId | null;
  /** The payer's terms that gave its filing dates so far; null: no row said anything. */
  heldTerms: PayerTerms[] | null;
  /** The last sending of each question to the payer; empty where the change cannot move its answer. */
  sendings: LastSending[];
  /** Where the change may be about its claim. */
  triage: TriageFacts | null;
}

export interface Asks {
  kind: RuleKind;
  key: string;
}

const PAGE = 5_000;

/** Every open denial of the organization, some thousand at a time. */
export async function* openCases(tx: Tx, asks: Asks): AsyncGenerator<OpenCase[]> {
  for (let after: string | undefined; ;) {
    const isNext = after === undefined ? sql`true` : sql`d.id > ${after}::uuid`;
    const page = await tx.rows<OpenCase>(casesWhere(tx, isNext, asks));
    if (page.length > 0) yield page;
    if (page.length < PAGE) return;
    after = page.at(-1)!.id;
  }
}

/** These, as far as they are open. */
export const readCases = (tx: Tx, denialIds: readonly string[], asks: Asks): Promise<OpenCase[]> =>
  tx.rows<OpenCase>(casesWhere(tx, sql`d.id = any(${denialIds}::uuid[])`, asks));

const casesWhere = ({ organizationId }: Tx, isWanted: Sql, asks: Asks): Sql => sql`
  select d.id, d.appeal_channel channel, (d.opened_at at time zone o.time_zone)::date "openedOn", d.class,
    jsonb_build_object('noticeOn', d.notice_on, 'receivedOn', d.received_on, 'printedDeadlineOn', d.printed_deadline_on, 'planDeadlineOn', d.plan_deadline_on,
      'regime', case when d.regime_settled then d.regime end, 'remarks', to_jsonb(coalesce(c.remarks, '{}') || l.remarks),
      'hints', jsonb_build_object('class', d.class, 'networkOutcome', d.network_status->>'outcome',
        'carcs', array(select distinct carc from adjustment where claim_id = c.id))) facts,
    case when exists (select from payer_rule r where r.organization_id = d.organization_id and r.payer = p.identifier and r.ended_at is null)
      then jsonb_build_object('payer', p.identifier, 'planType', d.plan_type, 'state', d.state) end about,
    v.path, d.payer_terms "heldTerms",
    array(select purpose from deadline where denial_id = d.id and (state in ('met', 'filed-late') or (case purpose when 'appeal' then d.filing_decided_at
      when 'open-negotiation' then d.negotiation_decided_at when 'contract-dispute' then d.dispute_decided_at end) is not null)) settled,
    array(select change_id::text from rule_impact where denial_id = d.id and state in ('waiting', 'taken', 'kept')) held,
    ${sendingsFor(asks)} sendings, ${triageFor(asks)} triage
  from denial d
  join denial_view v on v.denial_id = d.id
  join organization o on o.id = d.organization_id
  join payer p on p.id = d.payer_id
  left join claim c on c.id = d.claim_id
  cross join lateral (select coalesce(array_agg(distinct r), '{}') remarks from claim_line x, unnest(x.remarks) r where x.claim_id = c.id) l
  where d.organization_id = ${organizationId} and not v.closing and ${isWanted}
  order by d.id limit ${PAGE}`;

const sendingsFor = ({ kind, key }: Asks): Sql =>
  kind === 'calendar' || (kind === 'clock' && key.endsWith('.response')) ? LAST_SENDINGS : sql`'[]'::jsonb`;

/** Which claims a change of codes may class otherwise: those that carry the code; what codes mean together, any. */
const ON_CLAIM: Partial<Record<RuleKind, (key: string) => Sql>> = {
  carc: (key) => sql`exists (select from adjustment where claim_id = c.id and carc = ${key})`,
  rarc: (key) => sql`(${key} = any(c.remarks) or ${key} = any(l.remarks))`,
  interaction: () => sql`c.id is not null`,
};

const triageFor = ({ kind, key }: Asks): Sql => {
  const hasIt = ON_CLAIM[kind]?.(key);
  if (!hasIt) return sql`null::jsonb`;
  return sql`case when ${hasIt} then jsonb_build_object(
      'adjustments', (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('group', group_code, 'carc', carc,
        'amountCents', amount_cents, 'line', line_ordinal)) order by ordinal), '[]') from adjustment where claim_id = c.id),
      'remarks', (select coalesce(jsonb_agg(jsonb_build_object('rarc', r)), '[]') from unnest(c.remarks) r) ||
        (select coalesce(jsonb_agg(jsonb_build_object('rarc', r, 'line', ordinal)), '[]') from claim_line x, unnest(x.remarks) r where x.claim_id = c.id),
      'lineCount', (select count(*) from claim_line where claim_id = c.id), 'paidCents', c.paid_cents, 'claimStatus', c.claim_status)
      || jsonb_strip_nulls(jsonb_build_object('filingIndicator', c.filing_indicator, 'placeOfService', c.place_of_service,
        'planType', d.plan_type, 'wording', d.wording, 'settledRegime', case when d.regime_settled then d.regime end)) end`;
};
