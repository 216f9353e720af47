import type { DayNumber } from '../../analysis/calendar/days.ts';
import { firstOfMonth, isoOf, monthIndexOf, weekdayOf } from '../../analysis/calendar/days.ts';
import { isWorkingDay } from '../../analysis/calendar/working-days.ts';
import type { Lang } from '../../language/label.ts';
import { clip, flowLines, padEnd } from '../table.ts';
import { width } from '../width.ts';
import { monthName, say } from './words.ts';

/** At least one of the two days is known. */
export interface Bar {
  readonly name: string;
  readonly from: DayNumber | null;
  readonly to: DayNumber | null;
}

/** A column of the chart; `to` is included. */
interface Slot {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

interface Scale {
  readonly slots: readonly Slot[];
  readonly unit: 'day' | 'week' | 'month';
  readonly each: number;
}

const COLUMNS = 80;
const NAMES = 18;

/** Slots from the first day to the last: days where they fit into so many columns, else weeks, else months. */
function scaleOf(first: DayNumber, last: DayNumber, room: number): Scale {
  if (last - first < room) {
    const slots = Array.from({ length: last - first + 1 }, (_, k) => ({ from: first + k, to: first + k }));
    return { slots, unit: 'day', each: 1 };
  }
  const monday = first - weekdayOf(first) + 1;
  const weeks = Math.floor((last - monday) / 7) + 1;
  if (weeks <= room) {
    const slots = Array.from({ length: weeks }, (_, k) => ({ from: monday + 7 * k, to: monday + 7 * k + 6 }));
    return { slots, unit: 'week', each: 1 };
  }
  const start = monthIndexOf(first);
  const months = monthIndexOf(last) - start + 1;
  const each = Math.ceil(months / room);
  const slots = Array.from({ length: Math.ceil(months / each) }, (_, k) => ({
    from: firstOfMonth(start + k * each),
    to: firstOfMonth(start + (k + 1) * each) - 1,
  }));
  return { slots, unit: 'month', each };
}

function markOf(bar: Bar, slot: Slot): string {
  const holds = (day: DayNumber) => slot.from <= day && day <= slot.to;
  if (bar.from === null) return bar.to !== null && holds(bar.to) ? '|' : ' ';
  if (bar.to === null) return holds(bar.from) ? '>' : ' ';
  const [from, to] = [Math.max(bar.from, slot.from), Math.min(bar.to, slot.to)];
  if (from > to) return ' ';
  for (let day = from; day <= to; day++) if (isWorkingDay(day)) return '#';
  return '-';
}

/** Texts written at columns, each where the one before leaves room. */
function axis(room: number, labels: readonly (readonly [number, string])[]): string {
  let line = '';
  for (const [column, label] of labels)
    if ((line === '' || width(line) < column) && column + width(label) <= room + 4)
      line = padEnd(line, column) + label;
  return line;
}

function monthsAt(slots: readonly Slot[], lang: Lang): [number, string][] {
  const labels: [number, string][] = [];
  let last = Number.NaN;
  slots.forEach(({ from }, column) => {
    const month = monthIndexOf(from);
    if (month === last) return;
    const year =
      column === 0 || month % 12 === 0 ? `${Math.floor(month / 12)}${lang === 'zh' ? '年' : ' '}` : '';
    labels.push([column, `${year}${monthName((month % 12) + 1, lang)}`]);
    last = month;
  });
  return labels;
}

/** Day numbers of the first day and of every Monday. */
function mondaysAt(slots: readonly Slot[]): [number, string][] {
  return slots.flatMap(({ from }, column): [number, string][] =>
    column === 0 || weekdayOf(from) === 1 ? [[column, String(Number(isoOf(from).slice(8)))]] : [],
  );
}

/** A chart of bars over days, weeks or months, at most 80 columns wide. Names must be safe for a terminal. */
export function ganttLines(bars: readonly Bar[], lang: Lang): string[] {
  if (bars.length === 0) return [];
  const days = bars.flatMap(({ from, to }) => [from, to]).filter(day => day !== null);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const names = Math.min(NAMES, Math.max(...bars.map(({ name }) => width(name))));
  const room = COLUMNS - names - 6;
  const { slots, unit, each } = scaleOf(first, last, room);
  const lead = ' '.repeat(names + 4);
  const rows = bars.map(bar => {
    const marks = slots.map(slot => markOf(bar, slot)).join('');
    return `  ${padEnd(clip(bar.name, names), names)}  ${marks}`.trimEnd();
  });
  const step =
    unit === 'day'
      ? say('oneDay', lang)
      : unit === 'week'
        ? say('oneWeek', lang)
        : each === 1
          ? say('oneMonth', lang)
          : say('months', lang, { count: each });
  const legend = [
    say('legend', lang, { unit: step }),
    ...(bars.some(({ from }) => from === null) ? [say('ends', lang)] : []),
    ...(bars.some(({ to }) => to === null) ? [say('begins', lang)] : []),
  ];
  return [
    (lead + axis(room, monthsAt(slots, lang))).trimEnd(),
    ...(unit === 'day' ? [(lead + axis(room, mondaysAt(slots))).trimEnd()] : []),
    ...rows,
    ...flowLines('  ', legend, '  ', COLUMNS - 2),
  ];
}
