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
  readonly by: Float64Array | null;
  readonly parts: number;
}

/** What is kept of each area while its seats are taken. */
interface Tally {
  readonly seats: Float64Array;
  readonly free: Float64Array;
  readonly ended: Uint8Array;
  readonly contenders: Int32Array;
  readonly served: Int32Array;
  readonly contesting: Int32Array;
  readonly last: Int32Array;
}

/**
 * Serves those in `order` and notes it in `place` and `servedIn`; `contesting` are the rows that take no seat. Areas
 * stand innermost first.
 */
export function serve(
  quota: Quota,
  ground: Ground,
  areas: readonly Area[],
  takes: Takes,
  order: Int32Array,
  contesting: Int32Array,
  place: Uint8Array,
  servedIn: Int32Array,
): Pool[] {
  const count = areas.length;
  const tally: Tally = {
    seats: Float64Array.from(areas, ({ seats }) => seats),
    free: new Float64Array(count),
    ended: new Uint8Array(count),
    contenders: new Int32Array(count),
    served: new Int32Array(count),
    contesting: new Int32Array(count),
    last: new Int32Array(count).fill(-1),
  };
  for (let from = 0; from < count; ) {
    let to = from + 1;
    while (to < count && areas[to]!.entity === areas[from]!.entity && areas[to]!.row >= 0) to++;
    for (let at = from; at < to; at++) tally.free[at] = tally.seats[at]!;
    const poolOf = poolsOf(quota, ground, areas, from, to);
    take(quota, takes, order, poolOf, tally, place, servedIn);
    for (let i = 0; i < contesting.length; i++) {
      const at = poolOf(contesting[i]!);
      if (at >= 0) tally.contesting[at]!++;
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

/** The pool among `from` to `to` in which a row stands; −1: none. */
function poolsOf(
  { entity }: Quota,
  { policy, population }: Ground,
  areas: readonly Area[],
  from: number,
  to: number,
): (row: number) => number {
  const first = areas[from]!;
  if (first.row < 0) return () => from;
  const pools = new Int32Array(population.tables[first.entity]?.rows ?? 0).fill(-1);
  for (let at = from; at < to; at++) pools[areas[at]!.row] = at;
  const rows = areaRows(population, policy.vocabulary, entity, first.entity);
  if (rows === null) return row => pools[row]!;
  return row => {
    const area = rows[row]!;
    return area < 0 ? -1 : pools[area]!;
  };
}

function take(
  { skip }: Quota,
  { by, parts }: Takes,
  order: Int32Array,
  poolOf: (row: number) => number,
  { free, ended, contenders, served, last }: Tally,
  place: Uint8Array,
  servedIn: Int32Array,
): void {
  for (let i = 0; i < order.length; i++) {
    const row = order[i]!;
    if (place[row] === PLACE.served) continue;
    const at = poolOf(row);
    if (at < 0) continue;
    contenders[at]!++;
    if (ended[at] === 1) continue;
    const wanted = by === null ? parts : by[row]!;
    if (wanted > free[at]!) {
      if (!skip) ended[at] = 1;
      continue;
    }
    free[at]! -= wanted;
    place[row] = PLACE.served;
    servedIn[row] = at;
    last[at] = row;
    served[at]!++;
  }
}
