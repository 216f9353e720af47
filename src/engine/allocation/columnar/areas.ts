/** The areas in which the rows of a table stand, all at once. */
import type { Vocabulary } from '../../../policy/vocabulary.ts';
import type { Population } from '../../../population/columns.ts';

/** Worked out once: a population is decided again and again while a drafter tries figures. */
const known = new WeakMap<Population, Map<string, Int32Array>>();

/** By row of `from`, the row of the area that it stands in; −1: not recorded. Null: each row is its own area. */
export function areaRows(
  population: Population,
  vocabulary: Vocabulary,
  from: string,
  area: string,
): Int32Array | null {
  if (from === area) return null;
  const made = known.get(population) ?? new Map<string, Int32Array>();
  known.set(population, made);
  const key = `${from} ${area}`;
  const rows = made.get(key) ?? findAreas(population, vocabulary, from, area);
  made.set(key, rows);
  return rows;
}

function findAreas({ tables }: Population, { entities }: Vocabulary, from: string, area: string): Int32Array {
  const rows = tables[from]?.rows ?? 0;
  const nowhere = () => new Int32Array(rows).fill(-1);
  if (!tables[area]) return nowhere();
  let at: Int32Array | null = null;
  for (let entity = from; entity !== area; ) {
    const owner = tables[entity]?.owner ?? null;
    const above = entities[entity]?.within ?? null;
    if (owner === null || above === null) return nowhere();
    at = at === null ? owner : at.map(row => (row < 0 ? -1 : owner[row]!));
    entity = above;
  }
  return at ?? nowhere();
}
