import { HOLDS, type HouseholdMoney } from './money.ts';

/** Codes of `Gain.kind`: what a household gets in a year under B against A. */
export const SHIFT = { equal: 0, gain: 1, loss: 2, either: 3, unknown: 4 } as const;

/** Two unbounded sums count as equal: what the policy leaves unbounded it leaves so in both. */
const difference = (b: number, a: number) => (a === b ? 0 : b - a);

function kindOf(low: number, high: number): number {
  if (low === 0 && high === 0) return SHIFT.equal;
  if (low >= 0 && high >= 0) return SHIFT.gain;
  return low <= 0 && high <= 0 ? SHIFT.loss : SHIFT.either;
}

/** By household row; `low` and `high`: what it gets more in a year, fen, 0 where that is not known; `unset` 1: a claim is not settled. */
export interface Gain {
  readonly kind: Uint8Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly unset: Uint8Array;
}

/**
 * A household's gain lies between the difference of the lowest sums and that of the highest: ranges are settled at the same
 * place in both. Where A is less settled than B the lowest sums give the greater one.
 */
export function gainOf(a: HouseholdMoney, b: HouseholdMoney): Gain {
  const rows = a.holds.length;
  const kind = new Uint8Array(rows);
  const low = new Float64Array(rows);
  const high = new Float64Array(rows);
  const unset = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const holds = a.holds[row]! | b.holds[row]!;
    if (holds === 0) continue;
    if (holds & HOLDS.unset) unset[row] = 1;
    if (holds & HOLDS.undetermined) {
      kind[row] = SHIFT.unknown;
      continue;
    }
    const lowest = b.dueLow[row]! - a.dueLow[row]!;
    const highest = difference(b.dueHigh[row]!, a.dueHigh[row]!);
    low[row] = Math.min(lowest, highest);
    high[row] = Math.max(lowest, highest);
    kind[row] = kindOf(lowest, highest);
  }
  return { kind, low, high, unset };
}
