import type { DenialView, SessionView, TaskView, TimelineEntryView } from '@overturn/contracts';
import type { TaskKind } from '@overturn/domain';

type Json = Record<string, unknown>;

/** Whoever uses the product over HTTP, and nothing else: a person with a session, or a machine with a key. */
export class Staff {
  readonly url: string;
  #headers: Record<string, string>;
  readonly #signInAgain: (() => Promise<Staff>) | undefined;

  private constructor(url: string, headers: Record<string, string>, signInAgain?: () => Promise<Staff>) {
    this.url = url;
    this.#headers = headers;
    this.#signInAgain = signInAgain;
  }

  static withKey(url: string, key: string): Staff {
    return new Staff(url, { authorization: `Bearer ${key}` });
  }

  static async signIn(url: string, email: string, password: string): Promise<Staff> {
    const response = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ email, password }),
    });
    if (!response.ok) throw new Error(`Sign-in was refused: ${await response.text()}`);
    const cookie = response.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    return new Staff(url, { cookie, origin: url }, () => Staff.signIn(url, email, password));
  }

  /** The response as it is, whatever its status; who was away for days signs in again first. */
  async request(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const response = await this.#send(method, path, body, headers);
    if (response.status !== 401 || !this.#signInAgain) return response;
    this.#headers = (await this.#signInAgain()).#headers;
    return this.#send(method, path, body, headers);
  }

  #send(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Response> {
    const isForm = body instanceof FormData;
    const type = body !== undefined && !isForm ? { 'content-type': 'application/json' } : {};
    return fetch(`${this.url}/api${path}`, {
      method,
      headers: { ...this.#headers, ...type, ...headers },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    });
  }

  async get<T>(path: string): Promise<T> {
    return answerOf<T>(await this.request('GET', path), path);
  }

  async post<T>(path: string, body: unknown = {}): Promise<T> {
    return answerOf<T>(await this.request('POST', path, body), path);
  }

  session(): Promise<SessionView> {
    return this.get('/session');
  }
  denial(id: string): Promise<DenialView> {
    return this.get(`/denials/${id}`);
  }
  async timeline(id: string): Promise<TimelineEntryView[]> {
    return (await this.get<{ items: TimelineEntryView[] }>(`/denials/${id}/timeline?limit=200`)).items;
  }
  async openTasks(denialId: string): Promise<TaskView[]> {
    return (await this.get<{ items: TaskView[] }>(`/tasks?denialId=${denialId}&view=team&limit=200`)).items;
  }

  /** Claims the one open task of that kind and completes it as its form asks. */
  async complete(denialId: string, kind: TaskKind, outcome: string, answer: Json = {}): Promise<TaskView> {
    const open = await this.openTasks(denialId);
    const task = open.find((one) => one.kind === kind);
    if (!task) throw new Error(`No open task ${kind}; open are: ${open.map((one) => one.kind).join(', ') || 'none'}.`);
    await this.post(`/tasks/${task.id}/claim`);
    await this.post(`/tasks/${task.id}/complete`, { outcome, answer });
    return task;
  }
}

async function answerOf<T>(response: Response, path: string): Promise<T> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}
