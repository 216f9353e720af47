/** What settles ties: the ids from the household (or whatever is classified) inwards. */
import type { Policy } from '../../../policy/policy.ts';
import type { Population } from '../../../population/columns.ts';
import { areaOfRow, idOf, tieChain } from '../places.ts';

interface Step {
  /** Empty where none is recorded. */
  readonly id: string;
  readonly row: number;
}

/** The outermost first. */
export type Path = readonly Step[];

export function pathFinder(policy: Policy, population: Population, entity: string): (row: number) => Path {
  const chain = tieChain(policy, entity).reverse();
  return row =>
    chain.map(area => {
      const at = areaOfRow(population, policy.vocabulary, entity, row, area);
      return { id: idOf(population, area, at), row: at };
    });
}

/** Step by step: by id (code units), then by row. */
export function comparePaths(a: Path, b: Path): number {
  for (const [k, own] of a.entries()) {
    const other = b[k]!;
    if (own.id !== other.id) return own.id < other.id ? -1 : 1;
    if (own.row !== other.row) return own.row - other.row;
  }
  return 0;
}
