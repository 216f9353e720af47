import { idOf } from '../../engine/allocation/places.ts';
import type { Vocabulary } from '../../policy/vocabulary.ts';
import type { Population } from '../../population/columns.ts';

/** What an instance is called: its id, or its place within its owner where none is recorded: `h1#2`. */
export function rowName(vocabulary: Vocabulary, population: Population, entity: string, row: number): string {
  const id = idOf(population, entity, row);
  if (id !== '') return id;
  const above = vocabulary.entities[entity]?.within ?? null;
  const owner = population.tables[entity]?.owner?.[row] ?? -1;
  if (above === null || owner < 0) return `#${row + 1}`;
  const first = population.tables[above]?.parts[entity]?.[owner] ?? row;
  return `${rowName(vocabulary, population, above, owner)}#${row - first + 1}`;
}
