/** Villages (or whatever households lie in): what falls to each, side by side. */
import type { Side } from '../../analysis/live/side.ts';
import { range } from '../../analysis/money.ts';
import { peopleOffsets } from '../../analysis/people.ts';
import { sortedRows } from '../../analysis/sorted-rows.ts';
import { PLACE } from '../../engine/allocation/allocation.ts';
import { rowsInOrder } from '../../engine/allocation/columnar/ids.ts';
import { OWED } from '../../engine/results.ts';
import { inert } from '../../report/inert.ts';
import type { Reply, Request, Sides, VillageLine, VillageQuota, VillageSort } from '../protocol.ts';
import { areaEntities, areaRowsOf } from './areas.ts';
import { lostSeats } from './displaced.ts';
import { areaOf } from './rows.ts';
import { timesAMonth } from './side-figures.ts';
import type { Live, World } from './world.ts';

/** More lines than this no page has. */
const MOST = 1000;

const known = new WeakMap<Live, readonly VillageLine[]>();

export function villagesOf(world: World, live: Live, request: Request & { kind: 'villages' }): Reply {
  const lines = villagesInOrder(world, live, request.sort);
  const offset = Math.max(0, Math.min(Math.floor(request.offset), lines.length));
  const limit = Math.max(0, Math.min(MOST, Math.floor(request.limit)));
  return {
    kind: 'villages',
    request: request.request,
    run: live.run,
    rows: lines.slice(offset, offset + limit),
    offset,
    total: lines.length,
  };
}

/** The entity of the lines; null: the vocabulary knows none. */
export function villageEntity(world: World, live: Live): string | null {
  return areaEntities({ entity: live.sides[0].policy.entity, vocabulary: world.vocabulary }).village;
}

/** All villages in the order of the population; the last one gathers the households of none, if there are any. */
export function villageLines(world: World, live: Live): readonly VillageLine[] {
  const made = known.get(live) ?? linesOf(world, live);
  known.set(live, made);
  return made;
}

interface Counts {
  readonly households: Float64Array;
  readonly people: Float64Array;
  readonly changed: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

function linesOf(world: World, live: Live): VillageLine[] {
  const { population, vocabulary } = world;
  const entity = villageEntity(world, live);
  const table = entity === null ? undefined : population.tables[entity];
  if (entity === null || !table) return [];
  const { township } = areaEntities({ entity: live.sides[0].policy.entity, vocabulary });
  const outer = township === null ? null : areaRowsOf(population, vocabulary, entity, township);
  const outerIds = township === null ? [] : (population.tables[township]?.ids ?? []);
  const offsets = peopleOffsets(live.sides[0].policy, population);
  const counts = countsOf(world, live, table.rows);
  const sides = live.sides.map(side => sideCounts(world, live, side, table.rows));
  const lost = lostSeats(world, live, entity, table.rows);
  return Array.from({ length: table.rows + 1 }, (_, at): VillageLine => {
    const around = at < table.rows ? (outer?.[at] ?? -1) : -1;
    const both = <T>(pick: (side: SideCounts) => T): Sides<T> => [pick(sides[0]!), pick(sides[1]!)];
    return {
      row: at < table.rows ? at : -1,
      id: at < table.rows ? inert(table.ids[at] ?? String(at)) : '',
      township: around < 0 ? '' : inert(outerIds[around] ?? ''),
      households: counts.households[at]!,
      people: offsets ? counts.people[at]! : null,
      outcomes: both(({ outcomes }) => Array.from(outcomes, column => column[at]!)),
      changed: counts.changed[at]!,
      gain: range(counts.low[at]!, counts.high[at]!),
      quotas: both(({ quotas }) => quotas.map(quota => quota[at]!)),
      work: both(({ work }) => work[at]!),
      displaced: lost[at]!,
    };
  }).filter(({ row, households }) => row >= 0 || households > 0);
}

function countsOf(world: World, live: Live, rows: number): Counts {
  const area = areaOf(world, live, villageEntity(world, live));
  const offsets = peopleOffsets(live.sides[0].policy, world.population);
  const [households, people, changed, low, high] = Array.from(
    { length: 5 },
    () => new Float64Array(rows + 1),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const { pair } = live;
  for (let row = 0; row < area.length; row++) {
    const at = area[row]! < 0 ? rows : area[row]!;
    households[at]!++;
    if (offsets) people[at]! += offsets[row + 1]! - offsets[row]!;
    changed[at]! += pair.changed[row]!;
    low[at]! += pair.low[row]!;
    high[at]! += pair.high[row]!;
  }
  return { households, people, changed, low, high };
}

interface SideCounts {
  /** By outcome, then by village. */
  readonly outcomes: readonly Float64Array[];
  readonly quotas: readonly (readonly VillageQuota[])[];
  readonly work: Float64Array;
}

function sideCounts(world: World, live: Live, side: Side, rows: number): SideCounts {
  const area = areaOf(world, live, villageEntity(world, live));
  const outcomes = side.outcomes.map(() => new Float64Array(rows + 1));
  for (let row = 0; row < area.length; row++)
    outcomes[side.rows[row]!]![area[row]! < 0 ? rows : area[row]!]!++;
  const work = new Float64Array(rows + 1);
  side.policy.duties.forEach((duty, index) => {
    const times = timesAMonth(duty);
    const owed = side.run.results.duties[index];
    if (times === null || !owed) return;
    for (let row = 0; row < owed.length; row++)
      if (owed[row] === OWED.yes) work[area[row]! < 0 ? rows : area[row]!]! += times;
  });
  return { outcomes, quotas: quotaCounts(world, live, side, rows), work };
}

/** Seats that are the village's own; claims of its people, wherever they were served. */
function quotaCounts(world: World, live: Live, side: Side, rows: number): VillageQuota[][] {
  const { population, vocabulary } = world;
  const entity = villageEntity(world, live)!;
  return (side.run.allocation?.quotas ?? []).map(quota => {
    const area = areaRowsOf(population, vocabulary, quota.entity, entity);
    const counts = Array.from({ length: rows + 1 }, () => ({
      id: quota.id,
      seats: 0,
      taken: 0,
      contenders: 0,
      served: 0,
      unserved: 0,
      contesting: 0,
    }));
    for (const pool of quota.pools) {
      if (pool.entity !== entity || pool.row < 0) continue;
      counts[pool.row]!.seats += pool.seats;
      counts[pool.row]!.taken += pool.taken;
    }
    for (let row = 0; row < quota.place.length; row++) {
      const place = quota.place[row];
      if (place === PLACE.none) continue;
      const count = counts[area[row]! < 0 ? rows : area[row]!]!;
      if (place === PLACE.served) count.served++;
      else if (place === PLACE.unserved) count.unserved++;
      else count.contesting++;
      if (place !== PLACE.contesting) count.contenders++;
    }
    return counts;
  });
}

/** All lines in the order asked for. */
export function villagesInOrder(world: World, live: Live, sort: VillageSort): VillageLine[] {
  const lines = villageLines(world, live);
  return Array.from(inOrder(world, live, lines, sort), at => lines[at]!);
}

/** Indices into the lines; ties by id. */
function inOrder(
  world: World,
  live: Live,
  lines: readonly VillageLine[],
  { by, descending }: VillageSort,
): Int32Array {
  const entity = villageEntity(world, live);
  const table = entity === null ? undefined : world.population.tables[entity];
  if (!table) return new Int32Array(0);
  const order = rowsInOrder(world.population, [entity!]);
  const byId = Int32Array.from(lines.keys());
  // Households of no village come last.
  if (order !== null) byId.set(order);
  if (by === 'id') return descending ? byId.toReversed() : byId;
  const total = (pick: (quota: VillageQuota) => number) => (line: VillageLine) =>
    line.quotas[1].reduce((sum, quota) => sum + pick(quota), 0);
  const keys: Readonly<Record<Exclude<VillageSort['by'], 'id' | 'township'>, (line: VillageLine) => number>> =
    {
      households: line => line.households,
      people: line => line.people ?? Number.NaN,
      changed: line => line.changed,
      gain: ({ gain }) => (descending ? (gain.high ?? Number.POSITIVE_INFINITY) : gain.low),
      seats: total(({ seats }) => seats),
      taken: total(({ served }) => served),
      displaced: line => line.displaced,
      visits: line => line.work[1],
    };
  if (by === 'township') {
    const names = [...new Set(lines.map(({ township }) => township))].sort();
    const places = new Map(names.map((name, place) => [name, place]));
    const key = ({ township }: VillageLine) => (township === '' ? Number.NaN : places.get(township)!);
    return sortedRows(byId, Float64Array.from(lines, key), descending);
  }
  return sortedRows(byId, Float64Array.from(lines, keys[by]), descending);
}
