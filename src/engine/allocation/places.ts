/** Where the rows of a population stand. */
import type { Policy } from '../../policy/policy.ts';
import type { Vocabulary } from '../../policy/vocabulary.ts';
import type { Population } from '../../population/columns.ts';
import { chainOf } from '../../population/header.ts';
import { UNIT } from '../../population/standard.ts';

/** The row of the area that a row stands in (itself, where it is of that entity); −1: not recorded. */
export function areaOfRow(
  population: Population,
  vocabulary: Vocabulary,
  from: string,
  row: number,
  area: string,
): number {
  let entity = from;
  let at = row;
  while (entity !== area && at >= 0) {
    at = population.tables[entity]?.owner?.[at] ?? -1;
    const above = vocabulary.entities[entity]?.within ?? null;
    if (above === null) return -1;
    entity = above;
  }
  return at < 0 || population.tables[area] === undefined ? -1 : at;
}

export function rowsOf(population: Population, entity: string): number {
  return population.tables[entity]?.rows ?? 0;
}

/** The rows that stand for an area there is: one without a name only holds together those whose area is not recorded. */
export function recorded(population: Population, entity: string): number[] {
  const { ids, rows } = population.tables[entity] ?? { ids: [], rows: 0 };
  return Array.from({ length: rows }, (_, row) => row).filter(row => ids[row] !== '');
}

/** Empty where none is recorded. */
export function idOf(population: Population, entity: string, row: number): string {
  return population.tables[entity]?.ids[row] ?? '';
}

/**
 * Entities by whose ids ties are settled, from that of the claimants out to the classified one, or to the household where
 * that is further out: ids within it need differ only there.
 */
export function tieChain(
  { entity, vocabulary }: Pick<Policy, 'entity' | 'vocabulary'>,
  of: string,
): string[] {
  const chain = chainOf(of, vocabulary).map(({ id }) => id);
  return chain.slice(0, 1 + Math.max(0, chain.indexOf(entity), chain.indexOf(UNIT)));
}

/** The entity above which there is none. */
export function topEntity(vocabulary: Vocabulary, from: string): string {
  let entity = from;
  for (;;) {
    const above = vocabulary.entities[entity]?.within ?? null;
    if (above === null) return entity;
    entity = above;
  }
}
