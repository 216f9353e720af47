import type { FundSettlement } from '../../engine/allocation/allocation.ts';
import type { Run } from '../../engine/results.ts';
import type { Range } from '../money.ts';

/** What a fund with a total comes to; fen in a year. */
export interface LimitedFund {
  readonly id: string;
  /** Null: not known, so that nobody is served. */
  readonly total: number | null;
  readonly asked: Range;
  readonly served: Range;
  /** Households served in full, in part and not at all, with the policy's ranges at their low end. */
  readonly full: number;
  readonly part: number;
  readonly unserved: number;
  readonly contesting: number;
}

/** The funds of a run that have a total, in the order written. */
export function limitedFunds(run: Run): LimitedFund[] {
  return (run.allocation?.funds ?? []).map(({ id, total, low, high, contesting }) => ({
    id,
    total,
    asked: ends(low, high, 'askedTotal'),
    served: ends(low, high, 'servedTotal'),
    full: low.full,
    part: low.part,
    unserved: low.unserved,
    contesting,
  }));
}

const ends = (low: FundSettlement, high: FundSettlement, key: 'askedTotal' | 'servedTotal'): Range => ({
  low: Math.min(low[key], high[key]),
  high: Math.max(low[key], high[key]),
});
