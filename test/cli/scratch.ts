import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { root } from './support.ts';

/** A folder of its own for a test file, with the shipped vocabulary beside; gone afterwards. */
export function scratchFolder(name: string) {
  const folder = mkdtempSync(join(tmpdir(), `mingbai-${name}-`));
  writeFileSync(join(folder, 'mingbai.yaml'), '');
  cpSync(join(root, 'policies/vocabulary'), join(folder, 'vocabulary'), { recursive: true });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    path: (...parts: string[]) => join(folder, ...parts),
    write(file: string, text: string): string {
      const path = join(folder, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      return path;
    },
  };
}
