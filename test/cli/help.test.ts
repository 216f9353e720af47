import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Command } from '../../src/cli/command.ts';
import { commands } from '../../src/cli/commands.ts';
import { version } from '../../src/cli/version.ts';
import { width } from '../../src/report/width.ts';
import { mingbai, wordsOfLine } from './support.ts';

const all: [string, Command][] = Object.entries(commands);
const scratch = mkdtempSync(join(tmpdir(), 'mingbai-help-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('help', () => {
  it.each(['zh', 'en'] as const)('names every command in %s', async lang => {
    const { code, out, err } = await mingbai(['help', '--lang', lang]);
    expect([code, err]).toEqual([0, '']);
    for (const [name, { about }] of all) {
      expect(out).toContain(`${name} `);
      expect(out.replace(/\s+/g, '')).toContain(about[lang].replace(/\s+/g, ''));
    }
  });

  it.each(all)('of %s shows its options and examples in both languages', async (name, command) => {
    const zh = await mingbai([name, '--help', '--lang', 'zh']);
    const en = await mingbai(['help', name, '--lang', 'en']);
    for (const { out, code } of [zh, en]) {
      expect(code).toBe(0);
      for (const option of Object.keys(command.options)) expect(out).toContain(`--${option}`);
      for (const { line } of command.examples) expect(out).toContain(line);
    }
    expect(zh.out).toMatch(/\p{Script=Han}/u);
    expect(en.out.replaceAll('警戒线', '').replaceAll('元/人年', '')).not.toMatch(/\p{Script=Han}/u);
  });

  it.each(all)('of %s fits a terminal of 80 columns, examples apart, and says what one types', async name => {
    for (const lang of ['zh', 'en']) {
      const { out } = await mingbai([name, '--help', '--lang', lang]);
      const lines = out.split('\n').filter(line => !line.startsWith('  npx mingbai '));
      expect(lines.filter(line => width(line) > 80)).toEqual([]);
      expect(out).not.toMatch(/(?<!npx )mingbai \w/);
    }
  });

  it('is named after wrong usage', async () => {
    const { code, err } = await mingbai(['explain', '--lang', 'zh']);
    expect([code, err]).toEqual([2, expect.stringMatching(/用法见：npx mingbai explain --help\n$/)]);
  });

  it('tells the version', async () => {
    expect((await mingbai(['--version'])).out).toBe(`${version()}\n`);
    expect(version()).toMatch(/^\d+\.\d+\.\d+/);
  });
});

// What `npm start` runs has a test of its own.
const examples = all
  .filter(([name]) => name !== 'demo')
  .flatMap(([, { examples }]) => examples.map(({ line }) => line));

describe('examples of help', () => {
  it('there is one for every command', () => {
    expect(all.filter(([, { examples }]) => examples.length === 0)).toEqual([]);
  });

  it.each(examples)('%s', async line => {
    const [program, ...args] = wordsOfLine(line);
    expect(program).toBe('mingbai');
    const safe = args.map(arg => arg.replace('.mingbai/try', join(scratch, 'try')));
    const { code, out, err } = await mingbai(safe);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out.length).toBeGreaterThan(50);
  });
});
