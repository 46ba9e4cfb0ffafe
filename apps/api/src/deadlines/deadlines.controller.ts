import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { deadlineList, deadlinePreview, deadlinePreviewBody, deadlineQuery } from '@overturn/contracts';
import type { DeadlinePreviewBody, DeadlineQuery } from '@overturn/contracts';
import type { Caller } from '@overturn/data/accounts/caller';
import { listDeadlines } from '@overturn/data/deadlines/list-deadlines';
import { previewDeadline } from '@overturn/data/deadlines/preview-deadline';
import { Actor } from '../http/actor.ts';
import { Allow } from '../http/allow.ts';
import { Answers } from '../http/answers.ts';
import { Work } from '../work.ts';

@ApiTags('deadlines')
@Controller('deadlines')
export class DeadlinesController {
  constructor(private readonly work: Work) {}

  @Get()
  @Allow('deadline.read')
  @Answers(200, deadlineList)
  list(@Query({ schema: deadlineQuery }) query: DeadlineQuery, @Actor() actor: Caller) {
    return this.work.run(actor, (tx) => listDeadlines(tx, actor, query));
  }
  /** Asks a clock; nothing is kept. */
  @Post('preview')
  @Allow('deadline.read')
  @Answers(200, deadlinePreview)
  preview(@Body({ schema: deadlinePreviewBody }) body: DeadlinePreviewBody, @Actor() actor: Caller) {
    return this.work.run(actor, (tx, now) => previewDeadline(tx, now, body));
  }
}
