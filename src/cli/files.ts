import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Context } from './context.ts';
import { inputFault } from './fault.ts';
import { resolvePath } from './inputs.ts';
import { whileUnfinished } from './unfinished.ts';

/** Writes a file whole or not at all: beside its place first, then moved there. */
export async function writeWhole(
  context: Context,
  path: string,
  write: (append: (text: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const full = resolvePath(context, path);
  const part = join(dirname(full), `.${basename(full)}.${randomBytes(4).toString('hex')}.part`);
  try {
    await whileUnfinished(
      () => rmSync(part, { force: true }),
      async () => {
        const file = await open(part, 'wx');
        try {
          await write(async text => {
            await file.write(text);
          });
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(part, full);
      },
    );
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    throw inputFault('cannot-write', { path, reason: code ?? String(error) });
  }
}

/**
 * Runs `work`, which fills `folder` by way of a hidden folder `.name-…` beside it; if it is interrupted, what it made of
 * that is removed.
 */
export async function whileFilling<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const beside = () => {
    const start = `.${basename(folder)}-`;
    try {
      return readdirSync(dirname(folder)).filter(name => name.startsWith(start) && !name.endsWith('-old'));
    } catch {
      return [];
    }
  };
  const before = new Set(beside());
  const clean = () => {
    for (const name of beside())
      if (!before.has(name)) rmSync(join(dirname(folder), name), { recursive: true, force: true });
  };
  return whileUnfinished(clean, work);
}
