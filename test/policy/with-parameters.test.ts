import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadPolicy } from '../../src/policy/load.ts';
import { misfitOf, OTHERWISE, withParameters } from '../../src/policy/with-parameters.ts';
import { readValue } from '../../src/policy/written-value.ts';
import { policyOf } from '../support/load-text.ts';

const rules = `
参数:
  线: {编号: line, 值: 5000 元/人年, 范围: 4000 元/人年 至 9000 元/人年}
  倍数: {编号: times, 值: 1.2 至 1.5 倍}
  比例: {编号: share, 值: 待定 %}
  开关: {编号: switch, 值: 是}
  日子: {编号: day, 值: 2020-06-30}
  旧线: {编号: dated, 值: {2013-01-01: 2736 元, 2020-01-01: 2800 元}}
  村标准: {编号: by-village, 按: 村类型, 表: {贫困村: 300 元, 非贫困村: 200 元}, 其余: 100 元}
卡类:
  红卡: {编号: red, 当: 人均收入 低于 线 × 倍数}
帮扶:
  补助: {编号: grant, 对象: 红卡, 金额: 1000 元 至 5000 元}
`;
const policy = policyOf(rules);

describe('replacing a parameter gives the policy that loading with --set gives', () => {
  test.each<[string, string, string | null, string | readonly [string, string] | null, string]>([
    ['line', '6000', null, '6000', '6000 元/人年'],
    ['line', 'with its unit', null, '0.6 万元', '0.6 万元/人年'],
    ['line', 'with separators', null, '６,０００', '6000'],
    ['times', 'settled', null, '1.3', '1.3'],
    ['times', 'a range', null, ['1.25', '1.4'], '1.25 至 1.4 倍'],
    ['share', 'percent', null, '20', '20%'],
    ['share', 'open', null, null, '待定 %'],
    ['switch', 'no', null, 'false', '否'],
    ['day', 'a date', null, '2021-01-31', '2021-01-31'],
    ['dated', 'dated', null, '3000', '3000'],
    ['by-village', 'all', null, '250', '250'],
    ['by-village', 'cell', 'poor', '350', '350'],
    ['grant', 'in a rule', null, '2000', '2000'],
    ['grant', 'range in a rule', null, ['1500', '3000'], '1500 至 3000 元'],
  ])('%s: %s', (id, _, cell, written, set) => {
    const value = readValue(written, policy.parameters[id]!, policy.vocabulary)!;
    expect(value).not.toBeNull();
    const replacement = { parameter: id, cell, value };
    expect(misfitOf(policy, replacement)).toBeNull();
    const name = cell === null ? id : `${id}.${cell}`;
    expect(withParameters(policy, [replacement])).toEqual(policyOf(rules, { set: { [name]: set } }));
    expect(policy).toEqual(policyOf(rules));
  });

  test('several at once, as several settings', () => {
    const at = (id: string, cell: string | null, text: string) => ({
      parameter: id,
      cell,
      value: readValue(text, policy.parameters[id]!, policy.vocabulary)!,
    });
    const made = withParameters(policy, [
      at('line', null, '7000'),
      at('by-village', 'poor', '1'),
      at('by-village', 'ordinary', '2'),
    ]);
    expect(made).toEqual(
      policyOf(rules, { set: { line: '7000', 'by-village.poor': '1', 'by-village.ordinary': '2' } }),
    );
  });

  test('every figure of the shipped plan', () => {
    const path = join(resolve(import.meta.dirname, '../..'), 'policies/county-four-cards');
    const plan = loadPolicy(path).policy!;
    for (const { id, value, type } of Object.values(plan.parameters)) {
      if (value.kind === 'cells' || type.kind !== 'number') continue;
      const written = value.kind === 'range' ? '1200' : '17';
      const made = withParameters(plan, [
        { parameter: id, cell: null, value: readValue(written, plan.parameters[id]!, plan.vocabulary)! },
      ]);
      const unit = plan.parameters[id]!.unit;
      const set = loadPolicy(path, { set: { [id]: `${written} ${unit}` } });
      expect(made, id).toEqual(set.policy);
    }
  });
});

describe('what does not fit', () => {
  test.each([
    [
      'no such parameter',
      'no-parameter',
      { parameter: 'toString', cell: null, value: { kind: 'set', value: '1' } },
    ],
    [
      'no such cell',
      'no-cell',
      { parameter: 'by-village', cell: 'rich', value: { kind: 'set', value: '1' } },
    ],
    [
      'a cell of one without cells',
      'no-cell',
      { parameter: 'line', cell: OTHERWISE, value: { kind: 'set', value: '1' } },
    ],
    [
      'a number for a switch',
      'wrong-kind',
      { parameter: 'switch', cell: null, value: { kind: 'set', value: '1' } },
    ],
    [
      'below the stated range',
      'outside-range',
      { parameter: 'line', cell: null, value: { kind: 'set', value: '1' } },
    ],
    [
      'upside down',
      'crossed',
      { parameter: 'times', cell: null, value: { kind: 'range', low: '7/5', high: '6/5' } },
    ],
  ] as const)('%s', (_, code, replacement) => {
    expect(misfitOf(policy, replacement)).toBe(code);
    expect(() => withParameters(policy, [replacement])).toThrow(code);
  });

  test.each(['', 'abc', '1e5', '5 户', '1/0', '5000 元/月', '待定', '1 至 2', `1${'0'.repeat(400)}`])(
    'no figure: %s',
    text => expect(readValue(text, policy.parameters['line']!, policy.vocabulary)).toBeNull(),
  );
});
