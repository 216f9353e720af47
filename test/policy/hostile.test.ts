import { describe, expect, test } from 'vitest';
import { loadPolicy } from '../../src/policy/load.ts';
import { readYaml } from '../../src/policy/yaml-document.ts';
import { loadRules, loadText, memoryReader, said, small } from '../support/load-text.ts';

const codes = (text: string) => readYaml('x.yaml', text).diagnostics.map(({ code }) => code);

describe('hostile files', () => {
  test.each([
    [
      'an anchor bomb',
      `a: &a [x, x]\n${Array.from({ length: 30 }, (_, k) => `b${k}: &b${k} [*a, *a]\n`).join('')}`,
      'yaml-alias',
    ],
    ['a bomb of merges', 'a: &a {x: 1}\nb: {<<: *a, <<: *a}\n', 'yaml-alias'],
    ['10,000 brackets', '['.repeat(10_000), 'yaml-too-deep'],
    ['10,000 closed brackets', `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'yaml-too-deep'],
    ['10,000 braces', '{a: '.repeat(10_000), 'yaml-too-deep'],
    ['10,000 dashes', '- '.repeat(10_000), 'yaml-too-deep'],
    [
      'deep indentation',
      Array.from({ length: 500 }, (_, k) => `${' '.repeat(k)}a:\n`).join(''),
      'yaml-too-deep',
    ],
    ['closing brackets', ']'.repeat(100_000), 'yaml-stray-bracket'],
    ['a million letters', 'x'.repeat(1_000_000), 'file-too-large'],
    ['10 MB of expression', `a: ${'x + '.repeat(2_500_000)}`, 'file-too-large'],
  ])('%s', (_, text, code) => {
    expect(codes(text)).toContain(code);
  });

  test('a long expression and many brackets inside a policy', () => {
    const long = loadRules(`定义: {甲: ${'建档立卡 且 '.repeat(20_000)}有汽车}\n`);
    expect(said(long)[0]).toMatch(/^expression-too-long/);
    const deep = loadRules(`定义: {甲: "${'('.repeat(10_000)}建档立卡${')'.repeat(10_000)}"}\n`);
    expect(said(deep)[0]).toMatch(/^(too-many-brackets|expression-too-long)/);
  });

  test('keys that every object has', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
      expect(said(loadRules(`参数: {${name}: 5 元}\n`))).toEqual([`reserved-name 4:"${name}"`]);
    expect(said(loadRules('参数: {线: {编号: constructor, 值: 5 元}}\n'))[0]).toMatch(/^bad-id/);
    expect(Object.prototype).not.toHaveProperty('值');
  });

  test('settings named like parts of every object', () => {
    const set = JSON.parse('{"__proto__": "5 元", "constructor": "1"}') as Record<string, string>;
    const loaded = loadRules('卡类: {红卡: {当: 建档立卡}}\n', { set });
    expect(said(loaded)).toEqual(['set-unknown 1:"__proto__"', 'set-unknown 2:"constructor"']);
  });

  test('numbers beyond reason', () => {
    for (const value of ['1e308 元', `${'9'.repeat(400)} 元`, '-5 元', '0.0000000001 元'])
      expect(() => loadRules(`参数: {线: "${value}"}\n`)).not.toThrow();
  });

  test('binary, UTF-16 and GB18030', () => {
    const load = (...bytes: number[]) =>
      loadPolicy(small, { read: memoryReader({ [small]: Uint8Array.from(bytes) }) }).diagnostics[0]?.code;
    expect(load(0xff, 0xfe, 0x61, 0x00)).toBe('not-utf8');
    expect(load(0xd5, 0xfe, 0xb2, 0xdf, 0x3a, 0x20, 0x31)).toBe('not-utf8');
    expect(load(0xef, 0xbb, 0xbf, 0x61, 0x3a, 0x20, 0x31)).toBe('unknown-key-here');
    expect(load(0, 1, 2, 3)).toBeDefined();
  });
});

describe('only files inside the project are read', () => {
  const outside = { '../secret.yaml': '政策: 秘密\n施行: 2020-01-01\n' };

  test.each([
    ['up and out', '../../../secret.yaml', 'path-outside'],
    ['what does not exist outside is not told apart', '../../../none.yaml', 'path-outside'],
    ['absolute', '/secret.yaml', 'path-not-relative'],
    ['an address', 'https://example.org/x.yaml', 'path-not-relative'],
    ['backslashes', '..\\..\\secret.yaml', 'path-not-relative'],
    ['itself', './policy.yaml', 'extends-itself'],
  ])('%s', (_, path, code) => {
    const loaded = loadText(`政策: 草案\n扩展: "${path.replaceAll('\\', '\\\\')}"\n`, { files: outside });
    expect(loaded.diagnostics.map(one => one.code)).toEqual([code]);
    expect(loaded.policy).toBeNull();
  });

  test('a link that leads out', () => {
    const loaded = loadText('政策: 草案\n扩展: ../link.yaml\n', {
      files: outside,
      links: { '/project/policies/link.yaml': '/secret.yaml' },
    });
    expect(loaded.diagnostics.map(({ code }) => code)).toEqual(['path-outside']);
  });

  test('without a mark the folder of the policy is all', () => {
    const reader = memoryReader({
      '/a/p/policy.yaml': '政策: 草案\n扩展: ../base.yaml\n',
      '/a/base.yaml': '政策: 原稿\n',
    });
    expect(loadPolicy('/a/p', { read: reader }).diagnostics.map(({ code }) => code)).toEqual([
      'path-outside',
    ]);
  });

  test('a ring of drafts', () => {
    const files = {
      'policies/small/a.yaml': '政策: 甲\n扩展: b.yaml\n',
      'policies/small/b.yaml': '政策: 乙\n扩展: a.yaml\n',
    };
    expect(said(loadText('政策: 草案\n扩展: a.yaml\n', { files }))).toEqual(['extends-itself 2:"a.yaml"']);
  });
});
