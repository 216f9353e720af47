/** Numbers with doubt in generated code: exact, unknown in places, or from low to high. */
import Fraction from 'fraction.js';
import type { RoundMode } from '../../language/expr.ts';
import type { Node } from './graph.ts';
import type { Js } from './js.ts';
import * as j from './js.ts';
import type { Num } from './num.ts';
import * as num from './num.ts';
import { refuse } from './refuse.ts';
import * as t from './truth.ts';
import type { BoolVal, Doubt, NumVal } from './value.ts';
import * as v from './value.ts';

const ZERO = new Fraction(0);
const zero = (js: Js): Num => num.constant(js, ZERO);

const doubtOfAll = (js: Js, vals: readonly NumVal[]): Doubt =>
  v.gather(
    js,
    vals.map(a => v.part(js, a)),
  );
const naOf = (js: Js, vals: readonly NumVal[]): Node =>
  j.some(
    js,
    vals.map(a => a.na),
  );
const allPoints = (vals: readonly NumVal[]): boolean => vals.every(v.isPoint);

/** Where both are points, by their values; else end by end. */
function lift(
  js: Js,
  vals: readonly NumVal[],
  exact: (nums: readonly Num[]) => Num,
  byEnds: (lows: readonly Num[], highs: readonly Num[]) => readonly [Num, Num],
): NumVal {
  const doubt = doubtOfAll(js, vals);
  const na = naOf(js, vals);
  if (allPoints(vals))
    return v.point(
      js,
      exact(vals.map(a => a.low)),
      j.all(
        js,
        vals.map(a => a.known),
      ),
      doubt,
      na,
    );
  const pairs = vals.map(a => v.ends(js, a));
  const [low, high] = byEnds(
    pairs.map(p => p[0]),
    pairs.map(p => p[1]),
  );
  return v.span(js, low, high, doubt, na);
}

export function add(js: Js, a: NumVal, b: NumVal): NumVal {
  const sum = ([x, y]: readonly Num[]) => num.add(js, x!, y!);
  const ranged = once(a.ranged, b.ranged);
  return { ...lift(js, [a, b], sum, (lows, highs) => [sum(lows), sum(highs)]), ranged };
}

export function negate(js: Js, a: NumVal): NumVal {
  const minus = (x: Num) => num.negate(js, x);
  const value = lift(
    js,
    [a],
    ([x]) => minus(x!),
    ([low], [high]) => [minus(high!), minus(low!)],
  );
  return { ...value, ranged: scaled(a.ranged, -1) };
}

export function subtract(js: Js, a: NumVal, b: NumVal): NumVal {
  const less = (x: Num, y: Num) => num.subtract(js, x, y);
  const ranged = once(a.ranged, scaled(b.ranged, -1));
  const value = lift(
    js,
    [a, b],
    ([x, y]) => less(x!, y!),
    (lows, highs) => [less(lows[0]!, highs[1]!), less(highs[0]!, lows[1]!)],
  );
  return { ...value, ranged };
}

type Ranged = NumVal['ranged'];

/** Ranged parameters of both, where none occurs in both: their doubts would not be independent. */
function once(a: Ranged, b: Ranged): Ranged {
  for (const id of a.keys()) if (b.has(id)) refuse(`the ranged parameter ${id} twice in one expression`);
  return a.size === 0 ? b : b.size === 0 ? a : new Map([...a, ...b]);
}

const scaled = (a: Ranged, by: -1 | 0 | 1): Ranged =>
  by === 1 || a.size === 0 ? a : new Map([...a].map(([id, sign]) => [id, (sign * by || 0) as -1 | 0 | 1]));

const signOf = (a: NumVal): -1 | 0 | 1 =>
  !v.isPoint(a) ? 0 : a.low.range.min >= 0 ? 1 : a.low.range.max <= 0 ? -1 : 0;

const linearIn = (a: NumVal, b: NumVal): Ranged =>
  a.ranged.size === 0 && b.ranged.size === 0
    ? a.ranged
    : v.mergeRanged(
        { ...a, ranged: scaled(a.ranged, signOf(b)) },
        { ...b, ranged: scaled(b.ranged, signOf(a)) },
      );

/** The least or greatest of several: of points only where all are known, since one known end already bounds the result. */
function extreme(js: Js, vals: readonly NumVal[], pick: (js: Js, a: Num, b: Num) => Num): NumVal {
  const doubt = doubtOfAll(js, vals);
  const na = naOf(js, vals);
  const best = (nums: readonly Num[]) => nums.reduce((a, b) => pick(js, a, b));
  if (allPoints(vals) && vals.every(a => a.known === js.yes))
    return v.point(js, best(vals.map(a => a.low)), js.yes, doubt, na);
  const pairs = vals.map(a => v.ends(js, a));
  return v.span(js, best(pairs.map(p => p[0])), best(pairs.map(p => p[1])), doubt, na);
}

export const minimum = (js: Js, vals: readonly NumVal[]): NumVal => extreme(js, vals, num.lesser);
export const maximum = (js: Js, vals: readonly NumVal[]): NumVal => extreme(js, vals, num.greater);

const neverNegative = (low: Num): boolean => !low.below && low.range.min >= 0;

export function multiply(js: Js, a: NumVal, b: NumVal): NumVal {
  const doubt = doubtOfAll(js, [a, b]);
  const na = naOf(js, [a, b]);
  const times = (x: Num, y: Num) => num.multiply(js, x, y);
  if (v.isPoint(a) && v.isPoint(b))
    return v.point(js, times(a.low, b.low), j.and(js, a.known, b.known), doubt, na);
  const [al, ah] = v.ends(js, a);
  const [bl, bh] = v.ends(js, b);
  const lost = j.or(js, zeroTimesInfinity(js, [al, ah], [bl, bh]), zeroTimesInfinity(js, [bl, bh], [al, ah]));
  const [low, high] = product(js, [al, ah], [bl, bh]);
  const value = v.span(
    js,
    num.choose(js, lost, num.infinity(js, -1), low),
    num.choose(js, lost, num.infinity(js, 1), high),
    doubt,
    na,
  );
  return { ...value, ranged: linearIn(a, b) };
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
      ends.map(e => num.compare(js, '===', e, zero(js))),
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
  const times = (x: Num, y: Num) => num.multiply(js, x, y);
  if (neverNegative(al) && neverNegative(bl)) return [times(al, bl), times(ah, bh)];
  const products = [times(al, bl), times(al, bh), times(ah, bl), times(ah, bh)];
  return [products.reduce((x, y) => num.lesser(js, x, y)), products.reduce((x, y) => num.greater(js, x, y))];
}

/** `byZero` is the doubt of a division by zero. */
export function divide(js: Js, a: NumVal, b: NumVal, byZero: Doubt): NumVal {
  const na = naOf(js, [a, b]);
  if (v.isPoint(b)) {
    const isZero = num.compare(js, '===', b.low, zero(js));
    const fails = j.and(js, isZero, b.known);
    const doubt = v.gather(js, [
      { inexact: j.and(js, v.inexact(js, a), j.not(js, fails)), doubt: a.doubt },
      v.part(js, b),
      { inexact: fails, doubt: byZero },
    ]);
    if (v.isPoint(a)) {
      const known = j.all(js, [a.known, b.known, j.not(js, isZero)]);
      return v.point(js, num.divide(js, a.low, b.low), known, doubt, na);
    }
    const quotient = multiply(js, a, v.point(js, num.reciprocal(js, b.low), js.yes));
    const known = j.and(js, b.known, j.not(js, isZero));
    return openWhere(js, j.not(js, known), quotient, doubt, na);
  }
  const none = zero(js);
  const positive = num.compare(js, '>', b.low, none);
  const negative = num.compare(js, '<', b.high, none);
  const spanned = j.not(js, j.or(js, positive, negative));
  const exactlyZero = j.and(js, num.compare(js, '===', b.low, none), num.compare(js, '===', b.high, none));
  const doubt = v.gather(js, [
    { inexact: j.and(js, v.inexact(js, a), j.not(js, exactlyZero)), doubt: a.doubt },
    v.part(js, b),
    { inexact: exactlyZero, doubt: byZero },
  ]);
  const inverse = v.span(js, num.reciprocal(js, b.high), num.reciprocal(js, b.low), doubt);
  return openWhere(js, spanned, multiply(js, a, inverse), doubt, na);
}

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

export function round(js: Js, a: NumVal, step: Fraction, mode: RoundMode): NumVal {
  const to = (x: Num) => num.round(js, x, step, mode);
  return lift(
    js,
    [a],
    ([x]) => to(x!),
    ([low], [high]) => [to(low!), to(high!)],
  );
}

/** `<` or `<=`. */
export function atMost(js: Js, a: NumVal, b: NumVal, strict: boolean): BoolVal {
  const na = naOf(js, [a, b]);
  const doubt = doubtOfAll(js, [a, b]);
  once(a.ranged, b.ranged);
  const below = strict ? '<' : '<=';
  if (allPoints([a, b])) {
    const known = j.and(js, a.known, b.known);
    return applying(js, t.whereKnown(js, known, num.compare(js, below, a.low, b.low), doubt), na);
  }
  const [al, ah] = v.ends(js, a);
  const [bl, bh] = v.ends(js, b);
  const sure = num.compare(js, below, ah, bl);
  const possible = num.compare(js, below, al, bh);
  return applying(js, t.fromEnds(js, sure, possible, doubt), na);
}

export function equal(js: Js, a: NumVal, b: NumVal): BoolVal {
  const na = naOf(js, [a, b]);
  const doubt = doubtOfAll(js, [a, b]);
  once(a.ranged, b.ranged);
  if (allPoints([a, b])) {
    const known = j.and(js, a.known, b.known);
    return applying(js, t.whereKnown(js, known, num.compare(js, '===', a.low, b.low), doubt), na);
  }
  const [al, ah] = v.ends(js, a);
  const [bl, bh] = v.ends(js, b);
  const exact = j.and(js, num.compare(js, '===', al, ah), num.compare(js, '===', bl, bh));
  const sure = j.and(js, exact, num.compare(js, '===', al, bl));
  const apart = j.or(js, num.compare(js, '<', ah, bl), num.compare(js, '<', bh, al));
  return applying(js, t.fromEnds(js, sure, j.not(js, apart), doubt), na);
}

/** True where exact and among `values`, false where the interval holds none of them. */
export function isIn(js: Js, a: NumVal, values: readonly Fraction[]): BoolVal {
  const held = (low: Num, high: Num): Node =>
    j.some(
      js,
      values.map(value => {
        const limit = num.constant(js, value);
        return j.and(js, num.compare(js, '<=', low, limit), num.compare(js, '>=', high, limit));
      }),
    );
  const among = j.some(
    js,
    values.map(value => num.compare(js, '===', a.low, num.constant(js, value))),
  );
  if (v.isPoint(a))
    return applying(js, t.whereKnown(js, a.known, values.length > 0 ? among : js.no, a.doubt), a.na);
  const exact = num.compare(js, '===', a.low, a.high);
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
