import { describe, expect, test } from 'vitest';
import { type CaseRun, runCases } from '../../src/analysis/cases.ts';
import { memoryReader, smallVocabulary } from '../support/load-text.ts';

const policy = `政策: 试
词汇: vocabulary.yaml
施行: 2020-01-01
参数:
  线: {值: 5000 元/人年, 范围: 4000 元/人年 至 6000 元/人年}
卡类:
  红卡: {当: 建档立卡 且 人均收入 低于 线}
帮扶:
  救助: {对象: 红卡, 金额: 100 元/人}
`;
const base = `基础: {户: {建档立卡: 是, 家庭收入: 4000}, 成员: [{年龄: 50}]}
`;

/** Only who is registered has costs. */
const vocabulary = smallVocabulary.replace('en: costs}, ', 'en: costs}, when: registered, ');

function run(cases: string, set?: Record<string, string>): CaseRun {
  const files = { '/p/policy.yaml': policy, '/p/vocabulary.yaml': vocabulary, '/p/cases.yaml': cases };
  return runCases('/p/cases.yaml', { read: memoryReader(files), ...(set ? { set } : {}) });
}

/** What is told, as `code line:"text"`, all of it in the file of cases. */
function told({ diagnostics, sources }: CaseRun): string[] {
  return diagnostics.map(({ code, span }) => {
    expect(span?.file, code).toBe('/p/cases.yaml');
    const text = sources.get('/p/cases.yaml') ?? '';
    const { start, end } = span!;
    return `${code} ${text.slice(0, start).split('\n').length}:${text.slice(start, end)}`;
  });
}

describe('settings and days of cases', () => {
  test('are wrong where they are written', () => {
    const found = run(`${base}案例:
  - {名称: 日子, 日期: 2020-02-30, 应: {卡: 红卡}}
  - {名称: 太高, 设定: {线: 9000 元/人年}, 应: {卡: 红卡}}
  - {名称: 没有, 设定: {限: 9000 元/人年}, 应: {卡: 红卡}}
  - {名称: 好的, 设定: {线: 6000 元/人年}, 应: {卡: 红卡}}
`);
    expect(told(found)).toEqual([
      'bad-date 3:2020-02-30',
      'set-outside-range 4:9000 元/人年',
      'set-unknown 5:限',
    ]);
    expect(found.results.map(({ name }) => name)).toEqual(['好的']);
  });

  test('for all cases are told once', () => {
    const found = run(`日期: 2020-13-01\n设定: {线: 5 亩}\n${base}案例:
  - {名称: 一, 应: {卡: 红卡}}
  - {名称: 二, 日期: 2020-05-01, 应: {卡: 绿卡}}
`);
    expect(told(found)).toEqual(['bad-date 1:2020-13-01', 'set-unit 2:5 亩', 'case-unknown-name 6:绿卡']);
    expect(found.results).toEqual([]);
  });

  test('give way to those from outside, whose mistakes are not in the file', () => {
    const found = run(`设定: {线: 5000 元/人年}\n${base}案例: [{名称: 一, 应: {卡: 红卡}}]\n`, {
      线: '9000 元/人年',
    });
    expect(found.diagnostics.map(({ code, span }) => [code, span?.file])).toEqual([
      ['set-outside-range', '--set'],
    ]);
  });
});

describe('a mistake of form', () => {
  test('hides no other mistake, and no case that is sound', () => {
    const found = run(`${base}案例:
  - {名称: 一, 应: {状态: 乱, 卡: 蓝卡}}
  - {名称: 二, 户: {家庭收入: 很多}}
  - {名称: 三, 应: {帮扶: {救助: 100 元}}}
  - {名称: 四, 户: {家庭收人: 5}, 应: {卡: 黄卡}}
  - {名称: 五, 户: {牛: 1,000 头}, 应: {值: {人均: 4000 元}}}
`);
    expect(told(found)).toEqual([
      'unknown-word 3:乱',
      'case-unknown-name 3:蓝卡',
      'missing-key 4:名称',
      'cell-not-number 4:很多',
      'household-unknown-fact 6:家庭收人',
      'case-unknown-name 6:黄卡',
      'yaml-flow-figure 7:,',
      'case-unknown-name 7:人均',
    ]);
    expect(found.results.map(({ name, mismatches }) => [name, mismatches.length])).toEqual([['三', 0]]);
  });

  test('outside all cases leaves none sound', () => {
    const found = run(`${base}依照: 无\n案例: [{名称: 一, 应: {卡: 蓝卡}}]\n`);
    expect(told(found)).toEqual(['unknown-key-here 2:依照', 'case-unknown-name 3:蓝卡']);
    expect(found.results).toEqual([]);
  });
});

test.each(['不适用', 'not applicable'])('a value may be expected to be %s', word => {
  const cases = (registered: string) =>
    run(
      `基础: {户: {建档立卡: ${registered}, 家庭支出: }}\n案例: [{名称: 一, 应: {值: {家庭支出: ${word}}}}]\n`,
    );
  expect(cases('否').results[0]?.mismatches).toEqual([]);
  expect(cases('是').results[0]?.mismatches).toHaveLength(1);
});
