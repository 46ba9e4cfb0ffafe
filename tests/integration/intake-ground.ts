import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Database, sql } from '@overturn/data/database/database';
import type { Sql } from '@overturn/data/database/database';
import { openFileStore } from '@overturn/data/files/file-store';
import { handUrls } from '@overturn/data/logins';
import { runImport } from '../../apps/worker/src/imports/run-import.ts';
import type { ImportOutcome, ImportPorts } from '../../apps/worker/src/imports/run-import.ts';
import { startServices } from '../support/services/services.ts';
import type { ServiceOptions, Services } from '../support/services/services.ts';

const SAMPLES = process.env['OVERTURN_SAMPLES'] ?? join(import.meta.dirname, '../../../shared/samples/835');

export const samplePath = (name: string): string => join(SAMPLES, `${name}.835`);
export const hasSample = (name: string): boolean => existsSync(samplePath(name));
export const sample = (name: string): Buffer => readFileSync(samplePath(name));
export const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

export interface Organization {
  id: string;
  /** The default client and team. */
  clientId: string;
  teamId: string;
}

export interface OpenedDenial {
  id: string;
  number: string;
  payerNumber: string | null;
  suspicion: string | null;
  stage: string;
}

/** A real Postgres under the engine's own login, a file store, and a day that the test sets. */
export class IntakeGround {
  today = '2026-11-20';
  readonly services: Services;
  readonly engine: Database;
  readonly app: Database;
  readonly #owner: Database;
  readonly ports: ImportPorts;
  /** For a process of its own. */
  readonly places: { url: string; filesDirectory: string };
  readonly #files: ReturnType<typeof openFileStore>;

  private constructor(services: Services) {
    const urls = handUrls(services.databaseUrl, services.env['OVERTURN_SECRET']!);
    this.services = services;
    this.engine = new Database(urls.engine);
    this.app = new Database(urls.app);
    this.#owner = new Database(services.databaseUrl);
    this.places = { url: urls.engine, filesDirectory: services.env['FILES_DIR']! };
    this.#files = openFileStore(this.places.filesDirectory);
    this.ports = {
      database: this.engine,
      clock: { now: async () => this.now() },
      openFile: (organizationId, sha256) => this.#files.open(organizationId, sha256),
    };
  }

  static async open(options: ServiceOptions = {}): Promise<IntakeGround> {
    return new IntakeGround(await startServices(options));
  }

  now(): Date {
    return new Date(`${this.today}T15:00:00Z`);
  }

  async close(): Promise<void> {
    await Promise.all([this.engine.close(), this.app.close(), this.#owner.close()]);
    await this.services.stop();
  }

  async newOrganization(): Promise<Organization> {
    const [row] = await this.#asOwner<Organization>(sql`
      with o as (insert into organization (name, created_at) values ('A test', ${this.now()}) returning id),
           c as (insert into client (organization_id, name, npis, tax_ids, is_default, created_at)
                 select id, 'Everybody', '{}', '{}', true, ${this.now()} from o returning id),
           t as (insert into team (organization_id, name, queues, is_default, created_at)
                 select id, 'Team', '{}', true, ${this.now()} from o returning id)
      select o.id, c.id "clientId", t.id "teamId" from o, c, t`);
    return row!;
  }

  async newClient(organization: Organization, ids: { npis?: string[]; taxIds?: string[] }): Promise<string> {
    const [row] = await this.#asOwner<{ id: string }>(sql`
      insert into client (organization_id, name, npis, tax_ids, created_at)
      values (${organization.id}, 'Another', ${ids.npis ?? []}, ${ids.taxIds ?? []}, ${this.now()}) returning id`);
    return row!.id;
  }

  /** Stores the bytes as an upload does; the same bytes are the import that is there. */
  async receive(organization: Organization, content: Uint8Array, clientId: string | null = null): Promise<string> {
    const sha256 = createHash('sha256').update(content).digest('hex');
    await this.#files.keep(organization.id, sha256, content);
    const now = this.now();
    const [row] = await this.rows<{ id: string }>(
      organization,
      sql`
      with f as (insert into stored_file (organization_id, sha256, size_bytes, media_type, name, created_at)
                 values (${organization.id}, ${sha256}, ${content.length}, 'application/edi-x12', 'a.835', ${now})
                 on conflict (organization_id, sha256) do update set name = excluded.name returning id)
      insert into remittance (organization_id, client_id, file_id, sha256, state, bytes_total, counts, totals, warnings, received_at)
      select ${organization.id}, ${clientId}::uuid, f.id, ${sha256}, 'received', ${content.length}, '{}', '{}', '[]', ${now} from f
      on conflict (organization_id, sha256) do update set sha256 = excluded.sha256 returning id`,
    );
    return row!.id;
  }

  run(organization: Organization, remittanceId: string, more: Partial<ImportPorts> = {}): Promise<ImportOutcome> {
    return runImport({ ...this.ports, ...more }, { organizationId: organization.id, remittanceId });
  }

  /** Receives and imports; answers with the import's row. */
  async import(organization: Organization, content: Uint8Array, clientId: string | null = null): Promise<ImportedRow> {
    const id = await this.receive(organization, content, clientId);
    await this.run(organization, id);
    return this.imported(organization, id);
  }

  async imported(organization: Organization, id: string): Promise<ImportedRow> {
    const [row] = await this.rows<ImportedRow>(
      organization,
      sql`
      select id, state, failure, counts, totals, warnings, claims_read "claimsRead", client_id "clientId",
        bytes_read = bytes_total "isWhole" from remittance where id = ${id}`,
    );
    return row!;
  }

  /** What the organization's own people see. */
  rows<Row extends object>(organization: Organization, statement: Sql): Promise<Row[]> {
    return this.app.forOrganization(organization.id, (tx) => tx.rows<Row & Record<string, unknown>>(statement));
  }

  denials(organization: Organization): Promise<OpenedDenial[]> {
    return this.rows(
      organization,
      sql`
      select d.id, c.claim_number number, c.payer_claim_number "payerNumber", d.suspicion, v.stage
      from denial d join denial_view v on v.denial_id = d.id join claim c on c.id = d.claim_id order by d.id`,
    );
  }

  messages(organization: Organization, kind: string): Promise<{ denialId: string; payload: unknown }[]> {
    return this.rows(
      organization,
      sql`select denial_id "denialId", payload from outbox_message where kind = ${kind} order by created_at, id`,
    );
  }

  async #asOwner<Row extends object>(statement: Sql): Promise<Row[]> {
    return (await this.#owner.pool.query<Row & Record<string, unknown>>(statement)).rows;
  }
}

export interface ImportedRow {
  id: string;
  state: string;
  failure: string | null;
  counts: Record<string, number>;
  totals: Record<string, number>;
  warnings: { position: number | null; code: string; what: string }[];
  claimsRead: number;
  clientId: string | null;
  isWhole: boolean;
}
