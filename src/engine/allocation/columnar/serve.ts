/** Seats handed out: one pass over the order for each level. */
import type { Quota } from '../../../policy/policy.ts';
import type { Pool } from '../allocation.ts';
import { areaFinder } from './areas.ts';
import type { Ground } from './standing.ts';

/** The seats of one area, in parts (see `Takes`). */
export interface Area {
  readonly entity: string;
  /** −1: the whole population. */
  readonly row: number;
  readonly seats: number;
  readonly around: number | null;
}

/** How many seats each one of the list takes, as a whole number of parts of which `parts` make one seat; null: one seat each. */
export interface Takes {
  readonly by: Uint8Array | Float64Array | null;
  readonly parts: number;
}

/**
 * Those who claim a seat. They are called by their place in a list of rows, which stands as the table does, so that what
 * is kept of them lies close together; looking up all over a table takes longer than sorting it.
 */
export interface Claimants {
  readonly rows: Int32Array;
  /** Places in the list, the first first. */
  readonly order: Int32Array;
  readonly taken: Takes;
  /** Rows of those who take no seat. */
  readonly contesting: Int32Array;
}

/** What is kept of each area while its seats are taken. */
interface Tally {
  readonly seats: Float64Array;
  readonly free: Float64Array;
  readonly contenders: Int32Array;
  readonly served: Int32Array;
  readonly contesting: Int32Array;
  /** Places in the list. */
  readonly last: Int32Array;
}

/** Seats taken: the pools, and by place in the list that in which one was served, −1 elsewhere. */
export interface Served {
  readonly pools: readonly Pool[];
  readonly servedIn: Int32Array;
}

/** Serves those in order. Areas stand innermost first. */
export function serve(
  quota: Quota,
  ground: Ground,
  areas: readonly Area[],
  { rows, order, taken, contesting }: Claimants,
): Served {
  const count = areas.length;
  const tally: Tally = {
    seats: Float64Array.from(areas, ({ seats }) => seats),
    free: new Float64Array(count),
    contenders: new Int32Array(count),
    served: new Int32Array(count),
    contesting: new Int32Array(count),
    last: new Int32Array(count).fill(-1),
  };
  const servedIn = new Int32Array(rows.length).fill(-1);
  let waiting = order;
  for (let from = 0; from < count; ) {
    let to = from + 1;
    while (to < count && areas[to]!.entity === areas[from]!.entity && areas[to]!.row >= 0) to++;
    const poolOf = poolsOf(quota, ground, areas, from, to);
    const starts = new Int32Array(to - from + 1);
    if (from > 0) waiting = unserved(waiting, servedIn);
    const queue = poolOf === null ? waiting : byPool(waiting, rows, poolOf, starts);
    starts[to - from] = queue.length;
    for (let at = from; at < to; at++)
      take(quota, taken, queue.subarray(starts[at - from], starts[at - from + 1]), at, tally, servedIn);
    for (let i = 0; i < contesting.length; i++) {
      const pool = poolOf === null ? 0 : poolOf(contesting[i]!);
      if (pool >= 0) tally.contesting[from + pool]!++;
    }
    for (let at = from; at < to; at++) {
      const { around } = areas[at]!;
      if (quota.passesUp && around !== null) tally.seats[around]! += tally.free[at]!;
    }
    from = to;
  }
  const pools = areas.map(
    ({ entity, row }, at): Pool => ({
      entity,
      row,
      seats: tally.seats[at]! / taken.parts,
      taken: (tally.seats[at]! - tally.free[at]!) / taken.parts,
      contenders: tally.contenders[at]!,
      served: tally.served[at]!,
      contesting: tally.contesting[at]!,
      last: tally.last[at]! < 0 ? -1 : rows[tally.last[at]!]!,
    }),
  );
  return { pools, servedIn };
}

function unserved(waiting: Int32Array, servedIn: Int32Array): Int32Array {
  const left = new Int32Array(waiting.length);
  let count = 0;
  for (let i = 0; i < waiting.length; i++) if (servedIn[waiting[i]!]! < 0) left[count++] = waiting[i]!;
  return left.subarray(0, count);
}

/** The pool (counted from `from`) in which a row stands; −1: none. Null: all stand in the one pool. */
function poolsOf(
  { entity }: Quota,
  { policy, population }: Ground,
  areas: readonly Area[],
  from: number,
  to: number,
): ((row: number) => number) | null {
  const first = areas[from]!;
  if (first.row < 0) return null;
  const pools = new Int32Array(population.tables[first.entity]?.rows ?? 0).fill(-1);
  for (let at = from; at < to; at++) pools[areas[at]!.row] = at - from;
  const areaOf = areaFinder(population, policy.vocabulary, entity, first.entity);
  return row => {
    const area = areaOf(row);
    return area < 0 ? -1 : pools[area]!;
  };
}

/** What waits, pool by pool, as it stood; `starts` gets where each pool begins. What stands in no pool is left out. */
function byPool(
  waiting: Int32Array,
  rows: Int32Array,
  poolOf: (row: number) => number,
  starts: Int32Array,
): Int32Array {
  const next = new Int32Array(starts.length + 1);
  // 1 + the pool; narrow where it may be, since it is looked up in any order.
  const pools = starts.length <= 0xffff ? new Uint16Array(rows.length) : new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) pools[at] = 1 + poolOf(rows[at]!);
  for (let i = 0; i < waiting.length; i++) next[pools[waiting[i]!]!]!++;
  let at = 0;
  for (let pool = 1; pool < next.length; pool++) {
    const size = next[pool]!;
    starts[pool - 1] = at;
    next[pool] = at;
    at += size;
  }
  const queue = new Int32Array(at);
  for (let i = 0; i < waiting.length; i++) {
    const place = waiting[i]!;
    const pool = pools[place]!;
    if (pool > 0) queue[next[pool]!++] = place;
  }
  return queue;
}

function take(
  { skip }: Quota,
  { by, parts }: Takes,
  queue: Int32Array,
  at: number,
  tally: Tally,
  servedIn: Int32Array,
): void {
  let free = tally.seats[at]!;
  let served = 0;
  for (let i = 0; i < queue.length; i++) {
    const wanted = by === null ? parts : by[queue[i]!]!;
    if (wanted > free) {
      if (skip) continue;
      break;
    }
    free -= wanted;
    servedIn[queue[i]!] = at;
    tally.last[at] = queue[i]!;
    served++;
  }
  tally.free[at] = free;
  tally.served[at] = served;
  tally.contenders[at] = queue.length;
}
