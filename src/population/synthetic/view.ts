/** A population as its figures are measured: by row, null where not known. */
import type { Vocabulary } from '../../policy/vocabulary.ts';
import type { Column, Population, Table } from '../columns.ts';

export type Test = (row: number) => boolean | null;
export type Measure = (row: number) => number | null;

export interface View {
  readonly households: Table;
  readonly members: Table;
  /** Members of household h: from `first[h]` to `first[h + 1]`. */
  readonly first: Int32Array;
  /** Household of each member. */
  readonly home: Int32Array;
  yes(entity: 'household' | 'member', id: string): Test;
  is(entity: 'household' | 'member', id: string, ...values: string[]): Test;
  /** In the unit of files. */
  number(entity: 'household' | 'member', id: string): Measure;
}

const UNKNOWN = (): null => null;

/** Null where the population has no households with members. */
export function viewOf(population: Population, vocabulary: Vocabulary): View | null {
  const { household: households, member: members } = population.tables;
  const first = households?.parts['member'];
  if (!households || !members || !first || members.owner === null) return null;
  const column = (entity: 'household' | 'member', id: string): Column | undefined =>
    (entity === 'household' ? households : members).columns[id];
  const known = ({ valid }: Column, row: number): boolean => valid === null || valid[row] === 1;
  return {
    households,
    members,
    first,
    home: members.owner,
    yes(entity, id) {
      const found = column(entity, id);
      return found?.kind === 'bool' ? row => (known(found, row) ? found.values[row] === 1 : null) : UNKNOWN;
    },
    is(entity, id, ...values) {
      const found = column(entity, id);
      const fact = vocabulary.facts[`${entity}.${id}`];
      if (found?.kind !== 'enum' || !fact) return UNKNOWN;
      const wanted = fact.values.map(value => values.includes(value.id));
      return row => (known(found, row) ? wanted[found.values[row]!]! : null);
    },
    number(entity, id) {
      const found = column(entity, id);
      const scale = 10 ** (vocabulary.facts[`${entity}.${id}`]?.unit?.decimals ?? 0);
      return found?.kind === 'number'
        ? row => (known(found, row) ? found.values[row]! / scale : null)
        : UNKNOWN;
    },
  };
}

/** Share of the rows for which `test` holds, among those for which `among` does and the test is known. */
export function shareOf(rows: number, test: Test, among: Test = () => true): number {
  let of = 0;
  let hits = 0;
  for (let row = 0; row < rows; row++) {
    if (among(row) !== true) continue;
    const found = test(row);
    if (found === null) continue;
    of++;
    if (found) hits++;
  }
  return of === 0 ? Number.NaN : hits / of;
}

export function sumOf(rows: number, of: Measure, among: Test = () => true): number {
  let total = 0;
  for (let row = 0; row < rows; row++) if (among(row) === true) total += of(row) ?? 0;
  return total;
}

/** Both known and true. */
export function both(a: Test, b: Test): Test {
  return row => {
    const first = a(row);
    return first === true ? b(row) : first;
  };
}
