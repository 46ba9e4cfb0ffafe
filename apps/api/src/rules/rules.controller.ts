import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  acceptLaterBody,
  decideRuleBody,
  id,
  pageQuery,
  proposeRuleBody,
  ruleChangePage,
  ruleChangeQuery,
  ruleChangeView,
  ruleImpactPage,
  ruleList,
  ruleQuery,
} from '@overturn/contracts';
import type {
  AcceptLaterBody,
  DecideRuleBody,
  PageQuery,
  ProposeRuleBody,
  RuleChangeQuery,
  RuleQuery,
} from '@overturn/contracts';
import type { Caller } from '@overturn/data/accounts/caller';
import type { RequestKey } from '@overturn/data/idempotency/once-by-key';
import { acceptLater, decideRule } from '@overturn/data/rules/decide-rule';
import { listImpact } from '@overturn/data/rules/list-impact';
import { listRules } from '@overturn/data/rules/list-rules';
import { proposeRule } from '@overturn/data/rules/propose-rule';
import { changeView, findChange, listChanges } from '@overturn/data/rules/rule-change-rows';
import { Actor } from '../http/actor.ts';
import { Allow } from '../http/allow.ts';
import { Answers } from '../http/answers.ts';
import { CreateKey } from '../http/request-key.ts';
import { Work } from '../work.ts';

/** Clocks, codes, what codes mean together, weights, grounds and calendar, and how an organization changes them. */
@ApiTags('rules')
@Controller('rules')
export class RulesController {
  constructor(private readonly work: Work) {}

  @Get()
  @Allow('denial.read')
  @Answers(200, ruleList)
  list(@Query({ schema: ruleQuery }) query: RuleQuery, @Actor() actor: Caller) {
    return this.work.run(actor, (tx) => listRules(tx, query));
  }

  @Get('changes')
  @Allow('denial.read')
  @Answers(200, ruleChangePage)
  changes(@Query({ schema: ruleChangeQuery }) query: RuleChangeQuery, @Actor() actor: Caller) {
    return this.work.run(actor, (tx) => listChanges(tx, query));
  }

  @Post('changes')
  @Allow('rules.manage')
  @Answers(201, ruleChangeView)
  propose(
    @Body({ schema: proposeRuleBody }) body: ProposeRuleBody,
    @CreateKey() key: RequestKey | undefined,
    @Actor() actor: Caller,
  ) {
    return this.work.create(actor, key, (tx, now) => proposeRule(tx, now, actor, body));
  }

  @Get('changes/:id')
  @Allow('denial.read')
  @Answers(200, ruleChangeView)
  change(@Param('id', { schema: id }) change: string, @Actor() actor: Caller) {
    return this.work.run(actor, async (tx) => changeView(await findChange(tx, change)));
  }

  /** The open denials that it moves, and how. */
  @Get('changes/:id/impact')
  @Allow('denial.read')
  @Answers(200, ruleImpactPage)
  impact(
    @Param('id', { schema: id }) change: string,
    @Query({ schema: pageQuery }) query: PageQuery,
    @Actor() actor: Caller,
  ) {
    return this.work.run(actor, (tx) => listImpact(tx, actor, change, query));
  }

  /** By another person than the one who proposed it. */
  @Post('changes/:id/approve')
  @HttpCode(200)
  @Allow('rules.manage')
  @Answers(200, ruleChangeView)
  approve(
    @Param('id', { schema: id }) change: string,
    @Body({ schema: decideRuleBody }) body: DecideRuleBody,
    @Actor() actor: Caller,
  ) {
    return this.work.run(actor, (tx, now) => decideRule(tx, now, actor, change, 'approve', body));
  }

  @Post('changes/:id/reject')
  @HttpCode(200)
  @Allow('rules.manage')
  @Answers(200, ruleChangeView)
  reject(
    @Param('id', { schema: id }) change: string,
    @Body({ schema: decideRuleBody }) body: DecideRuleBody,
    @Actor() actor: Caller,
  ) {
    return this.work.run(actor, (tx, now) => decideRule(tx, now, actor, change, 'reject', body));
  }

  /** By the one who proposed it. */
  @Post('changes/:id/withdraw')
  @HttpCode(200)
  @Allow('rules.manage')
  @Answers(200, ruleChangeView)
  withdraw(
    @Param('id', { schema: id }) change: string,
    @Body({ schema: decideRuleBody }) body: DecideRuleBody,
    @Actor() actor: Caller,
  ) {
    return this.work.run(actor, (tx, now) => decideRule(tx, now, actor, change, 'withdraw', body));
  }

  /** Takes later filing dates, or keeps the earlier ones: of some denials, or of all that wait. */
  @Post('changes/:id/later')
  @HttpCode(200)
  @Allow('rules.manage')
  @Answers(200, ruleChangeView)
  later(
    @Param('id', { schema: id }) change: string,
    @Body({ schema: acceptLaterBody }) body: AcceptLaterBody,
    @Actor() actor: Caller,
  ) {
    return this.work.run(actor, (tx, now) => acceptLater(tx, now, actor, change, body));
  }
}
