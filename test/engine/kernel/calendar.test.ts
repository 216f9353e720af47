import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as kernel from '../../../src/engine/kernel/calendar.ts';
import * as reference from '../../../src/engine/reference/calendar.ts';
import { seed } from './cases.ts';

/** Days of the years 1 to 9999, ends of months and leap days more often than others. */
const days = fc.oneof(
  fc.integer({ min: -719162, max: 2932896 }),
  fc
    .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 2 }))
    .map(([year, month, back]) =>
      reference.dayNumber({ year, month, day: reference.daysInMonth(year, month) - back }),
    ),
);
const isoOf = (day: number): string => reference.formatDay(reference.dayFromNumber(day));
const same = (property: fc.IRawProperty<unknown>) => fc.assert(property, { seed, numRuns: 3000 });

it('knows the number and the year of every day', () => {
  same(
    fc.property(days, day => {
      expect(kernel.readDate(isoOf(day))).toBe(day);
      expect(kernel.yearOf(day)).toBe(reference.dayFromNumber(day).year);
    }),
  );
});

it('goes on by months and days as the reference does', () => {
  const counts = fc.oneof(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -130_000, max: 130_000 }));
  same(
    fc.property(days, counts, fc.integer({ min: 1, max: 4 }), (day, count, den) => {
      // A part of a month or day is dropped, towards 0.
      const whole = BigInt(Math.trunc(count / den));
      expect(isoOf(kernel.addMonths(day, count, den))).toBe(reference.addMonths(isoOf(day), whole));
      expect(isoOf(kernel.addDays(day, count, den))).toBe(reference.addDays(isoOf(day), whole));
    }),
  );
});

it('counts whole months and years between two days as the reference does', () => {
  same(
    fc.property(days, days, (from, to) => {
      const between = (unit: 'month' | 'year') => Number(reference.elapsed(isoOf(from), isoOf(to), unit));
      expect(kernel.monthsBetween(from, to)).toBe(between('month'));
      expect(kernel.yearsBetween(from, to) * 12).toBe(between('year'));
    }),
  );
});
