import type { Policy } from '../policy/policy.ts';
import type { Population } from '../population/columns.ts';
import { chainOf } from '../population/header.ts';
import { PERSON } from '../population/standard.ts';

/** What is judged (households, unless the policy judges villages or members), and the people in it; null where the population has no rows for people. */
export interface Heads {
  readonly households: number;
  readonly people: number | null;
}

/** By row of the classified entity, where its people begin among all people; null where they are not recorded. */
export function peopleOffsets({ entity, vocabulary }: Policy, population: Population): Int32Array | null {
  const table = population.tables[entity];
  if (!table) return null;
  if (entity === PERSON) return Int32Array.from({ length: table.rows + 1 }, (_, row) => row);
  const down = chainOf(PERSON, vocabulary).map(({ id }) => id);
  const from = down.indexOf(entity);
  let offsets: Int32Array | null = null;
  // From the classified entity down to people; parts of neighbours stand side by side at every step.
  for (let at = from; at > 0; at--) {
    const parts: Int32Array | undefined = population.tables[down[at]!]?.parts[down[at - 1]!];
    if (!parts) return null;
    offsets = offsets === null ? parts : offsets.map(row => parts[row]!);
  }
  return offsets;
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
