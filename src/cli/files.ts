import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { nearest } from '../policy/nearest.ts';
import type { Context } from './context.ts';
import { type Fault, inputFault, usageFault } from './fault.ts';
import { whileUnfinished } from './unfinished.ts';

/** The largest text that is read as one document. */
const MOST_BYTES = 32 * 1024 * 1024;

function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}

export const resolvePath = (context: Context, path: string): string => resolve(context.io.cwd, path);

/** A path of the command line; wrong usage where nothing is there. */
export function existingPath(context: Context, path: string): string {
  const full = resolvePath(context, path);
  if (!existsSync(full)) throw noSuchFile(path, full);
  return full;
}

function noSuchFile(path: string, full: string): Fault {
  const folder = dirname(full);
  const beside = existsSync(folder) ? readdirSync(folder) : [];
  const near = nearest(basename(full), beside);
  return usageFault('no-such-file', { path }, near === undefined ? undefined : join(dirname(path), near));
}

/** The text of a file, or of standard input for `-`. */
export async function readText(context: Context, path: string): Promise<string> {
  const bytes = path === '-' ? await context.io.stdin() : await readBytes(path, existingPath(context, path));
  tooLarge(path, bytes.length);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw inputFault('not-utf8', { path });
  }
}

async function readBytes(path: string, full: string): Promise<Uint8Array> {
  try {
    tooLarge(path, (await stat(full)).size);
    return await readFile(full);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw inputFault('cannot-read', { path, reason: reasonOf(error) });
  }
}

function tooLarge(path: string, bytes: number): void {
  const megabytes = (size: number) => Math.ceil(size / 1024 / 1024);
  if (bytes > MOST_BYTES)
    throw inputFault('input-too-large', { path, size: megabytes(bytes), most: megabytes(MOST_BYTES) });
}

const partOf = (full: string) =>
  join(dirname(full), `.${basename(full)}.${randomBytes(4).toString('hex')}.part`);

/** Writes a file whole or not at all: beside its place first, then moved there. */
export async function writeWhole(
  context: Context,
  path: string,
  write: (append: (text: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const full = resolvePath(context, path);
  const part = partOf(full);
  await orCannotWrite(path, () =>
    whileUnfinished(part, async () => {
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
    }),
  );
}

/**
 * Lets `write` fill a new folder and moves it to its place. A folder that holds files already is wrong usage, unless
 * `replace`: then files of the same names are replaced and others left alone.
 */
export async function writeFolder(
  context: Context,
  path: string,
  replace: boolean,
  write: (folder: string) => Promise<void>,
): Promise<void> {
  const full = resolvePath(context, path);
  await orCannotWrite(path, async () => {
    const exists = existsSync(full);
    if (exists && !replace && (await readdir(full)).length > 0)
      throw usageFault('folder-not-empty', { path });
    await mkdir(dirname(full), { recursive: true });
    const part = partOf(full);
    await whileUnfinished(part, async () => {
      await mkdir(part);
      await write(part);
      if (exists) for (const name of await readdir(part)) await rename(join(part, name), join(full, name));
      else await rename(part, full);
    });
  });
}

async function orCannotWrite(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw inputFault('cannot-write', { path, reason: reasonOf(error) });
  }
}
