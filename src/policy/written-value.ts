/** Values of parameters as text in the parameter's own unit, and back. */

import type { Rational } from '../language/expr.ts';
import type { Lang } from '../language/label.ts';
import { type Lexicon, makeLexicon } from '../language/lexicon.ts';
import { parseLiteral } from '../language/literal.ts';
import { printNumber } from '../language/print-number.ts';
import { decimalOf, over, times } from '../language/rational.ts';
import { excerpt } from '../language/source.ts';
import { sameDimension } from '../language/units.ts';
import { noWords, yesWords } from '../language/words.ts';
import type { Parameter, ParameterValue } from './policy.ts';
import { isDate } from './settle.ts';
import type { Vocabulary } from './vocabulary.ts';

const lexicons = new WeakMap<Vocabulary, Lexicon>();

function lexiconOf(vocabulary: Vocabulary): Lexicon {
  const made = lexicons.get(vocabulary) ?? makeLexicon([], vocabulary.units);
  lexicons.set(vocabulary, made);
  return made;
}

/** One of a parameter's unit in base units: of 元/人年 25/3; 1 for one without a unit. */
export function unitFactor({ unit }: Parameter, vocabulary: Vocabulary): Rational {
  if (unit.trim() === '') return '1';
  const { literal } = parseLiteral(excerpt('', `1 ${unit}`), lexiconOf(vocabulary));
  return literal?.kind === 'number' ? literal.value : '1';
}

/** Decimals beyond these are no decimal text. */
const MOST_DECIMALS = 12;

/** A figure in base units in the parameter's unit: `6000`; null where it has no end as a decimal. */
export function figureIn(value: Rational, parameter: Parameter, vocabulary: Vocabulary): string | null {
  return decimalOf(over(value, unitFactor(parameter, vocabulary)), MOST_DECIMALS);
}

const FIGURE = /^[-+]?\d{1,30}(\.\d{1,20})?$/;

/** Full-width digits and signs, thousands separators and blanks as keyboards of either language give them. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/−/g, '-')
    .replace(/[,\s](?=\d{3}(\D|$))/g, '')
    .trim();
}

/**
 * A figure as typed, in base units: a bare one is in the parameter's own unit, others say theirs (`0.6 万元`). Null where it
 * is none, or of another kind.
 */
export function readFigure(text: string, parameter: Parameter, vocabulary: Vocabulary): Rational | null {
  if (parameter.type.kind !== 'number' || text.length > 200) return null;
  const bare = plain(text);
  if (FIGURE.test(bare)) return times(bare.replace(/^\+/, ''), unitFactor(parameter, vocabulary));
  const { literal } = parseLiteral(excerpt('', text), lexiconOf(vocabulary));
  if (literal?.kind !== 'number' || literal.unit === '') return null;
  const { dimension } = parameter.type;
  if (sameDimension(literal.dimension, dimension)) return literal.value;
  // 6000 元 for 元/人年: the denominators go without saying.
  const slash = parameter.unit.search(/[/／]/);
  if (slash < 0 || /[/／]/.test(text)) return null;
  const whole = parseLiteral(excerpt('', text + parameter.unit.slice(slash)), lexiconOf(vocabulary)).literal;
  return whole?.kind === 'number' && sameDimension(whole.dimension, dimension) ? whole.value : null;
}

/** A value as typed: null for open, both ends for a range. Null where it makes no sense for the parameter. */
export function readValue(
  written: string | readonly [string, string] | null,
  parameter: Parameter,
  vocabulary: Vocabulary,
): ParameterValue | null {
  if (written === null) return { kind: 'open' };
  if (typeof written !== 'string') {
    const [low, high] = written.map(end => readFigure(end, parameter, vocabulary));
    if (!low || !high) return null;
    return low === high ? { kind: 'set', value: low } : { kind: 'range', low, high };
  }
  const word = written.trim();
  switch (parameter.type.kind) {
    case 'number': {
      const value = readFigure(word, parameter, vocabulary);
      return value === null ? null : { kind: 'set', value };
    }
    case 'bool':
      if (word === 'true' || yesWords.includes(word)) return { kind: 'set', value: true };
      return word === 'false' || noWords.includes(word) ? { kind: 'set', value: false } : null;
    case 'date':
      return isDate(word) ? { kind: 'set', value: word } : null;
    default:
      return null;
  }
}

const words = {
  open: { zh: '待定', en: 'open' },
  to: { zh: '至', en: 'to' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
} as const;

/** A value as a policy of the language writes it: `6000 元/人年`, `1.2 至 1.5 倍`, `待定 人`, `是`. */
export function writeValue(
  value: Exclude<ParameterValue, { kind: 'cells' }>,
  parameter: Parameter,
  vocabulary: Vocabulary,
  lang: Lang,
): string {
  const { type } = parameter;
  // An amount left open without a unit is in yuan.
  const unit = lang === 'en' && parameter.unit === '元' ? 'yuan' : parameter.unit;
  const tail = unit.trim() === '' ? '' : ` ${unit}`;
  const figure = (base: Rational) => figureIn(base, parameter, vocabulary);
  if (value.kind === 'open') return words.open[lang] + tail;
  if (value.kind === 'set') {
    if (typeof value.value === 'boolean') return words[value.value ? 'yes' : 'no'][lang];
    if (type.kind !== 'number') return value.value;
    const text = figure(value.value);
    return text === null ? printed(value.value, parameter, vocabulary, lang) : text + tail;
  }
  const ends = [figure(value.low), figure(value.high)];
  const [low, high] = ends.includes(null)
    ? [value.low, value.high].map(end => printed(end, parameter, vocabulary, lang))
    : ends;
  return `${low} ${words.to[lang]} ${high}${ends.includes(null) ? '' : tail}`;
}

function printed(value: Rational, { type }: Parameter, vocabulary: Vocabulary, lang: Lang): string {
  const dimension = type.kind === 'number' ? type.dimension : {};
  return printNumber(value, dimension, lang, lexiconOf(vocabulary).units);
}
