/** Where a household stands, for programs; money in yuan. */
import type { Neighbour, PoolStanding, Standing } from '../../../engine/allocation/standing/line.ts';
import type { Cause } from '../../../engine/answer.ts';
import type { Label } from '../../../language/label.ts';
import type { RankKey } from '../../../policy/policy.ts';
import { type MissingJson, type ValueJson, valueJson } from '../values-json.ts';

export interface KeyJson {
  readonly key: Label;
  readonly order: RankKey['order'];
}

/** Somebody else; `by`: the key under which the two first differ, `id` where no key does. */
export interface NeighbourJson {
  readonly id: string;
  readonly rank: number;
  readonly by: 'id' | (KeyJson & { readonly own: ValueJson; readonly other: ValueJson });
}

export interface PoolJson {
  /** `id` null: the whole population. */
  readonly area: { readonly entity: string; readonly id: string | null };
  readonly seats: number;
  readonly taken: number;
  readonly contenders: number;
  readonly contesting: number;
  readonly rank: number;
  readonly served: boolean;
  readonly last: NeighbourJson | null;
  readonly missed: NeighbourJson | null;
}

export interface PlaceJson {
  readonly quota?: string;
  readonly fund?: string;
  readonly entity: string;
  readonly of: string;
  readonly place: Standing['place'];
  readonly rank: number | null;
  readonly claimants: number;
  readonly contesting: number;
  readonly keys: readonly (KeyJson & { readonly value: ValueJson })[];
  readonly missing?: readonly MissingJson[];
  /** Of a quota. */
  readonly takes?: string | null;
  readonly pools?: readonly PoolJson[];
  readonly problems?: readonly string[];
  /** Of a fund. */
  readonly total?: number | null;
  readonly asked?: { readonly low: number; readonly high: number };
  readonly served?: { readonly low: number; readonly high: number };
  readonly last?: NeighbourJson | null;
  readonly missed?: NeighbourJson | null;
}

const keyJson = ({ label, order }: RankKey): KeyJson => ({ key: label, order });

function neighbourJson(neighbour: Neighbour | null): NeighbourJson | null {
  if (neighbour === null) return null;
  const { id, rank, decider } = neighbour;
  if (decider.by === 'id') return { id, rank, by: 'id' };
  const { key, own, other } = decider;
  const { type } = key.expr;
  return { id, rank, by: { ...keyJson(key), own: valueJson(own, type), other: valueJson(other, type) } };
}

function poolJson(pool: PoolStanding): PoolJson {
  const { entity, row, id, seats, taken, contenders, contesting, rank, served } = pool;
  return {
    area: { entity, id: row < 0 ? null : id },
    seats,
    taken,
    contenders,
    contesting,
    rank,
    served,
    last: neighbourJson(pool.last),
    missed: neighbourJson(pool.missed),
  };
}

const yuan = (fen: number): number => fen / 100;

export function placeJson(
  standing: Standing,
  missing: (causes: readonly Cause[]) => readonly MissingJson[],
): PlaceJson {
  const { id, entity, of, place, rank, claimants, contesting, keys, waiting } = standing;
  const line = {
    entity,
    of,
    place,
    rank,
    claimants,
    contesting,
    keys: keys.map(({ key, value }) => ({ ...keyJson(key), value: valueJson(value, key.expr.type) })),
    ...(waiting === null ? {} : { missing: missing(waiting.causes) }),
  };
  if (standing.kind === 'quota') {
    const { takes, pools, problems } = standing;
    return {
      quota: id,
      ...line,
      takes,
      pools: pools.map(poolJson),
      problems: problems.map(problem => problem.code),
    };
  }
  const { total, low, high } = standing;
  return {
    fund: id,
    ...line,
    total: total === null ? null : yuan(total),
    asked: { low: yuan(low.asked), high: yuan(high.asked) },
    served: {
      low: yuan(Math.min(low.served, high.served)),
      high: yuan(Math.max(low.served, high.served)),
    },
    last: neighbourJson(standing.last),
    missed: neighbourJson(standing.missed),
  };
}
