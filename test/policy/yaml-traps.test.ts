import { describe, expect, test } from 'vitest';
import { toData } from '../../src/policy/node.ts';
import { readYaml } from '../../src/policy/yaml-document.ts';

/** Codes with their lines, and what was read after mending. */
function read(text: string): { said: string[]; data: unknown } {
  const { diagnostics, root } = readYaml('x.yaml', text);
  const said = diagnostics.map(
    ({ code, span }) => `${code} ${text.slice(0, span?.start).split('\n').length}`,
  );
  return { said, data: root === null ? null : JSON.parse(JSON.stringify(toData(root))) };
}

describe('traps of YAML are named and mended', () => {
  test.each([
    [
      'a full-width colon among good lines',
      '红卡:\n  编号: red\n  当：甲\n  出处: x\n',
      ['yaml-fullwidth-colon 3'],
      { 红卡: { 编号: 'red', 当: '甲', 出处: 'x' } },
    ],
    ['one that leaves a mere text', '红卡:\n  当：甲\n', ['yaml-fullwidth-colon 2'], { 红卡: { 当: '甲' } }],
    [
      'before a nested map',
      '卡类：\n  红卡: {编号: red}\n',
      ['yaml-fullwidth-colon 1'],
      { 卡类: { 红卡: { 编号: 'red' } } },
    ],
    [
      'before braces',
      '卡类:\n  红卡：{编号: red}\n',
      ['yaml-fullwidth-colon 2'],
      { 卡类: { 红卡: { 编号: 'red' } } },
    ],
    ['in braces', 'x: {当：甲, 出处: y}\n', ['yaml-fullwidth-colon 1'], { x: { 当: '甲', 出处: 'y' } }],
    ['in a list', 'x:\n  - 当：a\n  - b\n', ['yaml-fullwidth-colon 2'], { x: [{ 当: 'a' }, 'b'] }],
    [
      'everywhere',
      '政策：甲\n版本：乙\n卡类：\n  红卡：\n    当：丙\n',
      [1, 2, 3, 4, 5].map(line => `yaml-fullwidth-colon ${line}`),
      { 政策: '甲', 版本: '乙', 卡类: { 红卡: { 当: '丙' } } },
    ],
    [
      'commas of a call',
      'x: {金额: 最大(x, y), 每: 年}\n',
      ['yaml-flow-comma 1'],
      { x: { 金额: '最大(x, y)', 每: '年' } },
    ],
    [
      'nested calls',
      'x: {a: max(b, min(c, d), e), f: g}\n',
      ['yaml-flow-comma 1'],
      { x: { a: 'max(b, min(c, d), e)', f: 'g' } },
    ],
    ['thousands', 'x: {a: 1,000,000 元}\n', ['yaml-flow-figure 1'], { x: { a: '1,000,000 元' } }],
    [
      'in a list of brackets',
      'x: [最大(a, b), c, 1,000 元]\n',
      ['yaml-flow-comma 1', 'yaml-flow-figure 1'],
      { x: ['最大(a, b)', 'c', '1,000 元'] },
    ],
    [
      'braces in braces',
      'x: {说明: 见{附件}一, a: b}\n',
      ['yaml-flow-brace 1'],
      { x: { 说明: '见{附件}一', a: 'b' } },
    ],
    [
      'a comment that eats a bracket',
      'a: {b: 甲 #1, c: d}\nz: 1\n',
      ['yaml-comment-cut 1'],
      { a: { b: '甲 ＃1', c: 'd' }, z: 1 },
    ],
    [
      'two lines out of line',
      'a:\n  b: 1\n   c: 2\n  d: 3\n',
      ['yaml-indent 3'],
      { a: { b: 1, c: 2, d: 3 } },
    ],
    [
      'several mistakes',
      'a: "x\nb: {c: d\ne：f\ng: @h\n',
      ['yaml-unclosed-quote 1', 'yaml-unclosed-bracket 2', 'yaml-fullwidth-colon 3', 'yaml-special-start 4'],
      { a: 'x', b: { c: 'd' }, e: 'f', g: '@h' },
    ],
  ])('%s', (_, text, said, data) => {
    expect(read(text)).toEqual({ said, data });
  });

  test('what looks like a trap inside a block of text is text', () => {
    expect(read('说明: |\n  当：x\n  {a, b}\n  # 不是注释\n').said).toEqual([]);
    expect(read('说明: 见附件：第一条，第二条\n').said).toEqual([]);
    expect(read('说明: |\n  　　第一段: 甲\n  　　第二段\n').said).toEqual([]);
  });

  test('offsets stay those of the file that was read', () => {
    const text = '甲：1\n乙：2\n丙: {a: 1,000}\n丁: &x 3\n';
    const { diagnostics } = readYaml('x.yaml', text);
    expect(diagnostics.map(({ span }) => text.slice(span?.start, span?.end))).toEqual([
      '：',
      '：',
      ',',
      '&x',
    ]);
  });
});
