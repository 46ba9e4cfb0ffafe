import { Inject, Injectable } from '@nestjs/common';
import { readApiKey } from '@overturn/data/accounts/api-keys';
import type { Caller } from '@overturn/data/accounts/caller';
import { madeOrganization } from '@overturn/data/accounts/organizations';
import { readSession } from '@overturn/data/accounts/sessions';
import type { Clock } from '@overturn/data/clock/clock';
import { Database } from '@overturn/data/database/database';
import { DomainError } from '@overturn/domain';
import type { FastifyRequest } from 'fastify';
import { CLOCK } from '../ports.ts';
import { SESSION_COOKIE } from './session-cookie.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Who a request speaks for, as it stands now. */
@Injectable()
export class Callers {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async find(request: FastifyRequest): Promise<Caller | undefined> {
    const now = await this.clock.now();
    const key = /^bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (key) return this.#moved(await readApiKey(this.db, now, key.trim()), request);
    const secret = request.cookies[SESSION_COOKIE];
    if (!secret) return undefined;
    request.sessionSecret = secret;
    const caller = await readSession(this.db, now, secret);
    if (caller) request.caller = caller; // a refusal has a name too
    checkOrigin(request);
    return caller;
  }

  /** The bootstrap key acts in any organization that it made. */
  async #moved(caller: Caller | undefined, request: FastifyRequest): Promise<Caller | undefined> {
    const wanted = request.headers['x-organization'];
    if (!caller || wanted === undefined || wanted === caller.organizationId) return caller;
    request.caller = caller;
    const organizationId = String(wanted);
    const isMade =
      caller.isBootstrap && UUID.test(organizationId) && (await madeOrganization(this.db, caller.id, organizationId));
    if (!isMade) throw new DomainError('NOT_ALLOWED', 'This key does not work in that organization.');
    return { ...caller, organizationId };
  }
}

/** A cookie travels by itself: an unsafe act must come from our own page. */
export function checkOrigin(request: FastifyRequest): void {
  if (SAFE.has(request.method)) return;
  const { origin, host } = request.headers;
  if (!origin || !URL.canParse(origin) || new URL(origin).host !== host)
    throw new DomainError('NOT_ALLOWED', 'This act must come from the page itself.');
}
