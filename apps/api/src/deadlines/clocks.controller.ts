import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { clockList } from '@overturn/contracts';
import type { Caller } from '@overturn/data/accounts/caller';
import { listClocks } from '@overturn/data/deadlines/list-clocks';
import { Actor } from '../http/actor.ts';
import { Allow } from '../http/allow.ts';
import { Answers } from '../http/answers.ts';
import { Work } from '../work.ts';

@ApiTags('deadlines')
@Controller('clocks')
@Allow('deadline.read')
export class ClocksController {
  constructor(private readonly work: Work) {}

  @Get()
  @Answers(200, clockList)
  list(@Actor() actor: Caller) {
    return this.work.run(actor, (tx) => listClocks(tx));
  }
}
