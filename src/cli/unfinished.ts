import { rmSync } from 'node:fs';

/** Files and folders that are being written; gone if the program is interrupted before they are whole. */
const unfinished = new Set<string>();

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const numbers = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;

function remove(): void {
  for (const path of unfinished) rmSync(path, { recursive: true, force: true });
  unfinished.clear();
}

function interrupted(signal: NodeJS.Signals): void {
  remove();
  process.exit(128 + numbers[signal as keyof typeof numbers]);
}

/** Runs `work` with `path` marked as unfinished; removes it where the work fails or is interrupted. */
export async function whileUnfinished<T>(path: string, work: () => Promise<T>): Promise<T> {
  if (unfinished.size === 0) for (const signal of signals) process.on(signal, interrupted);
  unfinished.add(path);
  try {
    return await work();
  } finally {
    if (unfinished.delete(path)) rmSync(path, { recursive: true, force: true });
    if (unfinished.size === 0) for (const signal of signals) process.off(signal, interrupted);
  }
}
