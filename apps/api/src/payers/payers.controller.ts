import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { payerList } from '@overturn/contracts';
import type { PayerList } from '@overturn/contracts';
import type { Caller } from '@overturn/data/accounts/caller';
import { listPayers } from '@overturn/data/payers/list-payers';
import { Actor } from '../http/actor.ts';
import { Allow } from '../http/allow.ts';
import { Answers } from '../http/answers.ts';
import { Work } from '../work.ts';

/** For filters and forms. */
@ApiTags('payers')
@Controller('payers')
@Allow('denial.read')
export class PayersController {
  constructor(private readonly work: Work) {}

  @Get()
  @Answers(200, payerList)
  async list(@Actor() actor: Caller): Promise<PayerList> {
    return { items: await this.work.run(actor, (tx) => listPayers(tx, actor)) };
  }
}
