import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dayFromNumber,
  dayNumber,
  elapsed,
  formatDay,
  parseDay,
} from '../../../src/engine/reference/calendar.ts';

const day = fc
  .date({ min: new Date('0100-01-01'), max: new Date('9900-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10));

describe('the calendar', () => {
  test('counts days as the platform does', () => {
    fc.assert(
      fc.property(day, iso => {
        const number = dayNumber(parseDay(iso));
        expect(number * 86_400_000).toBe(Date.parse(iso));
        expect(formatDay(dayFromNumber(number))).toBe(iso);
      }),
      { seed: 1 },
    );
  });

  test('elapsed months are the most that do not pass the later day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -400, max: 400 }), (from, days) => {
        const to = addDays(from, BigInt(days));
        const months = elapsed(from, to, 'month');
        expect(addMonths(from, months) <= to).toBe(true);
        expect(addMonths(from, months + 1n) > to).toBe(true);
        expect(elapsed(from, to, 'day')).toBe(BigInt(days));
      }),
      { seed: 2 },
    );
  });

  test.each([
    ['2004-02-29', '2005-02-28', 12n],
    ['2004-02-29', '2005-02-27', 0n],
    ['1960-03-18', '2020-03-17', 59n * 12n],
    ['1960-03-18', '2020-03-18', 60n * 12n],
    ['2020-03-18', '2020-03-17', -12n],
  ])('years from %s to %s', (from, to, months) => {
    expect(elapsed(from, to, 'year')).toBe(months);
  });
});
