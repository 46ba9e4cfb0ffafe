import type { Provider } from '@nestjs/common';
import type { Config } from '@overturn/config';
import { openClock } from '@overturn/data/clock/clock';
import { Database } from '@overturn/data/database/database';
import { openFileStore } from '@overturn/data/files/file-store';
import { handUrls } from '@overturn/data/logins';

/** What the api needs from outside, by token: the environment, the one clock, the file store. */
export const CONFIG = Symbol('config');
export const CLOCK = Symbol('clock');
export const FILES = Symbol('files');

const CONNECTIONS = 20;

export const appUrl = (config: Config): string =>
  config.APP_DATABASE_URL ?? handUrls(config.DATABASE_URL, config.OVERTURN_SECRET).app;

export const portsOf = (config: Config): Provider[] => [
  { provide: CONFIG, useValue: config },
  { provide: CLOCK, useFactory: () => openClock(config) },
  { provide: FILES, useFactory: () => openFileStore(config.FILES_DIR) },
  { provide: Database, useFactory: () => new Database(appUrl(config), CONNECTIONS) },
];
