import { describe, expect, test } from 'vitest';
import { explained, household, load, member } from './village.ts';

const village = (facts = {}) => ({
  entity: 'village',
  id: 'v',
  facts: { village_type: 'poor', ...facts },
  owner: null,
  parts: {},
});
const carded = (facts: Parameters<typeof household>[0], size: number) => ({
  ...household(
    { registered: true, ...facts },
    Array.from({ length: size }, (_, k) => member(`m${k}`, {})),
  ),
  owner: village(),
});
const paying = (amount: string) =>
  load(`
卡类: {甲: {编号: a, 标签: {英文: card a}, 当: 建档立卡}}
帮扶:
  柴煤:
    编号: coal
    金额:
${amount.replace(/^/gm, '      ')}
`);

describe('a table', () => {
  const table = paying(`表:
  按: [村类型, 家庭人口]
  贫困村: {1 人: 300 元, 2 人: 500 元, 3 人以上: 680 元}
  其余: 200 元`);

  test('shows the row met and what it goes by', () => {
    expect(explained(table, carded({}, 2))).toContain(
      '500 元 = 按 村类型（贫困村）、家庭人口（2 人）：“2 人: 500 元”\n',
    );
    expect(explained(table, { ...carded({}, 2), owner: village({ village_type: 'ordinary' }) })).toContain(
      '200 元 = 按 村类型（非贫困村）：“其余: 200 元”\n',
    );
  });

  test('in the language of the reader', () => {
    expect(explained(table, carded({}, 2), 'en')).toContain(
      '500 yuan = by village type (poor village), household size (2 people): ' +
        '"village type = poor village and household size = 2 persons: 500 yuan"\n',
    );
  });

  test('shows every row that may be met', () => {
    const text = explained(table, { ...carded({}, 2), owner: village({ village_type: null }) });
    expect(text).toContain(
      '200 元 至 500 元 = 按 村类型（未知）、家庭人口（2 人）：“2 人: 500 元” 或 “其余: 200 元”\n',
    );
  });

  test('reckons what each one past the last row adds', () => {
    const further = paying('表: {按: 家庭人口, 1 人: 300 元, 2 人: 500 元, 每增加 1 人: 80 元}');
    expect(explained(further, carded({}, 4))).toContain(
      '660 元 = 按 家庭人口（4 人）：“每增加 1 人: 80 元”：500 元 + 80 元 × ((家庭人口（4 人） - 2 人) ÷ 1 人)\n',
    );
  });
});

describe('bands', () => {
  test('of the whole: the share of the band met', () => {
    const whole = paying('{按: 修缮费用, 整额: {至 10000 元: 50%, 以上: 30%}}');
    expect(explained(whole, carded({ repair_costs: '1000000' }, 1))).toContain(
      '5,000 元 = 按 修缮费用（10,000 元）：“至 10000 元: 50%”：50% × 修缮费用（10,000 元）\n',
    );
    expect(explained(whole, carded({ repair_costs: '1000001' }, 1))).toContain(
      '3,000.003 元 = 按 修缮费用（10,000.01 元）：“以上: 30%”：30% × 修缮费用（10,000.01 元），取整为 3,000 元\n',
    );
  });

  test('that add up: the arithmetic of each', () => {
    const marginal = paying('{按: 修缮费用, 分段: {至 5000 元: 0%, 至 20000 元: 50%, 以上: 70%}}');
    expect(explained(marginal, carded({ repair_costs: '3000000' }, 1))).toContain(
      `14,500 元 = 修缮费用（30,000 元），分段计算
      0 元 = 5,000 元 × 0%（至 5000 元: 0%）
      7,500 元 = 15,000 元 × 50%（至 20000 元: 50%）
      7,000 元 = 10,000 元 × 70%（以上: 70%）
`,
    );
  });
});

test('a score has a line for each item, its words and its points', () => {
  const scored = load(`
评分:
  困难分:
    编号: need
    标签: {英文: need}
    项:
      - {当: 建档立卡, 分: 10}
      - {当: 有汽车, 分: 5}
      - {分: 计数(成员) × 2 分/人}
      - 分: {按: 人均收入, 整额: {至 4000 元: 30 分, 以上: 0 分}}
卡类: {甲: {编号: a, 标签: {英文: card a}, 当: 困难分 不低于 40 分}}
`);
  const poor = carded({ has_car: false, income: '0' }, 2);
  expect(explained(scored, poor)).toContain(`
    ✓ 困难分（44 分） 不低于 40 分
      困难分 = 44 分
        10 分 ← ✓ 建档立卡（是）
        0 分 ← ✗ 有汽车（否）
        4 分 ← 计数(成员)（2 人） × 2 分/人
        30 分 ← 按 人均收入（0 元/人年）：“至 4000 元: 30 分”
`);
  expect(explained(scored, poor, 'en')).toContain(`
      need = 44 points
        10 points ← ✓ registered (yes)
        0 points ← ✗ has a car (no)
`);
});
