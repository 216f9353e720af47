import type { Words } from '../../language/label.ts';

/** Codes of `QuotaResult.place`. */
export const PLACE = { none: 0, served: 1, unserved: 2, contesting: 3 } as const;

/** The seats of one area and who stood there. */
export interface Pool {
  /** The entity of the area, and its row; −1: the whole population. */
  readonly entity: string;
  readonly row: number;
  readonly seats: number;
  readonly taken: number;
  /** Sure claims of the area that were not served in a pool further in. */
  readonly contenders: number;
  readonly served: number;
  readonly contesting: number;
  /** Row of the last one served; −1: nobody. */
  readonly last: number;
}

/** Why seats could not be counted or shared out; those claims stay without an answer. */
export interface AllocationProblem {
  readonly code:
    | 'seats-below-minimums'
    | 'seats-unknown'
    | 'weight-unknown'
    | 'weights-zero'
    | 'total-unknown';
  /** The area, where it is about one. */
  readonly entity: string | null;
  readonly row: number;
  readonly params: Readonly<Record<string, string | number | Words>>;
}

export interface QuotaResult {
  readonly id: string;
  readonly entity: string;
  /** Rows of all sure contenders, the first first: by the rank keys, then by id. */
  readonly order: Int32Array;
  /** By row of the entity's table. */
  readonly place: Uint8Array;
  /** Index of the pool where it was served; −1 elsewhere. */
  readonly servedIn: Int32Array;
  /** Innermost level first, then by row. */
  readonly pools: readonly Pool[];
  readonly problems: readonly AllocationProblem[];
}

/** A fund handed out with every range of the policy at its low (or high) end. */
export interface FundSettlement {
  /** Fen for a year, by household. */
  readonly asked: Float64Array;
  readonly served: Float64Array;
  readonly askedTotal: number;
  readonly servedTotal: number;
  /** Row of the last one served, whether wholly or in part; −1: nobody. */
  readonly last: number;
  /** Households served in full, in part, and not at all. */
  readonly full: number;
  readonly part: number;
  readonly unserved: number;
}

export interface FundResult {
  readonly id: string;
  /** Fen; null: the policy leaves it open, so everybody is contesting. */
  readonly total: number | null;
  readonly order: Int32Array;
  readonly place: Uint8Array;
  readonly contesting: number;
  readonly low: FundSettlement;
  /** `low` itself where no claim is a range. */
  readonly high: FundSettlement;
}

export interface Allocation {
  /** By quota index. */
  readonly quotas: readonly QuotaResult[];
  /** Only funds with a total, in the order written. */
  readonly funds: readonly FundResult[];
}
