/** Policies that decide on villages, townships or members instead of households. */
import { describe, expect, test } from 'vitest';
import { loadRules, loadText, policyOf, said } from '../support/load-text.ts';

const codes = (text: string) =>
  loadRules(text)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);

const villages = `分类: 村
定义:
  贫困发生率: {编号: incidence, 值: 计数(户 当 建档立卡) / 计数(户)}
适用: 村类型 = 贫困村
卡类:
  重点村: {编号: focus, 当: 贫困发生率 高于 10%}
  一般村: {编号: ordinary, 其余: 是}
`;

test('what is written works on the classified entity', () => {
  const policy = policyOf(`${villages}排除: {小村: {不得评为: 重点村, 当: 计数(户) 低于 5 户}}\n`);
  expect(policy.entity).toBe('village');
  expect(Object.keys(policy.definitions)).toEqual(
    expect.arrayContaining([
      'household.size',
      'village.incidence',
      'village.card.focus',
      'village.card.ordinary',
    ]),
  );
  expect(policy.cards.map(({ condition }) => condition)).toEqual([
    'village.card.focus',
    'village.card.ordinary',
  ]);
  expect(policy.scope).toMatchObject({ left: { entity: 'village' } });
});

test('both ways to say it, in both languages', () => {
  for (const text of ['分类: 村', 'classify: village', '分类: {对象: 村}', 'classify: {of: villages}'])
    expect(policyOf(`${text}\n`).entity).toBe('village');
  for (const [name, id] of [
    ['成员', 'member'],
    ['乡镇', 'township'],
    ['户', 'household'],
  ])
    expect(policyOf(`分类: ${name}\n`).entity).toBe(id);
});

test('an entity that nobody declared', () => {
  const { diagnostics } = loadRules('分类: 行政村\n');
  expect(diagnostics.map(({ code }) => code)).toEqual(['unknown-entity']);
  expect(loadRules('classify: vilage\n').diagnostics[0]?.suggestion).toBe('village');
});

test('a condition on the parts has to count them', () => {
  expect(said(loadRules('分类: 村\n卡类: {穷村: {当: 建档立卡}}\n'))).toEqual(['fact-of-parts 5:"建档立卡"']);
});

describe('benefits', () => {
  const benefit = (fields: string, entity = villages) =>
    policyOf(`${entity}帮扶: {奖补: {编号: reward, ${fields}}}\n`).benefits[0];

  test('go to the village, to its households or to its people', () => {
    expect(benefit('对象: 重点村, 金额: 5 万元')).toMatchObject({
      entity: 'village',
      times: null,
      cards: ['focus'],
    });
    expect(benefit('对象: {每: 户, 卡: 重点村}, 当: 建档立卡, 金额: 500 元')).toMatchObject({
      entity: 'household',
    });
    expect(benefit('对象: {每: 成员}, 金额: 50 元/人')).toMatchObject({ entity: 'member', times: null });
  });

  test('are counted by household or person where the amount says so', () => {
    expect(benefit('对象: 重点村, 金额: 500 元/户')?.times).toMatchObject({ op: 'count', over: 'household' });
    expect(benefit('对象: 重点村, 金额: 50 元/人')?.times).toMatchObject({ op: 'count', over: 'member' });
    expect(benefit('对象: {卡: 重点村, 人均: 是}, 金额: 50 元')?.times).toMatchObject({ over: 'member' });
  });

  test('of a member are that member’s', () => {
    const members = '分类: 成员\n卡类: {病人: {编号: ill-card, 当: 重病}}\n';
    expect(benefit('对象: 病人, 金额: 500 元/人', members)).toMatchObject({ entity: 'member', times: null });
    expect(codes(`${members}帮扶: {甲: {对象: 病人, 金额: 500 元/户}}\n`)).toEqual(['household-amount-each']);
    expect(codes(`${members}帮扶: {甲: {对象: {人均: 是}, 金额: 500 元}}\n`)).toEqual(['per-person-twice']);
  });

  test('cannot mix who they are for, nor go to what lies around', () => {
    const mixed = '帮扶: {甲: {金额: {重点村: 5 元/户, 一般村: 5 元/人}}}\n';
    expect(codes(villages + mixed)).toEqual(['mixed-beneficiaries']);
    expect(codes(`${villages}帮扶: {甲: {对象: {每: 乡镇}, 金额: 5 元}}\n`)).toEqual(['bad-beneficiary']);
    expect(codes(`${villages}帮扶: {甲: {对象: {每: 户}, 金额: 5 元/人}}\n`)).toEqual(['amount-of-others']);
  });
});

describe('groups', () => {
  const two = '帮扶:\n  甲: {编号: a, 对象: 重点村, 金额: 5 元}\n  乙: {编号: b, 对象: 重点村, 金额: 6 元}\n';
  const each =
    '帮扶:\n  甲: {编号: a, 对象: {每: 户}, 金额: 5 元}\n  乙: {编号: b, 对象: {每: 户}, 金额: 6 元}\n';
  const group = (text: string, fields: string) =>
    policyOf(`${villages}${text}限额: {总: {项目: [a, b], ${fields}}}\n`).groups[0];

  test('go over the village or over its households', () => {
    expect(group(two, '计: 最高')).toMatchObject({ over: 'household', counts: 'best' });
    expect(group(two, '每: 村, 封顶: 8 元')).toMatchObject({
      over: 'household',
      caps: [{ per: 'household' }],
    });
    expect(group(each, '每: 户, 封顶: 8 元/户')).toMatchObject({ over: 'member', caps: [{ per: 'person' }] });
    expect(group(two, '封顶: 8 元/人')).toMatchObject({ caps: [{ per: 'person' }] });
  });

  test('that make no sense are refused', () => {
    expect(codes(`${villages}${two}限额: {总: {项目: [a, b], 每: 户, 计: 最高}}\n`)).toEqual([
      'group-needs-members',
      'group-needs-members',
    ]);
    expect(codes(`${villages}${two}限额: {总: {项目: [a, b], 每: 乡镇, 计: 最高}}\n`)).toEqual([
      'bad-group-over',
    ]);
    expect(codes(`${villages}${two}限额: {总: {项目: [a, b], 封顶: 8 元/户}}\n`)).toEqual(['cap-of-others']);
  });
});

test('quotas of villages', () => {
  const policy = policyOf(
    `${villages}名额: {试点: {对象: 重点村, 总数: 12, 席位: {乡镇: 1}, 排序: 贫困发生率 从高到低}}\n`,
  );
  expect(policy.quotas[0]).toMatchObject({ entity: 'village', levels: [{ entity: 'township' }] });
  expect(
    codes(`${villages}名额: {试点: {对象: 重点村, 席位: {村: 1}, 排序: 贫困发生率 从高到低}}\n`),
  ).toEqual(['level-not-around']);
});

test('a draft keeps what its base decides on, or changes it', () => {
  const files = {
    'policies/small/base.yaml': `政策: 原稿\n词汇: ../vocabulary.yaml\n施行: 2020-03-18\n分类: 村\n`,
  };
  const entity = (text: string) => loadText(`政策: 草案\n扩展: base.yaml\n${text}`, { files }).policy?.entity;
  expect([entity(''), entity('分类: 乡镇\n')]).toEqual(['village', 'township']);
});

test('one that decides on villages uses one that decides on households, and the other way round', () => {
  const household = `政策: 户\n编号: h\n词汇: vocabulary.yaml\n施行: 2020-01-01\n卡类: {贫困户: {编号: poor, 当: 建档立卡}}\n`;
  const village = `政策: 村\n编号: v\n词汇: vocabulary.yaml\n施行: 2020-01-01\n使用: {户评: h.yaml}\n分类: 村\n卡类: {重点村: {编号: focus, 当: '计数(户 当 户评.卡 = 贫困户) 高于 10 户'}}\n`;
  const { definitions } = policyOf(
    '使用: {村评: ../v.yaml}\n卡类: {红卡: {编号: red, 当: 村评.卡 = 重点村}}\n',
    {
      files: { 'policies/h.yaml': household, 'policies/v.yaml': village },
    },
  );
  expect(definitions['household.card.red']?.expr).toMatchObject({
    left: { op: 'used', use: '村评', entity: 'village' },
  });
});
