/** What those are called who are told of in results. */
import type { Vocabulary } from '../policy/vocabulary.ts';
import type { Population } from './columns.ts';
import { chainOf } from './header.ts';
import type { Instance } from './instance.ts';
import { UNIT } from './standard.ts';

/** Ids need differ only within the household: is this entity in one? */
export function isInside(vocabulary: Vocabulary, entity: string): boolean {
  return chainOf(entity, vocabulary)
    .slice(1)
    .some(({ id }) => id === UNIT);
}

/** Does this stand around households? */
function isArea(vocabulary: Vocabulary, entity: string): boolean {
  return chainOf(UNIT, vocabulary)
    .slice(1)
    .some(({ id }) => id === entity);
}

/** Rows of an area without a name: it only holds together those whose area is not recorded. */
export function namelessRows(vocabulary: Vocabulary, { tables }: Population, entity: string): number[] {
  const table = tables[entity];
  if (!table || !isArea(vocabulary, entity)) return [];
  const found: number[] = [];
  for (let row = table.ids.indexOf(''); row >= 0; row = table.ids.indexOf('', row + 1)) found.push(row);
  return found;
}

/** Is it an area of a population without a name? */
export function isNameless(vocabulary: Vocabulary, { entity, id, row }: Instance): boolean {
  return row !== undefined && id === '' && isArea(vocabulary, entity);
}

const LETTER = /[\p{L}\p{N}]/u;

/** The owner's name and the own id: `h1#2`; the id alone where it begins with the owner's name, as `h1-2` does. */
export function nameWithin(owner: string, id: string): string {
  const says = owner !== '' && id.length > owner.length && id.startsWith(owner);
  return says && !LETTER.test(id.charAt(owner.length)) ? id : `${owner}#${id}`;
}

/**
 * What the instances of an entity are called: by their id; within a household by its id as well, with their place there
 * where none is recorded: `h1#2`.
 */
export function rowNames(
  vocabulary: Vocabulary,
  population: Population,
  entity: string,
): (row: number) => string {
  const table = population.tables[entity];
  const above = vocabulary.entities[entity]?.within ?? null;
  const inside = isInside(vocabulary, entity);
  const ownerName = above === null ? null : rowNames(vocabulary, population, above);
  const first = above === null ? undefined : population.tables[above]?.parts[entity];
  return row => {
    const id = table?.ids[row] ?? '';
    if (id !== '' && !inside) return id;
    const owner = table?.owner?.[row] ?? -1;
    if (ownerName === null || owner < 0) return id === '' ? `#${row + 1}` : id;
    return id === ''
      ? `${ownerName(owner)}#${row - (first?.[owner] ?? row) + 1}`
      : nameWithin(ownerName(owner), id);
  };
}
