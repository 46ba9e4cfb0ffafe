/** Who can sign in to an embedded installation: made at the first start, kept in the home, shown at each start. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keptSecret } from './installation.ts';
import { nodeBinary, root } from './paths.ts';
import { apiUrl, type ProductEnvironment } from './product.ts';
import { run } from './run.ts';

export interface SignIn {
  email: string;
  password: string;
}

/** Loads the demo organization, given the environment of the product with OVERTURN_URL; the last line it prints is a `SignIn`. */
const DEMO = join(root, 'scripts/demo.ts');

/** The account of this home; the first call makes it, together with the demo organization unless OVERTURN_DEMO is 0. */
export async function provideSignIn(home: string, env: ProductEnvironment): Promise<SignIn> {
  const file = join(home, 'sign-in.json');
  if (!existsSync(file)) {
    const isDemo = process.env['OVERTURN_DEMO'] !== '0' && existsSync(DEMO);
    const made = isDemo ? await loadDemo(env) : await makeAdministrator(home, env);
    writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as SignIn;
}

async function loadDemo(env: ProductEnvironment): Promise<SignIn> {
  const output = await run(nodeBinary, [DEMO], { env: { ...process.env, ...env, OVERTURN_URL: apiUrl(env) } });
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as SignIn;
}

/** An organization of one's own, with nothing in it but its administrator. */
async function makeAdministrator(home: string, env: ProductEnvironment): Promise<SignIn> {
  const made: SignIn = { email: 'admin@overturn.example', password: keptSecret(home, 'first-password').slice(0, 20) };
  const organization = await create(env, 'organizations', { name: 'My organization' });
  const person = { ...made, name: 'Administrator', role: 'administrator' };
  await create(env, 'users', person, { 'x-organization': organization.id });
  return made;
}

async function create(
  env: ProductEnvironment,
  path: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<{ id: string }> {
  const response = await fetch(`${apiUrl(env)}/api/${path}`, {
    method: 'POST',
    // The same key at every try: a start that was cut off between the two makes neither twice.
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${env['OVERTURN_BOOTSTRAP_KEY']}`,
      'idempotency-key': `first-start/${path}`,
      ...headers,
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`The first account could not be made: ${response.status} ${await response.text()}`);
  return (await response.json()) as { id: string };
}
