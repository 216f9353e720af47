import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { systemReason } from '../population/system-reason.ts';
import type { Context } from './context.ts';
import { inputFault } from './fault.ts';
import { resolvePath } from './inputs.ts';
import { isSystemError } from './system-errors.ts';
import { whileUnfinished } from './unfinished.ts';

type Write = (append: (text: string) => Promise<void>) => Promise<void>;

/**
 * Writes a file whole or not at all: beside its place first, then moved there. Links are followed; what is no regular file
 * (a device, a pipe) cannot be replaced and is written into.
 */
export async function writeWhole(context: Context, path: string, write: Write): Promise<void> {
  const named = resolvePath(context, path);
  try {
    const full = existsSync(named) ? realpathSync(named) : named;
    const isOther = existsSync(full) && !statSync(full).isFile();
    if (isOther) await writeTo(await open(named, 'w'), write);
    else await replace(full, write);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw inputFault('cannot-write', { path, reason: systemReason(error) });
  }
}

async function replace(full: string, write: Write): Promise<void> {
  const part = join(dirname(full), `.${basename(full)}.${randomBytes(4).toString('hex')}.part`);
  await whileUnfinished(
    () => rmSync(part, { force: true }),
    async () => {
      await writeTo(await open(part, 'wx'), write, file => file.sync());
      await rename(part, full);
    },
  );
}

async function writeTo(
  file: FileHandle,
  write: Write,
  end?: (file: FileHandle) => Promise<void>,
): Promise<void> {
  try {
    await write(async text => {
      await file.writeFile(text);
    });
    await end?.(file);
  } finally {
    await file.close();
  }
}

/** Refuses to write over a file that was read. */
export function refuseInput(context: Context, path: string, inputs: Iterable<string>): void {
  const full = resolvePath(context, path);
  if (!existsSync(full)) return;
  const real = realpathSync(full);
  for (const input of inputs)
    if (existsSync(input) && realpathSync(input) === real) throw inputFault('over-input', { path });
}

/** The files of a folder of data, which must not be written over. */
export function dataFiles(context: Context, folder: string): string[] {
  const full = resolvePath(context, folder);
  return readdirSync(full)
    .filter(name => /\.(csv|parquet|json)$/i.test(name) && !/\.rejected\.csv$/i.test(name))
    .map(name => join(full, name));
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
