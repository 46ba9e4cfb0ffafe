import { createConnection } from 'node:net';
import type { ChildSpec } from './children.ts';

/** Typed search attributes: ids, stages and dates, never anything of a patient. */
const SEARCH_ATTRIBUTES = {
  OverturnOrganizationId: 'Keyword',
  OverturnStage: 'Keyword',
  OverturnClass: 'Keyword',
  OverturnNextDue: 'Datetime',
} as const;

/** Numbers of `temporal.api.enums.v1.IndexedValueType`. */
const INDEXED_VALUE_TYPE = { Keyword: 2, Datetime: 6 };

/**
 * The file's write-ahead log is synced at every commit: as safe as SQLite's own choice, at half the processor time of
 * the server, since nothing is written twice. `cache_size` is in KB when negative.
 */
const PRAGMAS = ['journal_mode=WAL', 'synchronous=FULL', 'cache_size=-65536', 'temp_store=MEMORY'].flatMap((pragma) => [
  '--sqlite-pragma',
  pragma,
]);

export interface TemporalSettings {
  binary: string;
  port: number;
  uiPort?: number;
  /** Where the state is kept; without it the state lives in memory. */
  databaseFile?: string;
  namespace: string;
}

/** How the local server is run and when it counts as up. */
export function temporalSpec(settings: TemporalSettings, logFile: string): ChildSpec {
  const { binary, port, uiPort, databaseFile, namespace } = settings;
  const attributes = Object.entries(SEARCH_ATTRIBUTES).flatMap(([name, type]) => [
    '--search-attribute',
    `${name}=${type}`,
  ]);
  return {
    name: 'temporal',
    command: binary,
    args: [
      ...[
        'server',
        'start-dev',
        '--ip',
        '127.0.0.1',
        '--port',
        String(port),
        '--namespace',
        namespace,
        '--log-level',
        'warn',
      ],
      ...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort)]),
      ...(databaseFile === undefined ? [] : ['--db-filename', databaseFile, ...PRAGMAS]),
      ...attributes,
    ],
    logFile,
    stopSignal: 'SIGTERM',
    graceMs: 10_000,
    readyWithinMs: 60_000,
    isReady: () => isServing(`127.0.0.1:${port}`, namespace),
  };
}

/** True when the namespace answers, not merely the port. */
async function isServing(address: string, namespace: string): Promise<boolean> {
  if (!(await acceptsConnections(address))) return false;
  const { Connection } = await import('@temporalio/client');
  const connection = await Connection.connect({ address, connectTimeout: 2_000 });
  try {
    await connection.workflowService.describeNamespace({ namespace });
    return true;
  } finally {
    await connection.close();
  }
}

export function acceptsConnections(address: string): Promise<boolean> {
  const [host = '', port] = address.split(':');
  return new Promise((resolve) => {
    const socket = createConnection({ host, port: Number(port) });
    const done = (answer: boolean) => (): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', done(true)).once('error', done(false)).setTimeout(1_000, done(false));
  });
}

/** Makes our search attributes known to a server that somebody else runs; those it knows already stay. */
export async function registerSearchAttributes(address: string, namespace: string): Promise<void> {
  const { Connection } = await import('@temporalio/client');
  const connection = await Connection.connect({ address, connectTimeout: 10_000 });
  try {
    // the time-skipping test server takes attributes but cannot list them
    const { customAttributes } = await connection.operatorService
      .listSearchAttributes({ namespace })
      .catch(() => ({ customAttributes: {} }));
    const missing = Object.entries(SEARCH_ATTRIBUTES).filter(([name]) => !(name in customAttributes));
    if (missing.length === 0) return;
    const searchAttributes = Object.fromEntries(missing.map(([name, type]) => [name, INDEXED_VALUE_TYPE[type]]));
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
  } finally {
    await connection.close();
  }
}
