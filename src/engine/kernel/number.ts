/** Numbers with doubt in generated code: exact, unknown in places, or from low to high. */

import Fraction from 'fraction.js';
import type { RoundMode } from '../../language/expr.ts';
import type { Node } from './graph.ts';
import type { Js } from './js.ts';
import * as j from './js.ts';
import type { Num } from './num.ts';
import * as num from './num.ts';
import * as sums from './num-arithmetic.ts';
import * as order from './num-order.ts';
import { roundTo } from './num-round.ts';
import { refusals } from './refusals.ts';
import { refuse } from './refuse.ts';
import type { Doubt, NumVal } from './value.ts';
import * as v from './value.ts';

const ZERO = new Fraction(0);
export const zero = (js: Js): Num => num.constant(js, ZERO);

export const doubtOfAll = (js: Js, vals: readonly NumVal[]): Doubt =>
  v.gather(
    js,
    vals.map(a => v.part(js, a)),
  );
export const naOf = (js: Js, vals: readonly NumVal[]): Node =>
  j.some(
    js,
    vals.map(a => a.na),
  );
export const allPoints = (vals: readonly NumVal[]): boolean => vals.every(v.isPoint);

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
  const sum = ([x, y]: readonly Num[]) => sums.add(js, x!, y!);
  const ranged = once(a.ranged, b.ranged);
  return { ...lift(js, [a, b], sum, (lows, highs) => [sum(lows), sum(highs)]), ranged };
}

export function negate(js: Js, a: NumVal): NumVal {
  const minus = (x: Num) => sums.negate(js, x);
  const value = lift(
    js,
    [a],
    ([x]) => minus(x!),
    ([low], [high]) => [minus(high!), minus(low!)],
  );
  return { ...value, ranged: scaled(a.ranged, -1) };
}

export function subtract(js: Js, a: NumVal, b: NumVal): NumVal {
  const less = (x: Num, y: Num) => sums.subtract(js, x, y);
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
export function once(a: Ranged, b: Ranged): Ranged {
  for (const id of a.keys()) if (b.has(id)) refuse(refusals.rangedTwice(v.parameterOf(id)));
  return a.size === 0 ? b : b.size === 0 ? a : new Map([...a, ...b]);
}

const scaled = (a: Ranged, by: -1 | 0 | 1): Ranged =>
  by === 1 || a.size === 0 ? a : new Map([...a].map(([id, sign]) => [id, (sign * by || 0) as -1 | 0 | 1]));

const signOf = (a: NumVal): -1 | 0 | 1 =>
  !v.isPoint(a) ? 0 : a.low.range.min >= 0 ? 1 : a.low.range.max <= 0 ? -1 : 0;

export const linearIn = (a: NumVal, b: NumVal): Ranged =>
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

export const minimum = (js: Js, vals: readonly NumVal[]): NumVal => extreme(js, vals, order.lesser);
export const maximum = (js: Js, vals: readonly NumVal[]): NumVal => extreme(js, vals, order.greater);

export function round(js: Js, a: NumVal, step: Fraction, mode: RoundMode): NumVal {
  const to = (x: Num) => roundTo(js, x, step, mode);
  return lift(
    js,
    [a],
    ([x]) => to(x!),
    ([low], [high]) => [to(low!), to(high!)],
  );
}
