/** Claims of all parts of a household, and those claims as one. */
import { type Claim, doubtWhere, withoutUnset, zero } from './claim.ts';
import type { Js } from './js.ts';
import * as j from './js.ts';
import type { Num } from './num.ts';
import * as num from './num.ts';
import { anyOf, type Over, sumOf, total } from './totals.ts';
import type { Doubt } from './value.ts';

/** The claims of one benefit: the household's, or one for each part of it, inside `loop`. */
export interface Claims {
  readonly claim: Claim;
  /** Null: one claim of the household. */
  readonly over: Over | null;
  /** The one claim stands for parts that are not known. */
  readonly ofUnknown?: boolean;
}

/** The claims of all parts as one claim of the household. */
export function together(js: Js, claim: Claim, over: Over): Claim {
  const sum = (a: Num): Num => sumOf(js, over, num.choose(js, claim.exists, a, zero(js)));
  const doubts = (doubt: Doubt): Doubt => {
    const each = doubtWhere(js, claim.exists, doubt);
    return each.kinds === 0
      ? each
      : { kinds: each.kinds, bits: total(js, over, '|', j.literal(js, 0), each.bits) };
  };
  const low = sum(claim.low);
  const whole: Claim = {
    benefit: claim.benefit,
    exists: anyOf(js, over, claim.exists),
    sure: anyOf(js, over, claim.sure),
    low,
    high: claim.low === claim.high ? low : sum(claim.high),
    doubt: doubts(claim.doubt),
    causes: doubts(claim.causes),
    limit: claim.limit === null ? null : { low: sum(claim.limit.low), high: sum(claim.limit.high) },
  };
  // One unset claim leaves the whole unset.
  return withoutUnset(js, whole);
}
