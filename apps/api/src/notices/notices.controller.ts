import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id, noticePage, pageQuery } from '@overturn/contracts';
import type { PageQuery } from '@overturn/contracts';
import type { Caller } from '@overturn/data/accounts/caller';
import { listNotices, readAllNotices, readNotice } from '@overturn/data/notices/list-notices';
import { Actor } from '../http/actor.ts';
import { Allow } from '../http/allow.ts';
import { Answers } from '../http/answers.ts';
import { Work } from '../work.ts';

@ApiTags('notices')
@Controller('notices')
@Allow('task.read')
export class NoticesController {
  constructor(private readonly work: Work) {}

  @Get()
  @Answers(200, noticePage)
  list(@Query({ schema: pageQuery }) query: PageQuery, @Actor() actor: Caller) {
    return this.work.run(actor, (tx) => listNotices(tx, actor, query));
  }

  @Post('read-all')
  @Answers(204)
  readAll(@Actor() actor: Caller) {
    return this.work.run(actor, (tx, now) => readAllNotices(tx, now, actor));
  }

  @Post(':id/read')
  @Answers(204)
  read(@Param('id', { schema: id }) notice: string, @Actor() actor: Caller) {
    return this.work.run(actor, (tx, now) => readNotice(tx, now, actor, notice));
  }
}
