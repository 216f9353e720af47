import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isError } from '../../../src/language/diagnostic.ts';
import { makeDraft } from '../../../src/policy/draft/make-draft.ts';
import { diskReader } from '../../../src/policy/file.ts';
import { loadPolicy } from '../../../src/policy/load.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import { OTHERWISE, type Replacement, withParameters } from '../../../src/policy/with-parameters.ts';
import { memoryReader, smallVocabulary } from '../../support/load-text.ts';

const root = resolve(import.meta.dirname, '../../..');

const policyText = `
政策: 小政策
词汇: vocabulary.yaml
施行: 2020-03-18
参数:
  线: {编号: line, 标签: {英文: line}, 值: 5000 元/人年, 范围: 4000 元/人年 至 9000 元/人年}
  倍数: {编号: times, 值: 1.2 至 1.5 倍}
  比例: 待定 %
  人数: 2 人
  开关: {编号: switch, 值: 是}
  旧线: {编号: dated, 值: {2013-01-01: 2736 元, 2020-01-01: 2800 元}}
  村标准: {编号: by-village, 按: 村类型, 表: {贫困村: 300 元, 非贫困村: 200 元}, 其余: 100 元}
  值内标准: {编号: inside, 按: 村类型, 值: {贫困村: 300 元, 非贫困村: 200 元}}
  两级: {编号: two, 按: [村类型, 残疾等级], 表: {贫困村: {无: 1 元, 重度: 2 元}, 非贫困村: {无: 3 元, 重度: 4 元}}, 其余: 0 元}
卡类:
  红卡: {编号: red, 当: 人均收入 低于 线}
  蓝卡: {编号: blue, 当: 人均收入 低于 线 × 倍数 且 开关}
帮扶:
  补助:
    编号: grant
    对象: [红卡, 蓝卡]
    # 未定的数
    金额:
      红卡: 1000 元 至 5000 元
      蓝卡: 待定   # 未定
    每: 年
  修缮: {编号: repair, 金额: 修缮费用 × 比例 封顶 村标准}
  旧: {编号: old, 金额: 旧线 × 上年末(旧线) ÷ 1 元 + 值内标准}
`;

const files = {
  '/project/mingbai.yaml': '{}',
  '/project/vocabulary.yaml': smallVocabulary,
  '/project/policy.yaml': policyText.replace(
    '  旧: {编号: old, 金额: 旧线 × 上年末(旧线) ÷ 1 元 + 值内标准}\n',
    '  旧: {编号: old, 金额: 旧线 + 值内标准}\n',
  ),
};

const money = (yuan: number) => ({ kind: 'set', value: String(yuan * 100) }) as const;
const perYear = (yuan: number) => ({ kind: 'set', value: fraction(yuan * 100, 12) }) as const;
function fraction(a: number, b: number): string {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return b / x === 1 ? String(a / x) : `${a / x}/${b / x}`;
}

describe('a draft of changed parameters', () => {
  const reader = memoryReader(files);
  const loaded = loadPolicy('/project/policy.yaml', { read: reader });
  test('the policy is fine', () => expect(loaded.diagnostics.filter(isError)).toEqual([]));

  test.each<[string, Replacement[]]>([
    ['a line', [{ parameter: 'line', cell: null, value: perYear(6000) }]],
    ['a range settled', [{ parameter: 'times', cell: null, value: { kind: 'set', value: '13/10' } }]],
    [
      'a range narrowed',
      [{ parameter: 'times', cell: null, value: { kind: 'range', low: '6/5', high: '7/5' } }],
    ],
    ['a share that was open', [{ parameter: '比例', cell: null, value: { kind: 'set', value: '3/10' } }]],
    ['left open again', [{ parameter: '人数', cell: null, value: { kind: 'open' } }]],
    ['a switch', [{ parameter: 'switch', cell: null, value: { kind: 'set', value: false } }]],
    ['one dated', [{ parameter: 'dated', cell: null, value: money(3000) }]],
    ['a cell', [{ parameter: 'by-village', cell: 'poor', value: money(350) }]],
    ['the rest', [{ parameter: 'by-village', cell: OTHERWISE, value: money(50) }]],
    ['all cells', [{ parameter: 'by-village', cell: null, value: money(50) }]],
    ['a cell under the value', [{ parameter: 'inside', cell: 'ordinary', value: money(250) }]],
    ['a cell of two keys', [{ parameter: 'two', cell: 'poor|severe', value: money(9) }]],
    ['an amount in a rule', [{ parameter: 'grant.blue', cell: null, value: money(800) }]],
    [
      'a range in a rule',
      [{ parameter: 'grant.red', cell: null, value: { kind: 'range', low: '200000', high: '300000' } }],
    ],
    [
      'several at once',
      [
        { parameter: 'grant.red', cell: null, value: money(2000) },
        { parameter: 'grant.blue', cell: null, value: money(800) },
        { parameter: 'line', cell: null, value: perYear(6000) },
        { parameter: 'by-village', cell: 'poor', value: money(350) },
        { parameter: 'by-village', cell: 'ordinary', value: { kind: 'open' } },
      ],
    ],
  ])('%s', (_, changes) => {
    const policy = loaded.policy as Policy;
    const made = makeDraft({ policy, sources: loaded.sources }, changes, {
      file: '/project/drafts/x/policy.yaml',
      base: '/project/policy.yaml',
      name: '试一试: "新" #1',
      reader,
    });
    expect(made.diagnostics.filter(isError)).toEqual([]);
    expect(made.text).toMatchSnapshot();
    const again = loadPolicy('/project/drafts/x/policy.yaml', {
      read: memoryReader({ ...files, '/project/drafts/x/policy.yaml': made.text! }),
    });
    expect(again.diagnostics.filter(isError)).toEqual([]);
    expect(again.policy!.label.zh).toBe('试一试: "新" #1');
    const wanted = withParameters(policy, changes);
    for (const { parameter } of changes) {
      const have = again.policy!.parameters[parameter];
      if (have)
        expect([have.value, have.lastYear]).toEqual([
          wanted.parameters[parameter]!.value,
          wanted.parameters[parameter]!.lastYear,
        ]);
    }
  });

  test('nothing outside the project can be extended', () => {
    const made = makeDraft(
      { policy: loaded.policy as Policy, sources: loaded.sources },
      [{ parameter: 'line', cell: null, value: perYear(6000) }],
      { file: '/elsewhere/policy.yaml', base: '/project/policy.yaml', name: 'x', reader },
    );
    expect(made.text).toBeNull();
    expect(made.diagnostics.length).toBeGreaterThan(0);
  });
});

test('an English policy is amended in English, with all that the shipped plan leaves open settled', () => {
  const base = join(root, 'policies/county-four-cards/policy.en.yaml');
  const loaded = loadPolicy(base);
  const policy = loaded.policy!;
  const changes = Object.values(policy.parameters).flatMap(({ id, value, type, least }): Replacement[] =>
    value.kind === 'cells' || type.kind !== 'number'
      ? []
      : [{ parameter: id, cell: null, value: { kind: 'set', value: least ?? '100' } }],
  );
  const file = join(dirname(base), 'drafts/settled/policy.yaml');
  const made = makeDraft({ policy, sources: loaded.sources }, changes, {
    file,
    base,
    name: 'Settled',
    reader: diskReader,
  });
  expect(made.diagnostics.filter(isError)).toEqual([]);
  expect(made.text).toMatch(/^policy: Settled\nextends: \.\.\/\.\.\/policy\.en\.yaml\nparameters:\n/);
  expect(made.text).toContain('value: 12 yuan/person/year');
  expect(made.text).not.toMatch(/\p{Script=Han}/u);
});
