import type { Rounding } from '../../policy/policy.ts';
import type { Cause } from '../answer.ts';
import { add, compare, type Exact, exact, greatest, least, roundTo } from './exact.ts';
import type { Frame } from './frame.ts';
import { maximum, multiply } from './numbers.ts';
import {
  allCauses,
  bothCauses,
  higher,
  interval,
  lower,
  NO_CAUSES,
  type Num,
  unknownNumber,
  ZERO,
} from './values.ts';

export type ClaimState = 'due' | 'undetermined' | 'unset';

/** Two ends of a figure in fen; high null: unbounded. */
export interface Ends {
  readonly low: Exact | null;
  readonly high: Exact | null;
}

/** What one beneficiary may claim of one benefit. An unset claim has figures 0 to 0. */
export interface Claim {
  /** Index of the benefit in the policy. */
  readonly benefit: number;
  /** null: all members together. */
  readonly beneficiary: Frame | null;
  /** Which of the members, in their order. */
  readonly position: number;
  readonly state: ClaimState;
  readonly low: Exact;
  readonly high: Exact | null;
  /** Surely entitled. */
  readonly sure: boolean;
  /** Why the entitlement is unknown. */
  readonly doubt: readonly Cause[];
  /** Why the figures or the entitlement are not settled. */
  readonly causes: readonly Cause[];
  /** The value of a cap (封顶) at the root of its amount, which rounding must not pass. */
  readonly limit: (() => Ends) | null;
}

/** Says of a claim whether it is due, undetermined or unset, by its causes unless there is no doubt left. */
export function judged(claim: Omit<Claim, 'state'>): Claim {
  const { low, high, sure, causes } = claim;
  if (sure && high !== null && compare(low, high) === 0) return { ...claim, state: 'due', causes: NO_CAUSES };
  if (causes.some(cause => cause.kind === 'open' && !cause.ranged)) {
    return { ...claim, state: 'unset', low: 0n, high: 0n };
  }
  return { ...claim, state: causes.some(cause => cause.kind !== 'open') ? 'undetermined' : 'due' };
}

/** The claim as a number; unknown where it is unset. */
export function figure(claim: Claim): Num {
  return claim.state === 'unset'
    ? unknownNumber(claim.causes)
    : interval(claim.low, claim.high, claim.causes);
}

/** `amount` × `times`, at least 0. */
export function multiplied(amount: Num, times: Num): Num {
  return maximum([multiply(amount, times), ZERO]);
}

const WORST: Readonly<Record<ClaimState, number>> = { due: 0, undetermined: 1, unset: 2 };

/** Claims of several beneficiaries to one benefit (at least one) as one claim of the household. */
export function together(claims: readonly Claim[]): Claim {
  const first = claims[0]!;
  if (claims.length === 1) return first;
  const state = claims.map(c => c.state).reduce((a, b) => (WORST[a] >= WORST[b] ? a : b));
  const sum = (ends: readonly (Exact | null)[]) =>
    ends.reduce((a, b) => (a === null || b === null ? null : add(a, b)), 0n);
  const limits = claims.map(c => c.limit);
  return {
    benefit: first.benefit,
    beneficiary: null,
    position: 0,
    state,
    low: state === 'unset' ? 0n : sum(claims.map(c => c.low))!,
    high: state === 'unset' ? 0n : sum(claims.map(c => c.high)),
    sure: claims.some(c => c.sure),
    doubt: allCauses(claims.map(c => c.doubt)),
    causes: allCauses(claims.map(c => c.causes)),
    limit: limits.includes(null)
      ? null
      : () => {
          const ends = limits.map(limit => limit!());
          return { low: sum(ends.map(e => e.low)), high: sum(ends.map(e => e.high)) };
        },
  };
}

/** Each end rounded; down where it would otherwise pass its cap. */
export function rounded(claim: Claim, { step, mode }: Rounding): Claim {
  const by = exact(step);
  const end = (value: Exact, side: 'low' | 'high'): Exact => {
    const result = roundTo(value, by, mode);
    if (claim.limit === null || compare(result, value) <= 0) return result;
    const limit = claim.limit()[side];
    return limit !== null && compare(result, limit) > 0 ? roundTo(value, by, 'down') : result;
  };
  return { ...claim, low: end(claim.low, 'low'), high: claim.high === null ? null : end(claim.high, 'high') };
}

/** Of claims that do not stack: the largest low and the largest high, in the name of the one with the best prospects. */
export function best(claims: readonly Claim[]): Claim {
  const winner = claims.reduce((a, b) => {
    const order = compareHigh(b.high, a.high) || compare(b.low, a.low);
    return order > 0 ? b : a;
  });
  if (claims.length === 1) return winner;
  return judged({
    ...winner,
    low: claims.map(c => c.low).reduce(greatest),
    high: claims.map(c => c.high).reduce(higher),
    sure: claims.some(c => c.sure),
    causes: allCauses(claims.map(c => c.causes)),
  });
}

function compareHigh(a: Exact | null, b: Exact | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return compare(a, b);
}

/** The claims up to the first surely entitled one; those after an uncertain one are uncertain too. */
export function firsts(claims: readonly Claim[]): Claim[] {
  const kept: Claim[] = [];
  let doubt = NO_CAUSES;
  let uncertain = false;
  for (const claim of claims) {
    const causes = bothCauses(claim.causes, doubt);
    const own = { ...claim, low: 0n, sure: false, doubt: bothCauses(claim.doubt, doubt), causes };
    kept.push(!uncertain ? claim : claim.state === 'unset' ? own : judged(own));
    if (claim.sure) break;
    uncertain = true;
    doubt = bothCauses(doubt, claim.doubt);
  }
  return kept;
}

/** The lowest of several limits, on each end. */
export function lowestLimit(limits: readonly Ends[]): Ends {
  const nearest = (a: Exact | null, b: Exact | null) => (a === null ? b : b === null ? a : least(a, b));
  return limits.reduce((a, b) => ({ low: lower(a.low, b.low), high: nearest(a.high, b.high) }));
}
