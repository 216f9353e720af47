/** The areas in which rows of a table stand. */
import type { Vocabulary } from '../../../policy/vocabulary.ts';
import type { Population } from '../../../population/columns.ts';

/** Finds the row of the area in which a row of `from` stands (itself, where that is the area); −1: not recorded. */
export function areaFinder(
  { tables }: Population,
  { entities }: Vocabulary,
  from: string,
  area: string,
): (row: number) => number {
  const owners: Int32Array[] = [];
  for (let entity = from; entity !== area; ) {
    const owner = tables[entity]?.owner ?? null;
    const above = entities[entity]?.within ?? null;
    if (owner === null || above === null) return () => -1;
    owners.push(owner);
    entity = above;
  }
  if (!tables[area]) return () => -1;
  const [first, second, ...more] = owners;
  if (first === undefined) return row => row;
  if (second === undefined) return row => first[row]!;
  return row => {
    let at = first[row]!;
    if (at >= 0) at = second[at]!;
    for (let k = 0; at >= 0 && k < more.length; k++) at = more[k]![at]!;
    return at;
  };
}
