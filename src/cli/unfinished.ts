/** How to remove what is being written, should the program be interrupted before it is whole. */
const cleanups = new Set<() => void>();

const signals = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;
const names = Object.keys(signals) as (keyof typeof signals)[];

function interrupted(signal: NodeJS.Signals): void {
  for (const clean of cleanups) clean();
  process.exit(128 + signals[signal as keyof typeof signals]);
}

/** Runs `work`; `clean` is called where it fails or is interrupted. */
export async function whileUnfinished<T>(clean: () => void, work: () => Promise<T>): Promise<T> {
  if (cleanups.size === 0) for (const name of names) process.on(name, interrupted);
  cleanups.add(clean);
  try {
    return await work();
  } catch (error) {
    clean();
    throw error;
  } finally {
    cleanups.delete(clean);
    if (cleanups.size === 0) for (const name of names) process.off(name, interrupted);
  }
}
