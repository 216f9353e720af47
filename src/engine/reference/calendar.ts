/**
 * The calendar in whole numbers only: days since 1970-01-01 in the Gregorian calendar, months since year 0.
 * After Howard Hinnant's `days_from_civil`.
 */
import type { Exact } from './exact.ts';
import { truncate } from './exact.ts';

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const FIRST: Day = { year: 1, month: 1, day: 1 };
const LAST: Day = { year: 9999, month: 12, day: 31 };

const whole = (a: number, b: number): number => Math.floor(a / b);

/** Reads an ISO date. */
export function parseDay(iso: string): Day {
  const [year, month, day] = iso.split('-');
  return { year: Number(year), month: Number(month), day: Number(day) };
}

export function formatDay({ year, month, day }: Day): string {
  const pad = (n: number, width: number) => String(n).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Days since 1970-01-01. */
export function dayNumber({ year, month, day }: Day): number {
  const y = month <= 2 ? year - 1 : year;
  const era = whole(y, 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = whole(153 * (month + (month > 2 ? -3 : 9)) + 2, 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + whole(yearOfEra, 4) - whole(yearOfEra, 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

export function dayFromNumber(days: number): Day {
  const z = days + 719468;
  const era = whole(z, 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = whole(
    dayOfEra - whole(dayOfEra, 1460) + whole(dayOfEra, 36524) - whole(dayOfEra, 146096),
    365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + whole(yearOfEra, 4) - whole(yearOfEra, 100));
  const shifted = whole(5 * dayOfYear + 2, 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - whole(153 * shifted + 2, 5) + 1,
  };
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const FIRST_NUMBER = dayNumber(FIRST);
const LAST_NUMBER = dayNumber(LAST);
/** More than any two dates lie apart, in days or months. */
const FAR = 4_000_000n;

/** A count in whole units, towards 0, no larger than matters. */
function units(count: Exact): number {
  const n = truncate(count);
  return Number(n > FAR ? FAR : n < -FAR ? -FAR : n);
}

function addMonthsTo(from: Day, months: number): Day {
  const index = from.year * 12 + from.month - 1 + months;
  const year = whole(index, 12);
  if (year < FIRST.year) return FIRST;
  if (year > LAST.year) return LAST;
  const month = index - year * 12 + 1;
  return { year, month, day: Math.min(from.day, daysInMonth(year, month)) };
}

/** The same day number that many months on, or the month's last day; stays within the years 1 to 9999. */
export function addMonths(iso: string, months: Exact): string {
  return formatDay(addMonthsTo(parseDay(iso), units(months)));
}

export function addDays(iso: string, days: Exact): string {
  const n = dayNumber(parseDay(iso)) + units(days);
  return formatDay(dayFromNumber(Math.min(Math.max(n, FIRST_NUMBER), LAST_NUMBER)));
}

/** Whole units from one date to another: years and months as months. */
export function elapsed(from: string, to: string, unit: 'year' | 'month' | 'day'): bigint {
  const a = parseDay(from);
  const b = parseDay(to);
  if (unit === 'day') return BigInt(dayNumber(b) - dayNumber(a));
  const guess = (b.year - a.year) * 12 + b.month - a.month;
  const months = b.day >= Math.min(a.day, daysInMonth(b.year, b.month)) ? guess : guess - 1;
  return BigInt(unit === 'month' ? months : whole(months, 12) * 12);
}
