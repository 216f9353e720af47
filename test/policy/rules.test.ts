import { describe, expect, test } from 'vitest';
import type { Expr } from '../../src/language/expr.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { loadRules, policyOf, said } from '../support/load-text.ts';

/** An expression in short: operators with their operands, names and figures. */
function short(expr: Expr | null | undefined): string {
  if (!expr) return '-';
  switch (expr.op) {
    case 'fact':
    case 'definition':
    case 'parameter':
    case 'benefit':
      return expr.id;
    case 'number':
    case 'bool':
    case 'enum':
      return String(expr.value);
    default: {
      const { op, type: _, span: __, ...rest } = expr as Record<string, unknown> & Expr;
      const inner = Object.values(rest).flatMap(value => (Array.isArray(value) ? value : [value]));
      const parts = inner.map(value => (typeof value === 'object' ? short(value as Expr) : String(value)));
      return `${op}(${parts.join(' ')})`;
    }
  }
}

const cards = '卡类:\n  红卡: {编号: red, 当: 建档立卡}\n  黄卡: {编号: yellow, 当: 有汽车}\n';
const condition = (policy: Policy, card: string) => short(policy.definitions[`household.card.${card}`]?.expr);

describe('definitions', () => {
  test('come in the order of need, whatever the order written', () => {
    const policy = policyOf('定义: {甲: 非 乙, 乙: 丙 或 有汽车, 丙: 建档立卡}\n');
    const own = Object.values(policy.definitions).filter(({ kind }) => kind === 'definition');
    expect(own.map(({ id }) => id)).toEqual(['丙', '乙', '甲']);
  });

  test('belong to entities, and one name may mean another thing there', () => {
    const policy = policyOf(
      '定义:\n  高龄: {对象: 成员, 值: 年龄 满 80 岁}\n  有高龄: 任一成员(高龄)\n  人数: {值: count of members (高龄)}\n',
    );
    expect(Object.keys(policy.definitions)).toEqual(
      expect.arrayContaining(['member.高龄', 'household.有高龄', 'household.人数']),
    );
  });

  test('a ring is shown with its path, and nothing else is said of it', () => {
    const loaded = loadRules('定义: {甲: 乙 且 建档立卡, 乙: 非 丙, 丙: 甲, 丁: 甲 或 有汽车}\n');
    expect(said(loaded)).toEqual(['cycle 4:"甲"']);
    expect(loaded.diagnostics[0]?.params['path']).toBe('甲 → 乙 → 丙 → 甲');
    expect(loaded.diagnostics[0]?.related).toHaveLength(2);
  });

  test('a ring across entities', () => {
    const loaded = loadRules('定义: {户甲: 任一成员(员乙), 员乙: {对象: 成员, 值: 重病 且 户甲}}\n');
    expect(said(loaded)).toEqual(['cycle 4:"户甲"']);
  });

  test('an error in one is not repeated where it is used', () => {
    expect(said(loadRules('定义: {甲: 建挡立卡, 乙: 非 甲, 丙: 乙 或 有汽车}\n'))).toEqual([
      'unknown-name 4:"建挡立卡"',
    ]);
  });

  test('lists of conditions', () => {
    const policy = policyOf(
      [
        '定义:',
        '  甲: {任一项: [建档立卡, 有汽车]}',
        '  乙: {全部: [建档立卡, {任一项: [有汽车, 新建房屋]}]}',
        '  丙: {值: {至少 2 项: [建档立卡, 有汽车, 新建房屋]}}',
        '  丁: {at least 1: [registered], none_of: [has_car, new_house]}',
        '',
      ].join('\n'),
    );
    const of = (id: string) => short(policy.definitions[`household.${id}`]?.expr);
    expect(of('甲')).toBe('or(registered has_car)');
    expect(of('乙')).toBe('and(registered or(has_car new_house))');
    expect(of('丙')).toBe('atLeast(2 registered has_car new_house)');
    expect(of('丁')).toBe('and(not(or(has_car new_house)) atLeast(1 registered))');
  });

  test('bands and tables', () => {
    const policy = policyOf(
      [
        '定义:',
        '  段: {按: 修缮费用, 分段: {至 10000 元: 50%, 以上: 30%}}',
        '  整: {按: 修缮费用, 整额: {至 10000 元: 500 元, 超过 10000 元: 800 元}}',
        '  表格: {表: {按: 村类型, 贫困村: 3 元, 其余: 1 元}}',
        '  两项: {表: {按: [村类型, 建档立卡], 贫困村: {是: 3 元, 否: 2 元}, 其余: 1 元}}',
        '',
      ].join('\n'),
    );
    const of = (id: string) => short(policy.definitions[`household.${id}`]?.expr);
    expect(of('整')).toBe('if(le(repair_costs 1000000) 50000 80000)');
    expect(of('表格')).toBe('if(eq(village_type poor) 300 100)');
    expect(of('两项')).toBe(
      'if(and(eq(village_type poor) registered) 300 if(and(eq(village_type poor) not(registered)) 200 100))',
    );
    expect(of('段')).toContain('min(');
  });

  test('scores add up points', () => {
    const policy = policyOf(
      '评分: {分值: {编号: score, 项: [{当: 建档立卡, 分: 3}, {当: 有汽车, 分: -1}, {分: 2 分}]}}\n',
    );
    expect(policy.definitions['household.score']).toMatchObject({
      kind: 'score',
      type: { kind: 'number', dimension: { point: 1 } },
    });
    expect(short(policy.definitions['household.score']?.expr)).toMatch(
      /^add\(add\(if\(registered 3 0\) if\(has_car/,
    );
  });
});

test('an item of a score that is no points is shown itself', () => {
  const loaded = loadRules(
    '评分: {困难分: {项: [{当: 建档立卡, 分: 3}, {当: 有汽车, 分: 3 元}, {分: 2 元}]}}\n',
  );
  expect(
    loaded.diagnostics.map(({ span }) => span && loaded.sources.get(span.file)?.slice(span.start, span.end)),
  ).toEqual(['有汽车', '2 元']);
});

describe('cards', () => {
  test('keep the order written, with what they say', () => {
    const policy = policyOf(
      `${cards}  绿卡: {编号: green, 当: 新建房屋, 含义: 已脱贫, 颜色: green, 说明: 注}\n`,
    );
    expect(policy.cards.map(({ id }) => id)).toEqual(['red', 'yellow', 'green']);
    expect(policy.cards[2]).toMatchObject({ meaning: 'exited', colour: 'green', note: { zh: '注' } });
  });

  test('the rest of all, or of some', () => {
    const policy = policyOf(
      `${cards}  绿卡: {编号: green, 其余: 是}\n  蓝卡: {编号: blue, 其余: [红卡], 当: 新建房屋}\n`,
    );
    expect(condition(policy, 'green')).toBe('not(or(card.red card.yellow))');
    expect(condition(policy, 'blue')).toBe('and(new_house not(card.red))');
  });

  test('two that are the rest of each other', () => {
    const loaded = loadRules(
      `${cards}  绿卡: {编号: green, 其余: [蓝卡]}\n  蓝卡: {编号: blue, 其余: [绿卡]}\n`,
    );
    expect(said(loaded)).toEqual(['cycle 7:"绿卡"']);
  });

  test('exceptions, which may have their own', () => {
    const policy = policyOf(
      `${cards}排除:\n  车: {编号: car, 不得评为: [红卡, yellow], 当: 有汽车, 例外: [{当: 新建房屋, 例外: 家庭收入 超过 0 元}, 任一成员(重病)]}\n`,
    );
    expect(policy.exclusions[0]?.cards).toEqual(['red', 'yellow']);
    expect(short(policy.exclusions[0]?.when)).toBe(
      'and(has_car not(or(and(new_house not(gt(income 0))) any(member - ill))))',
    );
  });

  test('one at most, if the policy says so', () => {
    expect(policyOf(cards).unique).toBe(false);
    expect(policyOf(`判定: 唯一\n${cards}`).unique).toBe(true);
  });
});

describe('benefits', () => {
  const benefit = (text: string, before = '') =>
    policyOf(`${cards}${before}帮扶:\n  甲: {编号: a, ${text}}\n`).benefits.at(-1);

  test('whom they are for', () => {
    expect(benefit('金额: 5 元')).toMatchObject({ cards: null, entity: 'household', times: null });
    expect(benefit('对象: 红卡, 金额: 5 元')).toMatchObject({ cards: ['red'] });
    expect(benefit('对象: [红卡, 黄卡], 金额: 5 元')).toMatchObject({ cards: ['red', 'yellow'] });
    expect(benefit('对象: {每: 成员, 卡: 红卡}, 当: 重病, 金额: 5 元')).toMatchObject({
      cards: ['red'],
      entity: 'member',
    });
    expect(benefit('对象: {每: 户, 人均: 是}, 金额: 5 元')?.times).toMatchObject({
      op: 'count',
      over: 'member',
    });
    expect(benefit('金额: 5 元/人')?.times).toMatchObject({ op: 'count', over: 'member' });
    expect(benefit('对象: {每: 成员}, 金额: 5 元/人')?.times).toBeNull();
    expect(benefit('金额: 5 元/户')?.times).toBeNull();
  });

  test('how much, by card', () => {
    expect(
      benefit('金额: {红卡: 5 元, 黄卡: 4 元}')?.amounts.map(({ cards: own, amount }) => [
        own,
        short(amount),
      ]),
    ).toEqual([
      [['red'], '500'],
      [['yellow'], '400'],
    ]);
    expect(benefit('金额: {红卡: 5 元, 其余: 4 元}')?.amounts.map(one => one.cards)).toEqual([
      ['red'],
      ['yellow'],
    ]);
    expect(benefit('金额: {红卡、黄卡: 5 元}')?.amounts[0]?.cards).toEqual(['red', 'yellow']);
    expect(benefit('金额: {按: 修缮费用, 整额: {至 100 元: 5 元, 以上: 9 元}}')?.amounts).toHaveLength(1);
    expect(benefit('金额: {表: {按: 卡, 红卡: 5 元, 其余: 4 元}}')?.amounts).toHaveLength(1);
    expect(benefit('方式: 服务')?.amounts).toEqual([]);
  });

  test('when, how often, from what, rounded how', () => {
    expect(benefit('金额: 5 元, 每: 月, 期数: 3')).toMatchObject({ period: 'month', periods: 3 });
    expect(benefit('金额: 5 元')).toMatchObject({ period: 'once', periods: null, kind: 'cash' });
    expect(benefit('当: 有汽车')).toMatchObject({ kind: 'service' });
    expect(benefit('金额: 5 元, 资金: 专项', '资金: {special: 专项}\n')).toMatchObject({ fund: 'special' });
    expect(benefit('金额: 5 元')?.rounding).toEqual({ step: '1', mode: 'half-up' });
    expect(benefit('金额: 5 元, 取整: 10 元')?.rounding).toEqual({ step: '1000', mode: 'half-up' });
    expect(benefit('金额: 5 元, 取整: {到: 1 元, 方式: 向上}')?.rounding).toEqual({
      step: '100',
      mode: 'up',
    });
  });

  test('a figure left open, or in between, becomes a parameter', () => {
    const { parameters, benefits } = policyOf(
      `${cards}帮扶:\n  甲: {编号: a, 金额: {红卡: 待定, 黄卡: 1 元 至 2 元}}\n  乙: {编号: b, 金额: 修缮费用 封顶 待定}\n`,
    );
    expect(Object.values(parameters)).toMatchObject([
      { id: 'a.red', implicit: true, value: { kind: 'open' }, label: { zh: '甲·红卡' } },
      { id: 'a.yellow', value: { kind: 'range', low: '100', high: '200' }, least: '100', most: '200' },
      { id: 'b', value: { kind: 'open' } },
    ]);
    expect(short(benefits[1]?.amounts[0]?.amount)).toBe('cap(repair_costs b)');
  });

  test('may use those before them', () => {
    const policy = policyOf(
      `${cards}帮扶: {乙: {编号: b, 金额: 5 元}, 甲: {编号: a, 金额: 修缮费用 - 乙}}\n`,
    );
    expect(short(policy.benefits[1]?.amounts[0]?.amount)).toBe('subtract(repair_costs b)');
  });

  test('groups and caps', () => {
    const policy = policyOf(
      [
        `${cards}帮扶:`,
        '  甲: {编号: a, 对象: {每: 成员}, 金额: 5 元}',
        '  乙: {编号: b, 对象: {每: 成员}, 金额: 4 元}',
        '限额:',
        '  丙: {编号: c, 项目: [乙, 甲], 每: 成员, 计: 最高, 封顶: [3 元/人, {金额: 9 元, 每: 户, 按比例: 是}]}',
        '',
      ].join('\n'),
    );
    expect(policy.groups[0]).toMatchObject({
      benefits: ['a', 'b'],
      over: 'member',
      counts: 'best',
      caps: [
        { per: 'person', proportional: false },
        { per: 'household', proportional: true },
      ],
    });
    expect(policy.benefits.map(({ group }) => group)).toEqual(['c', 'c']);
  });
});

describe('assertions', () => {
  test('of the parameters, of each household, of the whole', () => {
    const policy = policyOf(
      [
        `参数: {线: 5 元, 限: 6 元}\n${cards}断言:`,
        '  甲: {对: 参数, 须: 限 不低于 线}',
        '  乙: {对: 每户, 须: 每户恰有一卡}',
        '  丙: {对: 总体, 须: 红卡.户数 不少于 1 户}',
        '',
      ].join('\n'),
    );
    expect(policy.assertions.map(({ id, on }) => [id, on])).toEqual([
      ['甲', 'parameters'],
      ['乙', 'household'],
      ['丙', 'overall'],
    ]);
  });

  test('of the parameters know of no household', () => {
    expect(said(loadRules('断言: {甲: {对: 参数, 须: 建档立卡}}\n'))).toEqual([
      'no-instance-here 4:"建档立卡"',
    ]);
  });
});

test('benefits cannot be used before the card is known', () => {
  const text = (when: string, good: string) =>
    `卡类: {红卡: {当: ${when}}}\n定义: {好: ${good}}\n帮扶: {救助: {对象: 红卡, 金额: 5 元}}\n`;
  expect(said(loadRules(text('救助 高于 1 元', '救助 × 2')))).toEqual([
    'benefit-not-here 4:"救助"',
    'benefit-not-here 5:"救助"',
  ]);
});

test('everything is frozen plain data', () => {
  const policy = policyOf(`${cards}参数: {线: 5 元}\n`);
  expect(structuredClone(policy)).toEqual(policy);
  expect(JSON.parse(JSON.stringify(policy))).toEqual(policy);
  const frozen = (value: unknown): boolean =>
    typeof value !== 'object' ||
    value === null ||
    (Object.isFrozen(value) && Object.values(value).every(frozen));
  expect(frozen(policy)).toBe(true);
});

test('both spellings, mixed, give the same tree', () => {
  const zh =
    '参数: {线: {编号: line, 值: 5000 元/人年}}\n卡类: {红卡: {编号: red, 当: 建档立卡 且 人均收入 低于 线}}\n帮扶: {修: {编号: r, 对象: 红卡, 金额: 修缮费用 封顶 5 元, 每: 年}}\n';
  const en =
    'parameters: {line: {label: 线, value: 5000 yuan/person/year}}\ncards: {red: {label: 红卡, when: registered and income_per_head below line}}\nbenefits: {r: {label: 修, for: red, amount: repair_costs capped at 5 yuan, per: year}}\n';
  const plain = (text: string) =>
    JSON.stringify(policyOf(text), (key, value: unknown) =>
      ['span', 'label', 'unit'].includes(key) ? undefined : value,
    );
  expect(plain(en)).toBe(plain(zh));
});
