import { expect, test } from 'vitest';
import { languageMessages } from '../../src/language/messages.ts';
import { policyMessages } from '../../src/policy/messages.ts';
import { messageOf } from '../../src/report/message.ts';
import { loadText, said } from '../support/load-text.ts';

const catalog = { ...languageMessages, ...policyMessages };

const chinese = `政策: 十个错
词汇: ../vocabulary.yaml
施行: 2020-03-18
参数:
  警戒线: {编号: line, 值: 5000 元/人年}
定义:
  甲: 非 乙
  乙: 甲 或 有汽车
  低收入: 人均收入 低于 5000 岁
卡类:
  红卡:
    编号: red
    当：建挡立卡
  黄卡: {编号: yellow, 当: 建档立卡 或 有汽车 且 新建房屋, 含义: 平困}
  绿卡: {编号: red, 当: 有汽车}
排除:
  汽车: {编号: car, 不得评为: [红卡, 橙卡], 当: 有汽车}
帮扶:
  修缮: {编号: repair, 对象: 黄卡, 金额: 最小(修缮费用, 20000 元)}
  建房: {编号: build, 对象: 红卡, 金額: 1000 元, 资金: 专项}
`;
const english = `policy: Ten mistakes
vocabulary: ../vocabulary.yaml
effective: 2020-03-18
parameters:
  line: {label: warning line, value: 5000 yuan/person/year}
definitions:
  first: not second
  second: first or has_car
  poor: income_per_head below 5000 years
cards:
  red:
    label: red card
    when：registred
  yellow: {label: yellow card, when: registered or has_car and new_house, meaning: pour}
  green: {id: red, when: has_car}
exclusions:
  car: {bars: [red, orange], when: has_car}
benefits:
  repair: {for: yellow, amount: "min(repair_costs, 20000 yuan"}
  build: {for: red, amont: 1000 yuan, fund: special}
`;

const expected = [
  'cycle 7',
  'unlike-units 9',
  'yaml-fullwidth-colon 13',
  'unknown-name 13',
  'mixed-and-or 14',
  'unknown-word 14',
  'duplicate-id 15',
  'unknown-card 17',
  'yaml-flow-comma 19',
  'unknown-key 20',
  'unknown-fund 20',
];

function lines(text: string): string[] {
  const loaded = loadText(text);
  expect(loaded.policy).toBeNull();
  return said(loaded)
    .map(line => line.replace(/:.*$/, ''))
    .filter(line => !/^unused/.test(line));
}

test('each mistake of a Chinese draft gets its own message at its own line', () => {
  expect(lines(chinese)).toEqual(expected);
});

test('and of an English one', () => {
  const own = expected.map(line => line.replace('yaml-flow-comma', 'bracket-not-closed'));
  expect(lines(english)).toEqual(own);
});

test('the messages in both languages, with the nearest known names', () => {
  const { diagnostics } = loadText(chinese);
  const words = (lang: 'zh' | 'en') => diagnostics.map(one => messageOf(one, catalog, lang));
  for (const word of words('zh')) expect(word).toMatch(/[\u3400-\u9fff]/u);
  for (const word of words('en')) expect(word).toMatch(/^["A-Z0-9]/);
  expect(diagnostics.map(({ suggestion }) => suggestion).filter(Boolean)).toEqual(
    expect.arrayContaining(['当: ', '建档立卡', '贫困', '金额', '"最小(修缮费用, 20000 元)"']),
  );
});
