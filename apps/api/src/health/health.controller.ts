import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { healthView } from '@overturn/contracts';
import type { Caller } from '@overturn/data/accounts/caller';
import { readFindings, readOutbox } from '@overturn/data/health/read-health';
import { DomainError } from '@overturn/domain';
import { Actor } from '../http/actor.ts';
import { Allow } from '../http/allow.ts';
import { Answers } from '../http/answers.ts';
import { Work } from '../work.ts';
import { healthState, isLate } from './health-state.ts';
import { Parts } from './parts.ts';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly work: Work,
    private readonly parts: Parts,
  ) {}

  @Get('live')
  @Allow('anyone')
  @Answers(200)
  live() {
    return { state: 'ok' };
  }

  @Get('ready')
  @Allow('anyone')
  @Answers(200)
  async ready() {
    const missing = await this.parts.missing();
    if (missing) throw new DomainError('UNAVAILABLE', missing);
    return { state: 'ok' };
  }

  @Get()
  @Allow('health.read')
  @Answers(200, healthView)
  async read(@Actor() actor: Caller) {
    const parts = await this.parts.look();
    const { findings, outbox } = await this.work.run(actor, async (tx, now) => ({
      findings: await readFindings(tx),
      outbox: await readOutbox(tx, now),
    }));
    const seen = { parts, findings, outbox: { ...outbox, isLate: isLate(outbox.oldestSeconds) } };
    return { state: healthState(seen), ...seen };
  }
}
