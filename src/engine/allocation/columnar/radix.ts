/** Rows in the order of whole-number keys: stable, by typed arrays alone. */

const BITS = 8;
const BUCKETS = 1 << BITS;
const MASK = BUCKETS - 1;

interface Sorting {
  readonly rows: Int32Array;
  readonly keys: Uint32Array;
}

/** Puts rows into ascending order of `keys[row]`; those with equal keys stay as they stood. */
export function sortByKey(rows: Int32Array, keys: Uint32Array): void {
  const count = rows.length;
  let [least, most] = [0xffffffff, 0];
  for (let i = 0; i < count; i++) {
    const key = keys[rows[i]!]!;
    if (key < least) least = key;
    if (key > most) most = key;
  }
  if (count === 0 || least === most) return;
  // Only the digits in which keys can differ: those of the distance from the least one.
  const spread = most - least;
  // The keys go along with their rows: to look them up again would be to jump about in memory.
  let from: Sorting = { rows, keys: new Uint32Array(count) };
  let to: Sorting = { rows: new Int32Array(count), keys: new Uint32Array(count) };
  for (let i = 0; i < count; i++) from.keys[i] = keys[rows[i]!]! - least;
  for (let shift = 0; shift < 32 && spread >>> shift !== 0; shift += BITS) {
    pass(from, to, shift);
    [from, to] = [to, from];
  }
  if (from.rows !== rows) rows.set(from.rows);
}

/** By one digit of the keys, from one to the other. */
function pass({ rows, keys }: Sorting, { rows: toRows, keys: toKeys }: Sorting, shift: number): void {
  const next = new Uint32Array(BUCKETS);
  for (let i = 0; i < keys.length; i++) next[(keys[i]! >>> shift) & MASK]!++;
  let at = 0;
  for (let digit = 0; digit < BUCKETS; digit++) {
    const size = next[digit]!;
    next[digit] = at;
    at += size;
  }
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    const place = next[(key >>> shift) & MASK]!++;
    toRows[place] = rows[i]!;
    toKeys[place] = key;
  }
}
