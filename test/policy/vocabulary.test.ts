import { describe, expect, test } from 'vitest';
import { loadVocabulary } from '../../src/policy/load-vocabulary.ts';
import { memoryReader, policyOf, smallVocabulary } from '../support/load-text.ts';

function load(text: string) {
  return loadVocabulary('/v.yaml', { read: memoryReader({ '/v.yaml': text }) });
}

describe('the standard vocabulary', () => {
  const { vocabulary, definitions, diagnostics } = loadVocabulary('policies/vocabulary/rural-household.yaml');

  test('is right', () => {
    expect(diagnostics).toEqual([]);
    expect(Object.keys(vocabulary?.entities ?? {})).toEqual([
      'county',
      'township',
      'village',
      'household',
      'member',
    ]);
    expect(Object.keys(definitions)).toContain('household.income_per_head');
  });

  test('holds facts with types, units, values and conditions', () => {
    const fact = (key: string) => vocabulary?.facts[key];
    expect(fact('household.wage_income')).toMatchObject({
      type: { kind: 'number', dimension: { money: 1, month: -1 } },
      unit: { label: { zh: '元/年', en: 'yuan/year' }, perUnit: '25/3', decimals: 2 },
      least: '0',
      most: null,
    });
    expect(fact('household.repair_costs')?.unit).toMatchObject({ perUnit: '100', decimals: 2 });
    expect(fact('member.age')).toMatchObject({
      unit: { perUnit: '12' },
      most: '1560',
      from: { op: 'elapsed' },
    });
    expect(fact('household.exit_year')?.type).toEqual({ kind: 'number', dimension: { 'calendar-year': 1 } });
    expect(fact('household.poverty_status')?.when).toMatchObject({ op: 'fact', id: 'registered' });
    expect(fact('member.disability_grade')?.values.map(({ id }) => id)).toEqual(['none', '1', '2', '3', '4']);
    expect(fact('household.motor_tools')?.type).toEqual({ kind: 'number', dimension: { machine: 1 } });
  });
});

describe('a vocabulary', () => {
  test('in Chinese keys', () => {
    const { vocabulary, diagnostics } = load(
      [
        '词汇: 试',
        '实体: {household: {标签: 户, 复数: households}, 牲畜: {属于: household, 复数: {id: livestock, zh: 牲畜}, 键: 耳标}}',
        '单位: {tou: {中文: 头}}',
        '事实:',
        '  户:',
        '    存栏: {类型: 数量, 单位: 头, 最小: 0, 小数位: 1, 采集: 上户}',
        '    类别: {标签: {中文: 户类别}, 类型: 选项, 取值: [甲, 乙]}',
        '  牲畜: {重量: {类型: 数量}}',
        '定义: {多: 存栏 超过 5 头}',
        '',
      ].join('\n'),
    );
    expect(diagnostics).toEqual([]);
    expect(vocabulary?.entities['牲畜']).toMatchObject({
      plural: 'livestock',
      within: 'household',
      key: '耳标',
    });
    expect(vocabulary?.facts['household.存栏']).toMatchObject({
      type: { dimension: { tou: 1 } },
      unit: { decimals: 1 },
      collected: { zh: '上户' },
    });
    expect(vocabulary?.facts['household.类别']?.values).toEqual([
      { id: '甲', label: { zh: '甲' } },
      { id: '乙', label: { zh: '乙' } },
    ]);
  });

  test('whose facts hang on each other in a ring', () => {
    const { diagnostics } = load(
      '词汇: 试\n实体: {household: {标签: 户}}\n事实: {户: {甲: {类型: 是否, 当: 乙}, 乙: {类型: 是否, 当: 甲}}}\n',
    );
    expect(diagnostics.map(({ code, params }) => [code, params['path']])).toEqual([
      ['cycle', 'household.甲 → household.乙 → household.甲'],
    ]);
  });

  test('with several mistakes tells all of them', () => {
    const { diagnostics, vocabulary } = load(
      smallVocabulary
        .replace('within: household', 'within: houshold')
        .replace('type: yes_no}', 'type: yes-no}')
        .replace('unit: 头}', 'unit: 斗}')
        .replace('least: 0, most: 130', 'least: 0, most: viele'),
    );
    expect(vocabulary).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['unknown-entity', 'unknown-word', 'bad-unit', 'bad-bound']),
    );
  });
});

test('a policy may add entities, units and facts of its own', () => {
  const policy = policyOf(
    [
      '实体: {holding: {标签: {中文: 产业项目, 英文: holding}, 复数: {id: holdings, zh: 产业项目}, 属于: 户}}',
      '单位: {kilo: {中文: 公斤, 英文: kilos}}',
      '事实:',
      '  产业项目: {产量: {标签: {中文: 产量, 英文: yield}, 类型: 数量, 单位: 公斤}}',
      '  户: {有林地: {类型: 是否}}',
      '定义: {高产: 任一产业项目(产量 超过 500 公斤)}',
      '卡类: {红卡: {编号: red, 当: 高产 且 有林地}}',
      '',
    ].join('\n'),
  );
  expect(policy.vocabulary.entities['holding']?.within).toBe('household');
  expect(policy.vocabulary.facts['holding.产量']?.type).toEqual({ kind: 'number', dimension: { kilo: 1 } });
  expect(policy.definitions['household.高产']?.expr).toMatchObject({ op: 'any', over: 'holding' });
});
