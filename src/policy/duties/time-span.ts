import { normalise } from '../../language/normal.ts';
import type { TimeSpan } from '../policy.ts';
import { anyOf, countOf, ENGLISH_FIGURE, FIGURE } from './counting.ts';

/** `unread`: no span of time; `zero`: below one; `crossed`: the longer end first; `mixed`: of two kinds of units. */
export type SpanProblem = 'unread' | 'zero' | 'crossed' | 'mixed' | 'long';

type Unit = readonly [TimeSpan['unit'], number];

const chineseUnits: Readonly<Record<string, Unit>> = {
  个工作日: ['working-day', 1],
  工作日: ['working-day', 1],
  个星期: ['week', 1],
  星期: ['week', 1],
  周: ['week', 1],
  个季度: ['month', 3],
  季度: ['month', 3],
  个月: ['month', 1],
  月: ['month', 1],
  年: ['month', 12],
  天: ['day', 1],
  日: ['day', 1],
};
const englishUnits: Readonly<Record<string, Unit>> = {
  'working days': ['working-day', 1],
  'working day': ['working-day', 1],
  'business days': ['working-day', 1],
  'business day': ['working-day', 1],
  weeks: ['week', 1],
  week: ['week', 1],
  quarters: ['month', 3],
  quarter: ['month', 3],
  months: ['month', 1],
  month: ['month', 1],
  years: ['month', 12],
  year: ['month', 12],
  days: ['day', 1],
  day: ['day', 1],
};

/** Of each unit, more than any procedure takes. */
const LONGEST: Readonly<Record<TimeSpan['unit'], number>> = {
  day: 36_525,
  'working-day': 36_525,
  week: 5_218,
  month: 1_200,
};

const pattern = (
  figures: string,
  units: Readonly<Record<string, Unit>>,
  to: string,
  before: string,
  after: string,
) =>
  new RegExp(
    `^(?:${before})?(?<low>${figures}) ?(?<lowUnit>${anyOf(units)})?(?:${to}(?<high>${figures}) ?(?<highUnit>${anyOf(units)}))?(?:${after})?$`,
    'u',
  );

const chinese = pattern(
  FIGURE,
  chineseUnits,
  '(?:至|到|~|-)',
  '不超过|不少于|不低于|至少',
  '(?:以?内)|以?上',
);
const english = pattern(ENGLISH_FIGURE, englishUnits, '(?: to | ?[~-] ?)', 'within |at least |at most ', '');

function spanOf(
  { low, lowUnit, high, highUnit }: Readonly<Record<string, string | undefined>>,
  units: Readonly<Record<string, Unit>>,
): TimeSpan | SpanProblem {
  const last = high === undefined ? lowUnit : highUnit;
  if (low === undefined || last === undefined) return 'unread';
  const [unit, factor] = units[last]!;
  const [firstUnit, firstFactor] = units[lowUnit ?? last]!;
  if (unit !== firstUnit) return 'mixed';
  const from = countOf(low) * firstFactor;
  const to = high === undefined ? from : countOf(high) * factor;
  if (!Number.isInteger(from) || !Number.isInteger(to)) return 'unread';
  if (from < 1 || to < 1) return 'zero';
  if (from > to) return 'crossed';
  return to > LONGEST[unit] ? 'long' : { low: from, high: to, unit };
}

/**
 * Reads how long something lasts, as people write it in either language: `15 个工作日`, `7 天`, `半年`, `1 年 至 2 年`,
 * `15 working days`, `1 to 2 years`. Quarters and years become months.
 */
export function readSpan(written: string): TimeSpan | SpanProblem {
  const text = normalise(written).trim().toLowerCase();
  const dense = text.replace(/\s+/g, '').replace(/(?<![0-9一二两三四五六七八九十])半年/g, '6个月');
  const han = chinese.exec(dense)?.groups;
  if (han !== undefined) return spanOf(han, chineseUnits);
  const words = text.replace(/\s+/g, ' ').replace(/\bhalf a year\b/g, '6 months');
  const groups = english.exec(words)?.groups;
  return groups === undefined ? 'unread' : spanOf(groups, englishUnits);
}
