import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { commandBody, commandList, commandView, id } from '@overturn/contracts';
import type { CommandBody } from '@overturn/contracts';
import type { Caller } from '@overturn/data/accounts/caller';
import { listCommands, takeCommand } from '@overturn/data/commands/take-command';
import type { RequestKey } from '@overturn/data/idempotency/once-by-key';
import { Actor } from '../http/actor.ts';
import { Allow } from '../http/allow.ts';
import { Answers } from '../http/answers.ts';
import { IfMatch } from '../http/if-match.ts';
import { CreateKey } from '../http/request-key.ts';
import { Work } from '../work.ts';

@ApiTags('denials')
@Controller('denials/:id/commands')
export class CommandsController {
  constructor(private readonly work: Work) {}

  @Post()
  @Allow('denial.command')
  @Answers(202, commandView)
  @ApiHeader({ name: 'If-Match', required: false, description: 'The ETag of the denial that was looked at.' })
  queue(
    @Param('id', { schema: id }) denial: string,
    @Body({ schema: commandBody }) body: CommandBody,
    @IfMatch() version: number | undefined,
    @Actor() actor: Caller,
    @CreateKey() key: RequestKey | undefined,
  ) {
    return this.work.create(actor, key, (tx, now) => takeCommand(tx, now, actor, denial, body, version));
  }

  @Get()
  @Allow('denial.read')
  @Answers(200, commandList)
  async list(@Param('id', { schema: id }) denial: string, @Actor() actor: Caller) {
    return { items: await this.work.run(actor, (tx) => listCommands(tx, actor, denial)) };
  }
}
