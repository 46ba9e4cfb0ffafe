import { problemOf, unreachable } from './problem.ts';

export type Query = Record<string, string | number | boolean | null | undefined>;
interface Options {
  query?: Query;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
}

const listeners = new Set<() => void>();
/** Called whenever the api says that nobody is signed in. */
export function onSessionOver(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function withQuery(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text ? `${path}?${text}` : path;
}

/** One call to the api; its refusals are thrown as `ApiProblem`. Types are those of the contracts, which the api checks itself. */
export async function call<Answer>(
  method: string,
  path: string,
  { query, body, headers, signal }: Options = {},
): Promise<Answer> {
  const isForm = body instanceof FormData;
  const init: RequestInit = {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    ...(signal && { signal }),
  };
  const response = await fetch(withQuery(`/api${path}`, query), init).catch((error: unknown) => {
    throw error instanceof DOMException && error.name === 'AbortError' ? error : unreachable();
  });
  if (response.ok) return (response.status === 204 ? null : await response.json()) as Answer;
  const problem = await problemOf(response);
  if (problem.status === 401 && !(method === 'POST' && path === '/session'))
    for (const listener of listeners) listener();
  throw problem;
}

/** A key for `Idempotency-Key`. Not `randomUUID`, which plain http on a local network lacks. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const onceOnly = (key: string = newKey()) => ({ 'idempotency-key': key });
