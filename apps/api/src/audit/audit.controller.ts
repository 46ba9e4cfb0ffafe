import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { auditPage, auditQuery } from '@overturn/contracts';
import type { AuditQuery } from '@overturn/contracts';
import type { Caller } from '@overturn/data/accounts/caller';
import { listAudit } from '@overturn/data/audit/list-audit';
import { Actor } from '../http/actor.ts';
import { Allow } from '../http/allow.ts';
import { Answers } from '../http/answers.ts';
import { Work } from '../work.ts';

@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(private readonly work: Work) {}

  @Get()
  @Allow('audit.read')
  @Answers(200, auditPage)
  list(@Query({ schema: auditQuery }) query: AuditQuery, @Actor() actor: Caller) {
    return this.work.run(actor, (tx) => listAudit(tx, actor, query));
  }
}
