import { readNumeral } from '../../language/numerals.ts';
import type { Cadence } from '../policy.ts';

/** Counts that people write out in English. */
const ENGLISH: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  once: 1,
  two: 2,
  twice: 2,
  three: 3,
  thrice: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
};

/** What a figure may look like, wrong ones included, so that they can be told from words. */
export const FIGURE = '-?[0-9]+(?:\\.[0-9]+)?|[零〇一二两三四五六七八九十百]+';
export const ENGLISH_FIGURE = `-?[0-9]+(?:\\.[0-9]+)?|${Object.keys(ENGLISH).join('|')}`;

/** The number that a figure writes; NaN where it is none. */
export function countOf(figure: string): number {
  if (/^-?[0-9]/.test(figure)) return Number(figure);
  return Object.hasOwn(ENGLISH, figure) ? ENGLISH[figure]! : Number(readNumeral(figure) ?? Number.NaN);
}

/** A stretch of time as it is counted: so many of these days, weeks or months. */
export interface Step {
  readonly unit: Cadence['unit'];
  readonly every: number;
  /** Twice in a month for half a month, thrice for ten days. */
  readonly times: number;
}

const step = (unit: Cadence['unit'], every = 1, times = 1): Step => ({ unit, every, times });

/** Longer words first: 半年 is no 年. */
export const CHINESE_STEPS: Readonly<Record<string, Step>> = {
  半个月: step('month', 1, 2),
  半月: step('month', 1, 2),
  旬: step('month', 1, 3),
  季度: step('month', 3),
  季: step('month', 3),
  半年: step('month', 6),
  年度: step('month', 12),
  年: step('month', 12),
  月: step('month'),
  星期: step('week'),
  周: step('week'),
  天: step('day'),
  日: step('day'),
};

export const ENGLISH_STEPS: Readonly<Record<string, Step>> = {
  'half year': step('month', 6),
  'half a year': step('month', 6),
  quarter: step('month', 3),
  month: step('month'),
  fortnight: step('week', 2),
  week: step('week'),
  year: step('month', 12),
  day: step('day'),
};

/** Adverbs: `monthly`. */
export const ENGLISH_ADVERBS: Readonly<Record<string, Step>> = {
  daily: step('day'),
  weekly: step('week'),
  fortnightly: step('week', 2),
  monthly: step('month'),
  quarterly: step('month', 3),
  'half yearly': step('month', 6),
  'semi annually': step('month', 6),
  yearly: step('month', 12),
  annually: step('month', 12),
};

export const anyOf = (words: Readonly<Record<string, unknown>>): string => Object.keys(words).join('|');
