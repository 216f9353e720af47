import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { KeyTable } from '../../src/language/keys.ts';
import * as keys from '../../src/language/keys.ts';
import * as clauseKeys from '../../src/language/keys-clauses.ts';
import * as dutyKeys from '../../src/language/keys-duties.ts';
import * as formKeys from '../../src/language/keys-form.ts';
import * as quotaKeys from '../../src/language/keys-quotas.ts';
import { keywords } from '../../src/language/keywords.ts';
import { standardUnits } from '../../src/language/units.ts';
import * as words from '../../src/language/words.ts';
import * as clauseWords from '../../src/language/words-clauses.ts';
import * as dutyWords from '../../src/language/words-duties.ts';
import * as quotaWords from '../../src/language/words-quotas.ts';
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
const tables = [keys, clauseKeys, dutyKeys, formKeys, quotaKeys, words, clauseWords, dutyWords, quotaWords]
  .flatMap(module => Object.entries(module))
  .filter(([, value]) => isTable(value));

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

test('links of a page to its own sections lead somewhere', () => {
  for (const page of pages) {
    const text = readFileSync(join(projectRoot, page), 'utf8');
    const anchors = new Set(
      [...text.matchAll(/^## (.+)$/gm)].map(([, title]) =>
        (title as string)
          .toLowerCase()
          .replace(/[^\p{L}\p{N} -]/gu, '')
          .replace(/ /g, '-'),
      ),
    );
    const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(found => found[1] as string);
    expect(
      links.filter(link => !anchors.has(link)),
      page,
    ).toEqual([]);
  }
});
