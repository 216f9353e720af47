import { describe, expect, test } from 'vitest';
import type { Parameter } from '../../src/policy/policy.ts';
import { loadRules, policyOf, said, type TextOptions } from '../support/load-text.ts';

function parameter(text: string, options?: TextOptions): Parameter {
  const { parameters } = policyOf(`参数: {线: ${text}}\n`, options);
  return parameters['线'] as Parameter;
}

describe('a value', () => {
  test.each([
    ['5000 元', '500000', { money: 1 }],
    ['0.5 万元', '500000', { money: 1 }],
    ['5000 元/人年', '125000/3', { money: 1, month: -1, person: -1 }],
    ['30%', '3/10', {}],
    ['60 岁', '720', { month: 1 }],
    ['2 头', '2', { head: 1 }],
    ['5000 yuan/person/year', '125000/3', { money: 1, month: -1, person: -1 }],
    ['1.2 × 2952 元', '354240', { money: 1 }],
  ])('%s', (text, value, dimension) => {
    const found = parameter(text);
    expect(found.value).toEqual({ kind: 'set', value });
    expect(found.type).toEqual({ kind: 'number', dimension });
  });

  test('yes, no and a date', () => {
    expect(parameter('是')).toMatchObject({ type: { kind: 'bool' }, value: { value: true } });
    expect(parameter('no')).toMatchObject({ type: { kind: 'bool' }, value: { value: false } });
    expect(parameter('2020-06-30')).toMatchObject({ type: { kind: 'date' }, value: { value: '2020-06-30' } });
  });

  test('open, with the unit it will have', () => {
    for (const text of ['待定 元', 'open yuan'])
      expect(parameter(text)).toMatchObject({ value: { kind: 'open' }, type: { dimension: { money: 1 } } });
  });

  test('a range, whose ends bound what may be set', () => {
    for (const text of ['1.2 至 1.5 倍', '1.2-1.5 倍', '1.2—1.5倍', '1.2倍-1.5倍'])
      expect(parameter(text)).toMatchObject({
        value: { kind: 'range', low: '6/5', high: '3/2' },
        least: '6/5',
        most: '3/2',
      });
    expect(parameter('100% - 20%')).toMatchObject({ value: { kind: 'set', value: '4/5' } });
    expect(parameter('{值: 3 元, 范围: [1 元, 5 元]}')).toMatchObject({ least: '100', most: '500' });
    expect(parameter('{值: 3 元, 范围: 1 元 至 5 元}')).toMatchObject({ least: '100', most: '500' });
  });
});

describe('dates', () => {
  const line = '{2013-01-01: 2736 元, 2014-01-01: 2800 元, 2019-07-01: 待定 元}';

  test.each([
    ['2012-12-31', { kind: 'open' }, { kind: 'open' }],
    ['2013-01-01', { kind: 'set', value: '273600' }, { kind: 'open' }],
    ['2013-12-31', { kind: 'set', value: '273600' }, { kind: 'open' }],
    ['2014-01-01', { kind: 'set', value: '280000' }, { kind: 'set', value: '273600' }],
    ['2019-06-30', { kind: 'set', value: '280000' }, { kind: 'set', value: '280000' }],
    ['2019-07-01', { kind: 'open' }, { kind: 'set', value: '280000' }],
    ['2020-01-01', { kind: 'open' }, { kind: 'open' }],
  ])('on %s', (on, value, lastYear) => {
    expect(parameter(line, { on })).toMatchObject({ value, lastYear });
    expect(parameter(`{值: ${line}}`, { on })).toMatchObject({ value, lastYear });
  });

  test('the day of the policy itself is where no other is given', () => {
    const policy = policyOf('');
    expect([policy.on, policy.effective]).toEqual(['2020-03-18', '2020-03-18']);
    expect(policyOf('', { on: '2021-01-01' })).toMatchObject({ on: '2021-01-01', effective: '2020-03-18' });
  });

  test('days that do not exist', () => {
    expect(said(loadRules('参数: {线: {2019-02-29: 5 元}}\n'))).toContain('bad-date 4:"2019-02-29"');
    expect(loadRules('', { on: '2020-13-01' }).diagnostics[0]?.code).toBe('bad-date');
  });

  test('before the first one it is unset, which a warning says', () => {
    const loaded = loadRules('参数: {线: {2021-01-01: 5 元}}\n定义: {甲: 修缮费用 超过 线}\n排除: {}\n');
    expect(said(loaded)).toContain('before-first-date 4:"线"');
    expect(loaded.policy?.parameters['线']?.value).toEqual({ kind: 'open' });
  });
});

describe('cells', () => {
  const text = '{按: 村类型, 表: {贫困村: 3000 元, ordinary: {2019-01-01: 2000 元}}, 其余: 待定 元}';

  test('go by the ids of the values, whichever name is written', () => {
    expect(parameter(text)).toMatchObject({
      by: ['village.village_type'],
      value: {
        kind: 'cells',
        cells: { poor: { kind: 'set', value: '300000' }, ordinary: { kind: 'set', value: '200000' } },
        otherwise: { kind: 'open' },
      },
    });
  });

  test('over two facts', () => {
    const found = parameter(
      '{按: [村类型, 建档立卡], 表: {贫困村: {是: 3 元, 否: 2 元}, 非贫困村: {是: 1 元}}}',
    );
    expect(found.by).toEqual(['village.village_type', 'household.registered']);
    expect(Object.keys((found.value as { cells: object }).cells)).toEqual([
      'poor|true',
      'poor|false',
      'ordinary|true',
    ]);
  });

  test('are used with the facts of the household at hand', () => {
    const policy = policyOf(`参数: {线: ${text}}\n定义: {甲: 修缮费用 超过 线}\n`);
    expect(JSON.stringify(policy.definitions['household.甲']?.expr)).toContain('"id":"village_type"');
  });
});

describe('settings from outside', () => {
  const rules = [
    '参数:',
    '  警戒线: {编号: line, 标签: {中文: 警戒线, 英文: warning line}, 值: 5000 元/人年}',
    '  比例: {编号: share, 值: 1.2 至 1.5 倍}',
    '  分档: {编号: tier, 按: 村类型, 表: {贫困村: 3000 元}, 其余: 2000 元}',
    '  国标: {编号: national, 值: {2019-01-01: 3000 元, 2020-01-01: 4000 元}}',
    '卡类: {红卡: {编号: red, 当: 建档立卡}, 绿卡: {编号: green, 当: 有汽车}}',
    '帮扶:',
    '  建房: {编号: new-house, 金额: {红卡: 50000 元, 绿卡: 待定}}',
    '  救助: {编号: relief, 对象: 红卡, 金额: 1000 元 至 5000 元}',
    '',
  ].join('\n');
  const set = (name: string, value: string) => policyOf(rules, { set: { [name]: value } }).parameters;

  test.each([
    ['line', '6000 元/人年', '50000'],
    ['警戒线', '6000 元', '50000'],
    ['warning line', '6000', '50000'],
    ['警戒线', '0.6 万元', '50000'],
    ['警戒线', '500 元/人月', '50000'],
    ['警戒线', '６０００', '50000'],
  ])('%s=%s', (name, value, found) => {
    expect(set(name, value)['line']).toMatchObject({
      overridden: true,
      value: { kind: 'set', value: found },
    });
  });

  test('fill what an amount left open, by id or label', () => {
    expect(set('new-house.green', '45000')['new-house.green']?.value).toEqual({
      kind: 'set',
      value: '4500000',
    });
    expect(set('建房.绿卡', '4.5 万元')['new-house.green']?.value).toEqual({ kind: 'set', value: '4500000' });
    expect(set('relief', '2000 元')['relief']?.value).toEqual({ kind: 'set', value: '200000' });
    expect(set('救助', '2000 元 至 3000 元')['relief']?.value).toEqual({
      kind: 'range',
      low: '200000',
      high: '300000',
    });
  });

  test('set one cell, or all of them', () => {
    expect(set('分档.贫困村', '3500')['tier']?.value).toMatchObject({
      cells: { poor: { value: '350000' } },
      otherwise: { value: '200000' },
    });
    expect(set('分档', '1 元')['tier']?.value).toEqual({
      kind: 'cells',
      cells: {},
      otherwise: { kind: 'set', value: '100' },
    });
  });

  test('hold for last year too, unless the parameter is dated', () => {
    expect(set('line', '6000')['line']?.lastYear).toEqual({ kind: 'set', value: '50000' });
    expect(set('national', '5000 元')['national']).toMatchObject({
      value: { value: '500000' },
      lastYear: { value: '300000' },
    });
  });

  test.each([
    ['relief', '6000 元', 'set-outside-range'],
    ['share', '1.5 倍', null],
    ['share', '150%', null],
    ['share', '1.51 倍', 'set-outside-range'],
    ['share', '1.1 至 1.3 倍', 'set-outside-range'],
    ['line', '60 岁', 'set-unit'],
    ['line', '6000 元/户', 'set-unit'],
    ['lime', '6000', 'set-unknown'],
    ['new-house.red', '6000', 'set-unknown'],
    ['line', '很多', 'unknown-name'],
  ])('%s=%s gives %s', (name, value, code) => {
    const { diagnostics, policy } = loadRules(rules, { set: { [name]: value } });
    const errors = diagnostics.filter(({ severity }) => severity === 'error').map(one => one.code);
    expect(errors).toEqual(code === null ? [] : [code]);
    expect(policy === null).toBe(code !== null);
  });
});
