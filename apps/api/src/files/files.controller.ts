import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import { id, storedFileView } from '@overturn/contracts';
import type { Caller } from '@overturn/data/accounts/caller';
import { findDenial } from '@overturn/data/denials/find-denial';
import type { FileStore } from '@overturn/data/files/file-store';
import { keepEvidence, openStoredFile } from '@overturn/data/files/stored-files';
import { DomainError } from '@overturn/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Actor } from '../http/actor.ts';
import { Allow } from '../http/allow.ts';
import { Answers } from '../http/answers.ts';
import { FILES } from '../ports.ts';
import { Work } from '../work.ts';
import { sendFile } from './send-file.ts';
import { receiveUpload } from './uploads.ts';

const MOST_BYTES = 50 * 2 ** 20;

@ApiTags('files')
@Controller('files')
export class FilesController {
  constructor(
    private readonly work: Work,
    @Inject(FILES) private readonly files: FileStore,
  ) {}

  /** Multipart: `file` and `denialId`. The same bytes again are the same file. */
  @Post()
  @Allow('document.write')
  @ApiConsumes('multipart/form-data')
  @Answers(201, storedFileView)
  async store(@Req() request: FastifyRequest, @Actor() actor: Caller) {
    const { files, fields } = await receiveUpload(request, this.files, actor.organizationId, MOST_BYTES);
    const denialId = id.safeParse(fields['denialId']);
    const [file] = files;
    if (!denialId.success || !file || files.length > 1)
      throw bad('Send one file with the denialId that it belongs to.');
    if (file.sizeBytes === 0) throw bad('The file is empty.');
    return this.work.run(actor, async (tx, now) => {
      await findDenial(tx, actor, denialId.data);
      return keepEvidence(tx, now, actor, denialId.data, file);
    });
  }

  @Get(':id')
  @Allow('document.read')
  @Answers(200)
  async read(
    @Param('id', { schema: id }) file: string,
    @Actor() actor: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const opened = await this.work.run(actor, (tx, now) => openStoredFile(tx, now, actor, file));
    return sendFile(reply, this.files, actor.organizationId, opened);
  }
}

const bad = (sentence: string): DomainError => new DomainError('BAD_INPUT', sentence, { fields: { file: sentence } });
