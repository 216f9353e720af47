import { describe, expect, test } from 'vitest';
import { isoOf } from '../../../src/analysis/calendar/days.ts';
import {
  type Timetable,
  type TimetableOptions,
  timetableOf,
} from '../../../src/analysis/calendar/timetable.ts';
import { policyOf } from '../../support/load-text.ts';

const draw = (text: string, options: TimetableOptions = {}): Timetable =>
  timetableOf(policyOf(text), options);
const iso = (day: number | null) => (day === null ? null : isoOf(day));
const stages = ({ stages }: Timetable) => stages.map(({ stage, from, to }) => [stage.id, iso(from), iso(to)]);
const codes = ({ findings }: Timetable) => findings.map(({ code, severity }) => `${severity} ${code}`);

const county = `程序:
  初核: {编号: check, 起: 2020-03-18, 止: 2020-03-22}
  评议: {编号: appraisal, 起: 2020-03-23, 止: 2020-03-25}
  乡镇复核: {编号: township, 起: 2020-03-26, 止: 2020-03-29}
  县级抽查: {编号: county, 起: 2020-03-30, 止: 2020-04-02}
  公示: {编号: notice, 起: 2020-04-03, 止: 2020-04-10, 公示: 7 天}
`;

describe('the procedure of the four-card plan', () => {
  const timetable = draw(county);

  test('is without fault: no gaps, no overlaps, a notice long enough', () => {
    expect(timetable.findings).toEqual([]);
  });

  test('calendar days and working days, Qingming apart', () => {
    expect(timetable.stages.map(({ days, workingDays }) => [days, workingDays])).toEqual([
      [5, 3],
      [3, 3],
      [4, 2],
      [4, 4],
      [8, 5],
    ]);
  });

  test('the notice of 3 to 10 April by both counts', () => {
    expect(timetable.stages.at(-1)!.notice!.ways).toEqual([
      { countsFirst: true, countsLast: true, days: 8, workingDays: 5, enough: true },
      { countsFirst: false, countsLast: true, days: 7, workingDays: 4, enough: true },
    ]);
  });

  test('where the text says which days count there is one', () => {
    const { stages } = draw(county.replace('公示: 7 天', '公示: {期限: 7 天, 首日: 不计, 末日: 不计}'));
    expect(stages.at(-1)!.notice!.ways).toEqual([
      { countsFirst: false, countsLast: false, days: 6, workingDays: 3, enough: false },
    ]);
  });
});

describe('days that follow from others', () => {
  test('by working days, and one after the other', () => {
    const timetable = draw(
      `${county}
  上报: {编号: report, 之后: 公示, 内: 10 个工作日}
  批复: {编号: approve, 之后: 上报, 内: 5 天 至 2 周}
`.replace('5 天 至 2 周', '1 周 至 2 周'),
    );
    expect(stages(timetable).slice(-2)).toEqual([
      ['report', '2020-04-11', '2020-04-24'],
      ['approve', '2020-04-25', '2020-05-08'],
    ]);
    expect(timetable.stages.at(-1)!.deadline).toMatchObject({ low: timetable.stages.at(-2)!.to! + 7 });
    expect(timetable.stages.at(-1)!.computed).toEqual({ from: true, to: true });
    expect(timetable.findings).toEqual([]);
  });

  test('a notice without a last day stands as long as its rule asks', () => {
    const ending = (notice: string) =>
      stages(
        draw(`程序:\n  评议: {编号: a, 止: 2020-04-02}\n  公示: {编号: b, 之后: a, 公示: ${notice}}\n`),
      )[1];
    expect(ending('7 天')).toEqual(['b', '2020-04-03', '2020-04-10']);
    expect(ending('{期限: 7 天, 首日: 计}')).toEqual(['b', '2020-04-03', '2020-04-09']);
    expect(ending('{期限: 7 天, 首日: 不计, 末日: 不计}')).toEqual(['b', '2020-04-03', '2020-04-11']);
    expect(ending('7 个工作日')).toEqual(['b', '2020-04-03', '2020-04-15']);
  });

  test('what follows something without a last day has none, which is said once', () => {
    const timetable = draw(
      '程序:\n  甲: {编号: a}\n  乙: {编号: b, 之后: a}\n  丙: {编号: c, 之后: b, 内: 7 天}\n',
    );
    expect(stages(timetable)).toEqual([
      ['a', null, null],
      ['b', null, null],
      ['c', null, null],
    ]);
    expect(codes(timetable)).toEqual(['note stages-undated']);
  });

  test('duties done once have their day where it is known', () => {
    const { deadlines } = draw(
      `${county}职责:\n  计划: {编号: plan, 做: 计划, 内: 15 个工作日, 自: 公示}\n  谈话: {编号: talk, 内: 7 天}\n`,
    );
    expect(deadlines.map(({ duty, high }) => [duty.id, iso(high)])).toEqual([
      ['plan', '2020-04-30'],
      ['talk', null],
    ]);
  });
});

describe('what is wrong', () => {
  const two = (first: string, second: string) =>
    draw(`程序:\n  甲: {编号: a, ${first}}\n  乙: {编号: b, ${second}}\n`);

  test.each<[string, string, string, string[]]>([
    [
      'an overlap',
      '起: 2020-03-18, 止: 2020-03-25',
      '起: 2020-03-25, 止: 2020-03-31',
      ['warning stages-overlap'],
    ],
    [
      'an overlap that is meant',
      '起: 2020-03-18, 止: 2020-03-25',
      '起: 2020-03-20, 止: 2020-03-31, 并行: 是',
      [],
    ],
    [
      'a gap with working days in it',
      '起: 2020-03-18, 止: 2020-03-20',
      '起: 2020-03-24, 止: 2020-03-25',
      ['warning stages-gap'],
    ],
    [
      'a weekend between',
      '起: 2020-03-18, 止: 2020-03-20',
      '起: 2020-03-23, 止: 2020-03-25',
      ['note stages-gap'],
    ],
    [
      'the second before the first',
      '起: 2020-03-23, 止: 2020-03-25',
      '起: 2020-03-20, 止: 2020-03-22',
      ['error stage-out-of-order'],
    ],
    [
      'before the end of what it follows',
      '起: 2020-03-18, 止: 2020-03-25',
      '起: 2020-03-24, 止: 2020-03-31, 之后: a',
      ['error stage-before-preceding'],
    ],
    [
      'a last day before what it follows',
      '起: 2020-03-18, 止: 2020-03-25',
      '止: 2020-03-20, 之后: a',
      ['error stage-before-preceding'],
    ],
    [
      'a first day after its time is over',
      '起: 2020-03-18, 止: 2020-03-20',
      '起: 2020-05-01, 之后: a, 内: 7 天',
      ['error stage-backwards'],
    ],
    [
      'later than its time allows',
      '起: 2020-03-18, 止: 2020-03-20',
      '止: 2020-04-10, 之后: a, 内: 7 天',
      ['error stage-late'],
    ],
    [
      'days off only',
      '起: 2020-03-18, 止: 2020-04-03',
      '起: 2020-04-04, 止: 2020-04-06',
      ['warning stage-on-days-off'],
    ],
    [
      'a notice too short by any count',
      '起: 2020-03-18, 止: 2020-03-20',
      '起: 2020-03-21, 止: 2020-03-24, 公示: 7 天',
      ['error notice-too-short'],
    ],
    [
      'a notice that the first day decides',
      '起: 2020-03-18, 止: 2020-03-20',
      '起: 2020-03-21, 止: 2020-03-27, 公示: 7 天',
      ['warning notice-depends'],
    ],
    [
      'a notice in working days, too short for a holiday',
      '起: 2020-03-18, 止: 2020-04-02',
      '起: 2020-04-03, 止: 2020-04-10, 公示: {期限: 7 个工作日, 首日: 计}',
      ['error notice-too-short'],
    ],
    [
      'a year without known holidays',
      '起: 2090-03-18, 止: 2090-03-20',
      '起: 2090-03-21, 止: 2091-01-02',
      ['warning holidays-unknown'],
    ],
  ])('%s', (_, first, second, expected) => {
    expect(codes(two(first, second))).toEqual(expected);
  });

  test('says between which days', () => {
    const [gap] = two('起: 2020-03-18, 止: 2020-03-20', '起: 2020-03-24, 止: 2020-03-25').findings;
    expect(gap!.params).toMatchObject({
      from: { en: '2020-03-21' },
      to: { en: '2020-03-23' },
      days: 3,
      working: 1,
    });
    expect(gap!.related).toHaveLength(1);
  });
});

describe('what comes again', () => {
  const turns = (text: string, options: TimetableOptions = {}) =>
    draw(text, options).recurring.map(({ rule, turns }) => [rule.id, ...turns.map(({ to }) => isoOf(to))]);

  test('by the periods of the calendar; the one in which the policy begins counts if half of it is left', () => {
    expect(
      turns('复核:\n  甲: {编号: a, 每: 季度}\n  乙: {编号: b, 每: 半年}\n  丙: {编号: c, 每: 年}\n'),
    ).toEqual([
      ['a', '2020-06-30', '2020-09-30', '2020-12-31'],
      ['b', '2020-06-30', '2020-12-31'],
      ['c', '2020-12-31'],
    ]);
  });

  test('within the days asked for', () => {
    expect(turns('复核: {甲: {编号: a, 每: 月}}\n', { from: '2021-01-15', to: '2021-03-30' })).toEqual([
      ['a', '2021-01-31', '2021-02-28'],
    ]);
    expect(turns('复核: {甲: {编号: a, 每: 两周}}\n', { from: '2020-04-01', to: '2020-04-30' })).toEqual([
      ['a', '2020-04-12', '2020-04-26'],
    ]);
    expect(turns('复核: {甲: {编号: a, 每: 天}}\n', { from: '2030-04-01', to: '2030-04-02' })).toEqual([
      ['a', '2030-04-01', '2030-04-02'],
    ]);
    expect(turns('复核: {甲: {编号: a, 每: 两年}}\n', { to: '2025-12-31' })).toEqual([
      ['a', '2021-12-31', '2023-12-31', '2025-12-31'],
    ]);
  });

  test('a stage on days of its own, of which a short month takes the last', () => {
    const { recurring } = draw('程序: {调整: {编号: a, 起: 2020-03-31, 止: 2020-04-02, 每: 3 个月}}\n');
    expect(recurring[0]!.turns.map(({ from, to }) => [isoOf(from), isoOf(to)])).toEqual([
      ['2020-03-31', '2020-04-02'],
      ['2020-06-30', '2020-07-02'],
      ['2020-09-30', '2020-10-02'],
      ['2020-12-31', '2021-01-02'],
    ]);
  });

  test('how often in each month, as the workload spreads it', () => {
    const { recurring, months } = draw('职责: {走访: {编号: a, 做: 走访, 频次: 每年 不少于 6 次}}\n');
    expect(months).toEqual({ first: 2020 * 12 + 2, count: 12 });
    expect(recurring[0]!.byMonth).toEqual([0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1]);
  });
});
