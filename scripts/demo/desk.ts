/** Somebody who uses the product over HTTP, and nothing else: a person with a session, or the installation's key. */

type Json = Record<string, unknown>;

/** The product said no; `code` is the problem's. */
export class Refused extends Error {
  readonly code: string;

  constructor(
    path: string,
    { code = '', detail = '', title = '' }: { code?: string; detail?: string; title?: string },
  ) {
    super(`${path}: ${detail || title || code}`);
    this.code = code;
  }
}

export class Desk {
  readonly #url: string;
  readonly #headers: Record<string, string>;

  private constructor(url: string, headers: Record<string, string>) {
    this.#url = url;
    this.#headers = headers;
  }

  static withKey(url: string, key: string, organizationId?: string): Desk {
    return new Desk(url, {
      authorization: `Bearer ${key}`,
      ...(organizationId !== undefined && { 'x-organization': organizationId }),
    });
  }

  static async signIn(url: string, email: string, password: string): Promise<Desk> {
    const outside = new Desk(url, { origin: url });
    const response = await outside.#send('POST', '/session', { email, password });
    const cookie = response.headers.getSetCookie().map((one) => one.split(';')[0]);
    return new Desk(url, { origin: url, cookie: cookie.join('; ') });
  }

  get<T>(path: string): Promise<T> {
    return this.#send('GET', path).then(bodyOf<T>);
  }

  /** @param once the same key later gives the first answer again */
  post<T>(path: string, body: Json | FormData = {}, once?: string): Promise<T> {
    return this.#send('POST', path, body, once).then(bodyOf<T>);
  }

  /** Throws Refused for what the product refuses, and what fetch throws when it is not there. */
  async #send(method: string, path: string, body?: Json | FormData, once?: string): Promise<Response> {
    const isForm = body instanceof FormData;
    const response = await fetch(`${this.#url}/api${path}`, {
      method,
      headers: {
        ...this.#headers,
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
        ...(once !== undefined && { 'idempotency-key': once }),
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    });
    if (response.ok) return response;
    const problem: unknown = await response.json().catch(() => ({ title: `answered ${response.status}` }));
    throw new Refused(path, problem as Json);
  }
}

const bodyOf = async <T>(response: Response): Promise<T> => {
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
};
