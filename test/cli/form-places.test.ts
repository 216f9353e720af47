/** What forms say of benefits that quotas and funds bind. */
import { beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder } from './scratch.ts';
import { mingbai } from './support.ts';

const scratch = scratchFolder('form-places');

/** Four poor households, the poorest first, one of unknown income; two seats, money for one and a half. */
beforeAll(() => {
  const wages = [1000, 2000, 3000, ''];
  scratch.write(
    'county/households.csv',
    `household_id,registered,wage_income,operating_income,property_income,transfer_income,operating_costs\n${wages
      .map((wage, at) => `h${at + 1},true,${wage},0,0,0,0`)
      .join('\n')}\n`,
  );
  scratch.write(
    'county/members.csv',
    `household_id,age\n${[1, 2, 3, 4].map(n => `h${n},40\nh${n},30`).join('\n')}\n`,
  );
  scratch.write(
    'relief/policy.yaml',
    `政策: 救助
编号: relief
词汇: ../vocabulary/rural-household.yaml
施行: 2020-01-01
资金: {民政: {编号: civil, 标签: 民政资金, 总额: 1500 元/年, 排序: [人均纯收入 从低到高]}}
卡类:
  困难户: {编号: poor, 其余: 是, 含义: 贫困}
帮扶:
  取暖补助: {编号: heating, 对象: 困难户, 金额: 100 元, 每: 年}
  救助金: {编号: aid, 对象: 困难户, 金额: 1000 元, 每: 年, 资金: civil}
  护林员: {编号: ranger, 对象: {每: 成员, 卡: [困难户]}, 方式: 岗位}
名额:
  取暖名额: {编号: seats, 对象: 取暖补助, 总数: 2, 排序: [人均纯收入 从低到高]}
  护林员名额: {编号: posts, 对象: 护林员, 总数: 1, 排序: [年龄 从高到低]}
`,
  );
});

const form = async (...args: string[]) => {
  const { out, err } = await mingbai(['form', scratch.path('relief'), '--lang', 'zh', ...args]);
  return (out + err).split('\n').filter(line => /[☑□?？■]?(取暖补助|救助金|护林员)/.test(line));
};
const of = (id: string) => form('--population', scratch.path('county'), '--id', id);

describe('benefits with seats or a limited fund', () => {
  it('where everything is had', async () => {
    expect(await of('h1')).toMatchInlineSnapshot(`
      [
        "  ☑取暖补助：100 元（每年，得到名额）",
        "  ☑救助金：1,000 元（每年，全部得到）",
        "  ☑护林员：岗位，2 人中 1 人得到名额",
      ]
    `);
  });
  it('where the fund has only a part, and no member has the post', async () => {
    expect(await of('h2')).toMatchInlineSnapshot(`
      [
        "  ☑取暖补助：100 元（每年，得到名额）",
        "  ☑救助金：1,000 元（每年，实得 500 元）",
        "  □护林员：岗位，没有名额",
      ]
    `);
  });
  it('where nothing is left', async () => {
    expect(await of('h3')).toMatchInlineSnapshot(`
      [
        "  □取暖补助：100 元（每年，没有名额）",
        "  □救助金：1,000 元（每年，没有得到资金）",
        "  □护林员：岗位，没有名额",
      ]
    `);
  });
  it('where it cannot be ranked', async () => {
    expect(await of('h4')).toMatchInlineSnapshot(`
      [
        "  □取暖补助（待核实）：100 元（每年，还不能排名）",
        "  □救助金（待核实）：1,000 元（每年，还不能排名）",
        "  □护林员：岗位，没有名额",
      ]
    `);
  });
  it('where the others are not at hand', async () => {
    const alone = scratch.write(
      'alone.json',
      '{"household": {"household_id": "h1", "registered": true}, "members": [{"age": 40}]}',
    );
    expect(await form('--household', alone)).toEqual([
      '  ☑取暖补助：100 元（每年，看名额）',
      '  ☑救助金：1,000 元（每年，看资金）',
      '  ☑护林员：岗位，看名额',
    ]);
  });
  it('in data', async () => {
    const { out } = await mingbai([
      'form',
      scratch.path('relief'),
      '--population',
      scratch.path('county'),
      '--id',
      'h2',
      '--format',
      'json',
    ]);
    const due = JSON.parse(out).form.parts.find((part: { kind: string }) => part.kind === 'due');
    expect(due.headings.map((each: { places: unknown }) => each.places)).toEqual([
      { heating: { place: 'all', served: { low: 100, high: 100 } } },
      { aid: { place: 'part', served: { low: 500, high: 500 } } },
      { ranger: { place: 'none' } },
    ]);
  });
  it('in the forms of all', async () => {
    const lines = await form('--population', scratch.path('county'), '--all');
    expect(lines.filter(line => line.includes('没有名额'))).toHaveLength(4);
  });
});
