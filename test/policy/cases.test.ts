import { describe, expect, test } from 'vitest';
import { loadCases, mergeHousehold } from '../../src/policy/cases.ts';
import { toData } from '../../src/policy/node.ts';
import { loadScenario } from '../../src/policy/scenario.ts';
import { memoryReader } from '../support/load-text.ts';

const text = `
政策: policy.yaml
日期: 2020-06-30
设定: {线: 5000 元}
基础:
  户: {建档立卡: 是, 家庭收入: 15000}
  成员: [{年龄: 52}, {年龄: 50}]
案例:
  - 名称: 一般户
    条款: [C1, C2]
    应:
      卡: 红卡
      帮扶: {修缮: 5 元, 救助: 1 元 至 2 元, 分红: 待定, 建房: 无}
      值: {人均收入: 7500 元/人年}
  - 名称: 收入少一点
    同: 一般户
    户: {家庭收入: 14999.99, registered: 否}
    日期: 2021-01-01
    设定: {比例: 20%}
    应: {状态: 未定, 可能: [红卡, 无], 排除: {红卡: 汽车}, 缺: [年龄], 待定: 线}
  - 名称: 不知道成员
    成员:
    应: {卡: 无, 排除: {}}
`;

function load(content = text) {
  return loadCases('/p/cases.yaml', {
    read: memoryReader({ '/p/cases.yaml': content, '/p/policy.yaml': '政策: 试\n' }),
  });
}

const part = (written: string) => ({ 户: 'household', 成员: 'members' })[written] ?? written;
const fact = (_: string, written: string) => ({ 建档立卡: 'registered' })[written] ?? written;

describe('cases', () => {
  const { cases, diagnostics } = load();

  test('belong to a policy, and may have a day and settings of their own', () => {
    expect(diagnostics).toEqual([]);
    expect(cases?.policy).toBe('/p/policy.yaml');
    expect(cases?.cases.map(({ on, set }) => [on, set])).toEqual([
      ['2020-06-30', { 线: '5000 元' }],
      ['2021-01-01', { 线: '5000 元', 比例: '20%' }],
      ['2020-06-30', { 线: '5000 元' }],
    ]);
    expect(cases?.cases[0]?.clause).toEqual(['C1', 'C2']);
  });

  test('start from the base or from another case', () => {
    const household = (k: number) => {
      const one = cases?.cases[k];
      return one && JSON.parse(JSON.stringify(toData(mergeHousehold(one, part, fact))));
    };
    expect(household(0)).toEqual({
      户: { 建档立卡: '是', 家庭收入: 15000 },
      成员: [{ 年龄: 52 }, { 年龄: 50 }],
    });
    expect(household(1)['户']).toEqual({ registered: '否', 家庭收入: 14999.99 });
    expect(household(2)['成员']).toBeNull();
  });

  test('keep what is expected as it is written', () => {
    const [first, second, third] = cases?.cases ?? [];
    expect(first?.expect.card?.text).toBe('红卡');
    expect(
      first?.expect.benefits.map(({ benefit, due }) => [benefit.text, due.map(one => one.text)]),
    ).toEqual([
      ['修缮', ['5 元']],
      ['救助', ['1 元 至 2 元']],
      ['分红', ['待定']],
      ['建房', ['无']],
    ]);
    expect(second?.expect).toMatchObject({ status: 'undetermined', card: null });
    expect(second?.expect.possible?.map(one => one.text)).toEqual(['红卡', '无']);
    expect(second?.expect.barred?.map(({ card, by }) => [card.text, by?.text])).toEqual([['红卡', '汽车']]);
    expect(third?.expect.barred).toEqual([]);
    expect(third?.expect.missing).toBeNull();
  });

  test('with mistakes', () => {
    const wrong = load(
      '案例:\n  - 名称: 甲\n    应: {咔: 红卡}\n  - {户: {}}\n  - {名称: 甲, 同: 丙, 应: {状态: 不定}}\n',
    );
    expect(wrong.diagnostics.map(({ code }) => code)).toEqual([
      'unknown-key-here',
      'missing-key',
      'missing-key',
      'duplicate-name',
      'unknown-case',
      'unknown-word',
    ]);
  });
});

describe('scenarios', () => {
  const files = {
    '/p/mingbai.yaml': '',
    '/p/a/policy.yaml': '',
    '/p/b.yaml': '',
    '/p/spec.yaml': '',
    '/p/data/households.csv': '',
  };
  const scenario = (content: string) =>
    loadScenario('/p/s/x.yaml', { read: memoryReader({ ...files, '/p/s/x.yaml': content }) });

  test('name policies, a population, and what to set', () => {
    const loaded = scenario(
      '情景: 比较\n政策: [../a, ../b.yaml]\n人口: {规格: ../spec.yaml, 户数: 60000, 种子: 7}\n设定: {线: 6000 元, a: {比例: 20%}}\n日期: 2020-06-30\n',
    );
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.scenario).toMatchObject({
      label: { zh: '比较' },
      policies: [{ path: '/p/a' }, { path: '/p/b.yaml' }],
      population: { kind: 'generated', spec: '/p/spec.yaml', households: 60000, seed: 7 },
      set: [
        { policy: null, name: '线', value: '6000 元' },
        { policy: 'a', name: '比例', value: '20%' },
      ],
      on: '2020-06-30',
    });
  });

  test('take a folder of files', () => {
    const loaded = scenario('policies: ../a\npopulation: ../data\n');
    expect(loaded.scenario).toMatchObject({
      policies: [{ path: '/p/a' }],
      population: { kind: 'folder', path: '/p/data' },
    });
  });

  test('find what is not there', () => {
    const codes = scenario('政策: [../c, /etc]\n人口: ../../x\n').diagnostics.map(({ code }) => code);
    expect(codes).toEqual(['path-missing', 'path-not-relative', 'path-outside']);
  });
});
