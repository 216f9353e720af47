/** Which households have figures beyond what the columns compute exactly. */
import type { Policy } from '../../policy/policy.ts';
import type { Population, Table } from '../../population/columns.ts';

/** Figures of a table's rows, as they stand in a column. */
export type Figures = ArrayLike<number>;

/** Rows of the classified entity that a capped column touches: their own figure, a part's, or that of an instance above. */
export function handedRows(
  policy: Policy,
  population: Population,
  capped: ReadonlyMap<Figures, Table>,
  limit: number,
): Int32Array {
  if (capped.size === 0) return new Int32Array(0);
  const households = population.tables[policy.entity]!;
  const marked = new Uint8Array(households.rows);
  for (const [values, table] of capped) {
    for (let row = 0; row < table.rows; row++) {
      const value = values[row]!;
      // An unbounded end is no figure.
      if (Number.isFinite(value) && (value > limit || value < -limit))
        mark(policy, population, table, row, marked);
    }
  }
  const rows: number[] = [];
  for (let row = 0; row < marked.length; row++) if (marked[row] === 1) rows.push(row);
  return Int32Array.from(rows);
}

function mark(policy: Policy, population: Population, table: Table, row: number, marked: Uint8Array): void {
  const path = pathFrom(policy, table.entity, policy.entity);
  if (path !== null) {
    let at = row;
    let here = table;
    for (const above of path) {
      at = ownerOf(here, population.tables[above], at);
      if (at < 0) return;
      here = population.tables[above]!;
    }
    marked[at] = 1;
    return;
  }
  // Above the households: all that are part of it, however far below.
  for (let household = 0; household < marked.length; household++)
    if (isWithin(policy, population, household, table, row)) marked[household] = 1;
}

function pathFrom(policy: Policy, below: string, above: string): string[] | null {
  const path: string[] = [];
  for (let at = below; at !== above; ) {
    const within = policy.vocabulary.entities[at]?.within;
    if (!within) return null;
    path.push(within);
    at = within;
  }
  return path;
}

/** Row of the owner: as recorded, or the one whose run of parts holds the row. */
function ownerOf(table: Table, above: Table | undefined, row: number): number {
  if (table.owner) return table.owner[row]!;
  const offsets = above?.parts[table.entity];
  if (!offsets) return -1;
  let [low, high] = [0, offsets.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! <= row) low = middle;
    else high = middle;
  }
  return low;
}

function isWithin(
  policy: Policy,
  population: Population,
  household: number,
  table: Table,
  row: number,
): boolean {
  let here = population.tables[policy.entity]!;
  let at = household;
  for (const above of pathFrom(policy, policy.entity, table.entity) ?? []) {
    const owner = population.tables[above];
    at = owner ? ownerOf(here, owner, at) : -1;
    if (at < 0) return false;
    here = owner!;
  }
  return here === table && at === row;
}
