import type { Node } from './graph.ts';
import type { Js } from './js.ts';
import * as j from './js.ts';
import type { Num } from './num.ts';
import * as num from './num.ts';
import * as sums from './num-arithmetic.ts';
import * as order from './num-order.ts';
import { doubtOfAll, linearIn, naOf, zero } from './number.ts';
import type { Doubt, NumVal } from './value.ts';
import * as v from './value.ts';

const neverNegative = (low: Num): boolean => !low.below && low.range.min >= 0;

export function multiply(js: Js, a: NumVal, b: NumVal): NumVal {
  const doubt = doubtOfAll(js, [a, b]);
  const na = naOf(js, [a, b]);
  const times = (x: Num, y: Num) => sums.multiply(js, x, y);
  if (v.isPoint(a) && v.isPoint(b))
    return v.point(js, times(a.low, b.low), j.and(js, a.known, b.known), doubt, na);
  const [al, ah] = v.ends(js, a);
  const [bl, bh] = v.ends(js, b);
  const lost = j.or(js, zeroTimesInfinity(js, [al, ah], [bl, bh]), zeroTimesInfinity(js, [bl, bh], [al, ah]));
  const [low, high] = product(js, [al, ah], [bl, bh]);
  return openWhere(js, lost, { ...v.span(js, low, high, doubt), ranged: linearIn(a, b) }, doubt, na);
}

function zeroTimesInfinity(js: Js, ends: readonly Num[], others: readonly Num[]): Node {
  const infinite = j.some(
    js,
    others.flatMap(o => (o.below || o.above ? isInfinite(js, o) : [])),
  );
  if (infinite === js.no) return js.no;
  return j.and(
    js,
    infinite,
    j.some(
      js,
      ends.map(e => order.compare(js, '===', e, zero(js))),
    ),
  );
}

function isInfinite(js: Js, a: Num): Node {
  const literal = a.node.kind === 'literal';
  if (literal) return j.truth(js, a.node.text.endsWith('Infinity'));
  return j.or(
    js,
    j.compare(js, '===', a.node, j.literal(js, Infinity)),
    j.compare(js, '===', a.node, j.literal(js, -Infinity)),
  );
}

/** The ends of a product; with fewer products where the signs are known. 0 × ∞ is left to the caller. */
function product(js: Js, [al, ah]: readonly [Num, Num], [bl, bh]: readonly [Num, Num]): readonly [Num, Num] {
  const times = (x: Num, y: Num) => sums.multiply(js, x, y);
  if (neverNegative(al) && neverNegative(bl)) return [times(al, bl), times(ah, bh)];
  const products = [times(al, bl), times(al, bh), times(ah, bl), times(ah, bh)];
  return [
    products.reduce((x, y) => order.lesser(js, x, y)),
    products.reduce((x, y) => order.greater(js, x, y)),
  ];
}

/** `byZero` is the doubt of a division by zero. */
export function divide(js: Js, a: NumVal, b: NumVal, byZero: Doubt): NumVal {
  const na = naOf(js, [a, b]);
  if (v.isPoint(b)) {
    const isZero = order.compare(js, '===', b.low, zero(js));
    const fails = j.and(js, isZero, b.known);
    const doubt = v.gather(js, [
      { inexact: j.and(js, v.inexact(js, a), j.not(js, fails)), doubt: a.doubt },
      v.part(js, b),
      { inexact: fails, doubt: byZero },
    ]);
    if (v.isPoint(a)) {
      const known = j.all(js, [a.known, b.known, j.not(js, isZero)]);
      return v.point(js, sums.divide(js, a.low, b.low), known, doubt, na);
    }
    const quotient = multiply(js, a, v.point(js, sums.reciprocal(js, b.low), js.yes));
    const known = j.and(js, b.known, j.not(js, isZero));
    return openWhere(js, j.not(js, known), quotient, doubt, na);
  }
  const none = zero(js);
  const positive = order.compare(js, '>', b.low, none);
  const negative = order.compare(js, '<', b.high, none);
  const spanned = j.not(js, j.or(js, positive, negative));
  const exactlyZero = j.and(
    js,
    order.compare(js, '===', b.low, none),
    order.compare(js, '===', b.high, none),
  );
  const doubt = v.gather(js, [
    { inexact: j.and(js, v.inexact(js, a), j.not(js, exactlyZero)), doubt: a.doubt },
    v.part(js, b),
    { inexact: exactlyZero, doubt: byZero },
  ]);
  const inverse = v.span(js, sums.reciprocal(js, b.high), sums.reciprocal(js, b.low), doubt);
  return openWhere(js, spanned, multiply(js, a, inverse), doubt, na);
}

/** Unknown where `unknown`, else as it is. */
function openWhere(js: Js, unknown: Node, a: NumVal, doubt: Doubt, na: Node): NumVal {
  const [low, high] = v.ends(js, a);
  const value = v.span(
    js,
    num.choose(js, unknown, num.infinity(js, -1), low),
    num.choose(js, unknown, num.infinity(js, 1), high),
    doubt,
    na,
  );
  return { ...value, ranged: a.ranged };
}
