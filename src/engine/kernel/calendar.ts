/**
 * The civil calendar on day numbers (days since 1970-01-01), as helpers of generated code. Whole numbers throughout;
 * the years run from 1 to 9999.
 */

const FIRST = -719162;
const LAST = 2932896;
/** Days from 0000-03-01 to 1970-01-01. */
const SHIFT = 719468;

/** Days since 1970-01-01 of a day; `month` from 0. After Howard Hinnant's `days_from_civil`. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month < 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month < 2 ? month + 10 : month - 2) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - SHIFT;
}

/** Year × 12 + month (from 0), × 32 + day of the month. */
function packed(days: number): number {
  const z = days + SHIFT;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  // Months counted from March of the era's year run on into January and February of the next.
  return ((yearOfEra + era * 400) * 12 + shifted + 2) * 32 + day;
}

const monthOf = (pack: number): number => Math.floor(pack / 32);
const dayOf = (pack: number): number => pack - monthOf(pack) * 32;

function daysIn(month: number): number {
  const year = Math.floor(month / 12);
  const m = month - year * 12;
  if (m === 1) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return m === 3 || m === 5 || m === 8 || m === 10 ? 30 : 31;
}

export function yearOf(days: number): number {
  return Math.floor(monthOf(packed(days)) / 12);
}

/** `count` ÷ `den` months on, the fraction dropped: the same day number, or the month's last day. */
export function addMonths(days: number, count: number, den: number): number {
  const from = packed(days);
  const month = monthOf(from) + Math.trunc(count / den);
  const year = Math.floor(month / 12);
  if (year < 1) return FIRST;
  if (year > 9999) return LAST;
  return dayNumber(year, month - year * 12, Math.min(dayOf(from), daysIn(month)));
}

export function addDays(days: number, count: number, den: number): number {
  return Math.min(Math.max(days + Math.trunc(count / den), FIRST), LAST);
}

/** The greatest number of whole months that still fit. */
export function monthsBetween(from: number, to: number): number {
  const a = packed(from);
  const b = packed(to);
  const months = monthOf(b) - monthOf(a);
  return dayOf(b) >= Math.min(dayOf(a), daysIn(monthOf(b))) ? months : months - 1;
}

export function yearsBetween(from: number, to: number): number {
  return Math.floor(monthsBetween(from, to) / 12);
}

/** Day number of an ISO date. */
export function readDate(iso: string): number {
  const [year, month, day] = iso.split('-').map(Number);
  return dayNumber(year!, month! - 1, day!);
}
