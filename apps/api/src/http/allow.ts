import { SetMetadata } from '@nestjs/common';
import type { Permission } from '@overturn/domain';

export const ALLOW = 'overturn:allow';
export type Allowed = Permission | 'signed-in' | 'anyone';

/** Who may call a route; the guard refuses a route that says nothing. */
export const Allow = (allowed: Allowed): MethodDecorator & ClassDecorator => SetMetadata(ALLOW, allowed);
