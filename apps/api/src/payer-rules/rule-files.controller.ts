import { Controller, Get, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import { exportRulesQuery, importRulesQuery, ruleImportView } from '@overturn/contracts';
import type { ExportRulesQuery, ImportRulesQuery } from '@overturn/contracts';
import type { Caller } from '@overturn/data/accounts/caller';
import { importRules } from '@overturn/data/payer-rules/import-rules';
import { readRules } from '@overturn/data/payer-rules/payer-rule-rows';
import type { PayerRuleRow } from '@overturn/data/payer-rules/payer-rule-rows';
import { rulesAsCsv, rulesAsJson } from '@overturn/data/payer-rules/rule-files';
import { DomainError } from '@overturn/domain';
import type { FastifyRequest } from 'fastify';
import { Actor } from '../http/actor.ts';
import { Allow } from '../http/allow.ts';
import { Answers } from '../http/answers.ts';
import { Work } from '../work.ts';

const MOST_BYTES = 1024 * 1024;
const FORMS: Record<ExportRulesQuery['format'], { type: string; write: (rows: PayerRuleRow[]) => string }> = {
  csv: {
    type: 'text/csv; charset=utf-8',
    write: (rows) => rulesAsCsv(rows.map(({ body, payerName }) => ({ ...body, payerName }))),
  },
  json: { type: 'application/json', write: (rows) => rulesAsJson(rows.map(({ body }) => body)) },
};

/** All rows that hold as one file, and back. */
@ApiTags('payers')
@Controller('payer-rules')
export class RuleFilesController {
  constructor(private readonly work: Work) {}

  @Get('export')
  @Allow('denial.read')
  @Answers(200)
  async export(@Query({ schema: exportRulesQuery }) { format }: ExportRulesQuery, @Actor() actor: Caller) {
    const { type, write } = FORMS[format];
    const rows = await this.work.run(actor, (tx) => readRules(tx));
    const disposition = `attachment; filename="payer-rules.${format}"`;
    return new StreamableFile(Buffer.from(write(rows)), { type, disposition });
  }

  /** A file as multipart, or its text as the body: CSV or JSON. Nothing is written when a row is refused. */
  @Post('import')
  @Allow('rules.manage')
  @ApiConsumes('multipart/form-data', 'text/csv', 'application/json')
  @Answers(200, ruleImportView)
  async import(
    @Query({ schema: importRulesQuery }) { dryRun }: ImportRulesQuery,
    @Req() request: FastifyRequest,
    @Actor() actor: Caller,
  ) {
    const text = await textOf(request);
    return this.work.run(actor, (tx, now) => importRules(tx, now, actor, text, dryRun));
  }
}

async function textOf(request: FastifyRequest): Promise<string> {
  if (!request.isMultipart())
    return typeof request.body === 'string' ? request.body : JSON.stringify(request.body ?? null);
  const file = await request.file({ limits: { fileSize: MOST_BYTES } });
  if (!file) throw new DomainError('BAD_INPUT', 'Send a file.', { fields: { file: 'Send a file.' } });
  const bytes = await file.toBuffer();
  if (file.file.truncated) throw new DomainError('TOO_LARGE', 'The file is larger than 1 MB. Send it in parts.');
  return bytes.toString('utf8');
}
