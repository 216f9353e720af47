import {
  type AllocationProblem,
  PLACE,
  type Pool,
  type QuotaResult,
} from '../../engine/allocation/allocation.ts';
import { areaOfRow, idOf } from '../../engine/allocation/places.ts';
import type { Run } from '../../engine/results.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Population } from '../../population/columns.ts';
import { chainOf } from '../../population/header.ts';
import { rowNames } from '../../population/names.ts';
import { areaEntity } from '../areas.ts';

/** Seats and claims; `taken` may be more than `served`, where one takes several seats. */
export interface SeatCounts {
  readonly seats: number;
  readonly taken: number;
  readonly served: number;
  readonly unserved: number;
  readonly contesting: number;
}

/** The seats of the areas of one level together. */
export interface LevelSummary {
  /** Null: the further pool of the whole population. */
  readonly entity: string | null;
  readonly areas: number;
  readonly seats: number;
  readonly taken: number;
  readonly served: number;
}

/** What is used up in the pools of one area and below it, and its claims, wherever they were served. */
export interface AreaSeats extends SeatCounts {
  /** Null: not recorded. */
  readonly id: string | null;
}

export interface PoolSummary extends Pick<Pool, 'seats' | 'taken' | 'contenders' | 'served' | 'contesting'> {
  /** Null: the whole population. */
  readonly entity: string | null;
  readonly id: string | null;
  /** Id of the last one served. */
  readonly last: string | null;
}

export interface ProblemSummary extends Pick<AllocationProblem, 'code' | 'entity' | 'params'> {
  /** Ids of the areas concerned; empty where it is about the whole. */
  readonly areas: readonly string[];
}

export interface QuotaSummary extends SeatCounts {
  readonly id: string;
  /** Who takes a seat. */
  readonly entity: string;
  readonly levels: readonly LevelSummary[];
  /** What areas are of; null where the population knows none. */
  readonly areaEntity: string | null;
  readonly areas: readonly AreaSeats[];
  readonly pools: readonly PoolSummary[];
  readonly problems: readonly ProblemSummary[];
}

/** Seats and claims of each quota alone, for those who need no more. */
export function seatCounts(
  policy: Policy,
  population: Population,
  run: Run,
): (SeatCounts & { readonly id: string })[] {
  return (run.allocation?.quotas ?? []).map(result => countsOf(policy, population, result));
}

function countsOf(
  policy: Policy,
  population: Population,
  { id, pools, place }: QuotaResult,
): SeatCounts & { readonly id: string } {
  const passesUp = policy.quotas.find(quota => quota.id === id)?.passesUp ?? false;
  const seats = ownSeats(policy, population, pools, passesUp).reduce((sum, own) => sum + own, 0);
  return { id, seats, taken: pools.reduce((sum, pool) => sum + pool.taken, 0), ...placesOf(place) };
}

/** What the quotas of a policy come to on a population, in the order written. */
export function quotaSummaries(policy: Policy, population: Population, run: Run): QuotaSummary[] {
  return (run.allocation?.quotas ?? []).map(result => summaryOf(policy, population, result));
}

function summaryOf(policy: Policy, population: Population, result: QuotaResult): QuotaSummary {
  const passesUp = policy.quotas.find(({ id }) => id === result.id)?.passesUp ?? false;
  const own = ownSeats(policy, population, result.pools, passesUp);
  const taken = result.pools.reduce((sum, pool) => sum + pool.taken, 0);
  const area = areaEntity(policy, population);
  const nameOf = rowNames(policy.vocabulary, population, result.entity);
  return {
    id: result.id,
    entity: result.entity,
    seats: own.reduce((sum, seats) => sum + seats, 0),
    taken,
    ...placesOf(result.place),
    levels: levelsOf(result.pools, own),
    areaEntity: area,
    areas: area === null ? [] : areasOf(policy, population, result, own, area),
    pools: result.pools.map(pool => ({
      entity: pool.row < 0 ? null : pool.entity,
      id: pool.row < 0 ? null : idOf(population, pool.entity, pool.row),
      seats: pool.seats,
      taken: pool.taken,
      contenders: pool.contenders,
      served: pool.served,
      contesting: pool.contesting,
      last: pool.last < 0 ? null : nameOf(pool.last),
    })),
    problems: problemsOf(population, result.problems),
  };
}

function placesOf(place: Uint8Array): Pick<SeatCounts, 'served' | 'unserved' | 'contesting'> {
  const counts = new Float64Array(4);
  for (let row = 0; row < place.length; row++) counts[place[row]!]!++;
  return {
    served: counts[PLACE.served]!,
    unserved: counts[PLACE.unserved]!,
    contesting: counts[PLACE.contesting]!,
  };
}

/** The seats of each pool without those that came up to it from the pools inside, which count there. */
function ownSeats(
  policy: Policy,
  population: Population,
  pools: readonly Pool[],
  passesUp: boolean,
): number[] {
  const own = pools.map(({ seats }) => seats);
  if (!passesUp) return own;
  const at = new Map(pools.map(({ entity, row }, index) => [row < 0 ? '' : `${entity} ${row}`, index]));
  pools.forEach(pool => {
    if (pool.row < 0) return;
    const around = chainOf(pool.entity, policy.vocabulary)
      .slice(1)
      .map(({ id }) => at.get(`${id} ${areaOfRow(population, policy.vocabulary, pool.entity, pool.row, id)}`))
      .find(found => found !== undefined);
    const to = around ?? at.get('');
    if (to !== undefined) own[to]! -= pool.seats - pool.taken;
  });
  return own;
}

function levelsOf(pools: readonly Pool[], own: readonly number[]): LevelSummary[] {
  const levels = new Map<string | null, { areas: number; seats: number; taken: number; served: number }>();
  pools.forEach((pool, index) => {
    const key = pool.row < 0 ? null : pool.entity;
    const level = levels.get(key) ?? { areas: 0, seats: 0, taken: 0, served: 0 };
    levels.set(key, level);
    level.areas++;
    level.seats += own[index]!;
    level.taken += pool.taken;
    level.served += pool.served;
  });
  return [...levels].map(([entity, level]) => ({ entity, ...level }));
}

function areasOf(
  policy: Policy,
  population: Population,
  { pools, place, entity }: QuotaResult,
  own: readonly number[],
  area: string,
): AreaSeats[] {
  const ids = population.tables[area]?.ids ?? [];
  const unknown = ids.length;
  const counts = Array.from({ length: unknown + 1 }, () => ({
    seats: 0,
    taken: 0,
    served: 0,
    unserved: 0,
    contesting: 0,
    any: false,
  }));
  const at = (from: string, row: number) => {
    const found = areaOfRow(population, policy.vocabulary, from, row, area);
    return counts[found < 0 ? unknown : found]!;
  };
  pools.forEach((pool, index) => {
    // Seats of areas further out are in no township.
    if (pool.row < 0 || areaOfRow(population, policy.vocabulary, pool.entity, pool.row, area) < 0) return;
    const count = at(pool.entity, pool.row);
    count.any = true;
    count.seats += own[index]!;
    count.taken += pool.taken;
  });
  for (let row = 0; row < place.length; row++) {
    if (place[row] === PLACE.none) continue;
    const count = at(entity, row);
    count.any = true;
    if (place[row] === PLACE.served) count.served++;
    else if (place[row] === PLACE.unserved) count.unserved++;
    else count.contesting++;
  }
  return counts.flatMap(({ any, ...count }, index) => (any ? [{ id: ids[index] ?? null, ...count }] : []));
}

/** One entry for each kind of problem, with all areas that have it. */
function problemsOf(population: Population, problems: readonly AllocationProblem[]): ProblemSummary[] {
  const found = new Map<
    string,
    {
      code: AllocationProblem['code'];
      entity: string | null;
      areas: string[];
      params: AllocationProblem['params'];
    }
  >();
  for (const { code, entity, row, params } of problems) {
    const key = `${code} ${entity ?? ''}`;
    const entry = found.get(key) ?? { code, entity, areas: [], params };
    found.set(key, entry);
    if (entity !== null && row >= 0) entry.areas.push(idOf(population, entity, row));
  }
  return [...found.values()];
}
