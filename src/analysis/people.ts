import type { Policy } from '../policy/policy.ts';
import type { Population } from '../population/columns.ts';
import { PERSON } from '../population/standard.ts';

/** Households, and the people in them; null where the population has no rows for people. */
export interface Heads {
  readonly households: number;
  readonly people: number | null;
}

/** By row of the classified entity, where its people begin among all people; null where they are not recorded. */
export function peopleOffsets(policy: Policy, population: Population): Int32Array | null {
  return population.tables[policy.entity]?.parts[PERSON] ?? null;
}

/** Households and people for each of `groups` values that `rows` holds. */
export function countHeads(rows: Uint8Array, groups: number, offsets: Int32Array | null): Heads[] {
  const households = new Float64Array(groups);
  const people = new Float64Array(groups);
  for (let row = 0; row < rows.length; row++) {
    const group = rows[row]!;
    households[group]!++;
    if (offsets) people[group]! += offsets[row + 1]! - offsets[row]!;
  }
  return Array.from(households, (count, group) => ({
    households: count,
    people: offsets ? people[group]! : null,
  }));
}

/** How many people the population holds altogether; null where it has no rows for them. */
export function peopleOf(population: Population): number | null {
  return population.tables[PERSON]?.rows ?? null;
}
