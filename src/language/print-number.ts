import type { Rational } from './expr.ts';
import type { Lang } from './label.ts';
import { decimalOf, over } from './rational.ts';
import type { Dimension } from './types.ts';
import type { Unit, UnitTable } from './units.ts';

/** Units that a base may be shown in, the usual one first; of a quotient `below` counts. */
const shownAs: Readonly<
  Record<string, { readonly above: readonly string[]; readonly below: readonly string[] }>
> = {
  money: { above: ['yuan'], below: ['yuan'] },
  person: { above: ['person'], below: ['person'] },
  household: { above: ['household'], below: ['household'] },
  month: { above: ['year', 'month'], below: ['year', 'month'] },
  day: { above: ['day'], below: ['day'] },
  'working-day': { above: ['working-day'], below: ['working-day'] },
  area: { above: ['mu', 'square-metre'], below: ['mu', 'square-metre'] },
  point: { above: ['point'], below: ['point'] },
  times: { above: ['occasion'], below: ['occasion'] },
};

export interface Shown {
  readonly above: readonly Unit[];
  readonly below: readonly Unit[];
}

/** Every way to write the units of a dimension. */
function waysToShow(dimension: Dimension, units: UnitTable): Shown[] {
  let ways: Shown[] = [{ above: [], below: [] }];
  const order = [...Object.keys(shownAs), ...Object.keys(dimension)];
  for (const base of new Set(order)) {
    const power = Object.hasOwn(dimension, base) ? dimension[base]! : 0;
    if (power === 0) continue;
    const place = power > 0 ? 'above' : 'below';
    const ids = Object.hasOwn(shownAs, base) ? shownAs[base]![place] : [base];
    const found = ids.map(id => units.all.find(unit => unit.id === id)).filter(unit => unit !== undefined);
    ways = ways.flatMap(way =>
      found.map(unit => ({
        ...way,
        [place]: [...way[place], ...new Array<Unit>(Math.abs(power)).fill(unit)],
      })),
    );
  }
  return ways;
}

/** A figure in base units as people write it: `5000 元/人年`; reading it back gives the same. */
export function printNumber(value: Rational, dimension: Dimension, lang: Lang, units: UnitTable): string {
  if (Object.hasOwn(dimension, 'calendar-year')) return printYear(value, lang);
  if (Object.keys(dimension).length === 0) return printRatio(value);
  let best: { readonly text: string; readonly score: number } | null = null;
  for (const way of waysToShow(dimension, units)) {
    const figure = inUnits(value, way);
    const decimal = decimalOf(figure, 6);
    const score = decimal === null ? 100 + figure.length : decimal.includes('.') ? decimal.length : 0;
    if (best === null || score < best.score)
      best = { text: `${decimal ?? figure} ${unitText(way, lang, (decimal ?? figure) === '1')}`, score };
  }
  return best?.text ?? value;
}

/** Whole years of age, `60 岁`; null where the figure is none. */
export function printAge(value: Rational, lang: Lang, units: UnitTable): string | null {
  const unit = units.all.find(({ id }) => id === 'age');
  const years = unit ? decimalOf(over(value, unit.factor)) : null;
  return unit && years !== null && /^\d+$/.test(years) ? `${years} ${unit[lang][0]}` : null;
}

function inUnits(value: Rational, { above, below }: Shown): Rational {
  let figure = value;
  for (const unit of above) figure = over(figure, unit.factor);
  for (const unit of below) figure = over(figure, over('1', unit.factor));
  return figure;
}

/** How units over units are named in a language: `元/人年`, `yuan/person/year`. */
export function unitText({ above, below }: Shown, lang: Lang, single: boolean): string {
  const top =
    above.map((unit, i) => wordFor(unit, lang, single || i < above.length - 1)).join('·') ||
    (lang === 'zh' ? '倍' : 'times');
  if (below.length === 0) return top;
  const bottom = below.map(unit => (lang === 'zh' ? zhBelow(unit) : wordFor(unit, lang, true)));
  return lang === 'zh' ? `${top}/${bottom.join(isUsual(below) ? '' : '·')}` : `${top}/${bottom.join('/')}`;
}

/** 元/人年 needs no dot between. */
function isUsual(below: readonly Unit[]): boolean {
  return (
    below.length === 2 && below[1]!.dimension['month'] === 1 && ['person', 'household'].includes(below[0]!.id)
  );
}

function wordFor(unit: Unit, lang: Lang, single: boolean): string {
  if (lang === 'zh') return unit.zh[0]!;
  return single ? unit.single : unit.en[0]!;
}

/** 个月 above the line, 月 below. */
function zhBelow(unit: Unit): string {
  return unit.id === 'month' ? '月' : unit.zh[0]!;
}

/** A calendar year, or a number of years that is added to one. */
function printYear(value: Rational, lang: Lang): string {
  if (lang === 'zh') return `${value} 年`;
  return /^[0-9]{4}$/.test(value) ? value : `${value} years`;
}

/** Less than one in percent, where that is short. */
function printRatio(value: Rational): string {
  const decimal = decimalOf(value);
  if (decimal === null) return value;
  const percent = /^0\.[0-9]{1,4}$/.test(decimal) ? decimalOf(over(value, '1/100')) : null;
  return percent === null ? decimal : `${percent}%`;
}
