/** Columns with other rows: reordered, left out, one more. */
import type { Column } from './columns.ts';

function pick<A extends Uint8Array | Int32Array | Float64Array>(values: A, order: Int32Array, into: A): A {
  for (let i = 0; i < order.length; i++) into[i] = values[order[i]!]!;
  return into;
}

/** The column with just the rows `order` names, in that order. */
export function pickRows(column: Column, order: Int32Array): Column {
  const picked = column.valid === null ? null : pick(column.valid, order, new Uint8Array(order.length));
  const valid = picked?.includes(0) ? picked : null;
  const n = order.length;
  switch (column.kind) {
    case 'bool':
    case 'enum':
      return { ...column, valid, values: pick(column.values, order, new Uint8Array(n)) };
    case 'date':
    case 'text':
      return { ...column, valid, values: pick(column.values, order, new Int32Array(n)) };
    case 'number': {
      const { values } = column;
      if (values instanceof Float64Array)
        return { ...column, valid, values: pick(values, order, new Float64Array(n)) };
      if (values instanceof Int32Array)
        return { ...column, valid, values: pick(values, order, new Int32Array(n)) };
      return { ...column, valid, values: pick(values, order, new Uint8Array(n)) };
    }
  }
}

/** The column with one more row, on which nothing is known. */
export function withUnknownRow(column: Column): Column {
  const rows = column.values.length;
  const valid = new Uint8Array(rows + 1);
  if (column.valid === null) valid.fill(1, 0, rows);
  else valid.set(column.valid);
  const values = new (column.values.constructor as new (length: number) => typeof column.values)(rows + 1);
  values.set(column.values);
  return { ...column, values, valid } as Column;
}

/** Names themselves as a column, for policies that speak of them. */
export function idColumn(ids: readonly string[]): Column {
  return { kind: 'text', values: Int32Array.from(ids, (_, i) => i), dictionary: ids, valid: null };
}
