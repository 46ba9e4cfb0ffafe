import { DomainError } from '@overturn/domain';
import { writeAudit } from '../audit/audit.ts';
import type { Actor } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Database, Tx } from '../database/database.ts';
import type { Caller } from './caller.ts';

export interface OrganizationRow {
  id: string;
  name: string;
  timeZone: string;
  observedHolidays: boolean;
  protectiveAppealOnGrant: string;
  createdAt: Date;
}

export interface NewOrganization {
  name: string;
  timeZone: string;
  observedHolidays: boolean;
  protectiveAppealOnGrant: 'hold' | 'withdraw';
  isDemo?: boolean;
}

const COLUMNS = sql`id, name, time_zone "timeZone", observed_holidays "observedHolidays",
  protective_appeal_on_grant "protectiveAppealOnGrant", created_at "createdAt"`;
const MADE = 'organization.created';

/** Makes an organization with the client and the team that take what names none. The first entry of its audit says who made it. */
export async function makeOrganization<Extra extends object>(
  outer: Tx,
  now: Date,
  wanted: NewOrganization,
  more: (tx: Tx) => Promise<{ actor: Actor } & Extra>,
): Promise<OrganizationRow & Extra> {
  checkTimeZone(wanted.timeZone);
  const made = await outer.row<{ id: string }>(sql`select uuidv7() id`);
  return outer.inOrganization(made!.id, async (tx) => {
    const row = await tx.row<OrganizationRow>(sql`
      insert into organization (id, name, time_zone, observed_holidays, protective_appeal_on_grant, is_demo, created_at)
      values (${tx.organizationId}, ${wanted.name}, ${wanted.timeZone}, ${wanted.observedHolidays},
              ${wanted.protectiveAppealOnGrant}, ${wanted.isDemo ?? false}, ${now}) returning ${COLUMNS}`);
    const { actor, ...extra } = await more(tx);
    await writeAudit(tx, actor, now, { act: MADE, subject: { kind: 'organization', id: row!.id }, after: wanted });
    await tx.run(sql`
      insert into client (organization_id, name, npis, tax_ids, is_default, created_at)
      values (${tx.organizationId}, ${wanted.name}, '{}', '{}', true, ${now})`);
    await tx.run(sql`
      insert into team (organization_id, name, queues, is_default, created_at)
      values (${tx.organizationId}, 'Denials', '{}', true, ${now})`);
    return { ...row!, ...(extra as unknown as Extra) };
  });
}

/** The organization a person or key stands in, and for a person every other one of theirs. */
export const listOrganizations = (db: Database, caller: Caller): Promise<OrganizationRow[]> =>
  db.forOrganization(
    caller.organizationId,
    (tx) => tx.rows(sql`select ${COLUMNS} from organization order by name, id`),
    caller.kind === 'person' ? caller.id : '',
  );

/** Whether this key made that organization: then it may act in it. */
export async function madeOrganization(db: Database, keyId: string, organizationId: string): Promise<boolean> {
  const first = await db.forOrganization(organizationId, (tx) =>
    tx.row<{ act: string; actorId: string | null }>(sql`
      select act, actor_id "actorId" from audit_entry where organization_id = ${organizationId} order by id limit 1`),
  );
  return first?.act === MADE && first.actorId === keyId;
}

function checkTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone });
  } catch {
    throw new DomainError('BAD_INPUT', `${timeZone} is no time zone. Name one such as America/Chicago.`, {
      fields: { timeZone: 'Name a time zone such as America/Chicago.' },
    });
  }
}
