/** Exact values as people read them: money in yuan, ages in years, with thousands separators, in both languages. */
import type { Rational } from '../language/expr.ts';
import type { Label, Lang, Words } from '../language/label.ts';
import { over, rational } from '../language/rational.ts';
import type { Dimension } from '../language/types.ts';
import { dimensionText, makeUnits, type UnitTable } from '../language/units.ts';
import { inert } from './inert.ts';

/** The unit that a fact or a parameter is written in; base units = figure × `perUnit`. */
export interface FigureUnit {
  readonly label: Label;
  readonly perUnit: Rational;
}

/** How figures are written. */
export interface FigureStyle {
  readonly unit?: FigureUnit | null;
  /** Decimals of a figure that does not end within `EXACT` of them. */
  readonly places?: number;
  /** Words for countable units that a vocabulary declares. */
  readonly units?: UnitTable;
}

const standard = makeUnits();
/** Up to so many decimals a figure is written out. */
const EXACT = 6;
/** One of what is shown, in base units. */
const SHOWN: Readonly<Record<string, Rational>> = { money: '100', month: '12', area: '2000' };

const separated = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** Decimal text with thousands separators, rounded half up to `places` where it is longer; trailing zeros go. */
export function decimal(value: Rational, places = 4, separators = true): { text: string; exact: boolean } {
  const [top, bottom] = value.split('/').map(BigInt) as [bigint, bigint | undefined];
  const divisor = bottom ?? 1n;
  const scale = 10n ** BigInt(places);
  const scaled = (top < 0n ? -top : top) * scale;
  const rounded = (2n * scaled + divisor) / (2n * divisor);
  const whole = (rounded / scale).toString();
  const rest = (rounded % scale).toString().padStart(places, '0').replace(/0+$/, '');
  const sign = top < 0n && rounded !== 0n ? '-' : '';
  const text = `${sign}${separators ? separated(whole) : whole}${rest === '' ? '' : `.${rest}`}`;
  return { text, exact: scaled % divisor === 0n };
}

/** Base units in one of what a dimension is shown in (`dimensionText`): 元/年 is 100/12. */
export function shownFactor(dimension: Dimension): Rational {
  let factor = rational('1');
  for (const [base, power] of Object.entries(dimension)) {
    const one = rational(Object.hasOwn(SHOWN, base) ? SHOWN[base]! : '1');
    for (let i = 0; i < Math.abs(power); i++) factor = power > 0 ? factor.mul(one) : factor.div(one);
  }
  return factor.toFraction();
}

/** Units in front of which a figure stands by itself; English has a singular. */
const SINGLE: Readonly<Record<string, { readonly zh: string; readonly one: string; readonly many: string }>> =
  {
    money: { zh: '元', one: 'yuan', many: 'yuan' },
    person: { zh: '人', one: 'person', many: 'people' },
    household: { zh: '户', one: 'household', many: 'households' },
    month: { zh: '个月', one: 'month', many: 'months' },
    day: { zh: '天', one: 'day', many: 'days' },
    'working-day': { zh: '个工作日', one: 'working day', many: 'working days' },
    point: { zh: '分', one: 'point', many: 'points' },
    times: { zh: '次', one: 'time', many: 'times' },
  };

function baseOf(dimension: Dimension): string | null {
  const [first, ...others] = Object.entries(dimension);
  return first !== undefined && others.length === 0 && first[1] === 1 ? first[0] : null;
}

interface Shown {
  readonly figure: Rational;
  readonly unit: (figure: string) => string;
  readonly places: number;
  readonly separators: boolean;
}

const spaced = (word: string) => (figure: string) => (word === '' ? figure : `${figure} ${word}`);

function shown(value: Rational, dimension: Dimension, lang: Lang, style: FigureStyle): Shown {
  const { unit = null, units = standard } = style;
  const places = style.places ?? (Object.hasOwn(dimension, 'money') ? 2 : 4);
  const base = baseOf(dimension);
  if (base === 'calendar-year') {
    const attach = (figure: string) => (lang === 'zh' ? `${figure} 年` : figure);
    return { figure: value, unit: attach, places: 0, separators: false };
  }
  if (unit !== null) {
    const word = inert(unit.label[lang] ?? unit.label.zh ?? unit.label.en ?? '');
    const attach = word === '%' ? (figure: string) => `${figure}%` : spaced(word);
    return { figure: over(value, unit.perUnit), unit: attach, places, separators: true };
  }
  if (base === 'month' && !over(value, '12').includes('/')) {
    const years = over(value, '12');
    const word = lang === 'zh' ? '年' : years === '1' ? 'year' : 'years';
    return { figure: years, unit: spaced(word), places, separators: true };
  }
  if (Object.keys(dimension).length === 0) {
    if (!value.includes('/')) return { figure: value, unit: spaced(''), places, separators: true };
    return {
      figure: over(value, '1/100'),
      unit: figure => `${figure}%`,
      places: style.places ?? 2,
      separators: true,
    };
  }
  const single = base !== null && Object.hasOwn(SINGLE, base) ? SINGLE[base]! : null;
  const figure = single !== null && base === 'month' ? value : over(value, shownFactor(dimension));
  const word =
    single === null
      ? inert(dimensionText(dimension, lang, units))
      : lang === 'zh'
        ? single.zh
        : figure === '1'
          ? single.one
          : single.many;
  return { figure, unit: spaced(word), places, separators: true };
}

/** One exact number; one whose decimals go on past `EXACT` is rounded and said to be about that. */
export function figureText(
  value: Rational,
  dimension: Dimension,
  lang: Lang,
  style: FigureStyle = {},
): string {
  const { figure, unit: attach, places, separators } = shown(value, dimension, lang, style);
  const whole = decimal(figure, EXACT, separators);
  const { text, exact } = whole.exact ? whole : decimal(figure, places, separators);
  return exact ? attach(text) : `${about[lang]}${attach(text)}`;
}

const about: Words = { zh: '约 ', en: 'about ' };
export const unknownWords: Words = { zh: '未知', en: 'unknown' };

/** A number somewhere from low to high; null: unbounded. */
export function spanText(
  low: Rational | null,
  high: Rational | null,
  dimension: Dimension,
  lang: Lang,
  style: FigureStyle = {},
): string {
  if (low !== null && low === high) return figureText(low, dimension, lang, style);
  const from = low === null ? null : figureText(low, dimension, lang, style);
  const to = high === null ? null : figureText(high, dimension, lang, style);
  if (from === null && to === null) return unknownWords[lang];
  if (from === null) return lang === 'zh' ? `不超过 ${to}` : `at most ${to}`;
  if (to === null) return lang === 'zh' ? `不低于 ${from}` : `at least ${from}`;
  return lang === 'zh' ? `${from} 至 ${to}` : `${from} to ${to}`;
}
