import type { Cause } from '../engine/answer.ts';
import { decideEach } from '../engine/decide-in.ts';
import { type Results, type Run, STATUS } from '../engine/results.ts';
import type { Policy } from '../policy/policy.ts';
import type { Population } from '../population/columns.ts';

/** What stands in the way of a decision: a missing fact, a list of parts, or an open parameter. */
export interface Lack {
  readonly kind: Cause['kind'];
  /** The entity that lacks it; null for a parameter. */
  readonly entity: string | null;
  /** Id of the fact, the parameter or the other policy; null where there is none of them. */
  readonly id: string | null;
  /** Households whose card it could still change. */
  readonly households: number;
  /** Of these, those for which nothing else is lacking. */
  readonly alone: number;
}

export interface Doubt {
  /** Undetermined households. */
  readonly households: number;
  /** How many of them were looked at, from the first. */
  readonly looked: number;
  /** The most frequent first. */
  readonly lacks: readonly Lack[];
}

/** Undetermined households that are asked one by one; of more, the first this many speak for all. */
export const DOUBT_LIMIT = 5_000;

/** Which missing facts leave households undetermined, from the reference evaluator. */
export function doubtOf(
  policy: Policy,
  population: Population,
  run: Pick<Run, 'results' | 'used'>,
  limit = DOUBT_LIMIT,
): Doubt {
  const rows = undeterminedRows(run.results);
  const looked = rows.slice(0, limit);
  const lacks = new Map<string, { lack: Lack; households: number; alone: number }>();
  for (const { causes } of decideEach(policy, population, run, looked).values()) {
    const kinds = new Map(causes.map(cause => [lackKey(cause), cause]));
    for (const [key, cause] of kinds) {
      const entry = lacks.get(key) ?? { lack: lackOf(cause), households: 0, alone: 0 };
      entry.households++;
      if (kinds.size === 1) entry.alone++;
      lacks.set(key, entry);
    }
  }
  return {
    households: rows.length,
    looked: looked.length,
    lacks: [...lacks.values()]
      .map(({ lack, households, alone }) => ({ ...lack, households, alone }))
      .sort((a, b) => b.households - a.households),
  };
}

export function undeterminedRows(results: Results): number[] {
  const rows: number[] = [];
  for (let row = 0; row < results.rows; row++)
    if (results.status[row] === STATUS.undetermined) rows.push(row);
  return rows;
}

function lackOf(cause: Cause): Lack {
  const count = { households: 0, alone: 0 };
  if (cause.kind === 'missing') return { kind: cause.kind, entity: cause.entity, id: cause.fact, ...count };
  if (cause.kind === 'parts') return { kind: cause.kind, entity: cause.entity, id: null, ...count };
  if (cause.kind === 'open') return { kind: cause.kind, entity: null, id: cause.parameter, ...count };
  if (cause.kind === 'used') return { kind: cause.kind, entity: null, id: cause.use, ...count };
  return { kind: cause.kind, entity: null, id: null, ...count };
}

/** The same for the same lack in whichever household or member. */
function lackKey(cause: Cause): string {
  const { kind, entity, id } = lackOf(cause);
  return `${kind} ${entity ?? ''} ${id ?? ''}`;
}
