import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { allows } from '@overturn/data/accounts/caller';
import type { Caller } from '@overturn/data/accounts/caller';
import { DomainError, whomToAsk } from '@overturn/domain';
import type { Permission } from '@overturn/domain';
import type { FastifyRequest } from 'fastify';
import { ALLOW } from './allow.ts';
import type { Allowed } from './allow.ts';
import { Callers } from './callers.ts';

/** Finds out who asks and whether they may. */
@Injectable()
export class CallerGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly callers: Callers,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const allowed = this.reflector.getAllAndOverride<Allowed | undefined>(ALLOW, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!allowed)
      throw new Error(`${context.getClass().name}.${context.getHandler().name} does not say who may call it.`);
    if (allowed === 'anyone') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const caller = await this.callers.find(request);
    if (!caller) throw new DomainError('NOT_SIGNED_IN', 'Sign in, or send an API key.');
    request.caller = caller;
    if (allowed !== 'signed-in' && !allows(caller, allowed)) refuse(caller, allowed);
    return true;
  }
}

function refuse({ role }: Caller, permission: Permission): never {
  const ask = whomToAsk(permission) ?? 'Only the key of the installation may do this.';
  throw new DomainError('NOT_ALLOWED', `Your role, ${role}, may not do this. ${ask}`, { permission });
}
