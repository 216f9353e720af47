import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, isoOf, monthsAfter, weekdayOf } from '../../../src/analysis/calendar/days.ts';
import {
  coveredYears,
  dayAfter,
  isCovered,
  isWorkingDay,
  specialDay,
  workingDays,
} from '../../../src/analysis/calendar/working-days.ts';

const working = (iso: string) => isWorkingDay(dayOf(iso));
const between = (from: string, to: string) => workingDays(dayOf(from), dayOf(to));

describe('working days of China', () => {
  test('weekends, holidays and the days that make up for them', () => {
    expect(working('2020-03-18')).toBe(true);
    expect(working('2020-03-21')).toBe(false);
    // Qingming: Saturday to Monday.
    expect(['2020-04-04', '2020-04-05', '2020-04-06'].map(working)).toEqual([false, false, false]);
    expect(working('2020-04-07')).toBe(true);
    // Sunday, made a working day for Labour Day.
    expect(working('2020-04-26')).toBe(true);
    expect(specialDay(dayOf('2020-04-26'))).toEqual({
      kind: 'make-up',
      name: { zh: '劳动节', en: 'Labour Day' },
    });
    expect(specialDay(dayOf('2020-04-06'))).toMatchObject({
      kind: 'holiday',
      name: { en: 'Tomb-sweeping Day' },
    });
    expect(specialDay(dayOf('2020-04-07'))).toBeNull();
  });

  test('the spring of 2020, whose holidays were made longer', () => {
    expect(working('2020-01-31')).toBe(false);
    expect(working('2020-02-03')).toBe(true);
  });

  test('counts', () => {
    expect(between('2020-04-03', '2020-04-10')).toBe(5);
    expect(between('2020-10-01', '2020-10-08')).toBe(0);
    expect(between('2020-04-10', '2020-04-03')).toBe(0);
  });

  test('15 working days after 10 April 2020 end on 30 April: a Sunday on the way is worked', () => {
    expect(isoOf(dayAfter(dayOf('2020-04-10'), 15, 'working-day'))).toBe('2020-04-30');
  });

  test('other units', () => {
    expect(isoOf(dayAfter(dayOf('2020-01-31'), 1, 'month'))).toBe('2020-02-29');
    expect(isoOf(dayAfter(dayOf('2020-04-03'), 7, 'day'))).toBe('2020-04-10');
    expect(isoOf(dayAfter(dayOf('2020-04-03'), 2, 'week'))).toBe('2020-04-17');
  });

  test('the years that are known, and those beyond', () => {
    expect(coveredYears.first).toBeLessThanOrEqual(2004);
    expect(coveredYears.last).toBeGreaterThanOrEqual(2026);
    expect(isCovered(dayOf('2020-06-01'))).toBe(true);
    expect(isCovered(dayOf('1999-06-01'))).toBe(false);
    expect(isCovered(dayOf('2100-06-01'))).toBe(false);
    expect(working('2100-10-01')).toBe(true);
  });

  test('every known year has between 240 and 262 working days', () => {
    for (let year = coveredYears.first; year <= coveredYears.last; year++) {
      const count = between(`${year}-01-01`, `${year}-12-31`);
      expect([year, count]).toEqual([year, expect.toSatisfy((n: number) => n >= 240 && n <= 262)]);
    }
  });
});

const days = fc.integer({ min: dayOf('2004-01-01'), max: dayOf('2026-12-31') });

describe('for all days', () => {
  test('the n-th working day after a day is a working day with n of them up to it', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 200 }), (day, n) => {
        const last = dayAfter(day, n, 'working-day');
        expect(isWorkingDay(last)).toBe(true);
        expect(workingDays(day + 1, last)).toBe(n);
      }),
    );
  });

  test('weekdays follow each other, and months stay within their end', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 400 }), (day, months) => {
        expect(weekdayOf(day + 1)).toBe((weekdayOf(day) % 7) + 1);
        expect(weekdayOf(day) % 7).toBe(new Date(`${isoOf(day)}T00:00:00Z`).getUTCDay());
        const later = isoOf(monthsAfter(day, months));
        expect(Number(later.slice(8))).toBeLessThanOrEqual(Number(isoOf(day).slice(8)));
      }),
    );
  });
});
