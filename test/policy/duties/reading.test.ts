/** Frequencies, spans of time and days as people write them. */
import { describe, expect, test } from 'vitest';
import { readDay } from '../../../src/policy/duties/day-text.ts';
import { readFrequency, readPeriod } from '../../../src/policy/duties/frequency.ts';
import { readSpan } from '../../../src/policy/duties/time-span.ts';

/** `2 in 1 month`; `1 in all`. */
function told(read: ReturnType<typeof readFrequency>): string {
  if (typeof read === 'string') return read;
  return `${read.atLeast} in ${read.cadence === null ? 'all' : `${read.cadence.every} ${read.cadence.unit}`}`;
}

describe('frequencies', () => {
  test.each([
    ['每月 不少于 2 次', '2 in 1 month'],
    ['每月不少于2次', '2 in 1 month'],
    ['每月不少于２次', '2 in 1 month'],
    ['每季度至少一次', '1 in 3 month'],
    ['每季度 1 次', '1 in 3 month'],
    ['每周', '1 in 1 week'],
    ['每两周一次', '1 in 2 week'],
    ['每半年', '1 in 6 month'],
    ['每年 不少于 6 次', '6 in 12 month'],
    ['一年六次', '6 in 12 month'],
    ['至少每周走访一次', '1 in 1 week'],
    ['每月2次以上', '2 in 1 month'],
    ['2次/月', '2 in 1 month'],
    ['每旬一次', '3 in 1 month'],
    ['每半月一次', '2 in 1 month'],
    ['按季度', '1 in 3 month'],
    ['一次', '1 in all'],
    ['at least twice a month', '2 in 1 month'],
    ['once a week', '1 in 1 week'],
    ['at least 6 times a year', '6 in 12 month'],
    ['6 times per year', '6 in 12 month'],
    ['every 2 weeks', '1 in 2 week'],
    ['every other week', '1 in 2 week'],
    ['once every two months', '1 in 2 month'],
    ['at least once per half-year', '1 in 6 month'],
    ['twice yearly', '2 in 12 month'],
    ['quarterly', '1 in 3 month'],
    ['Monthly', '1 in 1 month'],
    ['once', '1 in all'],
    ['每月 0 次', 'count'],
    ['每月 -1 次', 'count'],
    ['每月 1.5 次', 'count'],
    ['0 times a month', 'count'],
    ['每月 1001 次', 'count'],
    ['每周一', 'unread'],
    ['每月不超过 2 次', 'unread'],
    ['at most twice a month', 'unread'],
    ['经常', 'unread'],
    ['', 'unread'],
  ])('%s', (written, expected) => {
    expect(told(readFrequency(written))).toBe(expected);
  });

  test.each([
    ['月', '1 in 1 month'],
    ['每季度', '1 in 3 month'],
    ['两年', '1 in 24 month'],
    ['half-year', '1 in 6 month'],
    ['2 weeks', '1 in 2 week'],
    ['fortnight', '1 in 2 week'],
    ['常', 'unread'],
  ])('of a period: %s', (written, expected) => {
    expect(told(readPeriod(written))).toBe(expected);
  });

  test('long nonsense is refused at once', () => {
    const start = performance.now();
    expect(readFrequency('每'.repeat(50_000))).toBe('unread');
    expect(readFrequency(`at least ${'1 '.repeat(50_000)}`)).toBe('unread');
    expect(readSpan('1'.repeat(50_000))).toBe('unread');
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('spans of time', () => {
  test.each([
    ['15 个工作日', '15..15 working-day'],
    ['十五个工作日内', '15..15 working-day'],
    ['7 天', '7..7 day'],
    ['7日', '7..7 day'],
    ['2 周', '2..2 week'],
    ['半年', '6..6 month'],
    ['1 年 至 2 年', '12..24 month'],
    ['1至2年', '12..24 month'],
    ['6 个月 至 1 年', '6..12 month'],
    ['一个季度', '3..3 month'],
    ['15 working days', '15..15 working-day'],
    ['within 15 business days', '15..15 working-day'],
    ['1 to 2 years', '12..24 month'],
    ['1 year to 2 years', '12..24 month'],
    ['half a year', '6..6 month'],
    ['six months', '6..6 month'],
    ['0 天', 'zero'],
    ['-3 天', 'zero'],
    ['2 年 至 1 年', 'crossed'],
    ['7 天 至 1 个月', 'mixed'],
    ['200 年', 'long'],
    ['7', 'unread'],
    ['尽快', 'unread'],
    ['1.25 天', 'unread'],
  ])('%s', (written, expected) => {
    const read = readSpan(written);
    expect(typeof read === 'string' ? read : `${read.low}..${read.high} ${read.unit}`).toBe(expected);
  });
});

describe('days', () => {
  test.each([
    ['2020-03-18', '2020-03-18'],
    ['2020-4-3', '2020-04-03'],
    ['03-22', '2020-03-22'],
    ['3 月 25 日', '2020-03-25'],
    ['3月25号', '2020-03-25'],
    ['6月底', '2020-06-30'],
    ['2021年2月末', '2021-02-28'],
    ['18 March 2021', '2021-03-18'],
    ['March 18', '2020-03-18'],
    ['Mar 18, 2020', '2020-03-18'],
    ['end of June', '2020-06-30'],
    ['1月底', 'year'],
    ['01-31', 'year'],
    ['2月30日', 'unread'],
    ['2020-13-01', 'unread'],
    ['soon', 'unread'],
  ])('%s', (written, expected) => {
    const read = readDay(written, '2020-03-18');
    expect(typeof read === 'string' ? read : read.problem).toBe(expected);
  });
});
