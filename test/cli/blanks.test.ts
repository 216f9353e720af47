/** What a policy leaves open, and the scenario that fills it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder } from './scratch.ts';
import { mingbai, root } from './support.ts';

const scratch = scratchFolder('blanks');

beforeAll(() => {
  scratch.write(
    'aid/policy.yaml',
    `政策: 救助办法
编号: aid
依据: {办法: {标题: 办法}}
词汇: ../vocabulary/rural-household.yaml
施行: 2020-01-01
使用: {登记: {编号: registry, 政策: ../registry}}
参数:
  救助线: {编号: line, 值: 待定 元/人年, 出处: 办法 一, 条款: A1, 说明: 原文没有写。}
  补助倍数: {编号: ratio, 值: 1.2 至 1.5 倍, 出处: 办法 二, 条款: A2}
  分类标准: {编号: rate, 按: 村类型, 表: {贫困村: 300 元/月, 非贫困村: 待定 元/月}, 其余: 200 元/月, 出处: 办法 二}
  公示期: {编号: notice, 值: {2021-01-01: 7 天}, 出处: 办法 三}
  备用: {编号: spare, 值: 待定 元, 出处: 办法 三}
定义:
  低收入: {编号: low, 值: 人均纯收入 低于 救助线}
卡类:
  救助户: {编号: aided, 当: 低收入 且 登记.卡 ≠ 在册户, 含义: 贫困, 出处: 办法 一, 条款: A1}
帮扶:
  月补: {编号: monthly, 对象: 救助户, 金额: 分类标准 × 补助倍数, 每: 月, 出处: 办法 二, 条款: A3}
  一次补: {编号: once, 对象: 救助户, 金额: 待定 元, 出处: 办法 二, 条款: A4}
`,
  );
  scratch.write(
    'registry/policy.yaml',
    `政策: 登记
编号: registry
依据: {办法: {标题: 办法}}
词汇: ../vocabulary/rural-household.yaml
施行: 2020-01-01
参数: {登记线: {编号: registry_line, 值: 待定 元/人年, 出处: 办法 一, 条款: B1}}
卡类: {在册户: {编号: listed, 当: 人均纯收入 低于 登记线, 出处: 办法 一}}
`,
  );
});

const aid = () => scratch.path('aid');
const json = async (...args: string[]) =>
  JSON.parse((await mingbai(['blanks', ...args, '--format', 'json'])).out);

describe('blanks', () => {
  it('lists what is open, ranged or not yet in force, with clauses and the rules that rest on it', async () => {
    const { blanks } = await json(aid());
    const told = blanks.map((one: Record<string, unknown>) => [one['set'], one['kind'], one['clauses']]);
    expect(told).toEqual([
      ['line', 'open', ['A1']],
      ['ratio', 'range', ['A2']],
      [expect.stringMatching(/^rate\./), 'open', ['A3']],
      ['notice', 'not-yet', []],
      ['spare', 'open', []],
      ['once', 'open', ['A4']],
      ['registry.registry_line', 'open', ['B1']],
    ]);
    expect(blanks[0]).toMatchObject({ unit: '元/人年', used_by: [{ section: 'card', id: 'aided' }] });
    expect(blanks[1]).toMatchObject({
      low: '1.2',
      high: '1.5',
      used_by: [{ section: 'benefit', id: 'monthly' }],
    });
    expect(blanks[4].used_by).toEqual([]);
    expect(blanks[5]).toMatchObject({ amount: true });
    expect(blanks[6]).toMatchObject({ policy: 'registry', uses: ['registry'] });
  });

  it('is gone once it is set', async () => {
    const { blanks } = await json(
      aid(),
      '--set',
      'line=4000元/人年',
      '--set',
      'registry.registry_line=3000元/人年',
    );
    expect(blanks.map(({ parameter }: { parameter: string }) => parameter)).toEqual([
      'ratio',
      'rate',
      'notice',
      'spare',
      'once',
    ]);
  });

  it('counts whom each one touches', async () => {
    const { blanks } = await json(`${root}/policies/county-four-cards`, '-p', 'examples/small-county');
    const of = (id: string) =>
      blanks.find(({ parameter }: { parameter: string }) => parameter === id).touches;
    expect(of('dividend_rate').benefits).toBeGreaterThan(0);
    expect(of('temporary-relief').benefits).toBeGreaterThan(0);
    // Each amount counts only for the card that it is for.
    const simulated = await mingbai([
      'simulate',
      'policies/county-four-cards',
      '-p',
      'examples/small-county',
      '--format',
      'json',
    ]);
    const { benefits } = JSON.parse(simulated.out).policies[0];
    const [yellow, green] = blanks.filter(({ used_by }: { used_by: { id: string }[] }) =>
      used_by.some(({ id }) => id === 'industry-funds'),
    );
    expect(yellow.touches.benefits).toBeLessThan(benefits['industry-funds'].unset.households);
    expect(green.touches.benefits).toBeLessThan(benefits['industry-funds'].unset.households);
  });

  it('reads for people in both languages', async () => {
    const zh = (await mingbai(['blanks', aid(), '--lang', 'zh'])).out;
    expect(zh).toContain('救助线  待定  元/人年  A1  办法 一');
    expect(zh).toContain('用于  卡类：救助户');
    expect(zh).toContain('没有规则用到');
    expect(zh).toContain('2021-01-01 起才有值');
    expect(zh).toContain('使用的政策：登记');
    expect((await mingbai(['blanks', aid()])).out).toContain('7 in all: 6 open, 1 left to a range.');
  });
});

describe('totals of quotas and funds', () => {
  beforeAll(() => {
    scratch.write(
      'places/policy.yaml',
      `政策: {zh: 名额办法, en: places}
编号: places
依据: {办法: {标题: 办法}}
词汇: ../vocabulary/rural-household.yaml
施行: 2020-01-01
资金: {专款: {编号: money, 标签: {zh: 专款, en: money}, 总额: 待定 元}}
卡类: {甲: {编号: a, 当: 建档立卡}}
帮扶: {补助: {编号: aid, 标签: {zh: 补助, en: aid}, 对象: 甲, 金额: {甲: 待定 元}, 资金: 专款}}
名额: {首批: {编号: first, 标签: {zh: 首批, en: first round}, 对象: 补助, 席位: {村: 待定}, 总数: 待定 户, 排序: 人均纯收入 从低到高}}
`,
    );
  });

  it('are called what they are, and hold everybody who claims', async () => {
    const of = async (lang: string) =>
      (await mingbai(['blanks', scratch.path('places'), '-p', 'examples/small-county', '--lang', lang])).out;
    const [zh, en] = [await of('zh'), await of('en')];
    for (const name of ['首批·总数  待定  户', '专款·总额  待定  元']) expect(zh).toContain(name);
    for (const name of ['first round, total  open', 'money, total  open']) expect(en).toContain(name);
    expect(zh.match(/影响 {2}凡是申请的$/gm)).toHaveLength(2);
    expect(en.match(/touches {2}everybody who claims$/gm)).toHaveLength(2);
  });

  it('stand in a scenario by their labels', async () => {
    const path = scratch.path('places.yaml');
    await mingbai(['blanks', scratch.path('places'), '--scenario', path, '--lang', 'zh']);
    const text = readFileSync(path, 'utf8');
    const names = [...text.matchAll(/^ {2}(\S+): ____/gm)].map(match => match[1]);
    expect(names.toSorted()).toEqual(['专款.总额', '补助.甲', '首批.总数', '首批.村'].toSorted());
    writeFileSync(path, text.replaceAll('____', '20'));
    const { code, out } = await mingbai(['check', path, '--lang', 'zh']);
    expect([code, out]).toEqual([0, expect.stringContaining('0 处错误')]);
  });

  it('are called by settings as the reader wrote them', async () => {
    const set = async (text: string) =>
      (await mingbai(['check', scratch.path('places'), '--set', text, '--lang', 'zh'])).out;
    expect(await set('首批.总数=20元')).toContain('“20元”的单位与参数“首批.总数”的“户”不合');
    expect(await set('首批.村=20元')).toContain('参数“首批.村”是不带单位的数，“20元”与它不合');
  });
});

describe('--scenario', () => {
  it('writes a scenario with a place for every figure, which check asks to fill in', async () => {
    const path = scratch.path('fill.yaml');
    const { code } = await mingbai(['blanks', aid(), '--scenario', path, '--lang', 'zh']);
    expect(code).toBe(0);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('政策: "aid"');
    expect(text).toContain('  救助线: ____ 元/人年');
    expect(text).toContain('  registry.登记线: ____ 元/人年');
    const checked = await mingbai(['check', path, '--lang', 'zh']);
    expect(checked.code).toBe(1);
    expect(checked.out).toContain('“救助线”还没有填：请把 ____ 换成县里定的数，单位是“元/人年”');
    expect(checked.out.match(/还没有填/g)).toHaveLength(text.match(/: ____/g)!.length);
    const ran = await mingbai(['simulate', path, '-p', `${root}/examples/small-county`]);
    expect([ran.code, ran.out]).toEqual([1, '']);
  });

  it('runs once it is filled in', async () => {
    const path = scratch.path('full.yaml');
    await mingbai(['blanks', aid(), '--scenario', path]);
    const units: Record<string, string> = { times: '1.3', days: '7', day: '7' };
    const filled = readFileSync(path, 'utf8').replace(
      /____ (\S+)/g,
      (_, unit: string) => `${units[unit] ?? '500'} ${unit}`,
    );
    writeFileSync(path, filled);
    expect((await mingbai(['check', path])).out).toContain('0 errors');
    const { code, out } = await mingbai([
      'simulate',
      path,
      '-p',
      `${root}/examples/small-county`,
      '--format',
      'json',
    ]);
    expect(code).toBe(0);
    const [own] = JSON.parse(out).policies;
    expect(own.benefits.monthly.unset).toBeUndefined();
    expect(own.benefits.once.unset).toBeUndefined();
  });

  it('never writes over a file, nor where the policy is out of reach', async () => {
    const taken = scratch.write('taken.yaml', 'mine');
    const over = await mingbai(['blanks', aid(), '--scenario', taken]);
    expect([over.code, over.err]).toEqual([1, expect.stringContaining('is there already')]);
    expect(readFileSync(taken, 'utf8')).toBe('mine');
    scratch.write('other/mingbai.yaml', '');
    const outside = scratch.path('other/fill.yaml');
    const away = await mingbai(['blanks', aid(), '--scenario', outside]);
    expect([away.code, away.err]).toEqual([1, expect.stringContaining('of its own project only')]);
    expect(existsSync(outside)).toBe(false);
  });

  it('writes nothing where nothing is open', async () => {
    scratch.write(
      'done/policy.yaml',
      '政策: 完\n词汇: ../vocabulary/rural-household.yaml\n施行: 2020-01-01\n卡类: {甲: {编号: a, 当: 建档立卡}}\n',
    );
    const path = scratch.path('none.yaml');
    const { code, out, err } = await mingbai(['blanks', scratch.path('done'), '--scenario', path]);
    expect([code, out, err]).toEqual([
      0,
      expect.stringContaining('Nothing is left open.'),
      expect.stringContaining('was not written'),
    ]);
    expect(existsSync(path)).toBe(false);
  });
});
