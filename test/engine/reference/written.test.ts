/** The evaluator on rules as drafters write them, in both languages. */
import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/engine/reference/decide.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import type { Instance } from '../../../src/population/instance.ts';
import { policyOf } from '../../support/load-text.ts';
import { causesOf } from './evaluate.ts';

type Facts = Instance['facts'];

/** Money in yuan (`income` and `costs` in a year), ages in years. */
function household(
  facts: Facts,
  members: readonly Facts[] | null = [],
  village: Facts | null = null,
): Instance {
  const instance = (entity: string, id: string, given: Facts, owner: Instance | null): Instance => ({
    entity,
    id,
    facts: Object.fromEntries(Object.entries(given).map(([fact, value]) => [fact, inBaseUnits(fact, value)])),
    owner,
    parts: {},
  });
  const above = village === null ? null : instance('village', 'v1', village, null);
  const made = instance('household', 'h1', facts, above);
  if (members === null) return made;
  return {
    ...made,
    parts: { member: members.map((each, k) => instance('member', `m${k + 1}`, each, made)) },
  };
}

/** Fen or months for one of what a file counts in: `[25n, 3n]` is 元/年 in fen a month. */
const UNITS: Readonly<Record<string, readonly [bigint, bigint]>> = {
  age: [12n, 1n],
  repair_costs: [100n, 1n],
  income: [25n, 3n],
  costs: [25n, 3n],
};

function inBaseUnits(fact: string, value: Facts[string] | undefined): Facts[string] {
  const unit = UNITS[fact];
  if (unit === undefined || typeof value !== 'string') return value ?? null;
  const above = BigInt(value) * unit[0];
  return above % unit[1] === 0n ? String(above / unit[1]) : `${above}/${unit[1]}`;
}

const cardOf = (policy: Policy, of: Instance) => {
  const { status, card } = decide(policy, of);
  return status === 'decided' ? card : status;
};
/** `id state low–high` in yuan. */
const paidTo = (policy: Policy, of: Instance) =>
  decide(policy, of).benefits.map(
    ({ id, state, low, high }) =>
      `${id} ${state} ${low === high ? low / 100 : `${low / 100}–${high === null ? '∞' : high / 100}`}`,
  );

describe('lines, as the word used decides', () => {
  const at = (word: string, income: string) =>
    cardOf(policyOf(`卡类: {甲: {编号: a, 当: 家庭收入 ${word}}}`), household({ income }));
  test.each([
    ['在 5000 元 以下', 'a', 'a', null],
    ['低于 5000 元', 'a', null, null],
    ['不满 5000 元', 'a', null, null],
    ['不超过 5000 元', 'a', 'a', null],
    ['在 5000 元 以上', null, 'a', 'a'],
    ['超过 5000 元', null, null, 'a'],
    ['不低于 5000 元', null, 'a', 'a'],
    ['在 4000 元 至 5000 元 之间', 'a', 'a', null],
    ['超过 1.25 × 4000 元', null, null, 'a'],
  ])('%s', (word, below, on, above) => {
    expect([at(word, '4999'), at(word, '5000'), at(word, '5001')]).toEqual([below, on, above]);
  });
});

describe('members', () => {
  const policy = policyOf(`
卡类:
  老: {编号: old, 当: 每个成员(年龄 满 60 岁)}
  病: {编号: ill, 当: 任一成员(重病 且 年龄 不满 60 岁)}
  人多: {编号: many, 当: 家庭人口 不低于 3 人}
`);
  test('every, any, count', () => {
    expect(cardOf(policy, household({}, [{ age: '60' }, { age: '71' }]))).toBe('old');
    expect(cardOf(policy, household({}, [{ age: '59', ill: true }, { age: '71' }]))).toBe('ill');
    expect(
      cardOf(policy, household({}, [{ age: '59', ill: false }, { age: '71' }, { age: '1', ill: false }])),
    ).toBe('many');
    expect(cardOf(policy, household({}, [{ age: '59', ill: false }]))).toBe(null);
  });
  test('what is missing of whom', () => {
    const answer = decide(policy, household({}, [{ age: '59' }, { age: '71' }]));
    expect([answer.possible, causesOf(answer)]).toEqual([['ill', null], ['member m1 ill']]);
  });
});

describe('amounts', () => {
  test('bands on the whole and at the margin', () => {
    const policy = policyOf(`
卡类: {甲: {编号: a, 当: 建档立卡}}
帮扶:
  整: {编号: whole, 金额: {按: 修缮费用, 整额: {至 10000 元: 50%, 至 20000 元: 40%, 以上: 30%}}}
  段: {编号: marginal, 金额: {按: 修缮费用, 分段: {至 10000 元: 50%, 至 20000 元: 40%, 以上: 30%}}}
`);
    const at = (repair_costs: string) => paidTo(policy, household({ registered: true, repair_costs }));
    expect(at('10000')).toEqual(['whole due 5000', 'marginal due 5000']);
    expect(at('10001')).toEqual(['whole due 4000.4', 'marginal due 5000.4']);
    expect(at('30000')).toEqual(['whole due 9000', 'marginal due 12000']);
  });

  test('the part above, a cap, a floor', () => {
    const policy = policyOf(`
卡类: {甲: {编号: a, 当: 建档立卡}}
帮扶:
  超出: {编号: over, 金额: 修缮费用 超过 1000 元 的部分 的 50%}
  封顶: {编号: capped, 金额: 修缮费用 封顶 2000 元 保底 500 元}
  取整: {编号: tens, 金额: 修缮费用 / 3, 取整: {到: 10 元, 方式: 向上}}
`);
    const at = (repair_costs: string | null) => paidTo(policy, household({ registered: true, repair_costs }));
    expect(at('1000')).toEqual(['over due 0', 'capped due 1000', 'tens due 340']);
    expect(at('3001')).toEqual(['over due 1000.5', 'capped due 2000', 'tens due 1010']);
    expect(at('100')).toEqual(['over due 0', 'capped due 500', 'tens due 40']);
    expect(at(null)).toEqual([
      'over undetermined 0–∞',
      'capped undetermined 500–2000',
      'tens undetermined 0–∞',
    ]);
  });

  test('by card, left open, ranged, by a table of facts', () => {
    const policy = policyOf(`
参数:
  标准: {编号: rate, 按: 村类型, 表: {贫困村: 300 元, 非贫困村: 待定 元}}
卡类:
  甲: {编号: a, 当: 建档立卡}
  乙: {编号: b, 其余: 是}
帮扶:
  建房: {编号: house, 金额: {甲: 50000 元, 乙: 待定}}
  救助: {编号: relief, 对象: 甲, 金额: 1000 元 至 5000 元, 每: 年}
  村补: {编号: village, 金额: 标准}
`);
    const poor = household({ registered: true }, [], { village_type: 'poor' });
    expect(paidTo(policy, poor)).toEqual(['house due 50000', 'relief due 1000–5000', 'village due 300']);
    const other = household({ registered: false }, [], { village_type: 'ordinary' });
    expect(paidTo(policy, other)).toEqual(['house unset 0', 'village unset 0']);
    expect(paidTo(policy, household({}, [], { village_type: 'poor' }))).toEqual([
      'house undetermined 0–50000',
      'relief undetermined 0–5000',
      'village undetermined 300',
    ]);
  });

  test('for each member, and per person', () => {
    const policy = policyOf(`
卡类: {甲: {编号: a, 当: 建档立卡}}
帮扶:
  护理: {编号: care, 对象: {每: 成员, 卡: 甲}, 当: 重病, 金额: 100 元, 每: 月}
  分红: {编号: share, 对象: 甲, 金额: 2024 元/人, 每: 一次}
`);
    expect(
      paidTo(policy, household({ registered: true }, [{ ill: true }, { ill: false }, { ill: true }])),
    ).toEqual(['care due 200', 'share due 6072']);
    expect(paidTo(policy, household({ registered: true }, null))).toEqual([
      'care undetermined 0–∞',
      'share undetermined 0–∞',
    ]);
  });

  test('groups: the best, and a cap over a sum', () => {
    const policy = policyOf(`
卡类: {甲: {编号: a, 当: 建档立卡}}
帮扶:
  住房: {编号: housing, 金额: 修缮费用}
  搬迁: {编号: moving, 当: 新建房屋, 金额: 3000 元}
  医疗: {编号: medical, 金额: 800 元}
  教育: {编号: school, 金额: 500 元}
限额:
  不叠加: {编号: best, 项目: [住房, 搬迁], 计: 最高}
  总额: {编号: sum, 项目: [医疗, 教育], 封顶: 1000 元}
`);
    const at = (new_house: boolean | null) =>
      paidTo(policy, household({ registered: true, repair_costs: '2000', new_house }));
    expect(at(true)).toEqual(['moving due 3000', 'medical due 800', 'school due 200']);
    expect(at(false)).toEqual(['housing due 2000', 'medical due 800', 'school due 200']);
    expect(at(null)).toEqual(['moving undetermined 2000–3000', 'medical due 800', 'school due 200']);
  });
});

describe('scores', () => {
  const policy = policyOf(`
评分:
  困难程度:
    编号: hardship
    项: [{当: 建档立卡, 分: 10}, {当: 任一成员(重病), 分: 20}, {分: 家庭人口 × 1 分 / 1 人}]
卡类: {甲: {编号: a, 当: 困难程度 不低于 30 分}}
`);
  test('add up the points of what holds', () => {
    expect(cardOf(policy, household({ registered: true }, [{ ill: true }]))).toBe('a');
    expect(cardOf(policy, household({ registered: true }, [{ ill: false }]))).toBe(null);
    expect(cardOf(policy, household({ registered: true }, [{}]))).toBe('undetermined');
  });
});

test('the same rules in English', () => {
  const english = policyOf(`
cards:
  red: {when: registered and (income_per_head at most 5000 yuan/person/year or any member(ill))}
exclusions:
  car: {bars: red, when: has_car}
benefits:
  repair: {for: red, amount: repair_costs capped at 20000 yuan}
`);
  const poor = { registered: true, income: '10000', has_car: false, repair_costs: '30000' };
  expect(cardOf(english, household(poor, [{ ill: false }, { ill: false }]))).toBe('red');
  expect(cardOf(english, household({ ...poor, has_car: true }, [{}, {}]))).toBe(null);
  expect(paidTo(english, household(poor, [{}, {}]))).toEqual(['repair due 20000']);
  expect(cardOf(english, household(poor, [{ ill: false }]))).toBe(null);
});

test('an unknown divisor leaves a card open only where it matters', () => {
  const policy = policyOf('卡类: {甲: {编号: a, 当: 家庭支出 / 家庭收入 超过 60% 或 建档立卡}}');
  const poor = { income: '0', costs: '10' };
  expect(causesOf(decide(policy, household({ ...poor, registered: false })))).toEqual(['zero']);
  expect(cardOf(policy, household({ ...poor, registered: true }))).toBe('a');
});
