import table from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Words } from '../../language/label.ts';
import type { TimeSpan } from '../../policy/policy.ts';
import { type DayNumber, dayOf, monthsAfter, weekdayOf, yearOf } from './days.ts';

/** A day off that is no weekend, or a weekend day on which people work to make up for one. */
export type SpecialDay = { readonly kind: 'holiday' | 'make-up'; readonly name: Words };

/** `National Day,国庆节,3` */
function nameOf(entry: string): Words {
  const [en = '', zh = en] = entry.split(',');
  return { zh, en };
}

function read(
  entries: Readonly<Record<string, string>>,
  kind: SpecialDay['kind'],
): [DayNumber, SpecialDay][] {
  return Object.entries(entries).map(([iso, entry]) => [dayOf(iso), { kind, name: nameOf(entry) }]);
}

const special: ReadonlyMap<DayNumber, SpecialDay> = new Map([
  ...read(table.holidays, 'holiday'),
  ...read(table.workdays, 'make-up'),
]);

/** Years whose National Day is in the table: a notice for one year may already name single days of the next. */
const years: ReadonlySet<number> = new Set(
  Object.keys(table.holidays)
    .filter(iso => iso.endsWith('-10-01'))
    .map(iso => Number(iso.slice(0, 4))),
);

/** The years for which the public holidays are known, both included. */
export const coveredYears: { readonly first: number; readonly last: number } = {
  first: Math.min(...years),
  last: Math.max(...years),
};

/** Are the holidays of its year known? Where they are not, Mondays to Fridays count as working days. */
export function isCovered(day: DayNumber): boolean {
  return years.has(yearOf(day));
}

export function specialDay(day: DayNumber): SpecialDay | null {
  return special.get(day) ?? null;
}

export function isWorkingDay(day: DayNumber): boolean {
  const kind = special.get(day)?.kind;
  return kind === undefined ? weekdayOf(day) <= 5 : kind === 'make-up';
}

/** Working days from one day to another, both included. */
export function workingDays(from: DayNumber, to: DayNumber): number {
  let count = 0;
  for (let day = from; day <= to; day++) if (isWorkingDay(day)) count++;
  return count;
}

/** The last day of a time that begins the day after `day`: the day itself does not count (Civil Code art. 201). */
export function dayAfter(day: DayNumber, count: number, unit: TimeSpan['unit']): DayNumber {
  if (unit === 'day') return day + count;
  if (unit === 'week') return day + 7 * count;
  if (unit === 'month') return monthsAfter(day, count);
  let at = day;
  for (let left = count; left > 0; ) if (isWorkingDay(++at)) left--;
  return at;
}
