import { type BenefitColumn, CLAIM, type Results } from '../engine/results.ts';
import type { Benefit, Policy } from '../policy/policy.ts';
import { timesAYear } from '../policy/yearly.ts';

/** Fen in a year, lowest and highest; `high` null: unbounded. Exact up to 2^53 fen (90 million million yuan). */
export interface Range {
  readonly low: number;
  readonly high: number | null;
}

/** What a benefit comes to over many households. */
export interface Sum extends Range {
  readonly households: number;
}

export interface Totals {
  /** Claims that are due: what the policy's own ranges leave. */
  readonly due: Sum;
  /** Claims that missing facts leave open: what they could add. */
  readonly undetermined: Sum;
  /** Households with a claim whose amount the policy has not settled; in no sum. */
  readonly unset: number;
}

/** Whether a benefit is money (or worth some) at all. */
export const pays = (benefit: Benefit): boolean => benefit.amounts.length > 0;

export const range = (low: number, high: number): Range => ({
  low,
  high: Number.isFinite(high) ? high : null,
});

/** A running sum of claims. */
interface Tally {
  households: number;
  low: number;
  high: number;
}
const tally = (): Tally => ({ households: 0, low: 0, high: 0 });

function add(to: Tally, low: number, high: number): void {
  to.households++;
  to.low += low;
  to.high += high;
}

const sumOf = (of: Tally): Sum => ({ households: of.households, ...range(of.low, of.high) });

/** One benefit over all households; money counted for a year. */
export function benefitTotals(column: BenefitColumn, times: number): Totals {
  const due = tally();
  const undetermined = tally();
  let unset = 0;
  const { state, low, high } = column;
  for (let row = 0; row < state.length; row++) {
    const claim = state[row]!;
    if (claim === CLAIM.due) add(due, low[row]! * times, high[row]! * times);
    else if (claim === CLAIM.undetermined) add(undetermined, low[row]! * times, high[row]! * times);
    else if (claim === CLAIM.unset) unset++;
  }
  return { due: sumOf(due), undetermined: sumOf(undetermined), unset };
}

/** What each household gets from all benefits with money together, by row; fen in a year. */
export interface HouseholdMoney {
  readonly dueLow: Float64Array;
  /** `Infinity`: unbounded. */
  readonly dueHigh: Float64Array;
  readonly openLow: Float64Array;
  readonly openHigh: Float64Array;
  /** `HOLDS` bits: which kinds of claim the household has. */
  readonly holds: Uint8Array;
}
export const HOLDS = { due: 1, undetermined: 2, unset: 4 } as const;

export function householdMoney(
  policy: Policy,
  results: Results,
  only?: (benefit: Benefit) => boolean,
): HouseholdMoney {
  const money: HouseholdMoney = {
    dueLow: new Float64Array(results.rows),
    dueHigh: new Float64Array(results.rows),
    openLow: new Float64Array(results.rows),
    openHigh: new Float64Array(results.rows),
    holds: new Uint8Array(results.rows),
  };
  policy.benefits.forEach((benefit, index) => {
    if (!pays(benefit) || (only && !only(benefit))) return;
    const { state, low, high } = results.benefits[index]!;
    const times = timesAYear(benefit);
    for (let row = 0; row < state.length; row++) {
      const claim = state[row]!;
      if (claim === CLAIM.none) continue;
      if (claim === CLAIM.due) {
        money.holds[row]! |= HOLDS.due;
        money.dueLow[row]! += low[row]! * times;
        money.dueHigh[row]! += high[row]! * times;
      } else if (claim === CLAIM.undetermined) {
        money.holds[row]! |= HOLDS.undetermined;
        money.openLow[row]! += low[row]! * times;
        money.openHigh[row]! += high[row]! * times;
      } else money.holds[row]! |= HOLDS.unset;
    }
  });
  return money;
}

/** The sums of `householdMoney` for each of `groups` values of `rows` (by household row), in one pass. */
export function moneyTotals(money: HouseholdMoney, rows: Uint8Array | Int32Array, groups: number): Totals[] {
  const sums = Array.from({ length: groups }, () => ({ due: tally(), undetermined: tally(), unset: 0 }));
  for (let row = 0; row < money.holds.length; row++) {
    const holds = money.holds[row]!;
    if (holds === 0) continue;
    const sum = sums[rows[row]!]!;
    if (holds & HOLDS.due) add(sum.due, money.dueLow[row]!, money.dueHigh[row]!);
    if (holds & HOLDS.undetermined) add(sum.undetermined, money.openLow[row]!, money.openHigh[row]!);
    if (holds & HOLDS.unset) sum.unset++;
  }
  return sums.map(sum => ({ due: sumOf(sum.due), undetermined: sumOf(sum.undetermined), unset: sum.unset }));
}

/** The same over all households. */
export function moneyTotal(money: HouseholdMoney): Totals {
  return moneyTotals(money, new Uint8Array(money.holds.length), 1)[0]!;
}
