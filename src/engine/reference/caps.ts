import type { Cause } from '../answer.ts';
import { type Claim, type Ends, judged } from './claim.ts';
import {
  add,
  compare,
  divide,
  type Exact,
  floor,
  greatest,
  least,
  multiply,
  sign,
  subtract,
} from './exact.ts';
import { allCauses, bothCauses, highOf, lowOf, type Num } from './values.ts';

/** A cap as it binds: at least 0. */
export interface Binding {
  readonly low: Exact;
  readonly high: Exact | null;
  readonly causes: readonly Cause[];
  readonly proportional: boolean;
}

export function binding(cap: Num, proportional: boolean): Binding {
  const high = highOf(cap);
  return {
    low: greatest(lowOf(cap) ?? 0n, 0n),
    high: high === null ? null : greatest(high, 0n),
    causes: cap.causes,
    proportional,
  };
}

const plus = (a: Exact | null, b: Exact | null) => (a === null || b === null ? null : add(a, b));
/** What a cap leaves after `used`; nothing after an unbounded use. */
const left = (cap: Exact, used: Exact | null): Exact =>
  used === null ? 0n : greatest(subtract(cap, used), 0n);

/** Those written first take what they may, the rest is what the later ones get. */
function inTurn(claims: readonly Claim[], cap: Binding, whole: boolean): Ends[] {
  let lowBefore: Exact = 0n;
  let highBefore: Exact | null = 0n;
  const fen = (a: Exact) => (whole ? floor(a) : a);
  return claims.map(({ low, high }) => {
    const room = cap.high === null ? null : fen(left(cap.high, lowBefore));
    const cut: Ends = {
      low: least(low, fen(left(cap.low, highBefore))),
      high: room === null ? high : high === null ? room : least(high, room),
    };
    lowBefore = add(lowBefore, low);
    highBefore = plus(highBefore, high);
    return cut;
  });
}

/** All cut by one ratio: `own` × min(1, cap ÷ (own + the others)). */
function share(own: Exact, others: Exact | null, cap: Exact): Exact {
  if (others === null) return 0n;
  const sum = add(own, others);
  return compare(sum, cap) <= 0 || sign(sum) === 0 ? own : divide(multiply(own, cap), sum);
}

function inProportion(claims: readonly Claim[], cap: Binding): Ends[] {
  return claims.map((claim, k) => {
    const others = claims.filter((_, j) => j !== k);
    const lows = others.reduce<Exact>((sum, c) => add(sum, c.low), 0n);
    const highs = others.reduce<Exact | null>((sum, c) => plus(sum, c.high), 0n);
    const high =
      cap.high === null ? claim.high : claim.high === null ? cap.high : share(claim.high, lows, cap.high);
    return { low: share(claim.low, highs, cap.low), high };
  });
}

const sameEnd = (a: Exact | null, b: Exact | null) =>
  a === null || b === null ? a === b : compare(a, b) === 0;

/**
 * Claims under a cap, in the order in which they are served; unset ones count for nothing. `afterRounding`: the second
 * walk, over rounded figures, which gives whole fen.
 */
export function capped(claims: readonly Claim[], cap: Binding, afterRounding: boolean): Claim[] {
  const counting = claims.filter(claim => claim.state !== 'unset');
  const ends =
    cap.proportional && !afterRounding ? inProportion(counting, cap) : inTurn(counting, cap, afterRounding);
  const cutTo = new Map(counting.map((claim, k) => [claim, ends[k]!]));
  const causes = bothCauses(allCauses(counting.map(claim => claim.causes)), cap.causes);
  return claims.map(claim => {
    const to = cutTo.get(claim);
    if (to === undefined || (sameEnd(to.low, claim.low) && sameEnd(to.high, claim.high))) return claim;
    return judged({ ...claim, low: to.low!, high: to.high, causes });
  });
}
