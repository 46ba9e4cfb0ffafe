import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { amendClaimBody, amendedClaims } from '@overturn/contracts';
import type { AmendClaimBody } from '@overturn/contracts';
import type { Caller } from '@overturn/data/accounts/caller';
import { amendClaims } from '@overturn/data/claims/amend-claims';
import type { RequestKey } from '@overturn/data/idempotency/once-by-key';
import { Actor } from '../http/actor.ts';
import { Allow } from '../http/allow.ts';
import { Answers } from '../http/answers.ts';
import { CreateKey } from '../http/request-key.ts';
import { Work } from '../work.ts';

@ApiTags('claims')
@Controller('claims')
export class ClaimsController {
  constructor(private readonly work: Work) {}

  @Post()
  @Allow('claim.amend')
  @Answers(200, amendedClaims)
  amend(
    @Body({ schema: amendClaimBody }) body: AmendClaimBody,
    @Actor() actor: Caller,
    @CreateKey() key: RequestKey | undefined,
  ) {
    return this.work.create(actor, key, (tx, now) => amendClaims(tx, now, actor, body));
  }
}
