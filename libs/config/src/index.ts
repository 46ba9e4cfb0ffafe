import { z } from 'zod';

const flag = z.enum(['0', '1']).transform((value) => value === '1');

const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  APP_DATABASE_URL: z.url().optional(),
  ENGINE_DATABASE_URL: z.url().optional(),
  QUEUE_DATABASE_URL: z.url().optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  TEMPORAL_ADDRESS: z.string().min(1),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  FILES_DIR: z.string().min(1),
  OVERTURN_SECRET: z.string().min(16, 'OVERTURN_SECRET needs at least 16 characters'),
  OVERTURN_BOOTSTRAP_KEY: z.string().min(16).optional(),
  OVERTURN_DEMO: flag.default(true),
  /** `temporal-test` reads the time of a time-skipping Temporal test server, so that a case of months plays in seconds. */
  OVERTURN_CLOCK: z.enum(['system', 'temporal-test']).default('system'),
  /** Workflow history length at which a run continues as new at its next quiet moment. */
  OVERTURN_ROLLOVER_EVENTS: z.coerce.number().int().min(20).default(2000),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DASHBOARD_DIR: z.string().optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

export type Config = z.infer<typeof schema>;

/** The environment, parsed once. Throws one sentence a variable, naming what to set. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const parsed = schema.safeParse(env);
  if (parsed.success) return parsed.data;
  const sentences = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is not complete:\n  ${sentences.join('\n  ')}`);
}
