/** Sums, products and quotients of exact numbers in generated code. */
import type { Js } from './js.ts';
import * as j from './js.ts';
import { isInfinite, manageable, NO_DEN, type Num, together } from './num.ts';
import * as range from './range.ts';

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
