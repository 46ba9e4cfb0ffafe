import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  assignTaskBody,
  completedTaskView,
  completeTaskBody,
  id,
  nextTaskBody,
  queueCounts,
  snoozeTaskBody,
  taskPage,
  taskQuery,
  taskView,
} from '@overturn/contracts';
import type { AssignTaskBody, CompleteTaskBody, NextTaskBody, SnoozeTaskBody, TaskQuery } from '@overturn/contracts';
import type { Caller } from '@overturn/data/accounts/caller';
import { assignTask } from '@overturn/data/tasks/assign-task';
import { claimNext } from '@overturn/data/tasks/claim-next';
import { claimTask, releaseTask } from '@overturn/data/tasks/claim-task';
import { completeTask } from '@overturn/data/tasks/complete-task';
import { countTasks } from '@overturn/data/tasks/count-tasks';
import { listTasks } from '@overturn/data/tasks/list-tasks';
import { readTask } from '@overturn/data/tasks/read-task';
import { snoozeTask } from '@overturn/data/tasks/snooze-task';
import { dismissUndo, releaseHeld, undoTask } from '@overturn/data/tasks/undo-task';
import type { FastifyReply } from 'fastify';
import { Actor } from '../http/actor.ts';
import { Allow } from '../http/allow.ts';
import { Answers } from '../http/answers.ts';
import { Work } from '../work.ts';

@ApiTags('tasks')
@Controller('tasks')
@Allow('task.work')
export class TasksController {
  constructor(private readonly work: Work) {}

  @Get()
  @Allow('task.read')
  @Answers(200, taskPage)
  list(@Query({ schema: taskQuery }) query: TaskQuery, @Actor() actor: Caller) {
    return this.work.run(actor, (tx, now) => listTasks(tx, now, actor, query));
  }

  @Get('counts')
  @Allow('task.read')
  @Answers(200, queueCounts)
  count(@Actor() actor: Caller) {
    return this.work.run(actor, (tx, now) => countTasks(tx, now, actor));
  }

  @Post('next')
  @Answers(200, taskView)
  @ApiResponse({ status: 204, description: 'There is nothing to do.' })
  async next(
    @Body({ schema: nextTaskBody }) body: NextTaskBody,
    @Actor() actor: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { denialId } = body;
    if (denialId) await this.work.run(actor, (tx, now) => releaseHeld(tx, now, actor, denialId));
    const task = await this.work.single((db, now) => claimNext(db, now, actor, body));
    if (!task) void reply.status(204);
    return task;
  }

  @Get(':id')
  @Allow('task.read')
  @Answers(200, taskView)
  read(@Param('id', { schema: id }) task: string, @Actor() actor: Caller) {
    return this.work.run(actor, (tx) => readTask(tx, actor, task));
  }

  @Post(':id/claim')
  @Answers(200, taskView)
  claim(@Param('id', { schema: id }) task: string, @Actor() actor: Caller) {
    return this.work.run(actor, (tx, now) => claimTask(tx, now, actor, task));
  }

  @Post(':id/release')
  @Answers(200, taskView)
  release(@Param('id', { schema: id }) task: string, @Actor() actor: Caller) {
    return this.work.run(actor, (tx, now) => releaseTask(tx, now, actor, task));
  }

  @Post(':id/complete')
  @Answers(200, completedTaskView)
  complete(
    @Param('id', { schema: id }) task: string,
    @Body({ schema: completeTaskBody }) body: CompleteTaskBody,
    @Actor() actor: Caller,
  ) {
    return this.work.run(actor, (tx, now) => completeTask(tx, now, actor, task, body));
  }

  @Post(':id/undo')
  @Answers(200, taskView)
  undo(@Param('id', { schema: id }) task: string, @Actor() actor: Caller) {
    return this.work.run(actor, (tx, now) => undoTask(tx, now, actor, task));
  }

  @Post(':id/dismiss-undo')
  @Answers(200, taskView)
  dismissUndo(@Param('id', { schema: id }) task: string, @Actor() actor: Caller) {
    return this.work.run(actor, (tx, now) => dismissUndo(tx, now, actor, task));
  }

  @Post(':id/snooze')
  @Answers(200, taskView)
  snooze(
    @Param('id', { schema: id }) task: string,
    @Body({ schema: snoozeTaskBody }) { until }: SnoozeTaskBody,
    @Actor() actor: Caller,
  ) {
    return this.work.run(actor, (tx, now) => snoozeTask(tx, now, actor, task, new Date(until)));
  }

  @Post(':id/assign')
  @Allow('task.assign')
  @Answers(200, taskView)
  assign(
    @Param('id', { schema: id }) task: string,
    @Body({ schema: assignTaskBody }) { userId }: AssignTaskBody,
    @Actor() actor: Caller,
  ) {
    return this.work.run(actor, (tx, now) => assignTask(tx, now, actor, task, userId));
  }
}
