import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from './blocks.ts';

const read = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');
const { dependencies, devDependencies, license } = JSON.parse(read('package.json')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  license: string;
};

test('every dependency has its reason, and no reason outlives its dependency', () => {
  const named = [...read('docs/dependencies.md').matchAll(/^\| ((?:`[^`]+`(?:, )?)+) \|/gm)].flatMap(
    ([, cell]) => [...(cell as string).matchAll(/`([^`]+)`/g)].map(found => found[1] as string),
  );
  expect(named.sort()).toEqual([...Object.keys(dependencies), ...Object.keys(devDependencies)].sort());
});

test('every version is pinned', () => {
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d/.test(version),
  );
  expect(loose).toEqual([]);
});

test('the licence is the one that package.json names', () => {
  expect(license).toBe('Apache-2.0');
  expect(read('LICENSE')).toMatch(
    /Apache License\s+Version 2\.0, January 2004[\s\S]+END OF TERMS AND CONDITIONS/,
  );
});
