import { Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import { acceptedImports, claimPage, id, remittancePage, remittanceQuery, remittanceView } from '@overturn/contracts';
import type { AcceptedImports, PageQuery } from '@overturn/contracts';
import type { Caller } from '@overturn/data/accounts/caller';
import { noteView } from '@overturn/data/audit/note-view';
import { listClaims } from '@overturn/data/claims/list-claims';
import type { FileStore } from '@overturn/data/files/file-store';
import { receiveRemittance, retryRemittance } from '@overturn/data/remittances/receive-remittance';
import { listRemittances, readRemittance } from '@overturn/data/remittances/remittance-rows';
import { DomainError } from '@overturn/domain';
import type { FastifyRequest } from 'fastify';
import { receiveUpload } from '../files/uploads.ts';
import { Actor } from '../http/actor.ts';
import { Allow } from '../http/allow.ts';
import { Answers } from '../http/answers.ts';
import { FILES } from '../ports.ts';
import { Work } from '../work.ts';
import { ImportQueue } from './import-queue.ts';

const MOST_BYTES = 500 * 2 ** 20;

@ApiTags('remittances')
@Controller('remittances')
@Allow('denial.read')
export class RemittancesController {
  constructor(
    private readonly work: Work,
    private readonly queue: ImportQueue,
    @Inject(FILES) private readonly files: FileStore,
  ) {}

  /** Multipart: one or more `file`, optional `clientId`. The same bytes again are the same import. */
  @Post()
  @Allow('remittance.import')
  @ApiConsumes('multipart/form-data')
  @Answers(202, acceptedImports)
  async receive(@Req() request: FastifyRequest, @Actor() actor: Caller): Promise<AcceptedImports> {
    const { files, fields } = await receiveUpload(request, this.files, actor.organizationId, MOST_BYTES);
    const clientId = clientOf(fields['clientId']);
    const items = await this.work.run(actor, async (tx, now) => {
      const accepted = [];
      for (const file of files) accepted.push(await receiveRemittance(tx, now, actor, file, clientId));
      return accepted;
    });
    for (const item of items) if (item.state === 'received') await this.queue.ask(actor.organizationId, item.id);
    const [only] = items;
    return { ...(items.length === 1 && only && { id: only.id, state: only.state }), items };
  }

  @Get()
  @Answers(200, remittancePage)
  list(@Query({ schema: remittanceQuery }) query: PageQuery, @Actor() actor: Caller) {
    return this.work.run(actor, (tx) => listRemittances(tx, actor, query));
  }

  @Get(':id')
  @Answers(200, remittanceView)
  read(@Param('id', { schema: id }) remittance: string, @Actor() actor: Caller) {
    return this.work.run(actor, (tx) => readRemittance(tx, actor, remittance));
  }

  @Get(':id/claims')
  @Answers(200, claimPage)
  async claims(
    @Param('id', { schema: id }) remittance: string,
    @Query({ schema: remittanceQuery }) query: PageQuery,
    @Actor() actor: Caller,
  ) {
    const page = await this.work.run(actor, async (tx) => {
      await readRemittance(tx, actor, remittance);
      return listClaims(tx, actor, remittance, query);
    });
    await this.work.aside((db, now) => noteView(db, now, actor, { kind: 'remittance', id: remittance }));
    return page;
  }

  @Post(':id/retry')
  @Allow('remittance.import')
  @Answers(202, remittanceView)
  async retry(@Param('id', { schema: id }) remittance: string, @Actor() actor: Caller) {
    await this.work.run(actor, (tx, now) => retryRemittance(tx, now, actor, remittance));
    await this.queue.ask(actor.organizationId, remittance);
    return this.work.run(actor, (tx) => readRemittance(tx, actor, remittance));
  }
}

function clientOf(field: string | undefined): string | undefined {
  if (field === undefined || field === '') return undefined;
  const parsed = id.safeParse(field);
  if (!parsed.success)
    throw new DomainError('BAD_INPUT', 'clientId is the id of a client.', {
      fields: { clientId: 'Name a client by its id.' },
    });
  return parsed.data;
}
