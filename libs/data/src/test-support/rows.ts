import { Client } from 'pg';

/** Rows of an invented organization, written by the owner, for tests that need many of them at once. */
export interface Place {
  organizationId: string;
  clientId: string;
  teamId: string;
  payerId: string;
}

export async function asOwner<T>(databaseUrl: string, work: (owner: Client) => Promise<T>): Promise<T> {
  const owner = new Client({ connectionString: databaseUrl });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

const one = async (owner: Client, text: string, values: unknown[]): Promise<string> =>
  (await owner.query<{ id: string }>(text, values)).rows[0]!.id;

export async function makePlace(owner: Client, name = 'Invented Health'): Promise<Place> {
  const organizationId = await one(
    owner,
    'insert into organization (name, created_at) values ($1, now()) returning id',
    [name],
  );
  const [clientId, teamId] = [
    await addClient(owner, organizationId, name, true),
    await addTeam(owner, organizationId, true),
  ];
  const payerId = await one(
    owner,
    "insert into payer (organization_id, identifier, name, created_at) values ($1, 'N104:1', 'Invented Payer', now()) returning id",
    [organizationId],
  );
  return { organizationId, clientId, teamId, payerId };
}

export const addClient = (owner: Client, organizationId: string, name: string, isDefault = false): Promise<string> =>
  one(
    owner,
    "insert into client (organization_id, name, npis, tax_ids, is_default, created_at) values ($1, $2, '{}', '{}', $3, now()) returning id",
    [organizationId, name, isDefault],
  );

export const addTeam = (owner: Client, organizationId: string, isDefault = false): Promise<string> =>
  one(
    owner,
    "insert into team (organization_id, name, queues, is_default, created_at) values ($1, 'Team', '{}', $2, now()) returning id",
    [organizationId, isDefault],
  );

/** Denials with one claim each, in stage `verify-network`. */
export async function addDenials(owner: Client, place: Place, count: number): Promise<string[]> {
  const { organizationId, clientId, teamId, payerId } = place;
  const claims = await owner.query<{ id: string }>(
    `insert into claim (organization_id, client_id, payer_id, payer_identifier, claim_number, claim_status, charged_cents, paid_cents,
       patient_responsibility_cents, patient_first_name, patient_last_name, member_id, diagnoses, remarks, class, balanced, warnings, details, service_from, created_at)
     select $1, $2, $3, 'N104:1', 'CLM' || lpad(n::text, 8, '0'), '1', 10000 + n, 0, 0, 'Petra', 'Mustermann', 'MEM' || n, '{}', '{}', 'out-of-network', true,
       '[]', '{}', '2026-10-01', now() from generate_series(1, $4::int) n returning id`,
    [organizationId, clientId, payerId, count],
  );
  const denials = await owner.query<{ id: string }>(
    `insert into denial (organization_id, client_id, team_id, claim_id, payer_id, key, source, class, class_confidence, class_reasons, standing, regime,
       likely_regime_reasons, network_status, amount_cents, opened_at)
     select $1, $2, $3, c, $4, 'key/' || c, 'remittance', 'out-of-network', 'high', '[]', 'unknown', 'unknown', '[]', '{}', 10000, now()
     from unnest($5::uuid[]) c returning id`,
    [organizationId, clientId, teamId, payerId, claims.rows.map(({ id }) => id)],
  );
  const ids = denials.rows.map(({ id }) => id);
  await owner.query(
    `insert into denial_view (denial_id, organization_id, client_id, stage, class, payer_id, amount_cents, updated_at)
     select d, $1, $2, 'verify-network', 'out-of-network', $3, 10000, now() from unnest($4::uuid[]) d`,
    [organizationId, clientId, payerId, ids],
  );
  return ids;
}

/** Open tasks, `perDenial` of each denial, due one minute after another. */
export async function addTasks(
  owner: Client,
  place: Place,
  denialIds: readonly string[],
  { perDenial = 1, kind = 'verify-network', queue = 'verify', role = 'specialist' } = {},
): Promise<string[]> {
  const tasks = await owner.query<{ id: string }>(
    `insert into task (organization_id, client_id, team_id, denial_id, generation, key, kind, queue, state, role, due_at, due_on, remind_at, raise_at,
       amount_cents, context, opened_at)
     select $1, $2, $3, d, 1, $5 || '/' || n, $5, $6, 'open', $7, moment, moment::date, moment, moment, 10000, '{}', now()
     from unnest($4::uuid[]) with ordinality x(d, place) cross join generate_series(1, $8::int) n
     cross join lateral (select now() + (place * n || ' minutes')::interval as moment) times returning id`,
    [place.organizationId, place.clientId, place.teamId, denialIds, kind, queue, role, perDenial],
  );
  return tasks.rows.map(({ id }) => id);
}
