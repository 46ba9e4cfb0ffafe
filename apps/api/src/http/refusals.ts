import { Inject, Injectable } from '@nestjs/common';
import { actorOf } from '@overturn/data/accounts/caller';
import { writeAudit } from '@overturn/data/audit/audit';
import type { Clock } from '@overturn/data/clock/clock';
import { Database } from '@overturn/data/database/database';
import { isDomainError } from '@overturn/domain';
import type { FastifyRequest } from 'fastify';
import { CLOCK } from '../ports.ts';

/** What somebody tried and may not do, whoever says no to it: an act in the audit, in a transaction that the refusal does not undo. */
@Injectable()
export class Refusals {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async note(request: FastifyRequest, error: unknown): Promise<void> {
    const { caller, method, routeOptions } = request;
    if (!caller || !isDomainError(error) || error.code !== 'NOT_ALLOWED') return;
    const { permission, fields: _, ...details } = error.details;
    const route = routeOptions.url ?? '';
    const now = await this.clock.now();
    await this.db.forOrganization(caller.organizationId, (tx) =>
      writeAudit(tx, actorOf(caller), now, {
        act: 'refused',
        subject: permission ? { kind: 'permission', id: String(permission) } : { kind: 'route', id: route },
        after: { method, route, sentence: error.sentence, ...details },
      }),
    );
  }
}
