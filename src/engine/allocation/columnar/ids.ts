/** The order of a table's rows by their ids, worked out once. */
import type { Table } from '../../../population/columns.ts';
import { sortByKey } from './radix.ts';

const known = new WeakMap<Table, Int32Array | null>();

/**
 * The rows by id (code units, ascending; the empty one where none is recorded), then by row; null where that is the order
 * in which they stand.
 */
export function rowsById(table: Table): Int32Array | null {
  const made = known.get(table);
  if (made !== undefined) return made;
  const rows = inOrder(table) ? null : sorted(table);
  known.set(table, rows);
  return rows;
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
