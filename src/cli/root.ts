import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package, where the shipped policies and examples lie; the same from the sources and from the bundle. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('the package has lost its package.json');
    folder = above;
  }
  return folder;
}

/** A file of the package. */
export const shipped = (...path: string[]): string => join(packageRoot(), ...path);
