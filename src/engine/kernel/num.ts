/**
 * Exact numbers in generated code: value = node × unit ÷ den, where node and den are whole numbers in doubles, den above
 * 0, and unit is a rational known when the code is generated. A node may be infinite where `below` or `above` says so.
 */
import Fraction from 'fraction.js';
import type { RoundMode } from '../../language/expr.ts';
import { compareByDay } from './by-day.ts';
import type { Node } from './graph.ts';
import type { Js } from './js.ts';
import * as j from './js.ts';
import type { Range } from './range.ts';
import * as range from './range.ts';
import { refuse, refuseMagnitude } from './refuse.ts';

export interface Num {
  readonly node: Node;
  readonly unit: Fraction;
  readonly den: Node | null;
  /** Bounds of the node where it is finite. */
  readonly range: Range;
  readonly denRange: Range;
  /** It may be −∞. */
  readonly below: boolean;
  /** It may be ∞. */
  readonly above: boolean;
}

const ONE = new Fraction(1);
const NO_DEN = range.exactly(1);

/**
 * Numerators and denominators of units up to here. The reference evaluator gives up past 2^4096: with a node and a
 * denominator of 53 bits each, no figure gets there.
 */
const LARGEST_UNIT = 2n ** 3900n;

function manageable(unit: Fraction): Fraction {
  if (unit.n > LARGEST_UNIT || unit.d > LARGEST_UNIT) refuse('figures that may pass 2^3900');
  return unit;
}

/** A whole number of `unit`s that is at hand while the code runs. */
export function numberOf(node: Node, unit: Fraction, bounds: Range): Num {
  return { node, unit, den: null, range: range.safe(bounds), denRange: NO_DEN, below: false, above: false };
}

/** A number known when the code is generated. */
export function constant(js: Js, value: Fraction): Num {
  const sign = Number(value.n === 0n ? 0n : value.s);
  const unit = sign === 0 ? ONE : manageable(value.abs());
  return numberOf(j.literal(js, sign), unit, range.exactly(sign));
}

export function infinity(js: Js, sign: 1 | -1): Num {
  const node = j.literal(js, sign * Infinity);
  return {
    node,
    unit: ONE,
    den: null,
    range: range.NOTHING,
    denRange: NO_DEN,
    below: sign < 0,
    above: sign > 0,
  };
}

const isZero = (a: Num): boolean => a.node.kind === 'literal' && a.node.text === '0';
export const isInfinite = (a: Num): boolean => a.node.kind === 'literal' && a.node.text.endsWith('Infinity');
const isNegative = (a: Num): boolean => a.node.text.startsWith('-');

/** The value, where it is known when the code is generated and finite. */
export function constantOf(a: Num): Fraction | null {
  if (!j.isNumber(a.node) || isInfinite(a) || a.den !== null) return null;
  return a.unit.mul(new Fraction(a.node.text));
}

function whole(value: Fraction): number {
  const n = Number(value.n);
  if (value.d !== 1n || n > Number.MAX_SAFE_INTEGER) refuseMagnitude('units too far apart');
  return n;
}

function inUnit(js: Js, a: Num, unit: Fraction): Num {
  if (isZero(a) || isInfinite(a) || a.unit.equals(unit)) return { ...a, unit };
  const factor = whole(a.unit.div(unit));
  return {
    ...a,
    unit,
    node: j.times(js, a.node, j.literal(js, factor)),
    range: range.scale(a.range, factor),
  };
}

function overDen(js: Js, a: Num, den: Node, denRange: Range, by: Node | null, byRange: Range): Num {
  if (by === null) return { ...a, den, denRange };
  return { ...a, node: j.times(js, a.node, by), range: range.multiply(a.range, byRange), den, denRange };
}

/** Both in one unit and over one denominator. */
function together(js: Js, a: Num, b: Num): readonly [Num, Num] {
  const [x, y] = inOneUnit(js, a, b);
  if (x.den === y.den) return [x, y];
  if (isFree(y)) return [x, { ...y, den: x.den, denRange: x.denRange }];
  if (isFree(x)) return [{ ...x, den: y.den, denRange: y.denRange }, y];
  if (x.den === null) return [overDen(js, x, y.den!, y.denRange, y.den, y.denRange), y];
  if (y.den === null) return [x, overDen(js, y, x.den, x.denRange, x.den, x.denRange)];
  const den = j.times(js, x.den, y.den);
  const denRange = range.multiply(x.denRange, y.denRange);
  return [overDen(js, x, den, denRange, y.den, y.denRange), overDen(js, y, den, denRange, x.den, x.denRange)];
}

export function add(js: Js, a: Num, b: Num): Num {
  if (isInfinite(a)) return a;
  if (isInfinite(b)) return b;
  const [x, y] = together(js, a, b);
  return {
    ...x,
    node: j.plus(js, x.node, y.node),
    range: range.add(x.range, y.range),
    below: a.below || b.below,
    above: a.above || b.above,
  };
}

export function negate(js: Js, a: Num): Num {
  return {
    ...a,
    node: j.times(js, a.node, j.literal(js, -1)),
    range: range.negate(a.range),
    below: a.above,
    above: a.below,
  };
}

export function subtract(js: Js, a: Num, b: Num): Num {
  if (isInfinite(a)) return a;
  if (isInfinite(b)) return negate(js, b);
  const [x, y] = together(js, a, b);
  return {
    ...x,
    node: j.minus(js, x.node, y.node),
    range: range.add(x.range, range.negate(y.range)),
    below: a.below || b.above,
    above: a.above || b.below,
  };
}

/** The caller sees to it that 0 × ∞ does not happen. */
export function multiply(js: Js, a: Num, b: Num): Num {
  const infinite = a.below || a.above || b.below || b.above;
  const positive = a.range.min >= 0 && b.range.min >= 0 && !a.below && !b.below;
  return {
    node: j.times(js, a.node, b.node),
    unit: manageable(a.unit.mul(b.unit)),
    den: a.den === null ? b.den : b.den === null ? a.den : j.times(js, a.den, b.den),
    range: range.multiply(a.range, b.range),
    denRange: range.multiply(a.denRange, b.denRange),
    below: infinite && !positive,
    above: infinite,
  };
}

/** 1 ÷ a, where `a` is not 0 (else it means nothing), finite or not: 1 ÷ ∞ is 0. */
export function reciprocal(js: Js, a: Num): Num {
  const { min, max } = a.range;
  const zero = j.literal(js, 0);
  const one = j.literal(js, 1);
  let top = a.den ?? one;
  let topRange = a.denRange;
  let den = a.node;
  if (min < 0 || a.below) {
    const below = j.compare(js, '<', a.node, zero);
    top = j.choose(js, below, j.times(js, top, j.literal(js, -1)), top);
    topRange = range.hull(topRange, range.negate(topRange));
    den = j.isNumber(a.node) ? j.literal(js, Math.abs(j.figure(a.node))) : j.call(js, 'Math.abs', [a.node]);
  }
  if (a.below || a.above) {
    const open = j.compare(js, '===', den, j.literal(js, Infinity));
    top = j.choose(js, open, zero, top);
    topRange = range.hull(topRange, range.exactly(0));
    den = j.choose(js, open, one, den);
  }
  if (min <= 0 && max >= 0) den = j.choose(js, j.compare(js, '===', den, zero), one, den);
  const denRange = { min: 1, max: Math.max(Math.abs(min), Math.abs(max), 1) };
  const isOne = j.isNumber(den) && j.figure(den) === 1;
  return {
    node: top,
    unit: a.unit.inverse(),
    den: isOne ? null : den,
    range: topRange,
    denRange: isOne ? NO_DEN : denRange,
    below: false,
    above: false,
  };
}

/** a ÷ b, where `b` is finite and not 0. */
export function divide(js: Js, a: Num, b: Num): Num {
  if (a.den !== null && a.den === b.den)
    return divide(js, { ...a, den: null, denRange: NO_DEN }, { ...b, den: null, denRange: NO_DEN });
  return multiply(js, a, reciprocal(js, b));
}

export type Comparison = '<' | '<=' | '>' | '>=' | '===';
const TURNED: Record<Comparison, Comparison> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '===': '===' };

/** Whether `a` stands to `b` as the sign says; an infinite end never equals another. */
export function compare(js: Js, sign: Comparison, a: Num, b: Num): Node {
  if (isInfinite(a) || isInfinite(b)) {
    const rising = isInfinite(a) ? isNegative(a) : !isNegative(b);
    return j.truth(js, sign !== '===' && (sign === '<' || sign === '<=') === rising);
  }
  if (constantOf(a) !== null && constantOf(b) === null) return compare(js, TURNED[sign], b, a);
  const limit = constantOf(b);
  if (limit !== null && a.den === null) return withLimit(js, sign, a, limit.div(a.unit));
  const [x, y] = together(js, a, b);
  const known = decided(sign, x, y);
  return known === null ? j.compare(js, sign, x.node, y.node) : j.truth(js, known);
}

/** Against a number of the figure's own units: whole figures compare with the whole number nearest the limit. */
function withLimit(js: Js, sign: Comparison, a: Num, limit: Fraction): Node {
  const up = sign === '<' || sign === '>=';
  if (sign === '===' && limit.d !== 1n) return js.no;
  const bound = clamp(Number((up ? limit.ceil() : limit.floor()).toFraction()));
  const known = decided(sign, a, { range: range.exactly(bound), below: false, above: false });
  const byDay = known === null && Number.isSafeInteger(bound) ? compareByDay(js, sign, a.node, bound) : null;
  if (byDay !== null) return byDay;
  return known === null ? j.compare(js, sign, a.node, j.literal(js, bound)) : j.truth(js, known);
}

/** Beyond 2^53 no figure goes, so that any such limit does. */
const clamp = (value: number): number => Math.max(-(2 ** 53), Math.min(2 ** 53, value));

/** What the bounds alone say. */
type Bounds = Pick<Num, 'range' | 'below' | 'above'>;

function decided(sign: Comparison, a: Bounds, b: Bounds): boolean | null {
  switch (sign) {
    case '<':
      if (a.range.max < b.range.min && !a.above && !b.below) return true;
      return a.range.min >= b.range.max && !a.below && !b.above ? false : null;
    case '<=':
      if (a.range.max <= b.range.min && !a.above && !b.below) return true;
      return a.range.min > b.range.max && !a.below && !b.above ? false : null;
    case '>':
      return decided('<', b, a);
    case '>=':
      return decided('<=', b, a);
    case '===': {
      if (decided('<', a, b) || decided('<', b, a)) return false;
      const fixed = ({ range: { min, max }, below, above }: Bounds) => min === max && !below && !above;
      return fixed(a) && fixed(b) ? true : null;
    }
  }
}

export function choose(js: Js, condition: Node, a: Num, b: Num): Num {
  if (condition === js.yes || a === b) return a;
  if (condition === js.no) return b;
  const [x, y] = inOneUnit(js, a, b);
  const den = eitherDen(js, condition, x, y);
  return {
    node: j.choose(js, condition, x.node, y.node),
    unit: x.unit,
    den,
    range: range.hull(x.range, y.range),
    denRange: den === null ? NO_DEN : range.hull(x.denRange, y.denRange),
    below: a.below || b.below,
    above: a.above || b.above,
  };
}

function eitherDen(js: Js, condition: Node, a: Num, b: Num): Node | null {
  if (a.den === b.den || isFree(b)) return a.den;
  if (isFree(a)) return b.den;
  const one = j.literal(js, 1);
  return j.choose(js, condition, a.den ?? one, b.den ?? one);
}

/** 0 and ∞ are the same in every unit and over every denominator. */
const isFree = (a: Num): boolean => isZero(a) || isInfinite(a);

function inOneUnit(js: Js, a: Num, b: Num): readonly [Num, Num] {
  const unit = isFree(a) ? b.unit : isFree(b) ? a.unit : manageable(a.unit.gcd(b.unit));
  return [inUnit(js, a, unit), inUnit(js, b, unit)];
}

/** Value = node ÷ den, both whole. */
export function asQuotient(js: Js, a: Num): { readonly node: Node; readonly den: Node } {
  const top = inUnit(js, a, new Fraction(1, a.unit.d));
  return {
    node: top.node,
    den: j.times(js, a.den ?? j.literal(js, 1), j.literal(js, whole(new Fraction(a.unit.d)))),
  };
}

function extreme(js: Js, name: 'lesser' | 'greater', a: Num, b: Num): Num {
  if (isInfinite(a) && isInfinite(b)) return isNegative(a) === (name === 'lesser') ? a : b;
  const sign = name === 'lesser' ? '<=' : '>=';
  const first = compare(js, sign, a, b);
  if (first === js.yes || first === js.no) return first === js.yes ? a : b;
  const [x, y] = inOneUnit(js, a, b);
  if (x.den !== y.den) return choose(js, first, a, b);
  const bounds = name === 'lesser' ? lesserBounds(x, y) : mirrored(lesserBounds(mirrored(x), mirrored(y)));
  const best = name === 'lesser' ? j.lesser : j.greater;
  return { ...x, ...bounds, node: best(js, x.node, y.node) };
}

const mirrored = ({ range: r, below, above }: Bounds): Bounds => ({
  range: range.negate(r),
  below: above,
  above: below,
});

/** The lesser of a finite figure and ∞ is finite. */
function lesserBounds(a: Bounds, b: Bounds): Bounds {
  const tops = [...(b.above ? [a.range.max] : []), ...(a.above ? [b.range.max] : [])];
  const max = Math.max(Math.min(a.range.max, b.range.max), ...tops);
  return {
    range: { min: Math.min(a.range.min, b.range.min), max },
    below: a.below || b.below,
    above: a.above && b.above,
  };
}

export const lesser = (js: Js, a: Num, b: Num): Num => extreme(js, 'lesser', a, b);
export const greater = (js: Js, a: Num, b: Num): Num => extreme(js, 'greater', a, b);

/** Every value it can have is a multiple of `step` as it stands. */
export const isMultiple = (a: Num, step: Fraction): boolean => a.den === null && a.unit.div(step).d === 1n;

/** A whole number of `unit`s as a bare figure; the value must be a multiple of it. */
export function bare(js: Js, a: Num, unit: Fraction): Node {
  return inUnit(js, a, unit).node;
}

/** Whole numbers around every quotient of the two; the divisor is above 0. */
function quotientBounds(top: Range, den: Range): Range {
  if (top.min > top.max) return top;
  const ends = [top.min / den.min, top.min / den.max, top.max / den.min, top.max / den.max];
  return { min: Math.floor(Math.min(...ends)), max: Math.ceil(Math.max(...ends)) };
}

/**
 * To a multiple of `step`. Below 2^53 the quotient of two whole numbers in doubles never reaches the next whole number,
 * so that `Math.floor` and `Math.ceil` of it are exact.
 */
export function round(js: Js, a: Num, step: Fraction, mode: RoundMode): Num {
  if (isInfinite(a)) return a;
  const ratio = a.unit.div(step);
  const over = j.literal(js, whole(new Fraction(ratio.d)));
  const top = j.times(js, a.node, j.literal(js, whole(new Fraction(ratio.n))));
  const topRange = range.scale(a.range, whole(new Fraction(ratio.n)));
  const den = a.den === null ? over : j.times(js, a.den, over);
  const denRange = range.scale(a.denRange, j.figure(over));
  const bare = { unit: step, den: null, denRange: NO_DEN, below: a.below, above: a.above };
  if (j.isNumber(den) && j.figure(den) === 1) return { ...bare, node: top, range: topRange };
  const bounds = quotientBounds(topRange, denRange);
  const quotient = (name: string, n: Node, d: Node) => j.call(js, name, [j.binary(js, '/', n, d)]);
  if (mode !== 'half-up') {
    const node = quotient(mode === 'down' ? 'Math.floor' : 'Math.ceil', top, den);
    return { ...bare, node, range: bounds };
  }
  const two = j.literal(js, 2);
  const double = j.times(js, den, two);
  range.safe(range.add(range.scale(topRange, 2), denRange));
  range.safe(range.scale(denRange, 2));
  const near = (n: Node) => quotient('Math.floor', j.plus(js, j.times(js, n, two), den), double);
  if (topRange.min >= 0) return { ...bare, node: near(top), range: bounds };
  range.safe(range.add(range.negate(range.scale(topRange, 2)), denRange));
  const below = j.compare(js, '<', top, j.literal(js, 0));
  const minus = j.literal(js, -1);
  const node = j.choose(js, below, j.times(js, near(j.times(js, top, minus)), minus), near(top));
  return { ...bare, node, range: bounds };
}
