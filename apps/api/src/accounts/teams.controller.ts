import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { teamList, teamView, createTeamBody } from '@overturn/contracts';
import type { CreateTeamBody } from '@overturn/contracts';
import type { Caller } from '@overturn/data/accounts/caller';
import { addTeam, listTeams } from '@overturn/data/accounts/teams';
import type { RequestKey } from '@overturn/data/idempotency/once-by-key';
import { Actor } from '../http/actor.ts';
import { Allow } from '../http/allow.ts';
import { Answers } from '../http/answers.ts';
import { CreateKey } from '../http/request-key.ts';
import { Work } from '../work.ts';

@ApiTags('teams')
@Controller('teams')
export class TeamsController {
  constructor(private readonly work: Work) {}

  @Post()
  @Allow('teams.manage')
  @Answers(201, teamView)
  create(
    @Body({ schema: createTeamBody }) body: CreateTeamBody,
    @Actor() actor: Caller,
    @CreateKey() key: RequestKey | undefined,
  ) {
    return this.work.create(actor, key, (tx, now) => addTeam(tx, now, actor, body));
  }

  @Get()
  @Allow('denial.read')
  @Answers(200, teamList)
  async list(@Actor() actor: Caller) {
    return { items: await this.work.run(actor, (tx) => listTeams(tx)) };
  }
}
