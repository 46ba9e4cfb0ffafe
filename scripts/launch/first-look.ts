/** What an embedded installation shows whoever opens it first: an account to sign in with, and the demo organization unless OVERTURN_DEMO is 0. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keptSecret } from './installation.ts';
import { apiUrl, type ProductEnvironment } from './product.ts';
import { say } from './progress.mjs';

export interface FirstLook {
  email: string;
  password: string;
  /** Instant of the first start of the demo, from which its dates are counted. */
  demoStartedAt?: string;
  isDemoLoaded?: boolean;
}

const ADMINISTRATOR = { email: 'admin@overturn.example', name: 'Administrator', role: 'administrator' };
const PASSWORD_LENGTH = 20;
/** A line for every so many denials of the demo. */
const SAY_EVERY = 10;

const fileOf = (home: string): string => join(home, 'sign-in.json');
const keep = (home: string, look: FirstLook): void =>
  writeFileSync(fileOf(home), JSON.stringify(look), { mode: 0o600 });

/** Who signs in to this home; made at the first start. */
export async function provideFirstLook(home: string, env: ProductEnvironment): Promise<FirstLook> {
  const password = keptSecret(home, 'first-password').slice(0, PASSWORD_LENGTH);
  if (!existsSync(fileOf(home))) {
    const email = process.env['OVERTURN_DEMO'] === '0' ? await makeOwn(env, password) : await makeDemo(env, password);
    const isDemo = email !== ADMINISTRATOR.email;
    keep(home, { email, password, ...(isDemo ? { demoStartedAt: new Date().toISOString() } : {}) });
  }
  return JSON.parse(readFileSync(fileOf(home), 'utf8')) as FirstLook;
}

const keyOf = (env: ProductEnvironment): string => env['OVERTURN_BOOTSTRAP_KEY'] ?? '';

/** The demo organization and its people; its denials come while one looks on. */
async function makeDemo(env: ProductEnvironment, password: string): Promise<string> {
  const { makeOrganization } = await import('../demo/organization.ts');
  const { PEOPLE } = await import('../demo/who.ts');
  await makeOrganization({ url: apiUrl(env), key: keyOf(env), password });
  return PEOPLE.dana.email;
}

/** An organization of one's own, with nothing in it but its administrator. */
async function makeOwn(env: ProductEnvironment, password: string): Promise<string> {
  const { Desk } = await import('../demo/desk.ts');
  const url = apiUrl(env);
  const own = { name: 'My organization' };
  const { id } = await Desk.withKey(url, keyOf(env)).post<{ id: string }>('/organizations', own, 'first/organization');
  await Desk.withKey(url, keyOf(env), id).post('/users', { ...ADMINISTRATOR, password }, 'first/user');
  return ADMINISTRATOR.email;
}

/** Loads the denials of the demo, or what is left of them from an earlier start, while the product is in use. */
export async function loadRest(
  home: string,
  env: ProductEnvironment,
  look: FirstLook,
  isStopped: () => boolean,
): Promise<void> {
  const { demoStartedAt: startedAt, isDemoLoaded, password } = look;
  if (startedAt === undefined || isDemoLoaded) return;
  say('  Filling the demo organization meanwhile …');
  try {
    const { loadDemo } = await import('../demo/load.ts');
    const onProgress = (done: number, of: number): void => {
      if (done % SAY_EVERY === 0 && done < of) say(`  Filling the demo organization: ${done} of ${of} denials`);
    };
    const access = { url: apiUrl(env), key: keyOf(env), password };
    const { denials, failures } = await loadDemo({ ...access, startedAt, isStopped, onProgress });
    if (isStopped()) return;
    keep(home, { ...look, isDemoLoaded: true });
    say(`  The demo organization is filled: ${denials} denials.`);
    for (const failure of failures) say(`    ${failure}`);
  } catch (error) {
    if (isStopped()) return;
    say(`  The demo organization could not be filled: ${error instanceof Error ? error.message : String(error)}`);
    say('  It goes on at the next start.');
  }
}
