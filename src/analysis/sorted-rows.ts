import { sortByKey } from '../engine/allocation/columnar/radix.ts';

/**
 * Rows in the order of their keys (`keys[row]`), equal ones as they stood before: a million in well under a second, since
 * nothing is compared. Keys that are not numbers come last, whichever the direction. `rows` may be overwritten.
 */
export function sortedRows(rows: Int32Array, keys: Float64Array, descending = false): Int32Array {
  const { low, high } = wordsOf(keys, descending);
  sortByKey(rows, low);
  sortByKey(rows, high);
  return rows;
}

/** The two halves of whole numbers that stand in the same order as the keys. */
function wordsOf(keys: Float64Array, descending: boolean): { low: Uint32Array; high: Uint32Array } {
  const bits = new Uint32Array(keys.buffer, keys.byteOffset, keys.length * 2);
  const [lower, upper] = littleEndian ? [0, 1] : [1, 0];
  const low = new Uint32Array(keys.length);
  const high = new Uint32Array(keys.length);
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row]!;
    if (Number.isNaN(key)) {
      low[row] = 0xffffffff;
      high[row] = 0xffffffff;
      continue;
    }
    // Both zeros are one number.
    const zero = key === 0;
    const bottom = zero ? 0 : bits[2 * row + lower]!;
    const top = zero ? 0 : bits[2 * row + upper]!;
    // Of negative numbers all bits are turned round, of others the sign: then they ascend as whole numbers.
    const flip = (top >>> 31 === 1) !== descending ? 0xffffffff : 0;
    low[row] = bottom ^ flip;
    high[row] = top >>> 31 === 1 ? top ^ flip : top ^ flip ^ 0x80000000;
  }
  return { low, high };
}

const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
