/** What one beneficiary may claim of one benefit, in generated code. */

import Fraction from 'fraction.js';
import type { Rounding } from '../../policy/policy.ts';
import { CLAIM } from '../results.ts';
import type { Node } from './graph.ts';
import type { Js } from './js.ts';
import * as j from './js.ts';
import type { Num } from './num.ts';
import * as num from './num.ts';
import * as order from './num-order.ts';
import { roundTo } from './num-round.ts';
import type { Doubt, NumVal } from './value.ts';
import * as v from './value.ts';

/** Two ends of a figure; only `high` may be infinite. */
export interface Ends {
  readonly low: Num;
  readonly high: Num;
}

/**
 * A claim, where `exists`. Its state follows from the bits of its causes: unset with an open parameter, undetermined with
 * any other cause, else due. An unset claim has figures 0 to 0, an exact and sure one has no causes.
 */
export interface Claim extends Ends {
  readonly benefit: number;
  readonly exists: Node;
  /** Surely entitled. */
  readonly sure: Node;
  /** Why the entitlement is unknown; 0 where it is not. */
  readonly doubt: Doubt;
  readonly causes: Doubt;
  /** The value of a cap at the root of its amount, which rounding must not pass. */
  readonly limit: Ends | null;
}

export const zero = (js: Js): Num => num.constant(js, new Fraction(0));
const NO_BITS = 0;

/** Whether the causes hold one that leaves the amount unset. */
export function isUnset(js: Js, { causes }: Pick<Claim, 'causes'>): Node {
  if ((causes.kinds & v.OPEN) === 0) return js.no;
  const bits = j.bitwise(js, '&', causes.bits, j.literal(js, v.OPEN));
  return j.compare(js, '!==', bits, j.literal(js, 0));
}

/** The claim's state in results, where it exists. */
export function stateOf(js: Js, claim: Claim): Node {
  const [due, undetermined, unset] = [CLAIM.due, CLAIM.undetermined, CLAIM.unset].map(s => j.literal(js, s));
  const other =
    (claim.causes.kinds & v.OTHER) === 0
      ? js.no
      : j.compare(js, '!==', j.bitwise(js, '&', claim.causes.bits, j.literal(js, v.OTHER)), j.literal(js, 0));
  return j.choose(js, isUnset(js, claim), unset!, j.choose(js, other, undetermined!, due!));
}

const sameEnds = (js: Js, { low, high }: Ends): Node =>
  low === high ? js.yes : order.compare(js, '===', low, high);

/** Drops the causes of a claim that is sure and exact, and the figures of one that is unset. */
export function judged(js: Js, claim: Claim): Claim {
  const clear = j.and(js, claim.sure, sameEnds(js, claim));
  const { kinds, bits } = claim.causes;
  const causes = { kinds, bits: j.choose(js, clear, j.literal(js, NO_BITS), bits) };
  const without = clear === js.yes || kinds === 0 ? v.noDoubt(js) : causes;
  return withoutUnset(js, { ...claim, causes: without });
}

/** An unset claim has no figures. */
export function withoutUnset(js: Js, claim: Claim): Claim {
  const unset = isUnset(js, claim);
  if (unset === js.no) return claim;
  const low = num.choose(js, unset, zero(js), claim.low);
  return {
    ...claim,
    low,
    high: claim.low === claim.high ? low : num.choose(js, unset, zero(js), claim.high),
  };
}

/** `a` where the condition holds, else `b`; two claims of one beneficiary to one benefit. */
export function pickClaim(js: Js, condition: Node, a: Claim, b: Claim): Claim {
  if (condition === js.yes) return a;
  if (condition === js.no) return b;
  const doubt = (x: Doubt, y: Doubt): Doubt => ({
    kinds: x.kinds | y.kinds,
    bits: j.choose(js, condition, x.bits, y.bits),
  });
  const low = num.choose(js, condition, a.low, b.low);
  const one = a.low === a.high && b.low === b.high;
  return {
    ...b,
    exists: j.choose(js, condition, a.exists, b.exists),
    sure: j.choose(js, condition, a.sure, b.sure),
    low,
    high: one ? low : num.choose(js, condition, a.high, b.high),
    doubt: doubt(a.doubt, b.doubt),
    causes: doubt(a.causes, b.causes),
  };
}

/** Causes of both; neither is taken for granted. */
export function bothDoubts(js: Js, a: Doubt, b: Doubt): Doubt {
  if (a.kinds === 0 || a === b) return b;
  if (b.kinds === 0) return a;
  const bits = a.bits === b.bits ? a.bits : or(js, a.bits, b.bits);
  return { kinds: a.kinds | b.kinds, bits };
}

function or(js: Js, a: Node, b: Node): Node {
  if (j.isNumber(a) && j.figure(a) === 0) return b;
  if (j.isNumber(b) && j.figure(b) === 0) return a;
  return j.binary(js, '|', a, b);
}

/** `doubt` where `is`, none elsewhere. */
export function doubtWhere(js: Js, is: Node, doubt: Doubt): Doubt {
  if (doubt.kinds === 0 || is === js.no) return v.noDoubt(js);
  return { kinds: doubt.kinds, bits: j.choose(js, is, doubt.bits, j.literal(js, NO_BITS)) };
}

/** Causes of a value, where it is inexact. */
export const causesOf = (js: Js, a: v.Val): Doubt => doubtWhere(js, v.part(js, a).inexact, a.doubt);

/** A value with 0 in place of inapplicable. */
export function orZero(js: Js, a: NumVal): NumVal {
  if (a.na === js.no) return a;
  const none = zero(js);
  const low = num.choose(js, a.na, none, a.low);
  const high = v.isPoint(a) ? low : num.choose(js, a.na, none, a.high);
  return { ...a, na: js.no, low, high, known: j.or(js, a.na, a.known) };
}

export function endsOf(js: Js, a: NumVal): Ends {
  const [low, high] = v.ends(js, a);
  return { low, high: v.isPoint(a) && a.known === js.yes ? low : high };
}

/** One end or both rounded; down where that would otherwise pass the claim's cap. */
export function rounded(js: Js, claim: Claim, { step, mode }: Rounding): Claim {
  const by = new Fraction(step);
  const end = (side: 'low' | 'high'): Num => {
    const value = claim[side];
    const result = roundTo(js, value, by, mode);
    if (claim.limit === null || mode === 'down' || num.isMultiple(value, by)) return result;
    const up = order.compare(js, '>', result, value);
    const past = num.isInfinite(claim.limit[side])
      ? js.no
      : order.compare(js, '>', result, claim.limit[side]);
    return num.choose(js, j.and(js, up, past), roundTo(js, value, by, 'down'), result);
  };
  const low = end('low');
  return { ...claim, low, high: claim.low === claim.high && oneLimit(claim) ? low : end('high') };
}

const oneLimit = ({ limit }: Claim): boolean => limit === null || limit.low === limit.high;

/** Whether one unbounded or bounded end is above another. */
export function isAbove(js: Js, a: Num, b: Num): Node {
  if (num.isInfinite(b)) return js.no;
  if (num.isInfinite(a)) return b.above ? j.compare(js, '<', b.node, j.literal(js, Infinity)) : js.yes;
  return order.compare(js, '>', a, b);
}

export function sameHigh(js: Js, a: Num, b: Num): Node {
  if (a === b) return js.yes;
  return j.not(js, j.or(js, isAbove(js, a, b), isAbove(js, b, a)));
}

/** The claim as a number for expressions: 0 where there is none, unknown where it is unset. */
export function figureOf(js: Js, claim: Claim): NumVal {
  const unset = isUnset(js, claim);
  const none = zero(js);
  const low = num.choose(js, claim.exists, claim.low, none);
  if (claim.low === claim.high) {
    const open = j.and(js, claim.exists, unset);
    return v.point(js, low, j.not(js, open), claim.causes);
  }
  const high = num.choose(js, claim.exists, claim.high, none);
  if (unset === js.no) return v.span(js, low, high, claim.causes);
  const open = j.and(js, claim.exists, unset);
  return v.span(
    js,
    num.choose(js, open, num.infinity(js, -1), low),
    num.choose(js, open, num.infinity(js, 1), high),
    claim.causes,
  );
}
