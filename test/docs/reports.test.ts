import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from './blocks.ts';
import { follow } from './follow.ts';

const pages = ['docs/reports.md', 'docs/reports.zh-CN.md'] as const;

test.each([
  [pages[0], 'en'],
  [pages[1], 'zh'],
] as const)('%s is true', async (page, lang) => {
  expect(await follow(page, lang)).toBeGreaterThan(9);
});

test('the two pages have the same sections, tables and commands', () => {
  const [english, chinese] = pages.map(page => {
    const text = readFileSync(join(projectRoot, page), 'utf8');
    return {
      sections: [...text.matchAll(/^## /gm)].length,
      rows: [...text.matchAll(/^\|/gm)].length,
      points: [...text.matchAll(/^- /gm)].length,
      commands: [...text.matchAll(/^npx mingbai (\w+)/gm)].map(([, command]) => command),
    };
  });
  expect(english).toEqual(chinese);
});
