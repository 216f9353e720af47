import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { diskReader, readText } from '../policy/file.ts';
import type { Context } from './context.ts';
import { type Input, inputOf } from './inputs.ts';
import { type Kind, kindOf } from './kind.ts';

/** Folders that never hold anything of a drafter's. */
const SKIPPED = new Set(['node_modules', 'dist', '.git', '.mingbai']);

/** Every YAML file below a folder, by name. */
export function yamlFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : yamlFiles(path);
      const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
      return isFile && /\.ya?ml$/i.test(entry.name) ? [path] : [];
    });
}

/**
 * The files that an argument of the command line means: itself, or every file of the kinds wanted below a folder. One
 * that cannot be read is among them, so that it is told.
 */
export async function filesOf(
  context: Context,
  argument: string,
  wanted: (kind: Kind) => boolean,
): Promise<Input[]> {
  const input = await inputOf(context, argument);
  if (input.reader.kind(input.path) !== 'folder') return [input];
  return yamlFiles(input.path)
    .filter(path => {
      const read = readText(diskReader, path, path);
      if ('diagnostic' in read) return true;
      const kind = kindOf(read.text);
      return kind !== null && wanted(kind);
    })
    .map(path => ({ path, reader: diskReader }));
}
