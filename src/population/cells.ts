/** Values of one typed array with their validity, growing as rows come; a row may be written again. */
export type Values = Uint8Array | Int32Array | Float64Array;

export interface Cells<A extends Values> {
  values: A;
  /** Null until something is missing. */
  valid: Uint8Array | null;
  readonly make: (length: number) => A;
}

export function makeCells<A extends Values>(make: (length: number) => A, capacity = 1024): Cells<A> {
  return { values: make(capacity), valid: null, make };
}

export const bytes = (length: number): Uint8Array => new Uint8Array(length);
export const integers = (length: number): Int32Array => new Int32Array(length);
export const doubles = (length: number): Float64Array => new Float64Array(length);

export function setCell(cells: Cells<Values>, row: number, value: number): void {
  if (row >= cells.values.length) grow(cells, row);
  cells.values[row] = value;
  if (cells.valid !== null) cells.valid[row] = 1;
}

export function missCell(cells: Cells<Values>, row: number): void {
  if (row >= cells.values.length) grow(cells, row);
  if (cells.valid === null) {
    cells.valid = new Uint8Array(cells.values.length);
    cells.valid.fill(1, 0, row);
  }
  cells.values[row] = 0;
  cells.valid[row] = 0;
}

function grow(cells: Cells<Values>, row: number): void {
  const length = Math.max(row + 1, Math.ceil(cells.values.length * 1.6));
  const values = cells.make(length);
  values.set(cells.values);
  cells.values = values;
  if (cells.valid === null) return;
  const valid = new Uint8Array(length);
  valid.set(cells.valid);
  cells.valid = valid;
}

/** Just the first `rows`; no mask where nothing is missing. */
export function finishCells<A extends Values>(
  cells: Cells<A>,
  rows: number,
): { values: A; valid: Uint8Array | null } {
  if (rows > cells.values.length) grow(cells, rows);
  const masked = cells.valid?.subarray(0, rows).includes(0);
  const valid = masked ? cells.valid!.slice(0, rows) : null;
  const values = (cells.values.length === rows ? cells.values : cells.values.slice(0, rows)) as A;
  return { values, valid };
}

/** The smallest array that holds all these whole numbers, and their bounds (0 and 0 where there are none). */
export function narrowed(values: Float64Array): { values: Values; least: number; most: number } {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (values.length === 0) return { values: new Uint8Array(0), least: 0, most: 0 };
  if (least >= 0 && most <= 255) return { values: new Uint8Array(values), least, most };
  if (least >= -2147483648 && most <= 2147483647) return { values: new Int32Array(values), least, most };
  return { values, least, most };
}
