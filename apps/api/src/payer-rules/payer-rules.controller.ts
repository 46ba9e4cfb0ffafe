import { Body, Controller, Delete, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import {
  effectiveRuleQuery,
  effectiveRuleView,
  id,
  payerRuleBody,
  payerRuleHistory,
  payerRuleList,
  payerRuleQuery,
  payerRuleView,
} from '@overturn/contracts';
import type { EffectiveRuleQuery, PayerRuleBody, PayerRuleQuery } from '@overturn/contracts';
import type { Caller } from '@overturn/data/accounts/caller';
import type { RequestKey } from '@overturn/data/idempotency/once-by-key';
import { createRule, editRule, endRule } from '@overturn/data/payer-rules/keep-rules';
import { effectiveRule, listRules, ruleHistory } from '@overturn/data/payer-rules/list-rules';
import { DomainError } from '@overturn/domain';
import type { FastifyReply } from 'fastify';
import { Actor } from '../http/actor.ts';
import { Allow } from '../http/allow.ts';
import { Answers } from '../http/answers.ts';
import { IfMatch, tagged } from '../http/if-match.ts';
import { CreateKey } from '../http/request-key.ts';
import { Work } from '../work.ts';

/** What payers want, as data: who may ask, how, where to and with what. */
@ApiTags('payers')
@Controller('payer-rules')
export class PayerRulesController {
  constructor(private readonly work: Work) {}

  @Get()
  @Allow('denial.read')
  @Answers(200, payerRuleList)
  list(@Query({ schema: payerRuleQuery }) query: PayerRuleQuery, @Actor() actor: Caller) {
    return this.work.run(actor, (tx, now) => listRules(tx, now, query));
  }

  /** The most specific row wins, and says so. */
  @Get('effective')
  @Allow('denial.read')
  @Answers(200, effectiveRuleView)
  effective(@Query({ schema: effectiveRuleQuery }) query: EffectiveRuleQuery, @Actor() actor: Caller) {
    return this.work.run(actor, (tx, now) => effectiveRule(tx, now, query));
  }

  @Get(':id/history')
  @Allow('denial.read')
  @Answers(200, payerRuleHistory)
  history(@Param('id', { schema: id }) rule: string, @Actor() actor: Caller) {
    return this.work.run(actor, (tx, now) => ruleHistory(tx, now, rule));
  }

  @Post()
  @Allow('rules.manage')
  @Answers(201, payerRuleView)
  async create(
    @Body({ schema: payerRuleBody }) body: PayerRuleBody,
    @CreateKey() key: RequestKey | undefined,
    @Actor() actor: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return tagged(reply, await this.work.create(actor, key, (tx, now) => createRule(tx, now, actor, body)));
  }

  @Put(':id')
  @Allow('rules.manage')
  @Answers(200, payerRuleView)
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the row that was edited.' })
  async edit(
    @Param('id', { schema: id }) rule: string,
    @Body({ schema: payerRuleBody }) body: PayerRuleBody,
    @IfMatch() version: number | undefined,
    @Actor() actor: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    if (version === undefined)
      throw new DomainError('BAD_INPUT', 'Send If-Match with the ETag of the row that was edited.');
    return tagged(reply, await this.work.run(actor, (tx, now) => editRule(tx, now, actor, rule, version, body)));
  }

  /** It holds no more; its history stays. */
  @Delete(':id')
  @Allow('rules.manage')
  @Answers(200, payerRuleView)
  end(@Param('id', { schema: id }) rule: string, @IfMatch() version: number | undefined, @Actor() actor: Caller) {
    return this.work.run(actor, (tx, now) => endRule(tx, now, actor, rule, version));
  }
}
