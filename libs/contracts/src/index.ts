export * from './accounts.ts';
export * from './denial-acts.ts';
export * from './denials.ts';
export * from './jobs.ts';
export * from './live.ts';
export * from './remittances.ts';
export * from './shapes.ts';
export * from './tasks.ts';
