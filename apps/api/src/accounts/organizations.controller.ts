import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createOrganizationBody, organizationList, organizationView } from '@overturn/contracts';
import type { CreateOrganizationBody } from '@overturn/contracts';
import { actorOf } from '@overturn/data/accounts/caller';
import type { Caller } from '@overturn/data/accounts/caller';
import { listOrganizations, makeOrganization } from '@overturn/data/accounts/organizations';
import { Database } from '@overturn/data/database/database';
import { Actor } from '../http/actor.ts';
import { Allow } from '../http/allow.ts';
import { Answers } from '../http/answers.ts';
import { CreateKey } from '../http/request-key.ts';
import type { RequestKey } from '@overturn/data/idempotency/once-by-key';
import { Work } from '../work.ts';

@ApiTags('organizations')
@Controller('organizations')
export class OrganizationsController {
  constructor(
    private readonly db: Database,
    private readonly work: Work,
  ) {}

  @Post()
  @Allow('organization.create')
  @Answers(201, organizationView)
  create(
    @Body({ schema: createOrganizationBody }) body: CreateOrganizationBody,
    @Actor() actor: Caller,
    @CreateKey() key: RequestKey | undefined,
  ) {
    // The key is kept beside the organization that asked: the new one has nobody yet who could ask again.
    return this.work.create(actor, key, (tx, now) =>
      makeOrganization(tx, now, body, async () => ({ actor: actorOf(actor) })),
    );
  }

  @Get()
  @Allow('signed-in')
  @Answers(200, organizationList)
  async list(@Actor() actor: Caller) {
    return { items: await listOrganizations(this.db, actor) };
  }
}
