import { describe, expect, it } from 'vitest';
import { scratchFolder } from './scratch.ts';
import { mingbai } from './support.ts';

const scratch = scratchFolder('test');
scratch.write(
  'dibao/policy.yaml',
  `政策: 低保
词汇: ../vocabulary/rural-household.yaml
施行: 2020-01-01
参数:
  低保线: {编号: line, 值: 4500 元/人年}
  高龄补贴: {编号: old-age, 值: 待定 元}
卡类:
  低保户: {编号: dibao, 当: 人均纯收入 低于 低保线}
排除:
  有车: {编号: car, 不得评为: 低保户, 当: 拥有消费型汽车}
帮扶:
  低保金: {编号: cash, 对象: 低保户, 金额: 300 元/人, 每: 月}
  高龄: {编号: old, 对象: 低保户, 金额: 高龄补贴, 每: 年}
  培训: {编号: training, 对象: 低保户, 方式: 服务}
`,
);
const base = `基础:
  户: {工资性收入: 8000, 经营性收入: 0, 财产性收入: 0, 转移性收入: 0, 经营支出: 0, 拥有消费型汽车: 否}
  成员: [{年龄: 50}, {年龄: 48}]
案例:
`;
const cases = (text: string) => scratch.write('dibao/cases.yaml', base + text);

describe('test', () => {
  it('passes what holds: cards, bars, causes, benefits, values', async () => {
    cases(`
  - 名称: 低于线
    应:
      卡: 低保户
      帮扶: {低保金: 600 元, 高龄: 待定, 培训: 是}
      值: {人均纯收入: 4000 元/人年, 家庭人口: 2 人, 低保线: 4500 元/人年}
  - {名称: 恰在线上, 户: {工资性收入: 9000}, 应: {卡: 无, 帮扶: {低保金: 无}}}
  - {名称: 有车, 户: {拥有消费型汽车: 是}, 应: {卡: 无, 排除: {低保户: 有车}}}
  - {名称: 不知道, 户: {工资性收入: }, 应: {状态: 未定, 可能: [低保户, 无], 缺: [工资性收入], 帮扶: {低保金: 未定}}}
  - {名称: 提高线, 户: {工资性收入: 9000}, 设定: {低保线: 5000 元/人年}, 应: {卡: 低保户}}
`);
    const { code, out, err } = await mingbai(['test', scratch.path('dibao'), '--lang', 'zh']);
    expect(err).toBe('');
    expect(out).toContain('5 个案例全部通过');
    expect(code).toBe(0);
  });

  it.each([
    ['a card', '卡: 无', 'The card should be no card, but is 低保户.'],
    ['a status', '状态: 未定', 'It should be undetermined, but is decided.'],
    ['possible cards', '可能: [无]', 'The possible cards should be no card, but are 低保户.'],
    ['what is barred', '排除: {低保户: 有车}', 'What is barred should be 低保户 (有车), but is none.'],
    ['missing facts', '缺: [工资性收入]', 'The missing facts should be "工资性收入", but are none.'],
    ['an amount', '帮扶: {低保金: 500 元}', '低保金 should be "500 元", but is 600 yuan.'],
    ['an open amount', '帮扶: {高龄: 100 元}', '高龄 should be "100 元", but is not settled.'],
    ['no claim', '帮扶: {培训: 无}', '培训 should be "无", but is due.'],
    [
      'a value',
      '值: {人均纯收入: 4500 元/人年}',
      'net income per head should be "4500 元/人年", but is 4,000 yuan/person/year.',
    ],
  ])('shows where %s differs, with the explanation', async (_, expected, words) => {
    cases(`  - {名称: 一户, 应: {${expected}}}\n`);
    const { code, out } = await mingbai(['test', scratch.path('dibao')]);
    expect(code).toBe(1);
    expect(out).toContain(words);
    expect(out).toMatch(/cases\.yaml:\d+:\d+: error/);
    expect(out).toContain('✗ 一户');
    expect(out).toMatch(/net income per head.*4,000 yuan/);
    expect(out).toContain('1 failed');
  });

  it('tells names and values that it cannot understand', async () => {
    cases(`  - {名称: 一户, 应: {卡: 低保护, 帮扶: {低保金: 很多}, 值: {没有这个: 1}}}\n`);
    const { code, out } = await mingbai(['test', scratch.path('dibao/cases.yaml')]);
    expect(code).toBe(1);
    expect(out).toContain('The policy has no card called "低保护".');
    expect(out).toContain('did you mean "低保户"?');
    expect(out).toContain('Cannot read "很多"');
    expect(out).toContain('"没有这个"');
  });

  it('lists rules that no case has met both ways', async () => {
    cases(`  - {名称: 一户, 应: {卡: 低保户}}\n`);
    const { out } = await mingbai(['test', scratch.path('dibao'), '--lang', 'zh']);
    expect(out).toContain('规则覆盖：5 条规则，0 条正反两面都试到');
    expect(out).toMatch(/排除\s+有车\s+10\s+成立/);
    expect(out).toMatch(/卡\s+低保户\s+8\s+不成立/);
  });

  it('gives the same to programs', async () => {
    cases(`  - {名称: 好, 应: {卡: 低保户}}\n  - {名称: 坏, 应: {卡: 无}}\n`);
    const { code, out } = await mingbai(['test', scratch.path('dibao'), '--format', 'json']);
    const [file] = JSON.parse(out).files;
    expect(code).toBe(1);
    expect(file).toMatchObject({
      passed: 1,
      failed: 1,
      cases: [
        { name: '好', passed: true },
        { name: '坏', passed: false },
      ],
    });
    expect(file.cases[1].mismatches[0]).toMatchObject({ code: 'case-card', line: 6 });
    expect(file.cases[1].answer.card).toBe('dibao');
    expect(file.coverage).toContainEqual({ kind: 'exclusion', id: 'car', yes: 0, no: 2 });
  });

  it('says so where there is nothing to test', async () => {
    const { code, err } = await mingbai(['test', scratch.path('vocabulary')]);
    expect([code, err]).toEqual([1, expect.stringContaining('There are no cases')]);
  });
});
