import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { apiKeyList, createApiKeyBody, createdApiKeyView, id } from '@overturn/contracts';
import type { CreateApiKeyBody } from '@overturn/contracts';
import { listApiKeys, makeApiKey, revokeApiKey } from '@overturn/data/accounts/api-keys';
import type { Caller } from '@overturn/data/accounts/caller';
import { Actor } from '../http/actor.ts';
import { Allow } from '../http/allow.ts';
import { Answers } from '../http/answers.ts';
import { Work } from '../work.ts';

/** A key's text is told once and kept nowhere: this is the one create that does not answer an Idempotency-Key. */
@ApiTags('api-keys')
@Controller('api-keys')
@Allow('keys.manage')
export class ApiKeysController {
  constructor(private readonly work: Work) {}

  @Post()
  @Answers(201, createdApiKeyView)
  create(@Body({ schema: createApiKeyBody }) body: CreateApiKeyBody, @Actor() actor: Caller) {
    return this.work.run(actor, (tx, now) => makeApiKey(tx, now, actor, body));
  }

  @Get()
  @Answers(200, apiKeyList)
  async list(@Actor() actor: Caller) {
    return { items: await this.work.run(actor, (tx) => listApiKeys(tx)) };
  }

  @Delete(':id')
  @Answers(204)
  revoke(@Param('id', { schema: id }) key: string, @Actor() actor: Caller) {
    return this.work.run(actor, (tx, now) => revokeApiKey(tx, now, actor, key));
  }
}
