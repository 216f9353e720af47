/** Numbers with doubt compared in generated code. */
import type Fraction from 'fraction.js';
import type { Node } from './graph.ts';
import type { Js } from './js.ts';
import * as j from './js.ts';
import type { Num } from './num.ts';
import * as num from './num.ts';
import * as order from './num-order.ts';
import { allPoints, doubtOfAll, naOf, once } from './number.ts';
import * as t from './truth.ts';
import type { BoolVal, NumVal } from './value.ts';
import * as v from './value.ts';

/** `<` or `<=`. */
export function atMost(js: Js, a: NumVal, b: NumVal, strict: boolean): BoolVal {
  const na = naOf(js, [a, b]);
  const doubt = doubtOfAll(js, [a, b]);
  once(a.ranged, b.ranged);
  const below = strict ? '<' : '<=';
  if (allPoints([a, b])) {
    const known = j.and(js, a.known, b.known);
    return applying(js, t.whereKnown(js, known, order.compare(js, below, a.low, b.low), doubt), na);
  }
  const [al, ah] = v.ends(js, a);
  const [bl, bh] = v.ends(js, b);
  const sure = order.compare(js, below, ah, bl);
  const possible = order.compare(js, below, al, bh);
  return applying(js, t.fromEnds(js, sure, possible, doubt), na);
}

export function equal(js: Js, a: NumVal, b: NumVal): BoolVal {
  const na = naOf(js, [a, b]);
  const doubt = doubtOfAll(js, [a, b]);
  once(a.ranged, b.ranged);
  if (allPoints([a, b])) {
    const known = j.and(js, a.known, b.known);
    return applying(js, t.whereKnown(js, known, order.compare(js, '===', a.low, b.low), doubt), na);
  }
  const [al, ah] = v.ends(js, a);
  const [bl, bh] = v.ends(js, b);
  const exact = j.and(js, order.compare(js, '===', al, ah), order.compare(js, '===', bl, bh));
  const sure = j.and(js, exact, order.compare(js, '===', al, bl));
  const apart = j.or(js, order.compare(js, '<', ah, bl), order.compare(js, '<', bh, al));
  return applying(js, t.fromEnds(js, sure, j.not(js, apart), doubt), na);
}

/** True where exact and among `values`, false where the interval holds none of them. */
export function isIn(js: Js, a: NumVal, values: readonly Fraction[]): BoolVal {
  const held = (low: Num, high: Num): Node =>
    j.some(
      js,
      values.map(value => {
        const limit = num.constant(js, value);
        return j.and(js, order.compare(js, '<=', low, limit), order.compare(js, '>=', high, limit));
      }),
    );
  const among = j.some(
    js,
    values.map(value => order.compare(js, '===', a.low, num.constant(js, value))),
  );
  if (v.isPoint(a))
    return applying(js, t.whereKnown(js, a.known, values.length > 0 ? among : js.no, a.doubt), a.na);
  const exact = order.compare(js, '===', a.low, a.high);
  const [low, high] = v.ends(js, a);
  return applying(js, t.fromEnds(js, j.and(js, exact, among), held(low, high), a.doubt), a.na);
}

/** False where inapplicable. */
export function applying(js: Js, a: BoolVal, na: Node): BoolVal {
  if (na === js.no) return a;
  const applies = j.not(js, na);
  if (a.is) return v.decided(js, j.and(js, applies, a.is));
  return v.threeValued(js, j.choose(js, applies, a.tri, j.literal(js, v.FALSE)), a.doubt);
}
