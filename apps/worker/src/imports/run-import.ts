import type { Actor } from '@overturn/data/audit/audit';
import type { Clock } from '@overturn/data/clock/clock';
import type { Database, Tx } from '@overturn/data/database/database';
import { ClaimJudge } from '@overturn/data/intake/claim-judge';
import { clientOf, readClients } from '@overturn/data/intake/clients';
import type { ClientIds } from '@overturn/data/intake/clients';
import {
  beginReading,
  failImport,
  finishImport,
  keepRefused,
  lockImport,
  saveProgress,
} from '@overturn/data/intake/import-row';
import type { ImportCounts, ImportRow } from '@overturn/data/intake/import-row';
import type { UnjudgedClaim } from '@overturn/data/intake/judge-claim';
import { withLease } from '@overturn/data/intake/lease';
import { readOpened } from '@overturn/data/intake/opened-claims';
import { holdTriageRules } from '@overturn/data/intake/triage-rules';
import { writeBatch } from '@overturn/data/intake/write-batch';
import { readRemittanceBatches } from '@overturn/x12';
import type { ReadClaim } from './claim-record.ts';
import { ImportReading } from './import-reading.ts';

export interface ImportPorts {
  /** Under the engine's login. */
  database: Database;
  clock: Pick<Clock, 'now'>;
  /** The bytes of a stored file. */
  openFile(organizationId: string, sha256: string): AsyncIterable<Uint8Array>;
  /** Claims a transaction, at least; what 64 KB of the file hold comes on top. */
  batchClaims?: number;
}

export interface ImportJob {
  organizationId: string;
  remittanceId: string;
}

/** `busy`: another process is reading it. */
export type ImportOutcome = 'imported' | 'failed' | 'busy';

const BATCH_CLAIMS = 250;
const ACTOR: Actor = { kind: 'system', id: null, name: 'Remittance import' };

/**
 * Reads one remittance from its stored bytes to claims and open denials. Safe to repeat and to kill at any moment: a
 * batch, the denials it opens, their start messages and the progress are one transaction, judged by the rules that are in
 * force as it is written, and a rerun reads the bytes again from the start but writes only what comes after the last batch.
 */
export function runImport(ports: ImportPorts, job: ImportJob): Promise<ImportOutcome> {
  return withLease(ports.database, `import/${job.remittanceId}`, async () => {
    const begun = await transact(ports, job, async (tx, now) => ({
      row: await beginReading(tx, now, job.remittanceId),
      clients: await readClients(tx),
      opened: await readOpened(tx, job.remittanceId),
    }));
    const { state } = begun.row;
    return state === 'imported' || state === 'failed' ? state : new ImportRun(ports, job, begun).run();
  });
}

async function transact<T>(
  { database, clock }: ImportPorts,
  { organizationId }: ImportJob,
  work: (tx: Tx, now: Date) => Promise<T>,
): Promise<T> {
  const now = await clock.now();
  return database.forOrganization(organizationId, (tx) => work(tx, now));
}

/** How an import stands as a run takes it up; `opened`: positions of the written claims that opened a denial. */
interface Begun {
  row: ImportRow;
  clients: readonly ClientIds[];
  opened: ReadonlySet<number | null>;
}

class ImportRun {
  readonly #ports: ImportPorts;
  readonly #job: ImportJob;
  readonly #row: ImportRow;
  readonly #clients: readonly ClientIds[];
  readonly #opened: ReadonlySet<number | null>;
  readonly #judge: ClaimJudge;
  readonly #reading = new ImportReading();
  readonly #clientsFound = new Set<string>();
  #bytesRead = 0;
  /** Claims of the file passed so far, written now or by an earlier run. */
  #passed = 0;
  /** Claims that are in the database. */
  #claimsWritten: number;

  constructor(ports: ImportPorts, job: ImportJob, { row, clients, opened }: Begun) {
    this.#ports = ports;
    this.#job = job;
    this.#row = row;
    this.#clients = clients;
    this.#opened = opened;
    this.#judge = new ClaimJudge(job.organizationId);
    this.#claimsWritten = row.claimsRead;
  }

  async run(): Promise<'imported' | 'failed'> {
    const most = this.#ports.batchClaims ?? BATCH_CLAIMS;
    for await (const events of readRemittanceBatches(this.#chunks(), this.#row)) {
      for (const event of events) this.#reading.read(event);
      if (this.#reading.waiting < most) continue;
      const fresh = this.#takeFresh();
      if (fresh.length > 0) await this.#write(fresh);
    }
    return this.#finish();
  }

  async *#chunks(): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.#ports.openFile(this.#job.organizationId, this.#row.sha256)) {
      this.#bytesRead += chunk.length;
      yield chunk;
    }
  }

  async #finish(): Promise<'imported' | 'failed'> {
    const { failure } = this.#reading;
    const fresh = this.#takeFresh();
    const client = this.#clientsFound.size === 1 ? [...this.#clientsFound][0]! : null;
    await this.#write(fresh, (tx, now, counts) =>
      failure === null
        ? finishImport(tx, now, ACTOR, this.#row, counts, client)
        : failImport(tx, now, ACTOR, this.#row, failure),
    );
    return failure === null ? 'imported' : 'failed';
  }

  /** The claims read since the last call that no run has written yet; of those before, what opened counts for the keys they share. */
  #takeFresh(): UnjudgedClaim[] {
    const claims = this.#reading.takeClaims().map((claim) => this.#ofClient(claim));
    const written = Math.max(0, this.#claimsWritten - this.#passed);
    for (const claim of claims.slice(0, written)) if (this.#opened.has(claim.position)) this.#judge.count(claim);
    this.#passed += claims.length;
    return claims.slice(written);
  }

  #ofClient(read: ReadClaim): UnjudgedClaim {
    const clientId = clientOf(this.#clients, this.#row.clientId, { npi: read.payeeNpi, taxId: read.payeeTaxId });
    this.#clientsFound.add(clientId);
    return { ...read, clientId };
  }

  /** One transaction: the claims, their denials and start messages, what was refused, the progress, and `then`. */
  async #write(fresh: readonly UnjudgedClaim[], then?: Then): Promise<void> {
    const refused = this.#reading.takeRefused();
    this.#claimsWritten = await transact(this.#ports, this.#job, async (tx, now) => {
      const row = await lockImport(tx, this.#row.id);
      if (row.state !== 'reading' || row.claimsRead !== this.#claimsWritten)
        throw new Error('Another process went on with this import.');
      const rules = await holdTriageRules(tx, now);
      const judged = fresh.map((claim) => this.#judge.judge(claim, rules));
      const found = await writeBatch(tx, now, ACTOR, row, judged);
      const denials = row.denials + found.denials;
      const duplicates = row.duplicates + found.duplicates;
      const progress = this.#reading.progress(this.#bytesRead, { denials, duplicates });
      await keepRefused(tx, row, refused);
      await saveProgress(tx, now, row, progress);
      await then?.(tx, now, progress.counts);
      return this.#passed;
    });
  }
}

type Then = (tx: Tx, now: Date, counts: ImportCounts) => Promise<void>;
