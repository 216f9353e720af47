import { normalise } from '../../language/normal.ts';
import { isDate } from '../settle.ts';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const month = MONTHS.map(name => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|');

const patterns: readonly RegExp[] = [
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  /^(?<month>\d{2})-(?<day>\d{2})$/,
  /^(?:(?<year>\d{4})年)?(?<month>\d{1,2})月(?<day>\d{1,2}[日号]?|底|末)$/,
  new RegExp(`^(?<day>\\d{1,2}|end of|the end of) ?(?<month>${month})(?:,? ?(?<year>\\d{4}))?$`),
  new RegExp(`^(?<month>${month}) (?<day>\\d{1,2})(?:,? (?<year>\\d{4}))?$`),
];

/** `unread`: no day of the calendar; `year`: it lacks its year, and that of the policy's day would put it before that day. */
export type DayProblem = 'unread' | 'year';

function monthOf(text: string): number {
  return /^\d/.test(text) ? Number(text) : MONTHS.findIndex(name => name.startsWith(text.slice(0, 3))) + 1;
}

const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const pad = (value: number, width: number) => String(value).padStart(width, '0');

/**
 * Reads a day: `2020-03-18`, `03-18`, `3 月 18 日`, `6 月底`, `18 March 2020`, `end of June`. Without a year it is that of
 * `effective` (an ISO date), as long as the day does not lie before that.
 *
 * @returns an ISO date, or what is wrong
 */
export function readDay(written: string, effective: string): string | { readonly problem: DayProblem } {
  const text = normalise(written).trim().toLowerCase().replace(/\s+/g, ' ');
  const dense = /[年月]/.test(text) ? text.replaceAll(' ', '') : text;
  const groups = patterns.map(pattern => pattern.exec(dense)?.groups).find(found => found !== undefined);
  if (groups === undefined) return { problem: 'unread' };
  const year = Number(groups['year'] ?? effective.slice(0, 4));
  const inYear = monthOf(groups['month']!);
  if (inYear < 1 || inYear > 12) return { problem: 'unread' };
  const day = /^\d/.test(groups['day']!) ? Number.parseInt(groups['day']!, 10) : lastDay(year, inYear);
  const iso = `${pad(year, 4)}-${pad(inYear, 2)}-${pad(day, 2)}`;
  if (!isDate(iso)) return { problem: 'unread' };
  return groups['year'] === undefined && iso < effective ? { problem: 'year' } : iso;
}
