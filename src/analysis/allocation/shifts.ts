import { PLACE, type QuotaResult } from '../../engine/allocation/allocation.ts';
import type { Run } from '../../engine/results.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Population } from '../../population/columns.ts';
import { rowNames } from '../../population/names.ts';
import { related } from '../outcome.ts';

/** Those whose place in one quota differs between two policies. */
export interface SeatShift {
  /** How many have a seat under the second only, or under the first only. */
  readonly gained: number;
  readonly lost: number;
  readonly kept: number;
  /** Those of whom it is not known under either policy, or under one, whether they have a seat. */
  readonly unknown: number;
  /** Ids of the first few. */
  readonly gainers: readonly string[];
  readonly losers: readonly string[];
}

export interface QuotaShift extends SeatShift {
  readonly id: string;
  readonly entity: string;
}

const EXAMPLES = 3;

interface Side {
  readonly policy: Policy;
  readonly run: Run;
}

/** Who has gained and who has lost a seat, quota by quota, between two drafts of one scheme. */
export function seatShifts(population: Population, a: Side, b: Side): QuotaShift[] {
  if (!related(a.policy, b.policy)) return [];
  return (a.run.allocation?.quotas ?? []).flatMap(before => {
    const after = b.run.allocation?.quotas.find(({ id }) => id === before.id);
    if (!after || after.entity !== before.entity) return [];
    const name = rowNames(a.policy.vocabulary, population, before.entity);
    return [{ id: before.id, entity: before.entity, ...shiftOf(before, after, name) }];
  });
}

function shiftOf(
  { place: from }: QuotaResult,
  { place: to }: QuotaResult,
  name: (row: number) => string,
): SeatShift {
  let [gained, lost, kept, unknown] = [0, 0, 0, 0];
  const gainers: string[] = [];
  const losers: string[] = [];
  for (let row = 0; row < from.length; row++) {
    const [had, has] = [from[row] === PLACE.served, to[row] === PLACE.served];
    if (from[row] === PLACE.contesting || to[row] === PLACE.contesting) unknown++;
    else if (had && has) kept++;
    else if (!had && !has) continue;
    else if (has) {
      gained++;
      if (gainers.length < EXAMPLES) gainers.push(name(row));
    } else {
      lost++;
      if (losers.length < EXAMPLES) losers.push(name(row));
    }
  }
  return { gained, lost, kept, unknown, gainers, losers };
}
