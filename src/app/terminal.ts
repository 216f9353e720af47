/** What concerns the terminal rather than what is shown on it. */
import type { Key as InkKey } from 'ink';

/** Signals that end the program, where the system knows them. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const;

/** A terminal that has gone takes nothing back: longer than this, in milliseconds, nobody waits for it. */
const LONGEST_WAIT = 500;

const after = (milliseconds: number) =>
  new Promise<void>(resolve => setTimeout(resolve, milliseconds).unref());

/** Waits, but not for ever. */
export const briefly = (work: Promise<unknown>): Promise<unknown> =>
  Promise.race([work.catch(() => undefined), after(LONGEST_WAIT)]);

/** Runs `restore`, then lets the signal do what it does. What is returned takes the handlers away. */
export function onSignals(restore: () => Promise<void>): () => void {
  const handlers = SIGNALS.filter(name => name !== 'SIGBREAK' || process.platform === 'win32').map(name => {
    const handle = () => {
      process.off(name, handle);
      void restore().finally(() => process.kill(process.pid, name));
    };
    process.on(name, handle);
    return [name, handle] as const;
  });
  return () => {
    for (const [name, handle] of handlers) process.off(name, handle);
  };
}

/** Ctrl-Z, where a shell can stop programs. */
export const isSuspend = (input: string, { ctrl }: InkKey): boolean =>
  ctrl && input === 'z' && process.platform !== 'win32';

/** Stops this program and those started with it, as the terminal would by itself; goes on when it is continued. */
export async function stopHere(): Promise<void> {
  process.kill(0, 'SIGTSTP');
  // Whoever has no shell to go back to is not stopped: then it simply goes on.
  await new Promise(resolve => setTimeout(resolve, 50));
}
