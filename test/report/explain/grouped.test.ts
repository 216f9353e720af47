import { describe, expect, test } from 'vitest';
import { explained, household, json, load, member } from './village.ts';

const grouped = (benefits: string, group: string) =>
  load(`
卡类: {甲: {编号: a, 标签: {英文: card a}, 当: 建档立卡}}
帮扶:
${benefits.replace(/^/gm, '  ')}
限额:
  组合: {编号: set, 标签: {英文: set}, ${group}}
`);
const family = () =>
  household({ registered: true }, [member('父', { ill: true }), member('母', { ill: false })]);

describe('what a group does to the claims in it', () => {
  test('a cap: what was due before it, what is left, the cap itself', () => {
    const capped = grouped('一: {金额: 700 元/人}\n二: {金额: 500 元}', '项目: [一, 二], 封顶: 1800 元/户');
    expect(explained(capped, family())).toContain(`帮扶
  一  1,400 元（一次）
    1,400 元 = 700 元/人 × 2 人
  二  400 元（一次）
    本应 500 元，按“组合”计 400 元
  组合  合计 1,800 元
    上限（每户）：1800 元/户
`);
    expect(explained(capped, family(), 'en')).toContain('    500 yuan before "set", 400 yuan after it\n');
  });

  test('the largest of each member: what is not counted and what it would have been', () => {
    const best = grouped(
      '一: {对象: {每: 成员}, 当: 重病, 金额: 300 元}\n二: {对象: {每: 成员}, 金额: 200 元}',
      '项目: [一, 二], 每: 成员, 计: 最高',
    );
    expect(explained(best, family())).toContain(`
  二  200 元（一次）
    成员 父：本应 200 元；“组合”只计最高的一项，此项不计
    成员 母：200 元
    本应 400 元，按“组合”计 200 元
  组合  合计 500 元，只计最高的一项
`);
  });

  test('the largest of a household: the one left out says of what group', () => {
    const best = grouped('一: {金额: 300 元}\n二: {金额: 200 元}', '项目: [一, 二], 计: 最高');
    expect(explained(best, family())).toContain(
      '不符合的帮扶\n  ✗ 二  本应 200 元；“组合”只计最高的一项，此项不计\n',
    );
  });

  test('for programs: what was asked', () => {
    const capped = grouped('一: {金额: 500 元}', '项目: [一], 封顶: 400 元');
    const group = json(capped, family()).reasons.steps.find(step => step.role === 'group');
    expect(group?.steps?.[0]).toMatchObject({
      id: '一',
      value: { low: '400', high: '400', unit: 'yuan' },
      asked: { low: '500', high: '500', unit: 'yuan' },
    });
  });
});

test('an amount per person that was rounded shows what each one gets', () => {
  const third = load(`
卡类: {甲: {编号: a, 当: 建档立卡}}
帮扶: {一: {金额: 10 元/人 ÷ 3}}
`);
  expect(explained(third, family())).toContain(
    '6.66 元 = 10 元/人 ÷ 3（约 3.3333 元，取整为 3.33 元） × 2 人\n',
  );
  const rest = load(`
卡类: {甲: {编号: a, 当: 建档立卡}}
帮扶: {一: {对象: {每: 户, 人均: 是}, 金额: 500 元 - 修缮费用}}
`);
  expect(explained(rest, { ...family(), facts: { registered: true, repair_costs: '10000' } })).toContain(
    '800 元 = (500 元 - 修缮费用（100 元）) × 2 人\n',
  );
});
