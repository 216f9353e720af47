/** Seats handed out: one pass over the order for each level. */
import type { Quota } from '../../../policy/policy.ts';
import { PLACE, type Pool } from '../allocation.ts';
import { areaRows } from './areas.ts';
import type { Ground } from './standing.ts';

/** The seats of one area, in parts (see `Takes`). */
export interface Area {
  readonly entity: string;
  /** −1: the whole population. */
  readonly row: number;
  readonly seats: number;
  readonly around: number | null;
}

/** How many seats each row takes, as a whole number of parts of which `parts` make one seat; null: one seat each. */
export interface Takes {
  readonly by: ArrayLike<number> | null;
  readonly parts: number;
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

/**
 * Serves those in `order`, all unserved so far; `contesting` are the rows that take no seat. Areas stand innermost first.
 */
export function serve(
  quota: Quota,
  ground: Ground,
  areas: readonly Area[],
  takes: Takes,
  order: Int32Array,
  contesting: Int32Array,
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
  for (let from = 0; from < count; ) {
    let to = from + 1;
    while (to < count && areas[to]!.entity === areas[from]!.entity && areas[to]!.row >= 0) to++;
    const pools = poolsOf(quota, ground, areas, from, to);
    const waiting = from === 0 ? order : order.filter(row => places.place[row] !== PLACE.served);
    const starts = new Int32Array(to - from + 1);
    const queue = pools === null ? waiting : byPool(waiting, pools, starts);
    starts[to - from] = queue.length;
    for (let at = from; at < to; at++)
      take(quota, takes, queue.subarray(starts[at - from], starts[at - from + 1]), at, tally, places);
    for (let i = 0; i < contesting.length; i++) {
      const pool = pools === null ? 1 : pools[contesting[i]!]!;
      if (pool > 0) tally.contesting[from + pool - 1]!++;
    }
    for (let at = from; at < to; at++) {
      const { around } = areas[at]!;
      if (quota.passesUp && around !== null) tally.seats[around]! += tally.free[at]!;
    }
    from = to;
  }
  return areas.map(
    ({ entity, row }, at): Pool => ({
      entity,
      row,
      seats: tally.seats[at]! / takes.parts,
      taken: (tally.seats[at]! - tally.free[at]!) / takes.parts,
      contenders: tally.contenders[at]!,
      served: tally.served[at]!,
      contesting: tally.contesting[at]!,
      last: tally.last[at]!,
    }),
  );
}

/** By row, 1 + the pool (from `from`) in which it stands; 0: none. Null: all stand in the one pool. */
function poolsOf(
  { entity }: Quota,
  { policy, population }: Ground,
  areas: readonly Area[],
  from: number,
  to: number,
): Uint16Array | Int32Array | null {
  const first = areas[from]!;
  if (first.row < 0) return null;
  // Narrow where it may be: these are looked up in any order.
  const room = (rows: number) => (to - from < 0xffff ? new Uint16Array(rows) : new Int32Array(rows));
  const pools = room(population.tables[first.entity]?.rows ?? 0);
  for (let at = from; at < to; at++) pools[areas[at]!.row] = 1 + at - from;
  const rows = areaRows(population, policy.vocabulary, entity, first.entity);
  if (rows === null) return pools;
  const by = room(rows.length);
  for (let row = 0; row < by.length; row++) {
    const area = rows[row]!;
    by[row] = area < 0 ? 0 : pools[area]!;
  }
  return by;
}

/** The rows pool by pool, as they stood; `starts` gets where each pool begins. Those in no pool are left out. */
function byPool(rows: Int32Array, pools: Uint16Array | Int32Array, starts: Int32Array): Int32Array {
  const sizes = new Int32Array(starts.length + 1);
  for (let i = 0; i < rows.length; i++) sizes[pools[rows[i]!]!]!++;
  const next = new Int32Array(starts.length + 1);
  let at = 0;
  for (let pool = 1; pool < sizes.length; pool++) {
    starts[pool - 1] = at;
    next[pool] = at;
    at += sizes[pool]!;
  }
  const queue = new Int32Array(at);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const pool = pools[row]!;
    if (pool > 0) queue[next[pool]!++] = row;
  }
  return queue;
}

function take(
  { skip }: Quota,
  { by, parts }: Takes,
  queue: Int32Array,
  at: number,
  tally: Tally,
  { place, servedIn }: Places,
): void {
  let free = tally.seats[at]!;
  let served = 0;
  for (let i = 0; i < queue.length; i++) {
    const row = queue[i]!;
    const wanted = by === null ? parts : by[row]!;
    if (wanted > free) {
      if (skip) continue;
      break;
    }
    free -= wanted;
    place[row] = PLACE.served;
    servedIn[row] = at;
    tally.last[at] = row;
    served++;
  }
  tally.free[at] = free;
  tally.served[at] = served;
  tally.contenders[at] = queue.length;
}
