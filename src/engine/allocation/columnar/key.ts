/** Rank keys as whole numbers of 32 bits whose order is the keys' own. */
import type { FigureColumn } from '../../kernel/figures.ts';

/** Below `size`, by row. */
export interface Digits {
  readonly words: Uint32Array;
  readonly size: number;
}

/** One rank key, the most significant digits first. */
export interface Key {
  readonly digits: readonly Digits[];
  /** Quotients that doubles may not tell apart: rows with equal digits are to be compared by these. */
  readonly exact: Quotients | null;
}

export interface Quotients {
  readonly values: Float64Array;
  readonly dens: Float64Array;
  readonly na: Uint8Array | null;
  readonly descending: boolean;
}

const WORD = 2 ** 32;

/** The key of the rows listed; where it is inapplicable it comes last, whichever the direction. */
export function keyOf(column: FigureColumn, descending: boolean, rows: Int32Array): Key {
  const { values, dens, na } = column;
  if (dens !== null) return ofQuotients(column, dens, descending, rows);
  return {
    digits: ofWholeNumbers(values.length, na, row => values[row]!, descending, rows),
    exact: null,
  };
}

/** Whole numbers; `at` is asked only for rows where the key applies. */
function ofWholeNumbers(
  length: number,
  na: Uint8Array | null,
  at: (row: number) => number,
  descending: boolean,
  rows: Int32Array,
): Digits[] {
  let [least, most] = [Infinity, -Infinity];
  let gaps = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (na !== null && na[row] === 1) {
      gaps = 1;
      continue;
    }
    const value = at(row);
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (most < least) return [];
  const size = most - least + 1 + gaps;
  if (size > Number.MAX_SAFE_INTEGER) return ofDoubles(length, na, at, descending, rows);
  const place = (row: number): number => {
    if (na !== null && na[row] === 1) return size - 1;
    return descending ? most - at(row) : at(row) - least;
  };
  return size <= WORD ? [narrow(rows, length, size, place)] : wide(rows, length, size, place);
}

function narrow(rows: Int32Array, length: number, size: number, place: (row: number) => number): Digits {
  const words = new Uint32Array(length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    words[row] = place(row);
  }
  return { words, size };
}

function wide(rows: Int32Array, length: number, size: number, place: (row: number) => number): Digits[] {
  const high = new Uint32Array(length);
  const low = new Uint32Array(length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const at = place(row);
    high[row] = Math.floor(at / WORD);
    low[row] = at % WORD;
  }
  return [
    { words: high, size: Math.ceil(size / WORD) },
    { words: low, size: WORD },
  ];
}

function ofQuotients(
  { values, na }: FigureColumn,
  dens: Float64Array,
  descending: boolean,
  rows: Int32Array,
): Key {
  let [top, bottom] = [0, 1];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (na !== null && na[row] === 1) continue;
    top = Math.max(top, Math.abs(values[row]!));
    bottom = Math.max(bottom, dens[row]!);
  }
  const { length } = values;
  // Two different quotients are apart by 1 ÷ the product of their denominators, so that whole numbers of that tell them apart.
  const scale = bottom * bottom;
  if (top * scale <= Number.MAX_SAFE_INTEGER) {
    const at = (row: number) => Math.floor((values[row]! * scale) / dens[row]!);
    return { digits: ofWholeNumbers(length, na, at, descending, rows), exact: null };
  }
  // The nearest doubles are never in the wrong order, but perhaps the same for different quotients.
  const nearest = (row: number) => values[row]! / dens[row]!;
  return {
    digits: ofDoubles(length, na, nearest, descending, rows),
    exact: { values, dens, na, descending },
  };
}

/** The bits of doubles, turned so that they stand in the order of the numbers. */
function ofDoubles(
  length: number,
  na: Uint8Array | null,
  at: (row: number) => number,
  descending: boolean,
  rows: Int32Array,
): Digits[] {
  const high = new Uint32Array(length);
  const low = new Uint32Array(length);
  const one = new Float64Array(1);
  const halves = new Uint32Array(one.buffer);
  const first = littleEndian ? 1 : 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (na !== null && na[row] === 1) {
      high[row] = WORD - 1;
      low[row] = WORD - 1;
      continue;
    }
    // Never a negative zero, whose bits would stand apart from those of 0.
    one[0] = descending ? 0 - at(row) : at(row) + 0;
    const negative = halves[first]! >>> 31 === 1;
    high[row] = negative ? ~halves[first]! : halves[first]! ^ 0x80000000;
    low[row] = negative ? ~halves[1 - first]! : halves[1 - first]!;
  }
  return [
    { words: high, size: WORD },
    { words: low, size: WORD },
  ];
}

const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
