import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Scope } from '../../src/language/scope.ts';
import { bare, household, meaning, member, overall, ranking, read, village } from './fixture.ts';

/**
 * phrases.txt holds what people write and what it means. Each block: any number of spellings, in either language, that
 * all mean the same; then, after `=`, that meaning as the program prints it, Chinese first, English second. `@member`
 * changes where the following blocks are evaluated. `UPDATE_PHRASES=1` writes the meanings anew.
 */
const file = new URL('phrases.txt', import.meta.url);
const scopes: Readonly<Record<string, Scope>> = { household, member, village, overall, ranking };

interface Block {
  readonly heading: string;
  readonly scope: Scope;
  readonly spellings: readonly string[];
  readonly meanings: readonly string[];
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let heading = '';
  let scope = household;
  for (const paragraph of text.split(/\n\s*\n/)) {
    const lines = paragraph.split('\n').filter(line => line !== '');
    const spellings: string[] = [];
    for (const line of lines) {
      if (line.startsWith('#')) heading = line.slice(1).trim();
      else if (line.startsWith('@')) scope = scopes[line.slice(1).trim()]!;
      else if (!line.startsWith('=')) spellings.push(line);
    }
    const meanings = lines.filter(line => line.startsWith('=')).map(line => line.slice(1).trim());
    if (spellings.length > 0) blocks.push({ heading, scope, spellings, meanings });
  }
  return blocks;
}

const meaningsOf = ({ spellings, scope }: Block): string[] => [
  meaning(spellings[0]!, 'zh', scope),
  meaning(spellings[0]!, 'en', scope),
];

const text = readFileSync(file, 'utf8');
const blocks = blocksOf(text);

if (process.env['UPDATE_PHRASES']) {
  const rest = [...blocks];
  const fresh = text.split(/\n\s*\n/).map(paragraph => {
    const found = blocksOf(paragraph).length > 0 ? rest.shift() : undefined;
    const kept = paragraph.split('\n').filter(line => !line.startsWith('=') && line !== '');
    return [...kept, ...(found ? meaningsOf(found).map(line => `= ${line}`) : [])].join('\n');
  });
  writeFileSync(file, `${fresh.join('\n\n')}\n`);
}

describe.each([...new Set(blocks.map(block => block.heading))])('%s', heading => {
  test.each(blocks.filter(block => block.heading === heading))('$spellings.0', block => {
    expect(meaningsOf(block)).toEqual(block.meanings);
    const [first, ...others] = block.spellings.map(spelling => bare(read(spelling, block.scope).expr));
    for (const [i, other] of others.entries()) expect(other, block.spellings[i + 1]).toEqual(first);
  });
});
