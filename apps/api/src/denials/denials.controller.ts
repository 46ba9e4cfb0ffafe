import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  denialPage,
  denialQuery,
  denialRow,
  denialView,
  id,
  listOf,
  openDenialBody,
  openPatientBody,
  pageQuery,
  patientView,
  screeningFactsBody,
  screeningFactView,
  timelinePage,
  whatIfBody,
  whatIfView,
} from '@overturn/contracts';
import type {
  DenialQuery,
  OpenDenialBody,
  OpenPatientBody,
  PageQuery,
  ScreeningFactsBody,
  WhatIfBody,
} from '@overturn/contracts';
import type { Caller } from '@overturn/data/accounts/caller';
import { noteView } from '@overturn/data/audit/note-view';
import { findDenial } from '@overturn/data/denials/find-denial';
import { listDenials } from '@overturn/data/denials/list-denials';
import { openByHand } from '@overturn/data/denials/open-by-hand';
import { openPatient } from '@overturn/data/denials/open-patient';
import { readDenial } from '@overturn/data/denials/read-denial';
import { whatIf } from '@overturn/data/denials/what-if';
import { answerQuestions } from '@overturn/data/screening-facts/answer-questions';
import type { RequestKey } from '@overturn/data/idempotency/once-by-key';
import { listTimeline } from '@overturn/data/timeline/list-timeline';
import type { FastifyReply } from 'fastify';
import { Actor } from '../http/actor.ts';
import { Allow } from '../http/allow.ts';
import { Answers } from '../http/answers.ts';
import { tagged } from '../http/if-match.ts';
import { CreateKey } from '../http/request-key.ts';
import { Work } from '../work.ts';

@ApiTags('denials')
@Controller('denials')
@Allow('denial.read')
export class DenialsController {
  constructor(private readonly work: Work) {}

  @Post()
  @Allow('denial.open')
  @Answers(201, denialRow)
  open(
    @Body({ schema: openDenialBody }) body: OpenDenialBody,
    @Actor() actor: Caller,
    @CreateKey() key: RequestKey | undefined,
  ) {
    return this.work.create(actor, key, (tx, now) => openByHand(tx, now, actor, body));
  }

  @Get()
  @Answers(200, denialPage)
  list(@Query({ schema: denialQuery }) query: DenialQuery, @Actor() actor: Caller) {
    return this.work.run(actor, (tx) => listDenials(tx, actor, query));
  }

  /** That somebody viewed it is in the audit, once for each caller and hour. */
  @Get(':id')
  @Answers(200, denialView)
  async read(
    @Param('id', { schema: id }) denial: string,
    @Actor() actor: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const view = await this.work.run(actor, (tx, now) => readDenial(tx, now, actor, denial));
    await this.work.aside((db, now) => noteView(db, now, actor, { kind: 'denial', id: denial }));
    return tagged(reply, view);
  }

  @Post(':id/patient')
  @Allow('patient.open')
  @Answers(200, patientView)
  openPatient(
    @Param('id', { schema: id }) denial: string,
    @Body({ schema: openPatientBody }) body: OpenPatientBody,
    @Actor() actor: Caller,
  ) {
    return this.work.run(actor, (tx, now) => openPatient(tx, now, actor, denial, body.reason));
  }

  /** Asks what would move; nothing is kept. */
  @Post(':id/what-if')
  @Allow('deadline.read')
  @Answers(200, whatIfView)
  whatIf(
    @Param('id', { schema: id }) denial: string,
    @Body({ schema: whatIfBody }) body: WhatIfBody,
    @Actor() actor: Caller,
  ) {
    return this.work.run(actor, (tx, now) => whatIf(tx, now, actor, denial, body));
  }

  /** Answers open questions, several at once; a fact of null is taken back. Answers what is told of the denial then. */
  @Post(':id/screening-facts')
  @Allow('denial.answer-question')
  @Answers(200, listOf(screeningFactView))
  answerQuestions(
    @Param('id', { schema: id }) denial: string,
    @Body({ schema: screeningFactsBody }) body: ScreeningFactsBody,
    @Actor() actor: Caller,
    @CreateKey() key: RequestKey | undefined,
  ) {
    return this.work.create(actor, key, (tx, now) => answerQuestions(tx, now, actor, denial, body));
  }

  @Get(':id/timeline')
  @Answers(200, timelinePage)
  timeline(
    @Param('id', { schema: id }) denial: string,
    @Query({ schema: pageQuery }) query: PageQuery,
    @Actor() actor: Caller,
  ) {
    return this.work.run(actor, async (tx) => {
      await findDenial(tx, actor, denial);
      return listTimeline(tx, denial, query);
    });
  }
}
