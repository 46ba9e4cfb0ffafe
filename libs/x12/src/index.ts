export type * from './model.ts';
export type * from './events.ts';
export type { RefusalCode, WarningCode } from './messages.ts';
