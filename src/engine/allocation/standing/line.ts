/** What is to be said of one claimant's place. */
import type { Rational } from '../../../language/expr.ts';
import type { RankKey } from '../../../policy/policy.ts';
import type { Cause, Value } from '../../answer.ts';
import type { AllocationProblem } from '../allocation.ts';

/** What decided between two claimants: a key with what either stands by, or just their ids. */
export type Decider =
  | { readonly by: 'key'; readonly key: RankKey; readonly own: Value; readonly other: Value }
  | { readonly by: 'id' };

/** Somebody else in the order, seen from the one asked about. */
export interface Neighbour {
  readonly row: number;
  readonly id: string;
  /** 1 for the first of the pool or fund. */
  readonly rank: number;
  readonly decider: Decider;
}

/** Somebody who waits because it is not known where it stands, or whether it stands there at all. */
export interface Waiting {
  /** Whether it is its claim that is not sure; else what it stands by is not known. */
  readonly claim: boolean;
  readonly causes: readonly Cause[];
}

export interface PoolStanding {
  /** The entity of the area, its row (−1: the whole population) and its id. */
  readonly entity: string;
  readonly row: number;
  readonly id: string;
  readonly seats: number;
  readonly taken: number;
  readonly contenders: number;
  readonly contesting: number;
  /** 1 for the first among those who stand in this pool. */
  readonly rank: number;
  readonly served: boolean;
  /** Seats that were free when its turn came, had the list got so far; null where the list had ended before. */
  readonly free: number | null;
  /** The last one served; null: nobody, or it is the one asked about. */
  readonly last: Neighbour | null;
  /** The first one who got no seat here; null: nobody, or it is the one asked about. */
  readonly missed: Neighbour | null;
}

interface Line {
  readonly id: string;
  readonly entity: string;
  readonly row: number;
  /** What the claimant is called; a member with its household: `h1#2`. */
  readonly of: string;
  readonly place: 'served' | 'unserved' | 'contesting';
  /** 1 for the first of all; null while contesting. */
  readonly rank: number | null;
  /** How many stand in the order. */
  readonly claimants: number;
  readonly contesting: number;
  readonly keys: readonly { readonly key: RankKey; readonly value: Value }[];
  /** Only while contesting. */
  readonly waiting: Waiting | null;
}

export interface QuotaStanding extends Line {
  readonly kind: 'quota';
  /** Seats that it takes; null: not known. */
  readonly takes: Rational | null;
  /** Those in which it stood, innermost first; the last one is where it was served, if it was. */
  readonly pools: readonly PoolStanding[];
  /** Why seats of its areas could not be counted. */
  readonly problems: readonly AllocationProblem[];
}

/** Fen for a year. */
export interface Payment {
  readonly asked: number;
  readonly served: number;
}

export interface FundStanding extends Line {
  readonly kind: 'fund';
  /** Fen; null: left open. */
  readonly total: number | null;
  readonly askedTotal: number;
  readonly low: Payment;
  /** `low` itself where no claim is a range. */
  readonly high: Payment;
  /** At the high end: the last one who got something, the first one who got less than it asked. */
  readonly last: Neighbour | null;
  readonly missed: Neighbour | null;
}

export type Standing = QuotaStanding | FundStanding;
