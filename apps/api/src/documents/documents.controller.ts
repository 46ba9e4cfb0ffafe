import { Body, Controller, Get, Inject, Param, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { documentView, editDocumentBody, id } from '@overturn/contracts';
import type { EditDocumentBody } from '@overturn/contracts';
import type { Caller } from '@overturn/data/accounts/caller';
import { documentFile, editDocument, readDocument } from '@overturn/data/documents/edit-document';
import type { FileStore } from '@overturn/data/files/file-store';
import { openStoredFile } from '@overturn/data/files/stored-files';
import { DomainError } from '@overturn/domain';
import type { FastifyReply } from 'fastify';
import { sendFile } from '../files/send-file.ts';
import { Actor } from '../http/actor.ts';
import { Allow } from '../http/allow.ts';
import { Answers } from '../http/answers.ts';
import { IfMatch, tagged } from '../http/if-match.ts';
import { FILES } from '../ports.ts';
import { Work } from '../work.ts';

@ApiTags('documents')
@Controller('documents')
export class DocumentsController {
  constructor(
    private readonly work: Work,
    @Inject(FILES) private readonly files: FileStore,
  ) {}

  @Get(':id')
  @Allow('document.read')
  @Answers(200, documentView)
  async read(
    @Param('id', { schema: id }) document: string,
    @Actor() actor: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return tagged(reply, await this.work.run(actor, (tx, now) => readDocument(tx, now, actor, document)));
  }

  @Put(':id')
  @Allow('document.write')
  @Answers(200, documentView)
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the text that was edited.' })
  async edit(
    @Param('id', { schema: id }) document: string,
    @Body({ schema: editDocumentBody }) body: EditDocumentBody,
    @IfMatch() version: number | undefined,
    @Actor() actor: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    if (version === undefined)
      throw new DomainError('BAD_INPUT', 'Send If-Match with the ETag of the text that was edited.');
    return tagged(
      reply,
      await this.work.run(actor, (tx, now) => editDocument(tx, now, actor, document, version, body)),
    );
  }

  @Get(':id/file')
  @Allow('document.read')
  @Answers(200)
  async file(
    @Param('id', { schema: id }) document: string,
    @Actor() actor: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const opened = await this.work.run(actor, async (tx, now) => {
      const { fileId, denialId } = await documentFile(tx, actor, document);
      return openStoredFile(tx, now, actor, fileId, denialId);
    });
    return sendFile(reply, this.files, actor.organizationId, opened);
  }
}
