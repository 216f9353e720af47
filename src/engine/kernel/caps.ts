/** Caps on several claims together, in generated code. */

import Fraction from 'fraction.js';
import { bothDoubts, causesOf, doubtWhere, isUnset, judged, pickClaim, sameHigh, zero } from './claim.ts';
import type { Node } from './graph.ts';
import type { Js } from './js.ts';
import * as j from './js.ts';
import type { Num } from './num.ts';
import * as num from './num.ts';
import * as sums from './num-arithmetic.ts';
import * as order from './num-order.ts';
import { roundTo } from './num-round.ts';
import type { Claims } from './together.ts';
import { type Over, sumOf, total } from './totals.ts';
import * as t from './truth.ts';
import type { Doubt, NumVal } from './value.ts';
import * as v from './value.ts';

/** A cap as it binds: at least 0, where it is applicable at all. */
export interface Binding {
  readonly binds: Node;
  readonly low: Num;
  readonly high: Num;
  readonly causes: Doubt;
  readonly proportional: boolean;
}

export function bind(js: Js, cap: NumVal, proportional: boolean): Binding {
  const [low, high] = v.ends(js, cap);
  const none = zero(js);
  const least = order.greater(js, low, none);
  const most = v.isPoint(cap) && cap.known === js.yes ? least : order.greater(js, high, none);
  return { binds: j.not(js, cap.na), low: least, high: most, causes: causesOf(js, cap), proportional };
}

type Ends = { readonly low: Num; readonly high: Num };

/**
 * Claims under a cap, in the order in which they are served, those of parts one part after the other; unset ones count
 * for nothing. `afterRounding`: the second walk, over rounded figures, which gives whole fen.
 */
export function capped(js: Js, streams: readonly Claims[], cap: Binding, afterRounding: boolean): Claims[] {
  const counts = streams.map(({ claim }) => j.and(js, claim.exists, j.not(js, isUnset(js, claim))));
  const served = streams.map(({ claim, over }, k): Served => {
    const low = num.choose(js, counts[k]!, claim.low, zero(js));
    const one = claim.low === claim.high;
    return { over, low, high: one ? low : num.choose(js, counts[k]!, claim.high, zero(js)) };
  });
  const cuts =
    cap.proportional && !afterRounding
      ? inProportion(js, served, cap)
      : inTurn(js, served, cap, afterRounding);
  const causes = streams
    .map(({ claim, over }, k) => doubtsOver(js, over, doubtWhere(js, counts[k]!, claim.causes)))
    .reduce((a, b) => bothDoubts(js, a, b), cap.causes);
  return streams.map((stream, k) => {
    const { claim } = stream;
    const to = cuts[k]!;
    const one = claim.low === claim.high && to.low === to.high;
    const same = j.and(
      js,
      order.compare(js, '===', to.low, served[k]!.low),
      one ? js.yes : sameHigh(js, to.high, served[k]!.high),
    );
    const changed = j.all(js, [cap.binds, counts[k]!, j.not(js, same)]);
    const cut = judged(js, { ...claim, low: to.low, high: one ? to.low : to.high, causes });
    return { ...stream, claim: pickClaim(js, changed, cut, claim) };
  });
}

/** What a claim asks for of the cap. */
interface Served extends Ends {
  readonly over: Over | null;
}

/** The causes of all parts. */
function doubtsOver(js: Js, over: Over | null, doubt: Doubt): Doubt {
  if (over === null || doubt.kinds === 0) return doubt;
  return { kinds: doubt.kinds, bits: total(js, over, '|', j.literal(js, 0), doubt.bits) };
}

const sumOver = (js: Js, over: Over | null, each: Num): Num => (over === null ? each : sumOf(js, over, each));

/** The sum of the parts before the present one. */
function beforeIn(js: Js, over: Over | null, each: Num): Num {
  if (over === null) return zero(js);
  const all = sumOf(js, over, each);
  const sweep = all.node.over;
  return sweep === null ? zero(js) : { ...all, node: sweep.running };
}

const whole = (js: Js, a: Num): Num => roundTo(js, a, new Fraction(1), 'down');

/** Those written first take what they may, the rest is what the later ones get. */
function inTurn(js: Js, claims: readonly Served[], cap: Binding, toFen: boolean): Ends[] {
  let lowBefore: Num = zero(js);
  let highBefore: Num = zero(js);
  const one = cap.low === cap.high && claims.every(claim => claim.low === claim.high);
  const left = (most: Num, used: Num) => {
    const rest = order.greater(js, sums.subtract(js, most, used), zero(js));
    return toFen ? whole(js, rest) : rest;
  };
  return claims.map(({ over, low, high }) => {
    const used = (before: Num, each: Num) => sums.add(js, before, beforeIn(js, over, each));
    const highUsed = used(highBefore, high);
    // Nothing is left after an unbounded use.
    const lowRoom = num.isInfinite(highUsed) ? zero(js) : left(cap.low, highUsed);
    const cutLow = order.lesser(js, low, lowRoom);
    const highRoom = num.isInfinite(cap.high) ? cap.high : left(cap.high, used(lowBefore, low));
    const cutHigh = one ? cutLow : order.lesser(js, high, highRoom);
    lowBefore = sums.add(js, lowBefore, sumOver(js, over, low));
    highBefore = one ? lowBefore : sums.add(js, highBefore, sumOver(js, over, high));
    return { low: cutLow, high: cutHigh };
  });
}

const isOpen = (js: Js, a: Num): Node => {
  if (num.isInfinite(a)) return js.yes;
  return a.above ? j.compare(js, '===', a.node, j.literal(js, Infinity)) : js.no;
};

/** The figure where it is bounded, else 0. */
const bounded = (js: Js, a: Num): Num =>
  num.isInfinite(a) ? zero(js) : { ...num.choose(js, isOpen(js, a), zero(js), a), above: false };

/** All cut by one ratio: `own` × min(1, cap ÷ (own + what the others may ask for)). */
function inProportion(js: Js, claims: readonly Served[], cap: Binding): Ends[] {
  const sum = (of: (claim: Served) => Num) =>
    claims.map(claim => sumOver(js, claim.over, of(claim))).reduce((a, b) => sums.add(js, a, b), zero(js));
  const lows = sum(({ low }) => low);
  const one = cap.low === cap.high && claims.every(({ low, high }) => low === high);
  const highs = one ? lows : sum(({ high }) => bounded(js, high));
  const bit = (high: Num) => t.asBit(js, isOpen(js, high));
  const opens = claims
    .map(({ over, high }) => (over === null ? bit(high) : total(js, over, '+', j.literal(js, 0), bit(high))))
    .reduce((a, b) => j.plus(js, a, b), j.literal(js, 0));
  return claims.map(({ low, high }) => {
    // Each stands against the others' highest claims for its lowest, and the other way round.
    const othersOpen = j.compare(js, '>', opens, bit(high));
    const against = one ? highs : sums.add(js, sums.subtract(js, highs, bounded(js, high)), low);
    const cutLow = share(js, low, against, othersOpen, cap.low);
    if (one) return { low: cutLow, high: cutLow };
    const own = bounded(js, high);
    const most = share(
      js,
      own,
      sums.add(js, sums.subtract(js, lows, low), own),
      js.no,
      bounded(js, cap.high),
    );
    const openOrMost = num.choose(js, isOpen(js, high), cap.high, most);
    return { low: cutLow, high: num.choose(js, isOpen(js, cap.high), high, openOrMost) };
  });
}

/** `own` × min(1, cap ÷ sum); nothing where the sum is unbounded. */
function share(js: Js, own: Num, sum: Num, open: Node, cap: Num): Num {
  const fits = j.not(js, order.compare(js, '>', sum, cap));
  const divisor = num.choose(js, fits, num.constant(js, new Fraction(1)), sum);
  const part = sums.divide(js, sums.multiply(js, own, cap), divisor);
  return num.choose(js, open, zero(js), num.choose(js, fits, own, part));
}
