/** Names of parts as numbers: enough to see that two within one owner are the same, without keeping millions of names. */

/** A part without a name. */
export const NO_MARK = -1;

/** A hash of 53 bits. */
export function markOf(name: string): number {
  if (name === '') return NO_MARK;
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let at = 0; at < name.length; at++) {
    const unit = name.charCodeAt(at);
    low = Math.imul(low ^ unit, 2654435761);
    high = Math.imul(high ^ unit, 1597334677);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

/** Rows that share their mark with another row of the same owner; rows without an owner (below 0) are not looked at. */
export function twinsWithin(owner: Int32Array, marks: Float64Array): number[] {
  const twins: number[] = [];
  const order = isAscending(owner) ? null : rowsByOwner(owner);
  const rowAt = (at: number): number => (order === null ? at : order[at]!);
  for (let from = 0; from < owner.length; ) {
    const whose = owner[rowAt(from)]!;
    let to = from + 1;
    while (to < owner.length && owner[rowAt(to)] === whose) to++;
    if (whose >= 0 && to - from > 1) addTwins(from, to, rowAt, marks, twins);
    from = to;
  }
  return twins.sort((a, b) => a - b);
}

/** Households are small: comparing all pairs is quicker than a map. */
const FEW = 16;

function addTwins(
  from: number,
  to: number,
  rowAt: (at: number) => number,
  marks: Float64Array,
  twins: number[],
): void {
  if (to - from <= FEW && !hasTwins(from, to, rowAt, marks)) return;
  const rows = new Map<number, number[]>();
  for (let at = from; at < to; at++) {
    const row = rowAt(at);
    const mark = marks[row]!;
    const same = rows.get(mark);
    if (same) same.push(row);
    else if (mark !== NO_MARK) rows.set(mark, [row]);
  }
  for (const same of rows.values()) if (same.length > 1) for (const row of same) twins.push(row);
}

function hasTwins(from: number, to: number, rowAt: (at: number) => number, marks: Float64Array): boolean {
  for (let at = from + 1; at < to; at++) {
    const mark = marks[rowAt(at)]!;
    for (let before = from; before < at && mark !== NO_MARK; before++)
      if (marks[rowAt(before)] === mark) return true;
  }
  return false;
}

function isAscending(owner: Int32Array): boolean {
  for (let row = 1; row < owner.length; row++) if (owner[row]! < owner[row - 1]!) return false;
  return true;
}

function rowsByOwner(owner: Int32Array): Int32Array {
  return Int32Array.from(owner, (_, row) => row).sort((a, b) => owner[a]! - owner[b]! || a - b);
}
