import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const src = resolve(dirname(fileURLToPath(import.meta.url)), '../../src');

/** `from '…'`, `import '…'`, `import('…')` and the worker files named by `new URL('…', import.meta.url)`. */
const specifiers = [
  /^\s*(?:import|export)\b[^;'"]*?\bfrom\s*['"](\.[^'"]+)['"]/gm,
  /^\s*import\s*['"](\.[^'"]+)['"]/gm,
  /\bimport\(\s*['"](\.[^'"]+)['"]\s*\)/g,
  /\bnew URL\(\s*['"](\.[^'"]+\.ts)['"]/g,
];

export interface Module {
  /** Path below `src`, with forward slashes. */
  readonly name: string;
  readonly lines: number;
  /** Names of the modules it imports, types included. */
  readonly imports: readonly string[];
  readonly text: string;
}

const nameOf = (file: string) => relative(src, file).split(sep).join('/');

export function readModules(): Module[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file))
    .sort()
    .map(file => {
      const path = join(src, file);
      const text = readFileSync(path, 'utf8');
      const imports = specifiers.flatMap(pattern =>
        [...text.matchAll(pattern)].map(match => nameOf(resolve(dirname(path), match[1]!))),
      );
      return { name: nameOf(path), lines: text.split('\n').length - 1, imports: [...new Set(imports)], text };
    });
}

/** The first import cycle met, as a path that ends where it began; null where there is none. */
export function findCycle(modules: readonly Module[]): string[] | null {
  const byName = new Map(modules.map(module => [module.name, module]));
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (name: string): string[] | null => {
    if (done.has(name)) return null;
    const at = path.indexOf(name);
    if (at >= 0) return [...path.slice(at), name];
    path.push(name);
    for (const next of byName.get(name)?.imports ?? []) {
      const cycle = visit(next);
      if (cycle) return cycle;
    }
    path.pop();
    done.add(name);
    return null;
  };
  for (const module of modules) {
    const cycle = visit(module.name);
    if (cycle) return cycle;
  }
  return null;
}
