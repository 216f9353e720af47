import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect } from 'vitest';
import { scratchFolder } from '../cli/scratch.ts';
import { mingbai, root, wordsOfLine } from '../cli/support.ts';

const holds = (path: string, text: string): boolean =>
  existsSync(path) && readFileSync(path, 'utf8').includes(text);

/**
 * Runs a page as a reader would: writes its files, adds to them, makes its changes, runs its commands and looks for
 * what it shows. Gives the number of commands run.
 */
export async function follow(file: string, lang: 'zh' | 'en'): Promise<number> {
  const clone = scratchFolder(`follow-${basename(file)}-${lang}`);
  for (const part of ['policies', 'examples', 'mingbai.yaml'])
    cpSync(join(root, part), clone.path(part), { recursive: true });
  const env = { LANG: lang === 'zh' ? 'zh_CN.UTF-8' : 'en_US.UTF-8' };
  const text = readFileSync(join(root, file), 'utf8');
  let written = '';
  const files: string[] = [];
  let said = '';
  let commands = 0;
  for (const [, prose, language, block] of text.matchAll(/([\s\S]*?)```(\w+)\n([\s\S]*?)```/g)) {
    for (const [, from, to] of prose!.matchAll(/(?:[Cc]hange|把) ?`([^`]+)` ?(?:to|改成) ?`([^`]+)`/g)) {
      const path = [written, ...files].map(name => clone.path(name)).find(name => holds(name, from!)) ?? '';
      expect(path, `a file with ${from}`).not.toBe('');
      const before = readFileSync(path, 'utf8');
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
      const added = /末尾加上|[Aa]dd to the end/.test(prose!.split('\n\n').at(-2) ?? '');
      writeFileSync(clone.path(name), block!, { flag: added ? 'a' : 'w' });
      files.push(name);
      if (name.endsWith('policy.yaml')) written = name;
    } else if (language === 'sh') {
      said = '';
      for (const line of block!.split('\n').filter(line => line.startsWith('npx mingbai '))) {
        const { out, err, code } = await mingbai(wordsOfLine(line).slice(2), { cwd: clone.folder, env });
        expect([line, code]).toEqual([line, expect.toSatisfy((code: number) => code === 0 || code === 1)]);
        said += out + err;
        commands++;
        const made = line.match(/--scenario (\S+)/)?.[1];
        if (made !== undefined) files.push(made);
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
