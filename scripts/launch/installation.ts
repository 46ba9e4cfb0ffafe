/** What a home remembers from one start to the next: its secrets (readable by the owner alone) and the ports it prefers. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './ports.ts';

export type EmbeddedPort = 'postgres' | 'temporal' | 'temporalUi';

const FIRST_CHOICE: Record<EmbeddedPort, number> = { postgres: 54320, temporal: 7233, temporalUi: 8233 };

/** A random text kept in the home under this name, made at the first call. */
export function keptSecret(home: string, name: string): string {
  const file = join(home, name);
  mkdirSync(home, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}

/** The port and password of a home's own Postgres; undefined when it has had none. */
export function knownPostgres(home: string): { port: number; password: string } | undefined {
  const [ports, password] = [join(home, 'ports.json'), join(home, 'postgres-password')];
  if (!existsSync(ports) || !existsSync(password)) return undefined;
  const { postgres } = JSON.parse(readFileSync(ports, 'utf8')) as Partial<Record<EmbeddedPort, number>>;
  return postgres === undefined ? undefined : { port: postgres, password: readFileSync(password, 'utf8').trim() };
}

/** A free port for each embedded service, the one it had last time where that is free. */
export async function choosePorts(home: string): Promise<Record<EmbeddedPort, number>> {
  const file = join(home, 'ports.json');
  const last = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Record<EmbeddedPort, number>>)
    : {};
  const chosen = { ...FIRST_CHOICE, ...last };
  for (const name of Object.keys(FIRST_CHOICE) as EmbeddedPort[]) chosen[name] = await freePort(chosen[name]);
  writeFileSync(file, JSON.stringify(chosen));
  return chosen;
}
