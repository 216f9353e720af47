/** Rounding of exact numbers in generated code. */
import Fraction from 'fraction.js';
import type { RoundMode } from '../../language/expr.ts';
import type { Node } from './graph.ts';
import type { Js } from './js.ts';
import * as j from './js.ts';
import { isInfinite, NO_DEN, type Num, whole } from './num.ts';
import type { Range } from './range.ts';
import * as range from './range.ts';

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
export function roundTo(js: Js, a: Num, step: Fraction, mode: RoundMode): Num {
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
