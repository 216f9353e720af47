/**
 * Exact numbers in generated code: value = node × unit ÷ den, where node and den are whole numbers in doubles, den above
 * 0, and unit is a rational known when the code is generated. A node may be infinite where `below` or `above` says so.
 */

import Fraction from 'fraction.js';
import type { Node } from './graph.ts';
import type { Js } from './js.ts';
import * as j from './js.ts';
import type { Range } from './range.ts';
import * as range from './range.ts';
import { refusals } from './refusals.ts';
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
export const NO_DEN = range.exactly(1);

/**
 * Numerators and denominators of units up to here. The reference evaluator gives up past 2^4096: with a node and a
 * denominator of 53 bits each, no figure gets there.
 */
const LARGEST_UNIT = 2n ** 3900n;

export function manageable(unit: Fraction): Fraction {
  if (unit.n > LARGEST_UNIT || unit.d > LARGEST_UNIT) refuse(refusals.vast);
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
export const isNegative = (a: Num): boolean => a.node.text.startsWith('-');

/** The value, where it is known when the code is generated and finite. */
export function constantOf(a: Num): Fraction | null {
  if (!j.isNumber(a.node) || isInfinite(a) || a.den !== null) return null;
  return a.unit.mul(new Fraction(a.node.text));
}

export function whole(value: Fraction): number {
  const n = Number(value.n);
  if (value.d !== 1n || n > Number.MAX_SAFE_INTEGER) refuseMagnitude();
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
export function together(js: Js, a: Num, b: Num): readonly [Num, Num] {
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

export function inOneUnit(js: Js, a: Num, b: Num): readonly [Num, Num] {
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

/** Every value it can have is a multiple of `step` as it stands. */
export const isMultiple = (a: Num, step: Fraction): boolean => a.den === null && a.unit.div(step).d === 1n;

/** A whole number of `unit`s as a bare figure; the value must be a multiple of it. */
export function bare(js: Js, a: Num, unit: Fraction): Node {
  return inUnit(js, a, unit).node;
}
