import { Module } from '@nestjs/common';
import type { DynamicModule, Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import type { Config } from '@overturn/config';
import { ApiKeysController } from './accounts/api-keys.controller.ts';
import { ClientsController } from './accounts/clients.controller.ts';
import { OrganizationsController } from './accounts/organizations.controller.ts';
import { SessionController } from './accounts/session.controller.ts';
import { Startup } from './accounts/startup.ts';
import { TeamsController } from './accounts/teams.controller.ts';
import { UsersController } from './accounts/users.controller.ts';
import { HealthController } from './health/health.controller.ts';
import { Parts } from './health/parts.ts';
import { CallerGuard } from './http/caller.guard.ts';
import { Callers } from './http/callers.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { Refusals } from './http/refusals.ts';
import { validationPipe } from './http/validation.pipe.ts';
import { AuditController } from './audit/audit.controller.ts';
import { ClaimsController } from './claims/claims.controller.ts';
import { ClocksController } from './deadlines/clocks.controller.ts';
import { DeadlinesController } from './deadlines/deadlines.controller.ts';
import { CodesController } from './codes/codes.controller.ts';
import { CommandsController } from './denials/commands.controller.ts';
import { DenialsController } from './denials/denials.controller.ts';
import { ResponsesController } from './denials/responses.controller.ts';
import { DocumentsController } from './documents/documents.controller.ts';
import { FilesController } from './files/files.controller.ts';
import { EventsController } from './live/events.controller.ts';
import { NoticesController } from './notices/notices.controller.ts';
import { PayerRulesController } from './payer-rules/payer-rules.controller.ts';
import { RuleFilesController } from './payer-rules/rule-files.controller.ts';
import { PayersController } from './payers/payers.controller.ts';
import { RemittancesController } from './remittances/remittances.controller.ts';
import { RulesController } from './rules/rules.controller.ts';
import { SearchController } from './search/search.controller.ts';
import { EventFeed } from './live/event-feed.ts';
import { ImportQueue } from './remittances/import-queue.ts';
import { TasksController } from './tasks/tasks.controller.ts';
import { portsOf } from './ports.ts';
import { Work } from './work.ts';

const CONTROLLERS: Type[] = [
  SessionController,
  OrganizationsController,
  ClientsController,
  TeamsController,
  UsersController,
  ApiKeysController,
  RemittancesController,
  ClaimsController,
  DenialsController,
  CommandsController,
  ResponsesController,
  TasksController,
  FilesController,
  DocumentsController,
  SearchController,
  PayersController,
  CodesController,
  RuleFilesController,
  PayerRulesController,
  DeadlinesController,
  ClocksController,
  RulesController,
  NoticesController,
  EventsController,
  AuditController,
  HealthController,
];

@Module({})
export class ApiModule {
  static for(config: Config): DynamicModule {
    return {
      module: ApiModule,
      controllers: CONTROLLERS,
      providers: [
        ...portsOf(config),
        Work,
        Callers,
        Startup,
        Parts,
        Refusals,
        EventFeed,
        ImportQueue,
        { provide: APP_GUARD, useClass: CallerGuard },
        { provide: APP_PIPE, useFactory: validationPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
