/** Rows in the order of whole-number keys: stable, by typed arrays alone. */

const BITS = 11;
const BUCKETS = 1 << BITS;
const MASK = BUCKETS - 1;

/** A list of rows and room for another one as long; sorting goes back and forth between them. */
export interface Lists {
  from: Int32Array;
  to: Int32Array;
}

export const listsOf = (rows: Int32Array): Lists => ({ from: rows, to: new Int32Array(rows.length) });

/** Puts the rows of `lists.from` into ascending order of `keys[row]`; rows with equal keys stay as they stood. */
export function sortByKey(lists: Lists, keys: Uint32Array): void {
  const count = lists.from.length;
  const { from: rows } = lists;
  let [least, most] = [0xffffffff, 0];
  for (let i = 0; i < count; i++) {
    const key = keys[rows[i]!]!;
    if (key < least) least = key;
    if (key > most) most = key;
  }
  if (count === 0 || least === most) return;
  // Only the digits in which keys can differ: those of the distance from the least one.
  const spread = most - least;
  const starts = new Uint32Array(BUCKETS);
  for (let shift = 0; shift < 32 && spread >>> shift !== 0; shift += BITS) {
    const { from, to } = lists;
    starts.fill(0);
    for (let i = 0; i < count; i++) starts[((keys[from[i]!]! - least) >>> shift) & MASK]!++;
    let at = 0;
    for (let digit = 0; digit < BUCKETS; digit++) {
      const size = starts[digit]!;
      starts[digit] = at;
      at += size;
    }
    for (let i = 0; i < count; i++) {
      const row = from[i]!;
      to[starts[((keys[row]! - least) >>> shift) & MASK]!++] = row;
    }
    lists.from = to;
    lists.to = from;
  }
}
