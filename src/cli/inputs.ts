import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { nearest } from '../language/nearest.ts';
import { diskReader, type Reader, readText } from '../policy/file.ts';
import type { Context } from './context.ts';
import { Fault, usageFault } from './fault.ts';

/** A file of the command line and how to read it. */
export interface Input {
  /** Absolute; of standard input, a file `-` in the working folder, so that it may refer to files beside it. */
  readonly path: string;
  readonly reader: Reader;
}

export const resolvePath = (context: Context, path: string): string => resolve(context.io.cwd, path);

/** A path of the command line; wrong usage where nothing is there. */
export function existingPath(context: Context, path: string): string {
  const full = resolvePath(context, path);
  if (existsSync(full)) return full;
  const folder = dirname(full);
  const near = existsSync(folder) ? nearest(basename(full), readdirSync(folder)) : undefined;
  throw usageFault('no-such-file', { path }, near === undefined ? undefined : join(dirname(path), near));
}

export async function inputOf(context: Context, argument: string): Promise<Input> {
  if (argument !== '-') return { path: existingPath(context, argument), reader: diskReader };
  const bytes = await context.io.stdin();
  const path = resolvePath(context, '-');
  const reader: Reader = {
    read: (file, most) => (file === path ? bytes : diskReader.read(file, most)),
    real: file => (file === path ? path : diskReader.real(file)),
    kind: file => (file === path ? 'file' : diskReader.kind(file)),
  };
  return { path, reader };
}

/** The whole text of a file of the command line. */
export async function textOf(context: Context, argument: string): Promise<string> {
  const { path, reader } = await inputOf(context, argument);
  if (reader.kind(path) === 'folder') throw usageFault('a-folder', { path: argument });
  const read = readText(reader, path, argument);
  if ('diagnostic' in read) throw new Fault([read.diagnostic], 1);
  return read.text;
}
