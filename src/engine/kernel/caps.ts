/** Caps on several claims together, in generated code. */
import Fraction from 'fraction.js';
import {
  bothDoubts,
  type Claim,
  causesOf,
  doubtWhere,
  isUnset,
  judged,
  pickClaim,
  sameHigh,
  zero,
} from './claim.ts';
import type { Node } from './graph.ts';
import type { Js } from './js.ts';
import * as j from './js.ts';
import type { Num } from './num.ts';
import * as num from './num.ts';
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
  const least = num.greater(js, low, none);
  const most = v.isPoint(cap) && cap.known === js.yes ? least : num.greater(js, high, none);
  return { binds: j.not(js, cap.na), low: least, high: most, causes: causesOf(js, cap), proportional };
}

interface Cut {
  readonly low: Num;
  readonly high: Num;
}

/**
 * Claims under a cap, in the order in which they are served; unset ones count for nothing. `afterRounding`: the second
 * walk, over rounded figures, which gives whole fen.
 */
export function capped(js: Js, claims: readonly Claim[], cap: Binding, afterRounding: boolean): Claim[] {
  const counts = claims.map(claim => j.and(js, claim.exists, j.not(js, isUnset(js, claim))));
  const served = claims.map((claim, k): Cut => {
    const low = num.choose(js, counts[k]!, claim.low, zero(js));
    return { low, high: claim.low === claim.high ? low : num.choose(js, counts[k]!, claim.high, zero(js)) };
  });
  const cuts =
    cap.proportional && !afterRounding
      ? inProportion(js, served, cap)
      : inTurn(js, served, cap, afterRounding);
  const causes = claims.reduce(
    (all, claim, k) => bothDoubts(js, all, doubtWhere(js, counts[k]!, claim.causes)),
    cap.causes,
  );
  return claims.map((claim, k) => {
    const to = cuts[k]!;
    const one = claim.low === claim.high && to.low === to.high;
    const same = j.and(
      js,
      num.compare(js, '===', to.low, served[k]!.low),
      one ? js.yes : sameHigh(js, to.high, served[k]!.high),
    );
    const changed = j.all(js, [cap.binds, counts[k]!, j.not(js, same)]);
    return pickClaim(
      js,
      changed,
      judged(js, { ...claim, low: to.low, high: one ? to.low : to.high, causes }),
      claim,
    );
  });
}

const whole = (js: Js, a: Num): Num => num.round(js, a, new Fraction(1), 'down');

/** Those written first take what they may, the rest is what the later ones get. */
function inTurn(js: Js, claims: readonly Cut[], cap: Binding, toFen: boolean): Cut[] {
  let lowBefore: Num = zero(js);
  let highBefore: Num = zero(js);
  const one = cap.low === cap.high && claims.every(claim => claim.low === claim.high);
  const fen = (a: Num) => (toFen ? whole(js, a) : a);
  return claims.map(({ low, high }) => {
    const left = (most: Num, used: Num) => fen(num.greater(js, num.subtract(js, most, used), zero(js)));
    const cutLow = num.lesser(js, low, leftOf(js, cap.low, highBefore, left));
    const cutHigh = one
      ? cutLow
      : num.lesser(js, high, num.isInfinite(cap.high) ? cap.high : left(cap.high, lowBefore));
    lowBefore = num.add(js, lowBefore, low);
    highBefore = one ? lowBefore : num.add(js, highBefore, high);
    return { low: cutLow, high: cutHigh };
  });
}

/** Nothing after an unbounded use. */
function leftOf(js: Js, cap: Num, used: Num, left: (most: Num, used: Num) => Num): Num {
  if (num.isInfinite(used)) return zero(js);
  return left(cap, used);
}

/** `own` × min(1, cap ÷ (own + the others)). */
function share(js: Js, own: Num, others: Num, cap: Num): Num {
  const none = zero(js);
  if (num.isInfinite(others)) return none;
  const sum = num.add(js, own, others);
  const fits = j.not(js, num.compare(js, '>', sum, cap));
  const open = others.above ? j.compare(js, '===', others.node, j.literal(js, Infinity)) : js.no;
  const divisor = num.choose(js, j.or(js, fits, open), num.constant(js, new Fraction(1)), sum);
  const bounded = { ...divisor, above: false };
  const part = num.divide(js, num.multiply(js, own, cap), bounded);
  return num.choose(js, open, none, num.choose(js, fits, own, part));
}

function inProportion(js: Js, claims: readonly Cut[], cap: Binding): Cut[] {
  const sum = (of: (claim: Cut) => Num, but: number) =>
    claims.filter((_, k) => k !== but).reduce((a, claim) => num.add(js, a, of(claim)), zero(js));
  const one = cap.low === cap.high && claims.every(claim => claim.low === claim.high);
  return claims.map((claim, k) => {
    const low = share(
      js,
      claim.low,
      sum(c => c.high, k),
      cap.low,
    );
    return {
      low,
      high: one
        ? low
        : highShare(
            js,
            claim.high,
            sum(c => c.low, k),
            cap.high,
          ),
    };
  });
}

/** An unbounded claim becomes the cap; an unbounded cap cuts nothing. */
function highShare(js: Js, own: Num, lows: Num, cap: Num): Num {
  if (num.isInfinite(cap)) return own;
  if (num.isInfinite(own)) return cap;
  const openCap = cap.above ? j.compare(js, '===', cap.node, j.literal(js, Infinity)) : js.no;
  const openOwn = own.above ? j.compare(js, '===', own.node, j.literal(js, Infinity)) : js.no;
  const none = zero(js);
  const boundedOwn = { ...num.choose(js, openOwn, none, own), above: false };
  const boundedCap = { ...num.choose(js, openCap, none, cap), above: false };
  const cut = share(js, boundedOwn, lows, boundedCap);
  return num.choose(js, openCap, own, num.choose(js, openOwn, cap, cut));
}
