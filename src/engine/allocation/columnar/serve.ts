/** Seats handed out: one pass over the order for each level. */
import type { Quota } from '../../../policy/policy.ts';
import { PLACE, type Pool } from '../allocation.ts';
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

/** How many seats each of those in order takes, as a whole number of parts of which `parts` make one seat; null: one seat each. */
export interface Takes {
  readonly by: Float64Array | null;
  readonly parts: number;
}

/** Those who surely claim a seat, the first first, and the rows of those who take none. */
export interface Claimants {
  readonly order: Int32Array;
  readonly taken: Takes;
  readonly contesting: Int32Array;
}

/** What is kept of each area while its seats are taken. */
interface Tally {
  readonly seats: Float64Array;
  readonly free: Float64Array;
  readonly contenders: Int32Array;
  readonly served: Int32Array;
  readonly contesting: Int32Array;
  readonly last: Int32Array;
}

/** Where it is noted who has a seat, by row. */
export interface Places {
  readonly place: Uint8Array;
  readonly servedIn: Int32Array;
}

/** Serves those in order, all unserved so far. Areas stand innermost first. */
export function serve(
  quota: Quota,
  ground: Ground,
  areas: readonly Area[],
  { order, taken, contesting }: Claimants,
  places: Places,
): Pool[] {
  const count = areas.length;
  const tally: Tally = {
    seats: Float64Array.from(areas, ({ seats }) => seats),
    free: new Float64Array(count),
    contenders: new Int32Array(count),
    served: new Int32Array(count),
    contesting: new Int32Array(count),
    last: new Int32Array(count).fill(-1),
  };
  /** Indices in the order of those not served yet. */
  let waiting = Int32Array.from(order.keys());
  for (let from = 0; from < count; ) {
    let to = from + 1;
    while (to < count && areas[to]!.entity === areas[from]!.entity && areas[to]!.row >= 0) to++;
    const poolOf = poolsOf(quota, ground, areas, from, to);
    const starts = new Int32Array(to - from + 1);
    const queue = poolOf === null ? waiting : byPool(waiting, order, poolOf, starts);
    starts[to - from] = queue.length;
    for (let at = from; at < to; at++)
      take(quota, order, taken, queue.subarray(starts[at - from], starts[at - from + 1]), at, tally, places);
    for (let i = 0; i < contesting.length; i++) {
      const pool = poolOf === null ? 0 : poolOf(contesting[i]!);
      if (pool >= 0) tally.contesting[from + pool]!++;
    }
    for (let at = from; at < to; at++) {
      const { around } = areas[at]!;
      if (quota.passesUp && around !== null) tally.seats[around]! += tally.free[at]!;
    }
    waiting = waiting.filter(at => places.place[order[at]!] !== PLACE.served);
    from = to;
  }
  return areas.map(
    ({ entity, row }, at): Pool => ({
      entity,
      row,
      seats: tally.seats[at]! / taken.parts,
      taken: (tally.seats[at]! - tally.free[at]!) / taken.parts,
      contenders: tally.contenders[at]!,
      served: tally.served[at]!,
      contesting: tally.contesting[at]!,
      last: tally.last[at]!,
    }),
  );
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
  order: Int32Array,
  poolOf: (row: number) => number,
  starts: Int32Array,
): Int32Array {
  const pools = new Int32Array(waiting.length);
  const next = new Int32Array(starts.length);
  for (let i = 0; i < waiting.length; i++) {
    const pool = poolOf(order[waiting[i]!]!);
    pools[i] = pool;
    if (pool >= 0) next[pool]!++;
  }
  let at = 0;
  for (let pool = 0; pool < next.length; pool++) {
    const size = next[pool]!;
    starts[pool] = at;
    next[pool] = at;
    at += size;
  }
  const queue = new Int32Array(at);
  for (let i = 0; i < waiting.length; i++) {
    const pool = pools[i]!;
    if (pool >= 0) queue[next[pool]!++] = waiting[i]!;
  }
  return queue;
}

function take(
  { skip }: Quota,
  order: Int32Array,
  { by, parts }: Takes,
  queue: Int32Array,
  at: number,
  tally: Tally,
  { place, servedIn }: Places,
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
    const row = order[queue[i]!]!;
    place[row] = PLACE.served;
    servedIn[row] = at;
    tally.last[at] = row;
    served++;
  }
  tally.free[at] = free;
  tally.served[at] = served;
  tally.contenders[at] = queue.length;
}
