import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { KeyTable } from '../../src/language/keys.ts';
import { keywords } from '../../src/language/keywords.ts';
import { standardUnits } from '../../src/language/units.ts';
import { projectRoot } from './blocks.ts';

function isTable(value: unknown): value is KeyTable {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every(one => Array.isArray(one?.zh) && Array.isArray(one?.en))
  );
}

function spellings(table: KeyTable): string[] {
  return Object.values(table).flatMap(({ zh, en }) => [...zh, ...en]);
}

const pages = ['docs/language.md', 'docs/language.zh-CN.md'];
const language = join(projectRoot, 'src/language');
/** Every module of keys or of words for keys, also one that is added later. */
const modules = await Promise.all(
  readdirSync(language)
    .filter(name => /^(?:keys|words)(?:-[a-z]+)?\.ts$/.test(name))
    .map(name => import(join(language, name)) as Promise<Record<string, unknown>>),
);
const tables = modules.flatMap(module => Object.entries(module)).filter(([, value]) => isTable(value));

test('tables of keys are found in every module', () => {
  expect(modules.length).toBeGreaterThan(8);
  expect(tables.length).toBeGreaterThan(40);
});

describe.each(pages)('%s is complete', page => {
  const text = readFileSync(join(projectRoot, page), 'utf8');
  const marked = new Set([...text.matchAll(/`([^`\n]+)`/g)].map(found => found[1]));
  /** In the row of a table, or marked as code. */
  const shows = (word: string): boolean =>
    marked.has(word) ||
    text.split('\n').some(line => line.startsWith('|') && line.split(/[\s|·,]+/).includes(word));

  test.each(tables)('every spelling of %s', (_, table) => {
    expect(spellings(table as KeyTable).filter(word => !shows(word))).toEqual([]);
  });

  test('every word of expressions', () => {
    expect(spellings(keywords as unknown as KeyTable).filter(word => !marked.has(word))).toEqual([]);
  });

  test('every unit, by its usual name', () => {
    const usual = standardUnits.flatMap(({ zh, en }) => [zh[0] as string, en[0] as string]);
    expect(usual.filter(word => !text.includes(word))).toEqual([]);
  });
});

/** Headings of one level, to hold the twins together. */
function headings(page: string): number {
  return [...readFileSync(join(projectRoot, page), 'utf8').matchAll(/^## /gm)].length;
}

test('the two pages have the same sections', () => {
  expect(headings('docs/language.md')).toBe(headings('docs/language.zh-CN.md'));
});

test('the contents name every section', () => {
  for (const page of pages) {
    const text = readFileSync(join(projectRoot, page), 'utf8');
    const contents = /^\*\*(?:Contents|目录)\*\* ·\n((?:\[.*\n)+)/m.exec(text)?.[1] ?? '';
    expect([...contents.matchAll(/\[([^\]]+)\]\(#/g)].map(found => found[1])).toEqual(
      [...text.matchAll(/^## (.+)$/gm)].map(found => found[1]),
    );
  }
});

test('links between the pages lead to a file and a section', () => {
  const anchorOf = (title: string): string =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replace(/ /g, '-');
  const all = [
    'README.md',
    'README.zh-CN.md',
    'CONTRIBUTING.md',
    'CONTRIBUTING.zh-CN.md',
    'CHANGELOG.md',
  ].concat(
    readdirSync(join(projectRoot, 'docs'))
      .filter(name => name.endsWith('.md'))
      .map(name => `docs/${name}`),
  );
  const broken = all.flatMap(page =>
    [...readFileSync(join(projectRoot, page), 'utf8').matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)]
      .filter(([, path, anchor]) => {
        const file = path === '' ? join(projectRoot, page) : join(projectRoot, dirname(page), path as string);
        if (!existsSync(file)) return true;
        if (anchor === undefined) return false;
        const titles = [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)];
        return !titles.some(([, title]) => anchorOf(title as string) === anchor);
      })
      .map(([link]) => `${page}: ${link}`),
  );
  expect(broken).toEqual([]);
});
