import { rowNames } from '../../../population/names.ts';
import { toValue } from '../../reference/values.ts';
import type { Run } from '../../results.ts';
import { firstDifference, type Ranked, type Ranking } from '../reference/rank.ts';
import type { Ground } from '../reference/seats.ts';
import type { Decider, Neighbour } from './line.ts';

export interface RunGround extends Ground {
  readonly run: Run;
}

/** What claimants are called. */
export function namesOf({ policy, population }: Ground, entity: string): (row: number) => string {
  return rowNames(policy.vocabulary, population, entity);
}

function deciderOf(ranking: Ranking, own: Ranked, other: Ranked): Decider {
  const at = firstDifference(ranking, own, other);
  if (at < 0) return { by: 'id' };
  const { key } = ranking.keys[at]!;
  return { by: 'key', key, own: toValue(own.values[at]!), other: toValue(other.values[at]!) };
}

/** Another one in the order, compared with the one asked about. */
export function neighbour(
  nameOf: (row: number) => string,
  ranking: Ranking,
  own: Ranked | undefined,
  other: Ranked | undefined,
  rank: number,
): Neighbour | null {
  if (own === undefined || other === undefined || own.row === other.row) return null;
  if (own.keys === null || other.keys === null) return null;
  return { row: other.row, id: nameOf(other.row), rank, decider: deciderOf(ranking, own, other) };
}
