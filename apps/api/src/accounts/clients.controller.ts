import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { clientList, clientView, createClientBody } from '@overturn/contracts';
import type { CreateClientBody } from '@overturn/contracts';
import type { Caller } from '@overturn/data/accounts/caller';
import { addClient, listClients } from '@overturn/data/accounts/clients';
import type { RequestKey } from '@overturn/data/idempotency/once-by-key';
import { Actor } from '../http/actor.ts';
import { Allow } from '../http/allow.ts';
import { Answers } from '../http/answers.ts';
import { CreateKey } from '../http/request-key.ts';
import { Work } from '../work.ts';

@ApiTags('clients')
@Controller('clients')
export class ClientsController {
  constructor(private readonly work: Work) {}

  @Post()
  @Allow('clients.manage')
  @Answers(201, clientView)
  create(
    @Body({ schema: createClientBody }) body: CreateClientBody,
    @Actor() actor: Caller,
    @CreateKey() key: RequestKey | undefined,
  ) {
    return this.work.create(actor, key, (tx, now) => addClient(tx, now, actor, body));
  }

  @Get()
  @Allow('denial.read')
  @Answers(200, clientList)
  async list(@Actor() actor: Caller) {
    return { items: await this.work.run(actor, (tx) => listClients(tx, actor)) };
  }
}
