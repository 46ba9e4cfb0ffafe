import { ROLES } from '@overturn/domain';
import { z } from 'zod';
import { exactly, id, instant, listOf } from './shapes.ts';

const role = z.enum(ROLES);
const name = z.string().trim().min(1).max(200);

export const signInBody = exactly({ email: z.email(), password: z.string().min(1).max(500) });
export const sessionView = z.object({
  user: z.object({ id, name: z.string(), email: z.string() }),
  organization: z.object({ id, name: z.string(), timeZone: z.string(), isDemo: z.boolean() }),
  role,
  permissions: z.array(z.string()),
  clientIds: z.array(id),
  organizations: z.array(z.object({ id, name: z.string() })),
  /** The product's own now: dates are counted from here, not from the browser's clock. */
  now: instant,
});
export type SessionView = z.infer<typeof sessionView>;
export const switchOrganizationBody = exactly({ organizationId: id });

export const createOrganizationBody = exactly({
  name,
  timeZone: z.string().default('America/New_York'),
  observedHolidays: z.boolean().default(true),
  protectiveAppealOnGrant: z.enum(['hold', 'withdraw']).default('hold'),
});
export type CreateOrganizationBody = z.infer<typeof createOrganizationBody>;
export const organizationView = z.object({
  id,
  name: z.string(),
  timeZone: z.string(),
  observedHolidays: z.boolean(),
  protectiveAppealOnGrant: z.string(),
  createdAt: instant,
});
export const organizationList = listOf(organizationView);

export const createClientBody = exactly({
  name,
  npis: z.array(z.string().regex(/^\d{10}$/)).default([]),
  taxIds: z.array(z.string().regex(/^\d{9}$/)).default([]),
  isDefault: z.boolean().default(false),
});
export type CreateClientBody = z.infer<typeof createClientBody>;
export const clientView = z.object({
  id,
  name: z.string(),
  npis: z.array(z.string()),
  taxIds: z.array(z.string()),
  isDefault: z.boolean(),
});
export type ClientView = z.infer<typeof clientView>;
export const clientList = listOf(clientView);

export const createTeamBody = exactly({
  name,
  clientId: id.nullable().default(null),
  queues: z.array(z.string()).default([]),
  isDefault: z.boolean().default(false),
});
export type CreateTeamBody = z.infer<typeof createTeamBody>;
export const teamView = z.object({
  id,
  name: z.string(),
  clientId: id.nullable(),
  queues: z.array(z.string()),
  isDefault: z.boolean(),
});
export type TeamView = z.infer<typeof teamView>;
export const teamList = listOf(teamView);

export const createUserBody = exactly({
  email: z.email(),
  name,
  password: z.string().min(12, 'Use at least 12 characters.').max(500),
  role,
  clientIds: z.array(id).default([]),
  teamIds: z.array(id).default([]),
});
export type CreateUserBody = z.infer<typeof createUserBody>;
export const userView = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role,
  clientIds: z.array(id),
  teamIds: z.array(id),
});
export type UserView = z.infer<typeof userView>;
export const userList = listOf(userView);

export const createApiKeyBody = exactly({ name, role });
export type CreateApiKeyBody = z.infer<typeof createApiKeyBody>;
export const apiKeyView = z.object({
  id,
  name: z.string(),
  role,
  createdAt: instant,
  lastUsedAt: instant.nullable(),
  revokedAt: instant.nullable(),
});
/** The key itself is shown once. */
export const createdApiKeyView = apiKeyView.extend({ key: z.string() });
export const apiKeyList = listOf(apiKeyView);
