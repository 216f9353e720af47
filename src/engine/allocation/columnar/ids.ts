/** The order of a table's rows by their ids, worked out once. */
import type { Population, Table } from '../../../population/columns.ts';
import { sortByKey } from './radix.ts';

type Tables = Pick<Population, 'tables'>;

const known = new WeakMap<Table, Map<string, Int32Array | null>>();

/**
 * The rows of the first entity of a chain (`tieChain`) in the order in which ties are settled: those of one owner together,
 * owners in their own such order, then by id (code units, ascending; the empty one where none is recorded), then by row.
 * Null where that is the order in which they stand.
 */
export function rowsInOrder({ tables }: Tables, chain: readonly string[]): Int32Array | null {
  const [entity, ...outer] = chain;
  const table = tables[entity!];
  if (!table) return null;
  const made = known.get(table) ?? new Map<string, Int32Array | null>();
  known.set(table, made);
  const key = JSON.stringify(outer);
  if (!made.has(key)) made.set(key, orderOf({ tables }, table, outer));
  return made.get(key)!;
}

function orderOf(population: Tables, table: Table, outer: readonly string[]): Int32Array | null {
  if (outer.length === 0) return rowsById(table);
  const owner = table.owner ?? new Int32Array(table.rows).fill(-1);
  const places = placesOf(population, outer);
  /** 1 for the first owner; 0 for those of whom it is not recorded. */
  const at = places === null ? owner.map(row => row + 1) : owner.map(row => (row < 0 ? 0 : places[row]! + 1));
  if (stands(table, at)) return null;
  const rows = rowsById(table)?.slice() ?? Int32Array.from({ length: table.rows }, (_, row) => row);
  sortByKey(rows, new Uint32Array(at));
  return rows;
}

/** By row of the first of these entities, which in order it is. */
function placesOf(population: Tables, chain: readonly string[]): Int32Array | null {
  const order = rowsInOrder(population, chain);
  if (order === null) return null;
  const places = new Int32Array(order.length);
  for (let place = 0; place < order.length; place++) places[order[place]!] = place;
  return places;
}

/** Do the rows stand in the order of their owners, those of one owner by id? */
function stands({ ids, rows }: Table, owner: Int32Array): boolean {
  for (let row = 1; row < rows; row++) {
    const step = owner[row]! - owner[row - 1]!;
    if (step < 0 || (step === 0 && (ids[row - 1] ?? '') > (ids[row] ?? ''))) return false;
  }
  return true;
}

/** By id, then by row; null where that is the order in which they stand. */
function rowsById(table: Table): Int32Array | null {
  return inOrder(table) ? null : sorted(table);
}

function inOrder({ ids, rows }: Table): boolean {
  for (let row = 1; row < rows; row++) if ((ids[row - 1] ?? '') > (ids[row] ?? '')) return false;
  return true;
}

/** Longer ids are rare: they are compared instead. */
const LONGEST = 64;

function sorted(table: Table): Int32Array {
  const ids = Array.from({ length: table.rows }, (_, row) => table.ids[row] ?? '');
  const rows = Int32Array.from(ids.keys());
  const longest = ids.reduce((most, id) => Math.max(most, id.length), 0);
  // In the words below the end of an id counts as a unit 0.
  if (longest > LONGEST || ids.some(id => id.includes('\0')))
    return rows.sort((a, b) => (ids[a]! < ids[b]! ? -1 : ids[a]! > ids[b]! ? 1 : a - b));
  const words = new Uint32Array(ids.length);
  for (let at = (longest - 1) & ~1; at >= 0; at -= 2) {
    for (const [row, id] of ids.entries()) words[row] = unit(id, at) * 0x10000 + unit(id, at + 1);
    sortByKey(rows, words);
  }
  return rows;
}

const unit = (id: string, at: number): number => (at < id.length ? id.charCodeAt(at) : 0);
