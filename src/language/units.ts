import type { Rational } from './expr.ts';
import type { Lang } from './label.ts';
import { nameKey } from './normal.ts';
import { rational, textOf } from './rational.ts';
import type { Dimension } from './types.ts';

/** A countable unit that a vocabulary declares (`头`, `只`); it adds only to its like. */
export interface UnitDeclaration {
  readonly id: string;
  /** Its spellings besides the id: labels and plurals in both languages. */
  readonly names: readonly string[];
}

/** How often a figure is counted, as written; decides what a literal without a period may be compared with. */
export type Period = 'month' | 'quarter' | 'year';

export interface Unit {
  readonly id: string;
  readonly dimension: Dimension;
  /** One of it in base units. */
  readonly factor: Rational;
  readonly zh: readonly string[];
  readonly en: readonly string[];
  /** The English word for one of it, which also stands below the line. */
  readonly single: string;
  readonly period: Period | null;
}

/** `en`: plural/singular where they differ, then other spellings. */
function unit(
  id: string,
  dimension: Dimension,
  factor: Rational,
  zh: string,
  en: string,
  period: Period | null = null,
): Unit {
  const spellings = en.split(' | ').flatMap(spelling => spelling.split('/'));
  const single = en.split(' | ')[0]!.split('/').at(-1)!;
  return { id, dimension, factor, zh: zh.split(' | '), en: spellings, single, period };
}

/** The units everybody has; the first spelling of each language is the one printed. */
export const standardUnits: readonly Unit[] = [
  unit('yuan', { money: 1 }, '100', '元 | 块', 'yuan | CNY | RMB'),
  unit('fen', { money: 1 }, '1', '分钱', 'fen'),
  unit('jiao', { money: 1 }, '10', '角', 'jiao'),
  unit('thousand-yuan', { money: 1 }, '100000', '千元', 'thousand_yuan'),
  unit('wan-yuan', { money: 1 }, '1000000', '万元', 'wan_yuan'),
  unit('yi-yuan', { money: 1 }, '10000000000', '亿元', 'yi_yuan'),
  unit('percent', {}, '1/100', '%', '% | percent'),
  unit('permille', {}, '1/1000', '‰', '‰'),
  unit('ratio', {}, '1', '倍', 'times | fold'),
  unit('tenth', {}, '1/10', '成', 'tenths/tenth'),
  unit('thousand', {}, '1000', '千', 'thousand'),
  unit('ten-thousand', {}, '10000', '万', 'ten_thousand'),
  unit('hundred-million', {}, '100000000', '亿', 'hundred_million'),
  unit('piece', {}, '1', '个', 'pieces/piece'),
  unit('person', { person: 1 }, '1', '人 | 口 | 名', 'persons/person | people'),
  unit('household', { household: 1 }, '1', '户', 'households/household'),
  unit('month', { month: 1 }, '1', '个月 | 月', 'months/month', 'month'),
  unit('quarter', { month: 1 }, '3', '季度 | 季 | 个季度', 'quarters/quarter', 'quarter'),
  unit('year', { month: 1 }, '12', '年 | 周年', 'years/year', 'year'),
  unit('age', { month: 1 }, '12', '岁 | 周岁', 'years old | years of age'),
  unit('half-year', { month: 1 }, '6', '半年', 'half_years/half_year'),
  unit('day', { day: 1 }, '1', '天 | 日', 'days/day'),
  unit('week', { day: 1 }, '7', '周 | 星期', 'weeks/week'),
  unit('working-day', { 'working-day': 1 }, '1', '个工作日 | 工作日', 'working_days/working_day'),
  unit('occasion', { times: 1 }, '1', '次', 'occasions/occasion'),
  unit('mu', { area: 1 }, '2000', '亩', 'mu'),
  unit(
    'square-metre',
    { area: 1 },
    '3',
    '平方米 | ㎡ | 平米',
    'square_metres/square_metre | square_meters | sqm | m2',
  ),
  unit('hectare', { area: 1 }, '30000', '公顷', 'hectares/hectare'),
  unit('point', { point: 1 }, '1', '分', 'points/point'),
];

/** How years of age are written: 岁, 周岁, years old. */
export const ageSpellings: ReadonlySet<string> = new Set(
  standardUnits.filter(({ id }) => id === 'age').flatMap(({ zh, en }) => [...zh, ...en]),
);

export interface UnitTable {
  /** By normalised spelling. */
  readonly byName: ReadonlyMap<string, Unit>;
  readonly all: readonly Unit[];
}

/** Standard units with those of a vocabulary; a declared one never takes the spelling of a standard one. */
export function makeUnits(declared: readonly UnitDeclaration[] = []): UnitTable {
  const all = [...standardUnits, ...declared.map(declaredUnit)];
  const byName = new Map<string, Unit>();
  for (const one of all)
    for (const name of [...one.zh, ...one.en]) if (!byName.has(nameKey(name))) byName.set(nameKey(name), one);
  return { byName, all };
}

function declaredUnit({ id, names }: UnitDeclaration): Unit {
  const han = names.filter(name => /[^\u0020-\u007e]/.test(name));
  // People are shown a label rather than the id, where there is one.
  const ascii = [...names.filter(name => !han.includes(name) && name !== id), id];
  return {
    id,
    dimension: { [id]: 1 },
    factor: '1',
    zh: [...han, ...ascii],
    en: [...ascii, ...han],
    single: ascii[0]!.startsWith(id) ? id : ascii[0]!,
    period: null,
  };
}

/** Units over units, as written: `元/人年` is 元 over 人 and 年. */
export interface UnitPhrase {
  readonly up: readonly string[];
  readonly down: readonly string[];
}

export interface Measure {
  readonly dimension: Dimension;
  /** One of it in base units. */
  readonly factor: Rational;
  readonly period: Period | null;
}

/** What a unit phrase measures; null where a unit is not known. */
export function measureOf(phrase: UnitPhrase, units: UnitTable): Measure | null {
  let factor = rational('1');
  let dimension: Dimension = {};
  let period: Period | null = null;
  for (const [names, sign] of [
    [phrase.up, 1],
    [phrase.down, -1],
  ] as const) {
    for (const name of names) {
      const found = units.byName.get(name) ?? units.byName.get(name.toLowerCase());
      if (!found) return null;
      factor = sign === 1 ? factor.mul(rational(found.factor)) : factor.div(rational(found.factor));
      dimension = multiplyDimensions(dimension, found.dimension, sign);
      if (sign === -1 && found.period) period = found.period;
    }
  }
  return { dimension, factor: textOf(factor), period };
}

/** a × b, or a ÷ b for sign −1. */
export function multiplyDimensions(a: Dimension, b: Dimension, sign: 1 | -1 = 1): Dimension {
  const result = new Map(Object.entries(a));
  for (const [base, power] of Object.entries(b)) {
    const sum = (result.get(base) ?? 0) + sign * power;
    if (sum === 0) result.delete(base);
    else result.set(base, sum);
  }
  return Object.fromEntries([...result].sort(([x], [y]) => (x < y ? -1 : 1)));
}

export function sameDimension(a: Dimension, b: Dimension): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every(key => a[key] === b[key]);
}

export function isRatio(dimension: Dimension): boolean {
  return Object.keys(dimension).length === 0;
}

/** Units shown for each base, in the order they are written. */
const shown: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  money: { zh: '元', en: 'yuan' },
  point: { zh: '分', en: 'points' },
  area: { zh: '亩', en: 'mu' },
  times: { zh: '次', en: 'occasions' },
  'calendar-year': { zh: '年份', en: 'calendar year' },
  person: { zh: '人', en: 'person' },
  household: { zh: '户', en: 'household' },
  month: { zh: '年', en: 'year' },
  day: { zh: '天', en: 'day' },
  'working-day': { zh: '工作日', en: 'working day' },
};

/** How a dimension is named to people: `元/人年`, `yuan/person/year`; a ratio has words of its own. */
export function dimensionText(dimension: Dimension, lang: Lang, units: UnitTable): string {
  const order = [...Object.keys(shown), ...Object.keys(dimension)];
  const up: string[] = [];
  const down: string[] = [];
  for (const base of new Set(order)) {
    const power = Object.hasOwn(dimension, base) ? dimension[base]! : 0;
    const word = Object.hasOwn(shown, base) ? shown[base]![lang] : declaredWord(base, lang, units);
    for (let i = 0; i < Math.abs(power); i++) (power > 0 ? up : down).push(word);
  }
  const top = up.join(lang === 'zh' ? '·' : ' ') || (lang === 'zh' ? '没有单位' : 'no unit');
  if (down.length === 0) return top;
  return lang === 'zh'
    ? `${up.join('·') || '1'}/${down.join('')}`
    : `${up.join(' ') || '1'}/${down.join('/')}`;
}

function declaredWord(base: string, lang: Lang, units: UnitTable): string {
  const found = units.all.find(one => one.id === base);
  return found?.[lang][0] ?? base;
}
