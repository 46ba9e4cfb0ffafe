import { readConfig } from '@overturn/config';
import type { Problem } from '@overturn/contracts';
import { startServices } from '../../../../tests/support/services/services.ts';
import type { ServiceOptions, Services } from '../../../../tests/support/services/services.ts';
import { startApi } from '../api.ts';
import type { Api } from '../api.ts';

export const BOOTSTRAP_KEY = 'bootstrap key of a test';

interface Answer<T> {
  status: number;
  body: T;
  headers: Headers;
}

/** A short list. */
export interface Items<T> {
  items: T[];
}

/** What most tests look at: the id of what was made, or the problem. */
type Made = Problem & { id: string };

export interface Harness {
  services: Services;
  api: Api;
  url: string;
  /** Asks as the bootstrap key unless `headers` say otherwise; `body` is sent as JSON. */
  call<T = Made>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  /** Stops the api and leaves its services up. */
  stopApi(): Promise<void>;
  stop(): Promise<void>;
}

/** The api on real services, in this process, on a free port. */
export async function startHarness(options: ServiceOptions = {}, env: Record<string, string> = {}): Promise<Harness> {
  const services = await startServices(options);
  const config = readConfig({
    ...services.env,
    TEMPORAL_ADDRESS: services.temporalAddress || '127.0.0.1:1',
    OVERTURN_BOOTSTRAP_KEY: BOOTSTRAP_KEY,
    PORT: '0',
    LOG_LEVEL: 'error',
    ...env,
  });
  const api = await startApi(config);
  const { url } = api;
  let stopped: Promise<void> | undefined;
  const stopApi = (): Promise<void> => (stopped ??= api.app.close());
  return {
    services,
    api,
    url,
    call: (method, path, body, headers = {}) => call(url, method, path, body, { ...asBootstrap(headers), ...headers }),
    stopApi,
    stop: async () => {
      await stopApi();
      await services.stop();
    },
  };
}

const asBootstrap = (headers: Record<string, string>): Record<string, string> =>
  'cookie' in headers || 'authorization' in headers ? {} : { authorization: `Bearer ${BOOTSTRAP_KEY}` };

async function call<T>(
  url: string,
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<Answer<T>> {
  const sent = body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) };
  const type = body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' };
  const response = await fetch(`${url}/api${path}`, { method, ...sent, headers: { ...type, ...headers } });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, body: (isJson ? JSON.parse(text) : text) as T, headers: response.headers };
}

/** A person of an organization, signed in; the headers of their requests. */
export async function signIn(harness: Harness, email: string, password: string): Promise<Record<string, string>> {
  const answer = await harness.call('POST', '/session', { email, password }, { authorization: 'none' });
  if (answer.status !== 200) throw new Error(`Sign-in answered ${answer.status}.`);
  const cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
  return { cookie, origin: harness.url };
}
