import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id, responseBody, responseView } from '@overturn/contracts';
import type { ResponseBody } from '@overturn/contracts';
import type { Caller } from '@overturn/data/accounts/caller';
import type { RequestKey } from '@overturn/data/idempotency/once-by-key';
import { recordResponse } from '@overturn/data/responses/record-response';
import { Actor } from '../http/actor.ts';
import { Allow } from '../http/allow.ts';
import { Answers } from '../http/answers.ts';
import { CreateKey } from '../http/request-key.ts';
import { Work } from '../work.ts';

@ApiTags('denials')
@Controller('denials/:id/responses')
export class ResponsesController {
  constructor(private readonly work: Work) {}

  @Post()
  @Allow('response.record')
  @Answers(202, responseView)
  record(
    @Param('id', { schema: id }) denial: string,
    @Body({ schema: responseBody }) body: ResponseBody,
    @Actor() actor: Caller,
    @CreateKey() key: RequestKey | undefined,
  ) {
    return this.work.create(actor, key, (tx, now) => recordResponse(tx, now, actor, denial, body));
  }
}
