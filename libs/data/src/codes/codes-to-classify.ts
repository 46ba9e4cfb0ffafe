import type { CodeToClassify } from '@overturn/contracts';
import type { TriageRules } from '@overturn/domain/triage/own-rows';
import { ofClients } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { readTriageRules } from '../intake/triage-rules.ts';
import { IS_KEPT } from '../kept-claims/read-kept.ts';

type Seen = Omit<CodeToClassify, 'label' | 'why'>;

/** The codes of the claims that this caller may see that wait for a class, most open denials first. */
export async function codesToClassify(tx: Tx, now: Date, caller: Caller): Promise<CodeToClassify[]> {
  const rules = (await readTriageRules(tx, now))(null);
  const rows = rowsOf(rules);
  const classed = rows.filter((row) => row.class !== 'to-classify');
  const seen = await seenBeside(tx, caller, {
    carc: classed.flatMap(({ kind, code }) => (kind === 'carc' ? [code] : [])),
    rarc: classed.flatMap(({ kind, code }) => (kind === 'rarc' ? [code] : [])),
  });
  const labels = new Map(rows.map(({ kind, code, label }) => [`${kind} ${code}`, label]));
  return seen.map(({ kind, code, ...counts }) => {
    const label = labels.get(`${kind} ${code}`) ?? null;
    return { kind, code, label, why: label === null ? 'unknown' : 'ambiguous', ...counts };
  });
}

const rowsOf = ({ carcs, rarcs }: TriageRules) => [
  ...carcs.map(({ carc, label, class: found }) => ({ kind: 'carc' as const, code: carc, label, class: found })),
  ...rarcs.map(({ rarc, label, class: found }) => ({ kind: 'rarc' as const, code: rarc, label, class: found })),
];

/** Every code of the claims but these, each with what it stands on. A claim that came again counts for the denial that it opened. */
const seenBeside = (tx: Tx, caller: Caller, classed: Record<'carc' | 'rarc', string[]>): Promise<Seen[]> =>
  tx.rows<Seen>(sql`
    with seen as (
      select 'carc' kind, carc code, claim_id, amount_cents cents from adjustment
      where organization_id = ${tx.organizationId} and carc <> all(${classed.carc})
      union all
      select 'rarc', code, claim_id, charged_cents - paid_cents from claim_line, unnest(remarks) code
      where organization_id = ${tx.organizationId} and code <> all(${classed.rarc})
      union all
      select 'rarc', code, id, charged_cents - paid_cents from claim, unnest(remarks) code
      where organization_id = ${tx.organizationId} and code <> all(${classed.rarc})
    ), by_claim as (select kind, code, claim_id, sum(cents) cents from seen group by kind, code, claim_id)
    select s.kind, s.code, count(*) claims, count(distinct d.id) "openDenials",
      count(*) filter (where ${IS_KEPT}) "keptClaims", sum(s.cents)::bigint "amountCents",
      max(c.notice_on) "lastSeenOn"
    from by_claim s join claim c on c.id = s.claim_id
    left join lateral (
      select d.id from denial d join denial_view v on v.denial_id = d.id
      where d.organization_id = ${tx.organizationId} and d.claim_id in (c.id, c.duplicate_of) and v.closed_at is null limit 1
    ) d on true
    where ${ofClients(caller, sql`c.client_id`)}
    group by s.kind, s.code
    order by "openDenials" desc, claims desc, s.kind, s.code`);
