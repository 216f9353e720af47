import type { Cause } from '../answer.ts';
import type { ClaimState } from './claim.ts';
import type { Exact } from './exact.ts';
import { interval, NO_CAUSES, type Num, unknownNumber, ZERO } from './values.ts';

/** What a benefit comes to for the household, in fen. `none`: nothing is claimed. */
export interface Outcome {
  readonly state: ClaimState | 'none';
  readonly low: Exact;
  readonly high: Exact | null;
  readonly causes: readonly Cause[];
}

export const NO_CLAIM: Outcome = { state: 'none', low: 0n, high: 0n, causes: NO_CAUSES };

/** What other rules see of a benefit. */
export function totalOf({ state, low, high, causes }: Outcome): Num {
  if (state === 'none') return ZERO;
  return state === 'unset' ? unknownNumber(causes) : interval(low, high, causes);
}
