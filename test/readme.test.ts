import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from './cli/scratch.ts';
import { mingbai, root, wordsOfLine } from './cli/support.ts';

/** Runs a README as a reader would: writes its files, makes its changes, runs its commands, looks for what it shows. */
async function follow(file: string, lang: 'zh' | 'en'): Promise<number> {
  const clone = scratchFolder(`readme-${lang}`);
  for (const part of ['policies', 'examples', 'mingbai.yaml'])
    cpSync(join(root, part), clone.path(part), { recursive: true });
  const env = { LANG: lang === 'zh' ? 'zh_CN.UTF-8' : 'en_US.UTF-8' };
  const text = readFileSync(join(root, file), 'utf8');
  let written = '';
  let said = '';
  let commands = 0;
  for (const [, prose, language, block] of text.matchAll(/([\s\S]*?)```(\w+)\n([\s\S]*?)```/g)) {
    for (const [, from, to] of prose!.matchAll(/(?:[Cc]hange|把) ?`([^`]+)` ?(?:to|改成) ?`([^`]+)`/g)) {
      const path = clone.path(written);
      const before = readFileSync(path, 'utf8');
      expect(before).toContain(from);
      writeFileSync(
        path,
        before.replace(from!, () => to!),
      );
    }
    if (language === 'yaml') {
      const name = prose!
        .match(/\*\*`([^`]+)`\*\*/g)!
        .at(-1)!
        .slice(3, -3);
      mkdirSync(dirname(clone.path(name)), { recursive: true });
      writeFileSync(clone.path(name), block!);
      if (name.endsWith('policy.yaml')) written = name;
    } else if (language === 'sh') {
      said = '';
      for (const line of block!.split('\n').filter(line => line.startsWith('npx mingbai '))) {
        const { out, err, code } = await mingbai(wordsOfLine(line).slice(2), { cwd: clone.folder, env });
        expect([line, code]).toEqual([line, expect.toSatisfy((code: number) => code === 0 || code === 1)]);
        said += out + err;
        commands++;
      }
    } else if (language === 'text') {
      for (const line of block!.split('\n').filter(line => line.trim() !== '')) {
        const pattern = line
          .trim()
          .split('…')
          .map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'));
        expect(said).toMatch(new RegExp(pattern.join('.*')));
      }
    }
  }
  return commands;
}

describe('README', () => {
  it('is true in English', async () => {
    expect(await follow('README.md', 'en')).toBeGreaterThan(7);
  });

  it('is true in Chinese', async () => {
    expect(await follow('README.zh-CN.md', 'zh')).toBeGreaterThan(7);
  });
});
