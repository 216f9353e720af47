import { describe, expect, it } from 'vitest';
import { readArguments } from '../../src/cli/arguments.ts';
import { commands } from '../../src/cli/commands.ts';
import { commonOptions } from '../../src/cli/options.ts';
import { mingbai } from './support.ts';

const table = { ...commands.classify.options, ...commonOptions };
const read = (...args: string[]) => readArguments(args, table);
const codes = (...args: string[]) => read(...args).diagnostics.map(({ code }) => code);

describe('readArguments', () => {
  it('takes options in every usual form', () => {
    const { arguments: given, diagnostics } = read(
      'a',
      '--set',
      'x=1',
      '--set=y=2',
      '-p',
      'dir',
      '--no-color',
      '--',
      '--b',
    );
    expect(diagnostics).toEqual([]);
    expect(given.positionals).toEqual(['a', '--b']);
    expect(given.values.get('set')).toEqual(['x=1', 'y=2']);
    expect(given.values.get('population')).toEqual(['dir']);
    expect(given.values.has('no-color')).toBe(true);
  });

  it.each([
    ['the name that begins so', ['--pop', 'x'], '--population'],
    ['nothing for two letters', ['--lang', 'cn'], undefined],
  ])('suggests %s', (_, args, suggestion) => {
    expect(read(...args).diagnostics[0]!.suggestion).toBe(suggestion);
  });

  it('takes a dash for standard input', () => {
    expect(read('-').arguments.positionals).toEqual(['-']);
  });

  it.each([
    ['unknown-option', '--popluation', 'x'],
    ['option-needs-value', '--population'],
    ['option-needs-value', '--population', '--lang=zh'],
    ['option-needs-value', '--out='],
    ['option-takes-no-value', '--no-color=1'],
    ['option-choice', '--lang', 'fr'],
    ['option-twice', '--out', 'a', '--out', 'b'],
  ])('%s: %s %s', (code, ...args) => {
    expect(codes(...args.filter(arg => arg !== undefined))).toEqual([code]);
  });

  it('reports all mistakes and not just the first', () => {
    expect(codes('--nope', '--lang', 'fr', '--out')).toEqual([
      'unknown-option',
      'option-choice',
      'option-needs-value',
    ]);
  });

  it('does not take the next option for a value', () => {
    const { arguments: given, diagnostics } = read('--population', '--lang', 'zh');
    expect(diagnostics.map(({ code }) => code)).toEqual(['option-needs-value']);
    expect(given.values.get('lang')).toEqual(['zh']);
    expect(given.positionals).toEqual([]);
  });

  it('is not misled by the names of what every object has', () => {
    expect(codes('--constructor', '--__proto__', '--toString=1')).toEqual(Array(3).fill('unknown-option'));
  });

  it('suggests the option meant', () => {
    expect(read('--popluation', 'x').diagnostics[0]!.suggestion).toBe('--population');
  });
});

describe('wrong usage', () => {
  it.each([
    ['a command that does not exist', ['chek'], 'did you mean "check"?'],
    ['no argument', ['explain'], 'POLICY is missing'],
    ['an argument too many', ['explain', 'a', 'b'], 'an argument too many: "b"'],
    ['no household', ['explain', 'policies/county-four-cards'], '"--household"'],
    [
      'a file that is not there',
      ['check', 'policies/county-four-card'],
      'did you mean "policies/county-four-cards"?',
    ],
    ['half a --set', ['check', 'policies/county-four-cards', '--set', '警戒线'], '"警戒线"'],
    ['a day that is none', ['check', 'policies/county-four-cards', '--on', '2020-02-30'], '"2020-02-30"'],
    ['no number', ['generate', '--out', 'x', '--households', 'many'], '"many"'],
    ['standard input twice', ['explain', '-', '--household', '-'], 'Only one file'],
    ['one policy to compare', ['compare', 'policies/county-four-cards', '-p', 'x'], 'two policies'],
    ['no population', ['simulate', 'policies/county-four-cards'], '"--population"'],
    [
      'two sources of a household',
      ['explain', 'x', '--household', 'a', '--id', 'b'],
      'cannot be used together',
    ],
  ])('%s', async (_, args, words) => {
    const { code, out, err } = await mingbai(args);
    expect(err).toContain(words);
    expect(out).toBe('');
    expect(code).toBe(2);
  });

  it('is told in the language asked for, wherever it stands', async () => {
    expect((await mingbai(['chek', '--lang', 'zh'])).err).toContain('没有“chek”这个命令');
    expect((await mingbai(['chek'], { env: { LC_ALL: 'zh_CN.UTF-8' } })).err).toContain('没有“chek”这个命令');
    expect((await mingbai(['chek'], { env: { LANG: 'C.UTF-8' } })).err).toContain('There is no command');
  });
});
