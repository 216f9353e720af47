/** What quotas and limited funds make of the claims that a form lists. */
import { leftOf, type Settled } from '../../engine/allocation/left.ts';
import { limitedFunds, quotasOf } from '../../engine/allocation/order.ts';
import type { Run } from '../../engine/results.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Population } from '../../population/columns.ts';
import { type Placed, placesByRow } from '../allocation/placed.ts';
import { type Range, range } from '../money.ts';

/** A population at hand, and what the policy comes to on it. */
export interface Others {
  readonly population: Population;
  readonly run: Run;
}

export interface ClaimPlace {
  /** What it depends on. */
  readonly on: 'seats' | 'fund' | 'both';
  /** `ahead`: the others, among whom it is ranked, are not at hand; `open`: it cannot be ranked yet. */
  readonly state: 'ahead' | 'open' | 'all' | 'part' | 'none';
  /** Of those of the household who claim a seat; null: no quota, or the household claims it itself. */
  readonly seats: { readonly served: number; readonly of: number } | null;
  /** What is left of it, fen per period, where it is money; null: not known. */
  readonly left: Range | null;
}

export type PlacesOf = (row: number | null) => ReadonlyMap<string, ClaimPlace>;

/** By the row of a household, or null where it stands alone: the places of the benefits that quotas or limited funds bind. */
export function formPlaces(policy: Policy, others: Others | null): PlacesOf {
  const limited = new Set(limitedFunds(policy).map(({ id }) => id));
  const bound = policy.benefits.flatMap((benefit, index) => {
    const quotas = new Set(quotasOf(policy, benefit.id).map(({ id }) => id));
    const fund = benefit.fund !== null && limited.has(benefit.fund);
    if (quotas.size === 0 && !fund) return [];
    const on: ClaimPlace['on'] = quotas.size === 0 ? 'fund' : fund ? 'both' : 'seats';
    return [{ id: benefit.id, index, quotas, on, pays: benefit.amounts.length > 0 }];
  });
  const ahead = new Map(
    bound.map(({ id, on }): [string, ClaimPlace] => [id, { on, state: 'ahead', seats: null, left: null }]),
  );
  const allocation = others?.run.allocation ?? null;
  if (others === null || allocation === null) return () => ahead;
  const { population, run } = others;
  const settled: Settled = {
    quotas: new Map(allocation.quotas.map(quota => [quota.id, quota])),
    funds: new Map(allocation.funds.map(fund => [fund.id, fund])),
  };
  const placed = placesByRow(policy, population, run);
  const columns = bound.map(({ index, pays }) =>
    pays ? leftOf(policy, population, run.results, index, settled) : null,
  );
  return row => {
    if (row === null) return ahead;
    return new Map(
      bound.map(({ id, index, quotas, on }, at): [string, ClaimPlace] => {
        const mine = placed(row).filter(({ quota }) => quotas.has(quota));
        const seats = seatsOf(mine, policy.entity);
        const left = columns[at]!;
        const claimed = run.results.benefits[index]!;
        const money = left && {
          asked: claimed.high[row]!,
          low: left.low[row]!,
          high: left.high[row]!,
          open: left.contesting[row] === 1,
        };
        const state = stateOf(seats, money);
        return [
          id,
          { on, state, seats: seats?.own ? null : seats, left: money && range(money.low, money.high) },
        ];
      }),
    );
  };
}

interface Seats {
  readonly served: number;
  readonly open: number;
  readonly of: number;
  /** The household itself claims the seat. */
  readonly own: boolean;
}

/** Somebody has a seat where each quota that binds the benefit gives one; null: no claim for one. */
function seatsOf(places: readonly Placed[], entity: string): Seats | null {
  const [first] = places;
  if (first === undefined) return null;
  const who = new Map<string, Placed['place'][]>();
  for (const { id, place } of places) who.set(id, [...(who.get(id) ?? []), place]);
  const all = [...who.values()];
  return {
    served: all.filter(each => each.every(place => place === 'served')).length,
    open: all.filter(each => each.includes('contesting') && !each.includes('unserved')).length,
    of: all.length,
    own: first.entity === entity,
  };
}

function stateOf(
  seats: Seats | null,
  money: { asked: number; low: number; high: number; open: boolean } | null,
): ClaimPlace['state'] {
  if ((seats !== null && seats.open > 0) || money?.open) return 'open';
  if (seats !== null && seats.served === 0) return 'none';
  // What a claim comes to is not known, or it is no money: seats alone tell.
  if (money === null || money.asked === 0) return seats === null ? 'open' : shareOf(seats.served, seats.of);
  return money.high === 0 ? 'none' : shareOf(money.high, money.asked);
}

const shareOf = (served: number, of: number): ClaimPlace['state'] =>
  served >= of ? 'all' : served === 0 ? 'none' : 'part';
