/** `calendar`, `workload` and `sample` as people call them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { width } from '../../src/report/width.ts';
import { scratchFolder } from './scratch.ts';
import { mingbai, root } from './support.ts';

const scratch = scratchFolder('timetables');
const rules = (more: string) =>
  `政策: 试\n词汇: vocabulary/rural-household.yaml\n施行: 2020-03-18\n卡类:\n  红卡: {编号: red, 当: 建档立卡}\n  蓝卡: {编号: blue, 其余: 是}\n${more}`;
const write = (name: string, more: string) => scratch.write(`${name}.yaml`, rules(more));
const county = join(root, 'examples/small-county');
const people = ['--population', county];
const policy = 'policies/county-four-cards';

describe('calendar', () => {
  const short = write(
    'short',
    '程序:\n  评议: {编号: a, 起: 2020-04-01, 止: 2020-04-02}\n  公示: {编号: b, 起: 2020-04-03, 止: 2020-04-05, 公示: 7 天}\n',
  );

  it.each(['zh', 'en'])('fits 80 columns in %s, whatever is called how', async lang => {
    const long = write(
      'long',
      `角色: {甲: ${'很长的角色名称'.repeat(9)}}\n程序:\n${Array.from({ length: 30 }, (_, k) => `  ${'很长的环节名称'.repeat(7)}${k}: {编号: s${k}, 由: 甲, 起: 202${k % 10}-0${1 + (k % 9)}-01, 止: 202${k % 10}-0${1 + (k % 9)}-28, 并行: 是}\n`).join('')}职责: {走访: {编号: v, 由: 甲, 做: 走访, 频次: 每月 2 次}}\n`,
    );
    for (const path of [long, policy, 'policies/registration', 'policies/assistance-standard']) {
      const { out } = await mingbai(['calendar', path, '--lang', lang]);
      expect(out.length).toBeGreaterThan(200);
      expect(out.split('\n').filter(line => width(line) > 80)).toEqual([]);
    }
  });

  it('ends with 1 where the timetable has errors, in every format', async () => {
    for (const format of ['text', 'json', 'ics']) {
      const { code, out } = await mingbai(['calendar', short, '--format', format]);
      expect([format, code]).toEqual([format, 1]);
      expect(out.length).toBeGreaterThan(100);
    }
    const { out } = await mingbai(['calendar', short, '--lang', 'zh']);
    expect(out).toContain('公示短于规定');
    const json = JSON.parse((await mingbai(['calendar', short, '--format', 'json'])).out);
    expect(json.findings).toMatchObject([{ code: 'notice-too-short', severity: 'error', line: 9 }]);
  });

  it('says so of years without known holidays, and ends with 0 for warnings', async () => {
    const far = write('far', '程序: {公示: {编号: a, 起: 2090-04-03, 止: 2090-04-10}}\n');
    const { code, out } = await mingbai(['calendar', far, '--lang', 'en']);
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, ' ')).toContain('public holidays of 2090 are not known');
  });

  it('of a policy without any of this says so', async () => {
    const { code, out } = await mingbai(['calendar', write('plain', ''), '--lang', 'zh']);
    expect([code, out]).toEqual([0, '试 时间表\n这个政策没有写程序、职责和复核。\n']);
  });

  it('writes a file that a calendar program reads', async () => {
    const file = scratch.path('county.ics');
    const { code, out, err } = await mingbai([
      'calendar',
      policy,
      '--format',
      'ics',
      '--out',
      file,
      '--lang',
      'zh',
    ]);
    expect([code, out, err]).toEqual([0, '', '']);
    const events = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8'))).getAllSubcomponents('vevent');
    expect(events.map(one => one.getFirstPropertyValue('summary'))).toEqual(
      expect.arrayContaining(['初核申报', '公开公示', '红卡复核']),
    );
  });

  it.each([
    [['--from', '2020-02-30'], 'not "2020-02-30"'],
    [['--to', 'soon'], 'not "soon"'],
    [['--from', '2020-05-01', '--to', '2020-04-01'], 'before the beginning'],
    [['--to', '2090-01-01'], 'too long'],
    [['--format', 'csv'], 'text, json, ics'],
  ])('refuses %j', async (options, words) => {
    const { code, err } = await mingbai(['calendar', policy, ...options]);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });

  it('never writes over a policy that it read', async () => {
    const { code } = await mingbai(['calendar', short, '--format', 'ics', '--out', short]);
    expect(code).toBe(1);
    expect(readFileSync(short, 'utf8')).toContain('政策: 试');
  });

  it('names of users cannot steer a terminal', async () => {
    const sly = write('sly', '程序: {"\\u001b[31m红\\u202e": {编号: a, 起: 2020-04-03, 止: 2020-04-10}}\n');
    const { out } = await mingbai(['calendar', sly]);
    expect(out).not.toMatch(/[\u001b\u202e]/);
    expect(out).toContain('⟨U+001B⟩');
  });
});

describe('workload', () => {
  const duties = write(
    'duties',
    '角色: {干部: 村干部}\n职责:\n  联络: {编号: c, 对象: 红卡, 由: 干部, 做: 联络, 频次: 每月 2 次}\n  走访: {编号: v, 由: 干部, 做: 走访, 频次: 每年 6 次}\n',
  );

  it('adds up from the CSV to the total of the JSON, by village as by township', async () => {
    const json = JSON.parse((await mingbai(['workload', duties, ...people, '--format', 'json'])).out);
    expect(json.months).toHaveLength(12);
    for (const by of ['village', '乡镇', 'county']) {
      const { out } = await mingbai(['workload', duties, ...people, '--format', 'csv', '--by', by]);
      const [head, ...rows] = out.trimEnd().split('\r\n');
      expect(head).toMatch(/^(village|township|county)_id,role,role_name,action,action_name,month,low,high$/);
      const low = rows.reduce((sum, row) => sum + Number(row.split(',').at(-2)), 0);
      const high = rows.reduce((sum, row) => sum + Number(row.split(',').at(-1)), 0);
      expect({ low, high }).toEqual(json.total.total);
    }
  });

  it('counts the households that a run decides', async () => {
    const { out } = await mingbai([
      'workload',
      duties,
      ...people,
      '--format',
      'json',
      '--from',
      '2021-01',
      '--months',
      '1',
    ]);
    const { duties: counted } = JSON.parse(out);
    const contact = counted.find(({ id }: { id: string }) => id === 'c');
    expect(contact.total).toEqual({ low: 2 * contact.households.low, high: 2 * contact.households.high });
    expect(contact.households.low).toBeGreaterThan(0);
    expect(counted.find(({ id }: { id: string }) => id === 'v').households.low).toBe(400);
  });

  it('is the same by both evaluators', async () => {
    const outs = await Promise.all(
      ['columnar', 'reference'].map(engine =>
        mingbai(['workload', duties, ...people, '--engine', engine, '--format', 'csv']),
      ),
    );
    expect(outs[0]!.out).toBe(outs[1]!.out);
  });

  it.each([
    [['--from', '2020-13'], 'a month such as 2020-03'],
    [['--months', '0'], 'from 1 to 120'],
    [['--by', 'vilage'], 'did you mean "village"'],
  ])('refuses %j', async (options, words) => {
    const { code, err } = await mingbai(['workload', duties, ...people, ...options]);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });

  it('needs duties, and a population', async () => {
    const none = await mingbai(['workload', write('none', ''), ...people, '--lang', 'zh']);
    expect([none.code, none.err]).toEqual([1, expect.stringContaining('没有工作量可算')]);
    expect((await mingbai(['workload', duties])).code).toBe(2);
  });
});

describe('sample', () => {
  const one = write('one', '抽查: {县复核: {编号: spot, 比例: 30%, 分层: [卡, 村], 每组: 2 人}}\n');
  const two = write(
    'two',
    '抽查: {县复核: {编号: a, 比例: 30%}, 省复核: {编号: b, 对象: 红卡, 比例: 1/10}}\n',
  );
  const drawn = async (...args: string[]) => {
    const { out, code, err } = await mingbai(['sample', ...args, '--format', 'csv']);
    expect([code, err]).toEqual([0, '']);
    return out.trimEnd().split('\r\n').slice(1);
  };

  it('draws what the policy lays down, and again the same', async () => {
    const rows = await drawn(one, ...people);
    const { households } = JSON.parse((await mingbai(['sample', one, ...people, '--format', 'json'])).out);
    expect(rows).toHaveLength(Math.ceil(0.3 * households));
    expect(await drawn(one, ...people)).toEqual(rows);
    expect(await drawn(one, ...people, '--seed', '2')).not.toEqual(rows);
  });

  it('does not depend on the order of rows in the files', async () => {
    const rows = await drawn(one, ...people);
    for (const name of ['households', 'members', 'villages', 'townships']) {
      const [head, ...lines] = readFileSync(join(county, `${name}.csv`), 'utf8')
        .trimEnd()
        .split(/\r?\n/);
      scratch.write(`turned/${name}.csv`, `${[head, ...lines.reverse()].join('\n')}\n`);
    }
    expect(await drawn(one, '--population', scratch.path('turned'))).toEqual(rows);
  });

  it('takes a share and strata of its own', async () => {
    const { out } = await mingbai([
      'sample',
      write('bare', ''),
      ...people,
      '--share',
      '三成',
      '--by',
      '卡，乡镇',
      '--lang',
      'zh',
    ]);
    expect(out).toContain('按 30% 应抽');
    expect(out).toContain('分层：卡×乡镇');
  });

  it('asks which sample is meant', async () => {
    const { code, err } = await mingbai(['sample', two, ...people, '--lang', 'zh']);
    expect([code, err]).toEqual([2, expect.stringContaining('县复核、省复核')]);
    expect((await drawn(two, ...people, '--sample', '省复核')).every(row => row.includes(',red,'))).toBe(
      true,
    );
    const wrong = await mingbai(['sample', two, ...people, '--sample', '省复合']);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('did you mean "省复核"')]);
  });

  it.each([
    [['--share', '0%'], 'above 0'],
    [['--share', '120%'], 'at most 100%'],
    [['--share', '30'], 'did you mean "30%"'],
    [['--share', '30 yuan'], 'above 0'],
    [['--share', '=cmd'], 'above 0'],
    [['--by', 'member'], 'card, village, township, county'],
    [['--seed', '-1'], '--seed'],
    [['--teams', '0'], '--teams'],
  ])('refuses %j', async (options, words) => {
    const { code, err } = await mingbai(['sample', one, ...people, ...options]);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });

  it('says so where the policy lays down no sample, or there is nobody to draw', async () => {
    const none = await mingbai(['sample', write('bare', ''), ...people, '--lang', 'zh']);
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('用 --share 写明')]);
    const empty = scratch.write(
      'empty.yaml',
      '政策: 试\n词汇: vocabulary/rural-household.yaml\n施行: 2020-03-18\n卡类: {红卡: {编号: red, 当: 耕地面积 > 90000 亩}}\n',
    );
    const nobody = await mingbai(['sample', empty, ...people, '--share', '10%', '--lang', 'zh']);
    expect([nobody.code, nobody.err]).toEqual([1, expect.stringContaining('没有一户可以抽')]);
  });

  it('writes a list that a spreadsheet opens without running anything', async () => {
    scratch.write('sly/households.csv', 'household_id,registered\n"=cmd|calc",true\n@b,true\n');
    const file = scratch.path('list.csv');
    const { code } = await mingbai([
      'sample',
      one,
      '--population',
      scratch.path('sly'),
      '--format',
      'csv',
      '--out',
      file,
    ]);
    expect(code).toBe(0);
    const text = readFileSync(file, 'utf8');
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text).toMatch(/\r\n'[=@]/);
    expect(existsSync(`${file}.part`)).toBe(false);
  });
});
