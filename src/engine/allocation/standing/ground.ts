import { toValue } from '../../reference/values.ts';
import type { Run } from '../../results.ts';
import { firstDifference, type Ranked, type Ranking } from '../reference/rank.ts';
import type { Ground } from '../reference/seats.ts';
import type { Decider, Neighbour } from './line.ts';

export interface RunGround extends Ground {
  readonly run: Run;
}

function deciderOf(ranking: Ranking, own: Ranked, other: Ranked): Decider {
  const at = firstDifference(ranking, own, other);
  if (at < 0) return { by: 'id' };
  const { key } = ranking.keys[at]!;
  return { by: 'key', key, own: toValue(own.values[at]!), other: toValue(other.values[at]!) };
}

/** Another one in the order, compared with the one asked about. */
export function neighbour(
  ranking: Ranking,
  own: Ranked | undefined,
  other: Ranked | undefined,
  rank: number,
): Neighbour | null {
  if (own === undefined || other === undefined || own.row === other.row) return null;
  if (own.keys === null || other.keys === null) return null;
  return { row: other.row, id: other.id, rank, decider: deciderOf(ranking, own, other) };
}
