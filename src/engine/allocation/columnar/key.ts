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
  return column.dens === null
    ? ofWholeNumbers(column, descending, rows)
    : ofQuotients(column, column.dens, descending, rows);
}

function ofWholeNumbers({ values, na }: FigureColumn, descending: boolean, rows: Int32Array): Key {
  let [least, most] = [Infinity, -Infinity];
  let gaps = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (na !== null && na[row] === 1) {
      gaps = 1;
      continue;
    }
    const value = values[row]!;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (most < least) return { digits: [], exact: null };
  const size = most - least + 1 + gaps;
  const place = (row: number): number => {
    if (na !== null && na[row] === 1) return size - 1;
    return descending ? most - values[row]! : values[row]! - least;
  };
  return {
    digits: size <= WORD ? [narrow(rows, values.length, size, place)] : wide(rows, values.length, place),
    exact: null,
  };
}

function narrow(rows: Int32Array, length: number, size: number, place: (row: number) => number): Digits {
  const words = new Uint32Array(length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    words[row] = place(row);
  }
  return { words, size };
}

function wide(rows: Int32Array, length: number, place: (row: number) => number): Digits[] {
  const high = new Uint32Array(length);
  const low = new Uint32Array(length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const at = place(row);
    high[row] = Math.floor(at / WORD);
    low[row] = at % WORD;
  }
  return [
    { words: high, size: WORD },
    { words: low, size: WORD },
  ];
}

/** Two different quotients of whole numbers are apart in doubles where numerator × denominator stays below this. */
const TOLD_APART = 2 ** 52;

function ofQuotients(
  { values, na }: FigureColumn,
  dens: Float64Array,
  descending: boolean,
  rows: Int32Array,
): Key {
  const length = values.length;
  const high = new Uint32Array(length);
  const low = new Uint32Array(length);
  const one = new Float64Array(1);
  const halves = new Uint32Array(one.buffer);
  const first = littleEndian ? 1 : 0;
  let [top, bottom] = [0, 1];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (na !== null && na[row] === 1) {
      high[row] = WORD - 1;
      low[row] = WORD - 1;
      continue;
    }
    const [value, den] = [values[row]!, dens[row]!];
    top = Math.max(top, Math.abs(value));
    bottom = Math.max(bottom, den);
    const quotient = value / den;
    // Never a negative zero, whose bits would stand apart from those of 0.
    one[0] = descending ? 0 - quotient : quotient + 0;
    const negative = halves[first]! >>> 31 === 1;
    high[row] = negative ? ~halves[first]! : halves[first]! ^ 0x80000000;
    low[row] = negative ? ~halves[1 - first]! : halves[1 - first]!;
  }
  const digits = [
    { words: high, size: WORD },
    { words: low, size: WORD },
  ];
  return { digits, exact: top * bottom < TOLD_APART ? null : { values, dens, na, descending } };
}

const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
