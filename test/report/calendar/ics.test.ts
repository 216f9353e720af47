/** Our calendars, read by a parser that others use. */
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { isoOf } from '../../../src/analysis/calendar/days.ts';
import { type Timetable, timetableOf } from '../../../src/analysis/calendar/timetable.ts';
import { calendarIcs } from '../../../src/report/calendar/ics.ts';
import { foldedLine, icsText } from '../../../src/report/calendar/ics-lines.ts';
import { policyOf } from '../../support/load-text.ts';

const text = `程序:
  初核: {编号: check, 由: cadre, 起: 2020-03-18, 止: 2020-03-22, 出处: "方案 三(一)；逗号，,;\\\\"}
  公示: {编号: notice, 标签: {英文: "public notice, 7 days; see \\\\ plan"}, 起: 2020-04-03, 止: 2020-04-10, 公示: 7 天}
  上报: {编号: report, 之后: 公示, 内: 10 个工作日}
  调整: {编号: adjust, 起: 2020-01-31, 止: 2020-02-02, 每: 月}
  更新: {编号: update, 每: 年}
角色: {cadre: {标签: 村支两委、驻村工作队、结对帮扶干部和乡镇扶贫专干组成的入户核查小组，逐户上门核算收入、核对台账}}
职责:
  计划: {编号: plan, 做: 计划, 内: 15 个工作日, 自: 公示}
  联络: {编号: contact, 做: 联络, 频次: 每月 2 次}
复核:
  季度复核: {编号: quarterly, 每: 季度}
  双周复核: {编号: biweekly, 每: 两周}
  十日复核: {编号: tenth, 每: 10 天}
`;
const timetable = timetableOf(policyOf(text), { to: '2021-03-31' });
const ics = calendarIcs(timetable, 'zh');

interface Shown {
  readonly uid: string;
  readonly from: string;
  readonly to: string;
  readonly summary: string;
}

const calendarOf = (file: string) => new ICAL.Component(ICAL.parse(file));

function eventsOf(file: string): Shown[] {
  return calendarOf(file)
    .getAllSubcomponents('vevent')
    .map(one => new ICAL.Event(one))
    .map(({ uid, startDate, endDate, summary }) => ({
      uid,
      from: startDate.toString(),
      to: endDate.toString(),
      summary,
    }));
}

/** The days on which something begins, by its rule or one by one. */
function turnsOf(file: string, id: string): string[] {
  const found = calendarOf(file)
    .getAllSubcomponents('vevent')
    .map(one => new ICAL.Event(one))
    .filter(({ uid }) => uid.includes(`.${id}.`));
  return found.flatMap(one => {
    const turns: string[] = [];
    const all = one.iterator();
    for (let next = all.next(); next; next = all.next()) turns.push(next.toString());
    return turns;
  });
}

const turnsIn = ({ recurring }: Timetable, id: string) => recurring.find(({ rule }) => rule.id === id)!.turns;

describe('a calendar', () => {
  test('holds stages, deadlines, reviews and what comes again; all-day, the end excluded', () => {
    expect(
      eventsOf(ics).map(({ uid, from, to }) => [uid.replace(/\..*@.*/, ''), uid.split('.')[1], from, to]),
    ).toEqual([
      ['stage', 'check', '2020-03-18', '2020-03-23'],
      ['stage', 'notice', '2020-04-03', '2020-04-11'],
      ['stage', 'report', '2020-04-11', '2020-04-25'],
      ['stage', 'adjust', '2020-01-31', '2020-02-03'],
      ['stage', 'update', '2020-12-31', '2021-01-01'],
      ['duty', 'quarterly', '2020-06-30', '2020-07-01'],
      ['duty', 'biweekly', '2020-03-29', '2020-03-30'],
      ['duty', 'tenth', '2020-03-27', '2020-03-28'],
      ['duty', 'plan', '2020-04-30', '2020-05-01'],
    ]);
  });

  test('its rules of recurrence give the days of the timetable', () => {
    for (const id of ['update', 'quarterly', 'biweekly', 'tenth'])
      expect([id, turnsOf(ics, id)]).toEqual([id, turnsIn(timetable, id).map(({ to }) => isoOf(to))]);
    expect(turnsOf(ics, 'adjust')).toEqual(turnsIn(timetable, 'adjust').map(({ from }) => isoOf(from)));
    expect(turnsOf(ics, 'adjust').slice(0, 3)).toEqual(['2020-01-31', '2020-02-29', '2020-03-31']);
  });

  test.each([1, 28, 29, 30, 31])('and so for stages that begin on day %i of the month', day => {
    const own = timetableOf(
      policyOf(
        `程序: {调整: {编号: adjust, 起: 2020-01-${String(day).padStart(2, '0')}, 止: 2020-01-31, 每: 月}}\n`,
      ),
      { to: '2022-06-30' },
    );
    const turns = turnsIn(own, 'adjust').map(({ from }) => isoOf(from));
    expect(turns.length).toBeGreaterThan(28);
    expect(turnsOf(calendarIcs(own, 'zh'), 'adjust')).toEqual(turns);
  });

  test('words come through whole: commas, semicolons, backslashes, line breaks', () => {
    const [check] = calendarOf(ics).getAllSubcomponents('vevent');
    expect(check!.getFirstPropertyValue('description')).toBe(
      '由：村支两委、驻村工作队、结对帮扶干部和乡镇扶贫专干组成的入户核查小组，逐户上门核算收入、核对台账\n方案 三(一)；逗号，,;\\',
    );
    const english = eventsOf(calendarIcs(timetable, 'en')).find(({ uid }) => uid.includes('.notice.'));
    expect(english!.summary).toBe('public notice, 7 days; see \\ plan');
  });

  test('lines end in CRLF and have at most 75 octets, without cutting a character', () => {
    expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const lines = ics.split('\r\n');
    expect(lines.some(line => line.startsWith(' '))).toBe(true);
    for (const line of lines) {
      const bytes = new TextEncoder().encode(line);
      expect(bytes.length).toBeLessThanOrEqual(75);
      expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toBe(line);
    }
  });

  test('what RFC 5545 asks of every calendar and event', () => {
    const calendar = calendarOf(ics);
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('prodid')).toMatch(/^-\/\/Mingbai\/\//);
    const events = calendar.getAllSubcomponents('vevent');
    const uids = events.map(one => one.getFirstPropertyValue('uid'));
    expect(new Set(uids).size).toBe(events.length);
    for (const one of events)
      expect(String(one.getFirstPropertyValue('dtstamp'))).toBe('2020-03-18T00:00:00Z');
  });

  test('the same policy gives the same bytes', () => {
    expect(calendarIcs(timetableOf(policyOf(text), { to: '2021-03-31' }), 'zh')).toBe(ics);
  });
});

describe('for all texts', () => {
  const words = fc.string({ unit: 'binary', maxLength: 200 });

  test('a folded line unfolds to itself, in lines of at most 75 octets', () => {
    fc.assert(
      fc.property(words, value => {
        const line = `X:${icsText(value)}`;
        const folded = foldedLine(line);
        expect(folded.endsWith('\r\n')).toBe(true);
        expect(folded.slice(0, -2).replaceAll('\r\n ', '')).toBe(line);
        for (const part of folded.split('\r\n')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
      }),
    );
  });

  test('a parser reads what was written, control characters apart', () => {
    fc.assert(
      fc.property(words, value => {
        const file = `BEGIN:VEVENT\r\n${foldedLine(`SUMMARY:${icsText(value)}`)}END:VEVENT\r\n`;
        const read = new ICAL.Component(ICAL.parse(file)).getFirstPropertyValue('summary');
        const kept = value.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]|\p{Cs}/gu, '');
        expect(read ?? '').toBe(kept);
      }),
    );
  });

  test('nothing in a name can end its line', () => {
    expect(icsText('a\r\nEND:VEVENT\u0085b\u2028c')).not.toMatch(/[\r\n]/);
  });
});
