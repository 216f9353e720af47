import { describe, expect, test } from 'vitest';
import { explained, household, load, loadDraft, member, rules, yearly } from './village.ts';

const loaded = load(rules);
const person = (id: string, ill: boolean | null, grade: string | null = 'none') => member(id, { ill, grade });

describe('one household explained', () => {
  const carded = () =>
    household({ registered: true, has_car: false, income: yearly(15000), repair_costs: '2350050' }, [
      person('父', true),
      person('母', false),
      person('子', false),
    ]);

  test('its card with what decided it, its benefits with their arithmetic', () => {
    expect(explained(loaded, carded())).toBe(`h1  试  按 2020-03-18 的规定

卡：黄卡

理由
  ✗ 红卡  方案 三
    ✗ 每个成员(残疾等级 = 重度)
      成员 父：✗ 残疾等级（无） = 重度
  ✓ 黄卡  方案 四
    ✓ 建档立卡（是）
    ✓ 人均收入（5,000 元/人年） 在 警戒线（5,000 元/人年） 以下
      人均收入 = 5,000 元/人年 ← 家庭收入（15,000 元/年） ÷ 家庭人口（3 人）
        家庭人口 = 3 人 ← 计数(成员)
    ✓ 有病人  方案 二
      ✓ 任一成员(重病)
        成员 父：✓ 重病（是）

帮扶
  修缮补助  20,000 元（一次）  方案 六
    ✓ 修缮费用（23,500.5 元） 超过 0 元
    20,000 元 = 修缮费用（23,500.5 元） 封顶 20000 元
  生活补助  300 元（每月）  方案 七
    300 元 = 100 元/人 × 3 人
  护理补贴  金额未定  方案 八
    成员 父：待定
      ✓ 重病（是）
    ? 政策未定：金额本身
  临时救助  1,000 元 至 5,000 元（每年）  方案 九
`);
  });

  test('in English, though the rules are written in Chinese', () => {
    expect(explained(loaded, carded(), 'en')).toBe(`h1  试  rules of 2020-03-18

Card: yellow card

Reasons
  ✗ red card  方案 三
    ✗ every member(disability grade = severe)
      member 父: ✗ disability grade (none) = severe
  ✓ yellow card  方案 四
    ✓ registered (yes)
    ✓ income per head (5,000 yuan/person/year) at most line (5,000 yuan/person/year)
      income per head = 5,000 yuan/person/year ← income (15,000 yuan/year) ÷ household size (3 people)
        household size = 3 people ← count(members)
    ✓ somebody ill  方案 二
      ✓ any member(ill)
        member 父: ✓ ill (yes)

Benefits
  repair  20,000 yuan (once)  方案 六
    ✓ repair costs (23,500.5 yuan) above 0 yuan
    20,000 yuan = repair costs (23,500.5 yuan) capped at 20000 yuan
  living  300 yuan (a month)  方案 七
    300 yuan = 100 yuan × 3 people
  care  amount not settled  方案 八
    member 父: left open
      ✓ ill (yes)
    ? left open by the policy: the amount itself
  relief  1,000 yuan to 5,000 yuan (a year)  方案 九
`);
  });

  test('barred: which rule, and that nothing else was in the way', () => {
    const facts = { registered: true, has_car: true, income: yearly(4000), repair_costs: '0' };
    const text = explained(loaded, household(facts, [person('父', true)]));
    expect(text).toContain('卡：无卡\n  ! 黄卡：符合条件，但因“汽车”不得评为此卡  方案 五\n');
    expect(text).toContain('    ✓ 不得评的情形：汽车  方案 五\n      ✓ 有汽车（是）\n');
    expect(text).toContain('帮扶\n  没有可得的帮扶\n');
  });

  test('undetermined: the cards possible, what would settle it, benefits under each', () => {
    const facts = { registered: true, repair_costs: '0' };
    const text = explained(loaded, household(facts, [person('父', true), person('母', null, null)]));
    expect(text).toContain(`卡：资料不足，不能确定；可能是 黄卡 或 无卡
  补上这些就能往下定：
    户：家庭收入、有汽车
`);
    expect(text).toContain('    ? 人均收入（未知） 在 警戒线（5,000 元/人年） 以下\n');
    expect(text).toContain(`  生活补助  0 元 至 200 元（每月），尚不能确定  方案 七
    如果是黄卡：200 元
      200 元 = 100 元/人 × 2 人
`);
    expect(text).toContain(`不符合的帮扶
  ✗ 修缮补助  方案 六
    ✗ 修缮费用（0 元） 超过 0 元
`);
  });

  test('an unknown list of members', () => {
    const text = explained(loaded, household({ registered: true }, null));
    expect(text).toContain('    户：家庭收入、有汽车\n    成员名单\n');
  });
});

describe('what else an explanation says', () => {
  test('that a household is out of scope, and why', () => {
    const scoped = load(`适用: 建档立卡\n${rules}`);
    expect(explained(scoped, household({ registered: false }, []))).toBe(`h1  试  按 2020-03-18 的规定

卡：不在本政策适用范围内

理由
  ✗ 适用范围
    ✗ 建档立卡（否）
`);
  });

  test('that a policy contradicts itself', () => {
    const unique = load(`判定: 唯一\n${rules}`);
    const facts = { registered: true, has_car: false, income: '0' };
    const text = explained(unique, household(facts, [person('父', true, 'severe')]));
    expect(text).toContain('卡：政策自相矛盾：只许一条成立，却有几条同时成立：红卡 或 黄卡\n');
    expect(text).not.toContain('帮扶');
  });

  test('that only the policy itself is in the way', () => {
    const open = load(rules.replace('值: 5000 元/人年', '值: 待定 元/人年'));
    const facts = { registered: true, has_car: false, income: '1' };
    const text = explained(open, household(facts, [person('父', true)]));
    expect(text).toContain('卡：政策有待定之处，不能确定；可能是 黄卡 或 无卡\n');
    expect(text).toContain('    政策未定：警戒线\n');
    expect(text).toContain('    ? 人均收入（0.12 元/人年） 在 警戒线（待定） 以下\n');
  });

  test('that a payment below zero pays nothing, that an amount was rounded', () => {
    const money = load(`
卡类: {甲: {编号: a, 当: 建档立卡}}
帮扶:
  差额: {编号: rest, 金额: 修缮费用 - 500 元}
  三分之一: {编号: third, 金额: 修缮费用 / 3}
`);
    const text = explained(money, household({ registered: true, repair_costs: '10001' }, []));
    expect(text).toContain('-399.99 元 = 修缮费用（100.01 元） - 500 元，低于零，按零计\n');
    expect(text).toContain('约 33.3367 元 = 修缮费用（100.01 元） / 3，取整为 33.34 元\n');
  });

  test('which draft changed a rule, and what it says now', () => {
    const changed = loadDraft('参数: {警戒线: {编号: line, 值: 6000 元/人年}}\n', rules);
    const facts = { registered: true, has_car: false, income: yearly(6000) };
    const text = explained(changed, household(facts, [person('父', true)]));
    expect(text).toContain('警戒线 = 6,000 元/人年  方案 一  [由草案 draft 修改]\n');
  });

  test('what a group does', () => {
    const grouped = load(`
卡类: {甲: {编号: a, 当: 建档立卡}}
帮扶:
  住房: {编号: housing, 金额: 修缮费用}
  医疗: {编号: medical, 金额: 300 元}
  教育: {编号: school, 金额: 500 元}
限额:
  总额: {编号: sum, 项目: [住房, 医疗], 封顶: 修缮费用 + 100 元}
  不叠加: {编号: best, 项目: [教育], 计: 最高}
`);
    const text = explained(grouped, household({ registered: true, repair_costs: '20000' }, []));
    expect(text).toContain('  医疗  100 元（一次）\n');
    expect(text).toContain('  总额  合计 300 元\n    上限（每户）：300 元 = 修缮费用（200 元） + 100 元\n');
  });

  test('nothing that steers a terminal', () => {
    const evil = load(rules.replace('标签: {英文: red card}', '标签: {英文: "red\\e[31m card"}'));
    const text = explained(
      evil,
      household(
        { registered: true, note: '\u001b[2J' },
        [person('\u001b]0;x\u0007\u202eid', false)],
        'h\u001b[1m',
      ),
      'en',
    );
    expect(text).toContain('red⟨U+001B⟩[31m card');
    expect(text).toContain('h⟨U+001B⟩[1m');
    expect(text.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
  });

  test('of many members only the first', () => {
    const members = Array.from({ length: 12 }, (_, k) => person(`m${k}`, false));
    const text = explained(loaded, household({ registered: true, income: '0', has_car: false }, members));
    expect(text).toContain('成员 m7');
    expect(text).not.toContain('成员 m8');
    expect(text).toContain('……另有 4 个');
  });
});

describe('values that are still to come', () => {
  const dated = (when: string, on: string) =>
    load(
      `
参数: {标准: {编号: standard, 值: {2021-01-01: 4000 元, 2022-01-01: 5000 元}}}
卡类: {甲: {编号: a, 当: 建档立卡}}
帮扶: {补助: {编号: aid, 金额: ${when}}}
`,
      on,
    );
  const registered = () => household({ registered: true }, []);

  test('on a day before the first', () => {
    const text = explained(dated('标准', '2020-06-30'), registered());
    expect(text).toContain(
      '    该日还没有数值 = 标准（该日还没有数值）\n    ? 政策未定：标准（该日还没有数值）\n',
    );
  });
  test('at the end of the year before', () => {
    const text = explained(dated('上年(标准)', '2021-06-30'), registered());
    expect(text).toContain('? 政策未定：标准（上年末还没有数值）\n');
    expect(explained(dated('上年(标准)', '2022-06-30'), registered())).toContain(
      '  补助  4,000 元（一次）\n',
    );
  });
});

test('those that a count counts, each with what it is counted for', () => {
  const counted = load(`
定义: {病人数: {编号: ill_count, 值: "计数(成员, 重病)"}}
卡类: {甲: {编号: a, 当: 病人数 不少于 1 人}}
`);
  const ill = household({ registered: true }, [
    member('父', { ill: true }),
    member('母', { ill: false }),
    member('子', {}),
  ]);
  expect(explained(counted, ill)).toContain(`      病人数 = 1 人 至 2 人 ← 计数(成员, 重病)
        成员 父：✓ 重病（是）
        成员 子：? 重病（未知）
`);
});

test('a household without an id is called a household', () => {
  const text = explained(loaded, household({}, [], 'household'));
  expect(text.startsWith('户  试  ')).toBe(true);
});

test('an exception is shown by its own words, name and citation', () => {
  const excepted = load(`
依据: {方案: {标题: 方案}}
卡类: {甲: {编号: a, 当: 建档立卡, 出处: 方案 一}}
排除:
  汽车:
    编号: car
    不得评为: 甲
    当: 有汽车
    出处: 方案 二
    例外:
      - {当: 任一成员(重病), 标签: 就医用车, 出处: 方案 二(一)}
      - {当: 新建房屋, 标签: 运料用车}
`);
  const owner = (ill: boolean) =>
    household({ registered: true, has_car: true, new_house: false }, [member('父', { ill })]);
  const barred = explained(excepted, owner(false));
  expect(barred).toContain(`    ✓ 不得评的情形：汽车  方案 二
      ✓ 有汽车（是）
`);
  expect(barred).toContain('        ✗ 任一成员(重病)（就医用车）  方案 二(一)\n');
  expect(barred).toContain('        ✗ 新建房屋（否）（运料用车）\n');
});
