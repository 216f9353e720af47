import type { Cadence } from '../../policy/policy.ts';
import { type DayNumber, firstOfMonth, monthIndexOf, weekdayOf } from './days.ts';

/** One turn of something that recurs; due by its last day. */
export interface Period {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** More turns than anybody looks at. */
const MOST = 20_000;

/**
 * Where the periods of a cadence begin. Months, quarters, halves of the year and years are those of the calendar, several
 * years count from the year of `start`, other numbers of months from its month; weeks run from Monday; days count from
 * `start`.
 */
function beginningOf({ every, unit }: Cadence, start: DayNumber, turn: number): DayNumber {
  if (unit === 'day') return start + turn * every;
  if (unit === 'week') return start - weekdayOf(start) + 1 + turn * every * 7;
  return firstOfMonth(firstMonthOf(every, monthIndexOf(start)) + turn * every);
}

/** The month in which the period around the month `start` begins, as indices of months. */
function firstMonthOf(every: number, start: number): number {
  if (12 % every === 0) return start - (start % every);
  return every % 12 === 0 ? Math.floor(start / 12) * 12 : start;
}

/** Of a cadence in months: the which month of its period a month is, from 0; for rules that hold from `start`. */
export function placeInPeriod(every: number, start: DayNumber, month: number): number {
  return (month - firstMonthOf(every, monthIndexOf(start))) % every;
}

/** The first month in which something is to be done: that of `start` if at least half of its days are left. */
export function firstMonth(start: DayNumber): number {
  const month = monthIndexOf(start);
  const [begin, next] = [firstOfMonth(month), firstOfMonth(month + 1)];
  return 2 * (next - start) >= next - begin ? month : month + 1;
}

/**
 * The periods of a cadence that end within `from` to `to`, for rules that hold from `start`. The period in which they
 * begin to hold counts if at least half of its days are left.
 */
export function periodsOf(cadence: Cadence, start: DayNumber, from: DayNumber, to: DayNumber): Period[] {
  const periods: Period[] = [];
  // Not every turn since the rules began is gone through: months have at most 31 days, so this is none too late.
  const length = cadence.every * { day: 1, week: 7, month: 31 }[cadence.unit];
  const skipped = Math.max(0, Math.floor((from - start) / length) - 2);
  for (let turn = skipped; turn < skipped + MOST; turn++) {
    const begin = beginningOf(cadence, start, turn);
    const end = beginningOf(cadence, start, turn + 1) - 1;
    if (end > to) break;
    const isWhole = 2 * (end - start + 1) >= end - begin + 1;
    if (end >= from && isWhole) periods.push({ from: begin, to: end });
  }
  return periods;
}
