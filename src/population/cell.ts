/** The cells of a file: quick readers for what is plainly written, slow ones that accept Excel's habits or say what is wrong. */
import { nearest } from '../language/nearest.ts';
import type { Fact } from '../policy/vocabulary.ts';
import { figure, type NumberForm } from './number-form.ts';
import { asIs, type Problem, problem, quoted } from './problem.ts';
import { plainText, wordKey } from './word-key.ts';

const ZERO = 48;
const MINUS = 45;
const POINT = 46;

/** Digits with at most `decimals` decimals and nothing else, as a whole number × 10^decimals; NaN: look closer. */
export function plainNumber(text: string, decimals: number): number {
  const end = text.length;
  let at = text.charCodeAt(0) === MINUS ? 1 : 0;
  const start = at;
  if (end === start || end - start > 15) return Number.NaN;
  let value = 0;
  for (; at < end; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  let left = decimals;
  if (at < end) {
    if (at === start || text.charCodeAt(at) !== POINT || ++at === end) return Number.NaN;
    for (; at < end; at++) {
      const digit = text.charCodeAt(at) - ZERO;
      if (digit < 0 || digit > 9 || left === 0) return Number.NaN;
      value = value * 10 + digit;
      left--;
    }
  }
  for (; left > 0; left--) value *= 10;
  if (value > Number.MAX_SAFE_INTEGER) return Number.NaN;
  return start === 1 && value !== 0 ? -value : value;
}

const NUMBER = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/;

/** A number written in any accepted way (`１，２３４.５ 元`, `1.2万元`, `¥300`), × 10^decimals, or what is wrong with it. */
export function looseNumber(raw: string, form: NumberForm): number | Problem {
  let text = plainText(raw)
    .replace(/[−﹣–]/g, '-')
    .replace(/[，、]/g, ',');
  if (form.money) text = text.replace(/^([+-]?)\s*(?:¥|rmb|cny)\s*/i, '$1');
  let shift = form.decimals;
  for (const unit of unitWords(form)) {
    if (!text.toLowerCase().endsWith(unit.text)) continue;
    text = text.slice(0, text.length - unit.text.length).trimEnd();
    shift += unit.shift;
    break;
  }
  const match = NUMBER.exec(text);
  if (!match) {
    const exponent = /^[+-]?\d+(?:\.\d+)?e[+-]?\d+$/i.test(text);
    return problem(exponent ? 'cell-exponent' : 'cell-not-number', { value: quoted(raw.trim()) });
  }
  const [, sign = '', whole = '', rest = ''] = match;
  const decimals = rest.replace(/0+$/, '');
  if (decimals.length > shift)
    return problem('cell-too-precise', { value: quoted(raw.trim()), decimals: form.decimals });
  const digits = `${whole.replaceAll(',', '')}${decimals.padEnd(shift, '0')}`.replace(/^0+(?=\d)/, '');
  if (digits.length > 16 || Number(digits) > Number.MAX_SAFE_INTEGER)
    return problem('cell-too-large', { value: quoted(raw.trim()) });
  const value = Number(digits);
  return sign === '-' && value !== 0 ? -value : value;
}

function unitWords(form: NumberForm): { text: string; shift: number }[] {
  const words = [form.unit.zh, form.unit.en].flatMap(text =>
    text
      ? [
          { text: text.toLowerCase(), shift: 0 },
          { text: text.toLowerCase().split('/')[0]!, shift: 0 },
        ]
      : [],
  );
  if (!form.money) return words;
  return [{ text: '万元', shift: 4 }, ...words, { text: '元', shift: 0 }, { text: 'yuan', shift: 0 }];
}

/** The number itself, or which bound it breaks. */
export function numberWithin(value: number | Problem, form: NumberForm, raw: string): number | Problem {
  if (typeof value !== 'number' || (value >= form.least && value <= form.most)) return value;
  if (value < form.least && form.least === 0) return problem('cell-negative', { value: quoted(raw.trim()) });
  const most = form.most === Number.MAX_SAFE_INTEGER ? '∞' : figure(form.most, form.decimals);
  return problem('cell-out-of-range', {
    value: quoted(raw.trim()),
    least: asIs(figure(form.least, form.decimals)),
    most: asIs(most),
  });
}

const YES = ['是', '有', '对', '真', 'true', 't', 'yes', 'y', '1', '√', '✓', '✔'];
const NO = ['否', '无', '没有', '错', '假', 'false', 'f', 'no', 'n', '0', '×', '✗', '✘'];

/** The words for yes and no, by `wordKey`. */
export const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ...YES.map(word => [word, true] as const),
  ...NO.map(word => [word, false] as const),
]);

export function looseTruth(raw: string): boolean | Problem {
  return TRUTHS.get(wordKey(raw)) ?? problem('cell-not-bool', { value: quoted(raw.trim()) });
}

/** Ids and labels of a fact's values, by `wordKey`, to the value's index; an id wins over another's label. */
export function valueWords(fact: Fact): Map<string, number> {
  const words = new Map<string, number>();
  for (const pick of [
    (v: Fact['values'][number]) => v.id,
    (v: Fact['values'][number]) => v.label.zh,
    (v: Fact['values'][number]) => v.label.en,
  ]) {
    fact.values.forEach((value, index) => {
      const word = pick(value);
      if (word !== undefined && !words.has(wordKey(word))) words.set(wordKey(word), index);
    });
  }
  return words;
}

export function looseValue(raw: string, fact: Fact, words: ReadonlyMap<string, number>): number | Problem {
  const key = wordKey(raw);
  const index = words.get(key);
  if (index !== undefined) return index;
  const known = fact.values.flatMap(v => [v.id, v.label.zh ?? '', v.label.en ?? '']).filter(Boolean);
  return problem('cell-unknown-value', { value: quoted(raw.trim()) }, nearest(key, known) ?? '');
}

/** `2020-03-18`, as days since 1970-01-01; NaN: look closer. */
export function plainDate(text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== MINUS || text.charCodeAt(7) !== MINUS) return Number.NaN;
  const year = plainNumber(text.slice(0, 4), 0);
  const month = plainNumber(text.slice(5, 7), 0);
  const day = plainNumber(text.slice(8), 0);
  // The last days of a month are left to the closer look.
  if (!(year >= 1583 && month >= 1 && month <= 12 && day >= 1 && day <= 28)) return Number.NaN;
  return civilDays(year, month, day);
}

/** Days since 1970-01-01 by arithmetic alone, in years that begin in March, so that leap days come last. */
function civilDays(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const inYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + inYear - 719468;
}

const DATE =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))(?:[ t]0?0:00(?::00(?:\.0+)?)?z?)?$/i;

/** A date in one of the usual writings, year first, as days since 1970-01-01. */
export function looseDate(raw: string): number | Problem {
  const text = plainText(raw).replace(/\s*([年月日])\s*/g, '$1');
  const match = DATE.exec(text);
  if (!match) return problem('cell-not-date', { value: quoted(raw.trim()) });
  const [year, month, day] = match
    .slice(1)
    .filter(part => part !== undefined)
    .map(Number) as [number, number, number];
  const days = daysOf(year, month, day);
  return days === null ? problem('cell-no-such-day', { value: quoted(raw.trim()) }) : days;
}

/** Days since 1970-01-01; null where the calendar has no such day. */
export function daysOf(year: number, month: number, day: number): number | null {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  if (month < 1 || month > 12 || day < 1 || day > lengths[month - 1]!) return null;
  return civilDays(year, month, day);
}

export function isoDate(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}
