/** Who belongs to whom: names in one file to rows of another. */
import { type OwnerRuns, unpackIds } from './ids.ts';

/** Owner not named, or named but not there. */
export const NO_OWNER = -1;
export const UNKNOWN_OWNER = -2;

export interface Names {
  readonly list: readonly string[];
  /** Row of a name: the first that bears it. */
  find(name: string): number | undefined;
  /** Rows that share their name with another. */
  readonly twins: readonly number[];
}

/** Names in ascending order are known to differ; only others are gathered in a map. */
export function makeNames(list: readonly string[]): Names {
  let ascending = true;
  for (let i = 1; i < list.length && ascending; i++) ascending = list[i - 1]! < list[i]!;
  let map: Map<string, number> | null = null;
  const twins: number[] = [];
  if (!ascending) {
    map = new Map();
    const told = new Set<number>();
    list.forEach((name, row) => {
      const first = map!.get(name);
      if (first === undefined) {
        map!.set(name, row);
        return;
      }
      if (!told.has(first)) twins.push(first);
      told.add(first);
      twins.push(row);
    });
    twins.sort((a, b) => a - b);
  }
  return {
    list,
    twins,
    find(name) {
      map ??= new Map(list.map((each, row) => [each, row]));
      return map.get(name);
    },
  };
}

/** The owner's row of each row; `NO_OWNER` where the cell is empty, `UNKNOWN_OWNER` where the name is not among `owners`. */
export function ownerRows(runs: OwnerRuns, owners: Names, rows: number): Int32Array {
  // Rows beyond the runs are owners without a name, made for what is below them: nobody says what they belong to.
  const found = new Int32Array(rows).fill(NO_OWNER);
  const names = unpackIds(runs.ids);
  const { list } = owners;
  let at = -1;
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!;
    let row: number;
    // Files mostly stand in the same order.
    if (name === '') row = NO_OWNER;
    else if (list[at + 1] === name) row = at + 1;
    else if (at >= 0 && list[at] === name) row = at;
    else row = owners.find(name) ?? UNKNOWN_OWNER;
    if (row >= 0) at = row;
    found.fill(row, runs.starts[i]!, runs.starts[i + 1]!);
  }
  return found;
}

/** Kept rows by owner, in their own order within one; null where that is how they stand already. */
export function orderByOwner(
  owner: Int32Array | null,
  dropped: Uint8Array | null,
  owners: number,
): Int32Array | null {
  const rows = owner?.length ?? dropped?.length ?? 0;
  let last = 0;
  let sorted = true;
  let kept = 0;
  for (let i = 0; i < rows; i++) {
    if (dropped !== null && dropped[i] === 1) {
      sorted = false;
      continue;
    }
    kept++;
    if (owner === null) continue;
    if (owner[i]! < last) sorted = false;
    last = owner[i]!;
  }
  if (sorted) return null;
  const order = new Int32Array(kept);
  if (owner === null) {
    let to = 0;
    for (let i = 0; i < rows; i++) if (dropped![i] !== 1) order[to++] = i;
    return order;
  }
  const next = new Int32Array(owners + 1);
  for (let i = 0; i < rows; i++) if (dropped === null || dropped[i] !== 1) next[owner[i]! + 1]!++;
  for (let i = 0; i < owners; i++) next[i + 1]! += next[i]!;
  for (let i = 0; i < rows; i++) if (dropped === null || dropped[i] !== 1) order[next[owner[i]!]!++] = i;
  return order;
}

/** From each owner's row to its parts, whose owners ascend. */
export function offsetsOf(owner: Int32Array, owners: number): Int32Array {
  const offsets = new Int32Array(owners + 1);
  for (let i = 0; i < owner.length; i++) offsets[owner[i]! + 1]!++;
  for (let i = 0; i < owners; i++) offsets[i + 1]! += offsets[i]!;
  return offsets;
}
