import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { codesToClassify } from '@overturn/contracts';
import type { CodesToClassify } from '@overturn/contracts';
import type { Caller } from '@overturn/data/accounts/caller';
import { codesToClassify as listCodes } from '@overturn/data/codes/codes-to-classify';
import { Actor } from '../http/actor.ts';
import { Allow } from '../http/allow.ts';
import { Answers } from '../http/answers.ts';
import { Work } from '../work.ts';

/** Adjustment and remark codes that the organization's claims carry. */
@ApiTags('codes')
@Controller('codes')
@Allow('denial.read')
export class CodesController {
  constructor(private readonly work: Work) {}

  @Get('to-classify')
  @Answers(200, codesToClassify)
  async toClassify(@Actor() actor: Caller): Promise<CodesToClassify> {
    return { items: await this.work.run(actor, (tx, now) => listCodes(tx, now, actor)) };
  }
}
