/** Clauses, rules and cases side by side; ledgers that do not meet their rules. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder } from './scratch.ts';
import { mingbai } from './support.ts';

const scratch = scratchFolder('trace');

const policy = `政策: 低保试行
编号: dibao
依据: {办法: {标题: 办法}}
词汇: ../vocabulary/rural-household.yaml
施行: 2020-01-01
参数:
  低保线: {编号: line, 值: 4000 元/人年, 出处: 办法 二, 条款: D1}
卡类:
  低保户: {编号: dibao, 当: 人均纯收入 低于 低保线, 含义: 兜底, 出处: 办法 二, 条款: [D1, D2]}
帮扶:
  低保金: {编号: aid, 对象: 低保户, 金额: 300 元, 每: 月, 出处: 办法 三, 条款: D3}
`;
const ledger = `条款:
  D1: {类: 卡类, 说: {中文: 人均纯收入低于 4000 元的列为低保户。, 英文: Below 4000 yuan per head.}, 出处: 办法 二}
  D2: {类: 范围, 说: {中文: 本县农户。, 英文: Rural households of the county.}, 不计算: {中文: 户籍由派出所核对。, 英文: Residence is checked by the police.}}
  D3: {类: 帮扶, 说: {中文: 每月 300 元。, 英文: 300 yuan a month.}}
  D4: {类: 资料, 说: {中文: 建立档案。, 英文: Files are kept.}, 不计算: {中文: 只管存档。, 英文: Filing only.}}
`;
const cases = `案例:
  - {名称: 低于线, 条款: D1, 户: {工资性收入: 3000, 经营性收入: 0, 财产性收入: 0, 转移性收入: 0, 经营支出: 0}, 成员: [{年龄: 40}], 应: {卡: 低保户}}
  - {名称: 高于线, 户: {工资性收入: 9000, 经营性收入: 0, 财产性收入: 0, 转移性收入: 0, 经营支出: 0}, 成员: [{年龄: 40}], 应: {卡: 无}}
`;

beforeAll(() => {
  scratch.write('dibao/policy.yaml', policy);
  scratch.write('dibao/policy.en.yaml', policy);
  scratch.write('dibao/clauses.yaml', ledger);
  scratch.write('dibao/cases.yaml', cases);
  scratch.write(
    'dibao/drafts/higher/policy.yaml',
    '扩展: ../../policy.yaml\n政策: 提标稿\n编号: higher\n帮扶:\n  aid: {金额: 400 元}\n',
  );
});

const trace = async (...args: string[]) => mingbai(['trace', ...args]);
const traceJson = async (...args: string[]) => {
  const { code, out } = await trace(...args, '--format', 'json');
  return { code, data: JSON.parse(out) };
};

describe('trace', () => {
  it('shows each clause with its rules, its cases and what is not computed', async () => {
    const { code, out } = await trace(scratch.path('dibao'), '--lang', 'zh');
    expect(code).toBe(0);
    expect(out).toMatch(/D1 {2}卡类 {2}办法 二\n {2}人均纯收入低于 4000 元的列为低保户。\n/);
    expect(out).toContain('规则    参数：低保线；卡类：低保户');
    expect(out).toContain('案例    低于线');
    expect(out).toContain('不计算  户籍由派出所核对。');
    expect(out).toContain('4 条条款：3 条有规则（其中 1 条有一部分不计算），1 条只作说明。');
    expect(out).not.toContain('高于线');
  });

  it('takes a folder for all its policies but drafts, and twins for one', async () => {
    const { data } = await traceJson(scratch.path('dibao'));
    expect(data.schemes).toHaveLength(1);
    expect(data.schemes[0].policies.map(({ id }: { id: string }) => id)).toEqual(['dibao']);
    expect(data.total).toEqual({ clauses: 4, computed: 3, partly: 1, noted: 1, missing: 0, unlisted: 0 });
    const [first] = data.schemes[0].clauses;
    expect(first).toMatchObject({ id: 'D1', state: 'computed', kind: 'card', not_computed: null });
    expect(first.cases).toEqual([{ file: expect.any(String), name: '低于线', by: 'clause' }]);
    expect(data.schemes[0].clauses[2].cases).toEqual([expect.objectContaining({ by: 'rule' })]);
  });

  it('of a draft shows its rules in the place of those that it changes', async () => {
    const { data } = await traceJson(scratch.path('dibao/drafts/higher'));
    expect(data.schemes[0].policies.map(({ id }: { id: string }) => id)).toEqual(['higher']);
    expect(data.schemes[0].clauses[2].rules).toEqual([
      expect.objectContaining({ policy: 'higher', id: 'aid', change: 'replaced' }),
    ]);
    expect(data.schemes[0].clauses[0].rules[0]).toMatchObject({ id: 'line', change: 'original' });
    const { out } = await trace(scratch.path('dibao/drafts/higher'), '--lang', 'zh');
    expect(out).toContain('低保金（修改稿修改）');
  });

  it('finds clauses that nothing carries, and numbers that the ledger lacks', async () => {
    scratch.write('bad/policy.yaml', policy.replace('条款: D3', '条款: D8'));
    scratch.write('bad/clauses.yaml', ledger);
    const { code, out } = await trace(scratch.path('bad'));
    expect(code).toBe(1);
    expect(out).toContain('✗ No rule carries "D3", and the ledger does not say why.');
    expect(out).toContain('✗ The ledger has no clause "D8": benefit "低保金".');
    expect(out).toContain(
      '4 clauses: 2 computed (1 of them in part), 1 noted, 1 without a rule, 1 more that',
    );
    const checked = await mingbai(['check', scratch.path('bad')]);
    expect(checked.code).toBe(0);
    expect(checked.out).toContain('warning: No rule carries the clause "D3"');
    expect(checked.out).toMatch(/"低保金" carries the clause "D8"[\s\S]*did you mean "D\d"\?/);
  });

  it('joins the policies of one ledger, whichever of them is named', async () => {
    scratch.write('two/policy.yaml', policy.replace('条款: D3', '条款: []'));
    scratch.write(
      'two/relief/policy.yaml',
      policy.replace('编号: dibao\n', '编号: relief\n').replace('../voc', '../../voc'),
    );
    scratch.write('two/clauses.yaml', ledger);
    for (const name of ['two', 'two/relief', 'two/policy.yaml']) {
      const { code, data } = await traceJson(scratch.path(name));
      expect([code, data.schemes.length, data.total.missing]).toEqual([0, 1, 0]);
      expect(data.schemes[0].policies).toHaveLength(2);
    }
  });

  it('counts what an exception carries', async () => {
    const barred =
      '排除:\n  有车: {编号: car, 不得评为: 低保户, 当: 拥有消费型汽车, 例外: {当: 家庭人口 > 5 人, 条款: D4}}\n帮扶:';
    scratch.write('except/policy.yaml', policy.replace('帮扶:', barred));
    scratch.write('except/clauses.yaml', ledger.replace(/, 不计算: \{中文: 只管存档[^}]*\}/, ''));
    const { code, out } = await trace(scratch.path('except'));
    expect([code, out]).toEqual([0, expect.stringContaining('exception: 有车')]);
  });

  it('lists what rules name where there is no ledger', async () => {
    scratch.write('bare/policy.yaml', policy);
    const { code, out } = await trace(scratch.path('bare'));
    expect(code).toBe(0);
    expect(out).toContain('There is no ledger of clauses');
    expect(out).toContain('benefit: 低保金');
  });

  it('writes a table that spreadsheets open, and only as CSV', async () => {
    const path = scratch.path('trace.csv');
    scratch.write('formula/policy.yaml', policy);
    scratch.write('formula/clauses.yaml', ledger.replace('本县农户。', '=HYPERLINK("x")'));
    expect((await trace(scratch.path('formula'), '--out', path, '--lang', 'zh')).code).toBe(0);
    const text = readFileSync(path, 'utf8');
    expect(text.startsWith('\ufeff方案,条款,类别,出处,内容,情况,规则,案例,不计算\r\n')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(6);
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    const wrong = await trace(scratch.path('formula'), '--out', path, '--format', 'text');
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('cannot be used together')]);
  });

  it('shows hostile text as what it is', async () => {
    scratch.write('hostile/policy.yaml', policy);
    scratch.write('hostile/clauses.yaml', ledger.replace('中文: 本县农户。', '中文: "本县\\e[2J农户"'));
    const { out } = await trace(scratch.path('hostile'), '--lang', 'zh');
    expect(out).toContain('⟨U+001B⟩[2J');
    expect(out).not.toContain('\u001b[2J');
  });

  it('says so where there is no policy', async () => {
    const { code, err } = await trace(scratch.path('vocabulary'));
    expect([code, err]).toEqual([1, expect.stringContaining('There is no policy')]);
  });
});

describe('a ledger', () => {
  it('is checked as a closed form, in both languages', async () => {
    const path = scratch.write(
      'form/clauses.yaml',
      'clauses:\n  A1: {kind: cards, says: text, wy: x}\n  A2: {类: 卡类}\n  A2: {类: 卡类, 说: x}\n',
    );
    const { code, out } = await mingbai(['check', path]);
    expect(code).toBe(1);
    expect(out).toContain('"cards" cannot stand here');
    expect(out).toContain('There is no key "wy" here. Known keys: kind, says, cite, note, not_computed.');
    expect(out).toMatch(/"A2" lacks says/);
    expect(out).toContain('clauses.yaml:4:3');
  });

  it('is told from a policy', async () => {
    const { code, err } = await mingbai(['simulate', scratch.path('dibao/clauses.yaml'), '-p', '.']);
    expect([code, err]).toEqual([
      1,
      expect.stringContaining('is a ledger of clauses; a policy is meant here'),
    ]);
  });
});

it('every clause of the shipped schemes is carried by a rule, or noted', async () => {
  const { code, data } = await traceJson('policies');
  expect(
    data.schemes.flatMap(({ clauses }: { clauses: { state: string; id: string }[] }) =>
      clauses.filter(({ state }) => state === 'missing' || state === 'unlisted'),
    ),
  ).toEqual([]);
  expect([code, data.total]).toEqual([
    0,
    { clauses: 88, computed: 82, partly: expect.any(Number), noted: 6, missing: 0, unlisted: 0 },
  ]);
}, 60_000);
