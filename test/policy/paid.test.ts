/** What rules as written pay a household of so many persons: from the text through the reference evaluator. */
import { describe, expect, test } from 'vitest';
import { decide } from '../../src/engine/reference/decide.ts';
import type { Instance } from '../../src/population/instance.ts';
import { policyOf } from '../support/load-text.ts';

interface House {
  readonly persons: number;
  readonly village?: 'poor' | 'ordinary';
  /** Yuan. */
  readonly repair?: number;
}

function instance({ persons, village = 'poor', repair = 0 }: House): Instance {
  const place: Instance = {
    entity: 'village',
    id: 'v',
    facts: { village_type: village },
    owner: null,
    parts: {},
  };
  const members: Instance[] = [];
  const household: Instance = {
    entity: 'household',
    id: 'h',
    facts: { household_id: 'h', registered: true, repair_costs: String(repair * 100) },
    owner: place,
    parts: { member: members },
  };
  for (let k = 0; k < persons; k++)
    members.push({ entity: 'member', id: String(k), facts: {}, owner: household, parts: {} });
  return household;
}

const cards = '卡类: {红卡: {编号: red, 其余: 是}}\n';

/** Yuan that the amount comes to; beside the amount other fields of the benefit may be given. */
function paid(amount: string, house: House): number {
  const { benefits } = decide(
    policyOf(`${cards}帮扶: {煤: {编号: coal, 金额: ${amount}}}\n`),
    instance(house),
  );
  return benefits.reduce((sum, { low }) => sum + low, 0) / 100;
}

test('a single card that is for all the rest is for everybody', () => {
  const answer = decide(policyOf(cards), instance({ persons: 1 }));
  expect(answer.card).toBe('red');
});

describe('tables over several things whose last row is open', () => {
  const inside =
    '{表: {按: [村类型, 家庭人口], 贫困村: {1人: 300元, 2人: 500元, 每增加一人: 80元}, 其余: 200元}}';
  const outside =
    '{表: {按: [家庭人口, 村类型], 1 人: {贫困村: 300 元, 其余: 200 元}, 每增加1人: {贫困村: 80 元, 其余: 50 元}}}';
  const alike =
    '{表: {按: [家庭人口, 村类型], 1 人: {贫困村: 300 元, 其余: 200 元}, each further person: 80 元}}';
  const both =
    '{表: {按: [村类型, 家庭人口], 贫困村: {1人: 300元, 每增加一人: 80元}, 非贫困村: {1人: 100元, 每再增加1人: 10元}, 其余: 0 元}}';

  test.each([
    [inside, 2, 'poor', 500],
    [inside, 4, 'poor', 660],
    [inside, 4, 'ordinary', 200],
    [outside, 1, 'ordinary', 200],
    [outside, 3, 'poor', 460],
    [outside, 3, 'ordinary', 300],
    [alike, 3, 'ordinary', 360],
    [both, 3, 'poor', 460],
    [both, 3, 'ordinary', 120],
  ] as const)('%s: %i persons, %s village', (amount, persons, village, yuan) => {
    expect(paid(amount, { persons, village })).toBe(yuan);
  });
});

describe('limits', () => {
  test.each([
    ['修缮费用 封顶 2000 元/人', 3000],
    ['修缮费用 封顶 500 元/人', 1500],
    ['修缮费用, 对象: {人均: 是}', 9000],
    ['500 元 封顶 100 元/人, 对象: {人均: 是}', 300],
    ['120 元/人 封顶 300 元/户', 300],
    ['120 元/人 封顶 100 元/人', 300],
    ['500 元 封顶 100 元/人, 对象: {每: 成员}', 300],
  ])('%s, three persons, repairs of 3000 yuan', (amount, yuan) => {
    expect(paid(amount, { persons: 3, repair: 3000 })).toBe(yuan);
  });
});
