import { Body, Controller, Delete, Get, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { sessionView, signInBody, switchOrganizationBody } from '@overturn/contracts';
import type { SessionView } from '@overturn/contracts';
import { permissionsOf } from '@overturn/data/accounts/caller';
import type { Caller } from '@overturn/data/accounts/caller';
import { closeSession, moveSession, readSession, readSessionFacts } from '@overturn/data/accounts/sessions';
import { signIn } from '@overturn/data/accounts/sign-in';
import { Database } from '@overturn/data/database/database';
import { DomainError } from '@overturn/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Actor } from '../http/actor.ts';
import { Allow } from '../http/allow.ts';
import { Answers } from '../http/answers.ts';
import { checkOrigin } from '../http/callers.ts';
import { clearSessionCookie, setSessionCookie } from '../http/session-cookie.ts';
import { Work } from '../work.ts';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly db: Database,
    private readonly work: Work,
  ) {}

  @Post()
  @Allow('anyone')
  @Answers(200, sessionView)
  async open(
    @Body({ schema: signInBody }) body: z.infer<typeof signInBody>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    if (request.headers.origin) checkOrigin(request);
    const now = await this.work.now();
    const secret = await signIn(this.db, now, body.email, body.password);
    setSessionCookie(request, reply, secret);
    return this.view((await readSession(this.db, now, secret))!);
  }

  @Get()
  @Allow('signed-in')
  @Answers(200, sessionView)
  read(@Actor() actor: Caller): Promise<SessionView> {
    return this.view(actor);
  }

  @Delete()
  @Allow('signed-in')
  @Answers(204)
  async close(
    @Actor() actor: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (request.sessionSecret) await closeSession(this.db, await this.work.now(), request.sessionSecret, actor);
    clearSessionCookie(reply);
  }

  @Post('organization')
  @Allow('signed-in')
  @Answers(200, sessionView)
  async move(
    @Body({ schema: switchOrganizationBody }) { organizationId }: z.infer<typeof switchOrganizationBody>,
    @Actor() actor: Caller,
    @Req() request: FastifyRequest,
  ): Promise<SessionView> {
    const secret = request.sessionSecret;
    if (!secret) throw new DomainError('BAD_INPUT', 'A key changes its organization with the X-Organization header.');
    const now = await this.work.now();
    await moveSession(this.db, now, secret, actor, organizationId);
    return this.view((await readSession(this.db, now, secret))!);
  }

  private async view(caller: Caller): Promise<SessionView> {
    const { email, ...facts } = await readSessionFacts(this.db, caller);
    return {
      user: { id: caller.id, name: caller.name, email },
      ...facts,
      role: caller.role,
      permissions: permissionsOf(caller),
      clientIds: [...caller.clientIds],
      now: (await this.work.now()).toISOString(),
    };
  }
}
