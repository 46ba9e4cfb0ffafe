export const ROLES = ['specialist', 'supervisor', 'manager', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

const STAFF: readonly Role[] = ROLES;
const LEADS: readonly Role[] = ['supervisor', 'manager', 'administrator'];
const ADMINISTRATORS: readonly Role[] = ['administrator'];
/** Held by no role of an organization: only the bootstrap key has it. */
const BOOTSTRAP: readonly Role[] = [];

const ALLOWED = {
  'organization.create': BOOTSTRAP,
  'denial.read': STAFF,
  'denial.open': STAFF,
  'denial.command': STAFF,
  'denial.answer-question': STAFF,
  'denial.write-off': LEADS,
  'denial.reopen': LEADS,
  'claim.amend': STAFF,
  'response.record': STAFF,
  'remittance.import': STAFF,
  'patient.open': STAFF,
  search: STAFF,
  'task.read': STAFF,
  'task.work': STAFF,
  'task.assign': LEADS,
  'task.supervise': LEADS,
  'document.read': STAFF,
  'document.write': STAFF,
  'deadline.read': STAFF,
  'clients.manage': ADMINISTRATORS,
  'teams.manage': ADMINISTRATORS,
  'users.manage': ADMINISTRATORS,
  'keys.manage': ADMINISTRATORS,
  'rules.manage': ADMINISTRATORS,
  'audit.read': ['manager', 'administrator'],
  'health.read': LEADS,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof ALLOWED;
export const PERMISSIONS = Object.keys(ALLOWED) as Permission[];

/** Whether the role has the permission inside its own organization. */
export function may(role: Role, permission: Permission): boolean {
  const roles: readonly Role[] = ALLOWED[permission];
  return roles.includes(role);
}

/** The roles that have it. */
export function whoMay(permission: Permission): readonly Role[] {
  return ALLOWED[permission];
}

/** Whom to ask for it, as a sentence; undefined when nobody of an organization has it. */
export function whomToAsk(permission: Permission): string | undefined {
  const who = whoMay(permission).map((role) => `${/^[aeiou]/.test(role) ? 'an' : 'a'} ${role}`);
  const last = who.pop();
  if (!last) return undefined;
  return `Ask ${who.length > 0 ? `${who.join(', ')} or ` : ''}${last}.`;
}

/** The roles whose tasks this role may do: its own and those below it. */
export const rolesUpTo = (role: Role): readonly Role[] => ROLES.slice(0, ROLES.indexOf(role) + 1);
