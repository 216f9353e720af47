/** Days as whole numbers since 1970-01-01, so that no time zone and no clock comes in. */
import { addMonths, dayFromNumber, dayNumber, formatDay, parseDay } from '../../engine/reference/calendar.ts';

/** Days since 1970-01-01. */
export type DayNumber = number;

/** The day of an ISO date. */
export function dayOf(iso: string): DayNumber {
  return dayNumber(parseDay(iso));
}

/** A day as ISO date. */
export function isoOf(day: DayNumber): string {
  return formatDay(dayFromNumber(day));
}

/** The same day number that many months on, or the month's last day. */
export function monthsAfter(day: DayNumber, months: number): DayNumber {
  return dayOf(addMonths(isoOf(day), BigInt(months)));
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function yearOf(day: DayNumber): number {
  return dayFromNumber(day).year;
}

/** Months since the beginning of the year 0: that of 2020-03 is 2020 × 12 + 2. */
export function monthIndexOf(day: DayNumber): number {
  const { year, month } = dayFromNumber(day);
  return year * 12 + month - 1;
}

export function firstOfMonth(index: number): DayNumber {
  return dayNumber({ year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1, day: 1 });
}

/** `2020-03` of a month's index. */
export function monthText(index: number): string {
  return isoOf(firstOfMonth(index)).slice(0, 7);
}
