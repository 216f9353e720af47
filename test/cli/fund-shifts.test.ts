/** Who is paid less where only the total of a fund is cut. */
import { beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder } from './scratch.ts';
import { mingbai } from './support.ts';

const scratch = scratchFolder('fund-shifts');

/** h1 to h3, the poorest first, and h4 of unknown income; 1,000 yuan for each. */
beforeAll(() => {
  const wages = [1000, 2000, 3000, ''];
  scratch.write(
    'village/households.csv',
    `household_id,registered,wage_income,operating_income,property_income,transfer_income,operating_costs\n${wages
      .map((wage, at) => `h${at + 1},true,${wage},0,0,0,0`)
      .join('\n')}\n`,
  );
  scratch.write('village/members.csv', 'household_id,age\nh1,40\nh2,40\nh3,40\nh4,40\n');
  const relief = (fund: string) => `政策: 救助
编号: relief
词汇: ../vocabulary/rural-household.yaml
施行: 2020-01-01
资金: {民政资金: {编号: civil${fund}}}
卡类: {困难户: {编号: poor, 其余: 是, 含义: 贫困}}
帮扶: {救助金: {编号: aid, 对象: 困难户, 金额: 1000 元, 每: 年, 资金: civil}}
`;
  const rank = '排序: [人均纯收入 从低到高]';
  scratch.write('relief/policy.yaml', relief(`, 总额: 2500 元, ${rank}`));
  scratch.write('open-handed/policy.yaml', relief(''));
  scratch.write('less/policy.yaml', '扩展: ../relief\n编号: less\n资金: {civil: {总额: 1000 元}}\n');
  scratch.write(
    'limited/policy.yaml',
    `扩展: ../open-handed\n编号: limited\n资金: {civil: {总额: 1000 元, ${rank}}}\n`,
  );
});

async function compare(from: string, to: string, ...args: string[]) {
  const both = [scratch.path(from), scratch.path(to)];
  const { out } = await mingbai(['compare', ...both, '-p', scratch.path('village'), ...args]);
  return out;
}
const told = (text: string) =>
  text
    .split('\n')
    .filter(line => /→ [乙B] .*(民政|civil)|有总额的资金实付|funds with a total pay/.test(line));

describe('a fund whose total is cut', () => {
  it('says who is paid less, how much, and what is paid in all', async () => {
    expect(told(await compare('relief', 'less', '--lang', 'zh'))).toMatchInlineSnapshot(`
      [
        "  甲 → 乙  民政资金：少得的 2 户（如 h2、h3），共 0.15 万元；不能判断 1",
        "  有总额的资金实付 0.25 → 0.10 万元",
      ]
    `);
    expect(told(await compare('relief', 'less', '--lang', 'en'))).toMatchInlineSnapshot(`
      [
        "  A → B  民政资金: 1,500 yuan less to 2 households (such as h2, h3);",
        "  funds with a total pay 2,500 → 1,000 yuan",
      ]
    `);
  });

  it('in data', async () => {
    const { paid } = JSON.parse(await compare('less', 'relief', '--format', 'json'));
    expect(paid).toEqual([
      {
        policy: 1,
        fund: 'civil',
        more: { households: 2, sum: { low: 1500, high: 1500 }, examples: ['h2', 'h3'] },
        less: { households: 0, sum: { low: 0, high: 0 }, examples: [] },
        unknown: 1,
      },
    ]);
  });

  it('or that gets a total', async () => {
    expect(told(await compare('open-handed', 'limited', '--lang', 'zh'))).toMatchInlineSnapshot(`
      [
        "  甲 → 乙  民政资金：少得的 2 户（如 h2、h3），共 0.20 万元；不能判断 1",
      ]
    `);
  });

  it('and that nothing changes where nothing does', async () => {
    expect(told(await compare('relief', 'relief', '--lang', 'zh'))).toMatchInlineSnapshot(`
      [
        "  甲 → 乙  民政资金：各户得到的不变；不能判断 1",
        "  有总额的资金实付 0.25 → 0.25 万元",
      ]
    `);
  });
});
