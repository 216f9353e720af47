import { PLACE, type QuotaResult } from '../../engine/allocation/allocation.ts';
import { leftOf } from '../../engine/allocation/left.ts';
import { areaOfRow } from '../../engine/allocation/places.ts';
import type { Run } from '../../engine/results.ts';
import type { Policy } from '../../policy/policy.ts';
import { timesAYear } from '../../policy/yearly.ts';
import type { Population } from '../../population/columns.ts';
import { rowNames } from '../../population/names.ts';
import { pays, type Range, range } from '../money.ts';

export type Place = 'served' | 'unserved' | 'contesting';
const names: Readonly<Record<number, Place>> = {
  [PLACE.served]: 'served',
  [PLACE.unserved]: 'unserved',
  [PLACE.contesting]: 'contesting',
};

/** Where somebody stands in a quota. */
export interface Placed {
  readonly quota: string;
  /** Who it is: the household itself, or one of its members. */
  readonly entity: string;
  readonly id: string;
  readonly place: Place;
  /** In the order of all sure claims, the first: 1; null while contesting. */
  readonly rank: number | null;
}

/** By row of the classified entity: the places of itself and of its parts, in the order of the quotas. */
export function placesByRow(
  policy: Policy,
  population: Population,
  run: Run,
): (row: number) => readonly Placed[] {
  const rows = new Map<number, Placed[]>();
  for (const quota of run.allocation?.quotas ?? []) addPlaces(policy, population, quota, rows);
  return row => rows.get(row) ?? [];
}

function addPlaces(
  policy: Policy,
  population: Population,
  { id: quota, entity, order, place }: QuotaResult,
  rows: Map<number, Placed[]>,
): void {
  const rank = new Int32Array(place.length);
  const nameOf = rowNames(policy.vocabulary, population, entity);
  order.forEach((row, at) => {
    rank[row] = at + 1;
  });
  for (let row = 0; row < place.length; row++) {
    const name = names[place[row]!];
    if (!name) continue;
    const holder = areaOfRow(population, policy.vocabulary, entity, row, policy.entity);
    if (holder < 0) continue;
    const list = rows.get(holder) ?? [];
    rows.set(holder, list);
    list.push({ quota, entity, id: nameOf(row), place: name, rank: rank[row]! > 0 ? rank[row]! : null });
  }
}

/** By row, what quotas and funds leave of all benefits, fen in a year; null where the policy has neither. */
export function servedByRow(
  policy: Policy,
  population: Population,
  run: Run,
): ((row: number) => Range) | null {
  const { allocation, results } = run;
  if (allocation === null) return null;
  const settled = {
    quotas: new Map(allocation.quotas.map(quota => [quota.id, quota])),
    funds: new Map(allocation.funds.map(fund => [fund.id, fund])),
  };
  const low = new Float64Array(results.rows);
  const high = new Float64Array(results.rows);
  policy.benefits.forEach((benefit, index) => {
    if (!pays(benefit)) return;
    const left = leftOf(policy, population, results, index, settled);
    const times = timesAYear(benefit);
    for (let row = 0; row < low.length; row++) {
      low[row]! += left.low[row]! * times;
      high[row]! += left.high[row]! * times;
    }
  });
  return row => range(low[row]!, high[row]!);
}
