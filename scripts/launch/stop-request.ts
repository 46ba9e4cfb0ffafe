import { say } from './progress.mjs';

const PATIENCE_MS = 3_000;

/** Resolves when somebody wants us to stop: Ctrl-C, a signal, or the process that started us being gone. Asked again later, it ends at once. */
export function stopRequest(): Promise<void> {
  return new Promise((resolve) => {
    let askedAt: number | undefined;
    const ask = (isImpatient: boolean): void => {
      askedAt ??= Date.now();
      if (isImpatient && Date.now() - askedAt > PATIENCE_MS) {
        say('  Ended at once; the next start repairs what is left.');
        process.exit(1);
      }
      resolve();
    };
    process.on('SIGINT', () => ask(true));
    process.on('SIGTERM', () => ask(false));
    process.on('SIGHUP', () => ask(false));
    process.on('message', () => ask(false)); // the doorstep passes on a Ctrl-C that reached it alone
    process.on('disconnect', () => ask(false));
  });
}
