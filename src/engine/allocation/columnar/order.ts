/** The order in which claimants stand: by the rank keys one after the other, then by ids. */
import type { Digits, Key, Quotients } from './key.ts';
import { sortByKey } from './radix.ts';

/** The rows, which stand in the order of their ids, in the order of the keys; the first key counts most. */
export function ordered(rows: Int32Array, keys: readonly Key[]): Int32Array {
  const order = rows.slice();
  for (const step of stepsOf(rows, keys).reverse()) {
    if ('words' in step) sortByKey(order, step.words);
    else sortTies(order, step.key);
  }
  return order;
}

/** Sorting by some digits, or (once the digits of such a key are in order) among those that they leave equal. */
type Step = Digits | { readonly key: Key & { readonly exact: Quotients } };

/** Steps from the most significant to the least; digits of neighbours that fit in one word become one. */
function stepsOf(rows: Int32Array, keys: readonly Key[]): Step[] {
  const steps: Step[] = [];
  for (const key of keys) {
    const { digits, exact } = key;
    // What comes before in the list is sorted after: the ties once their digits stand in order.
    if (exact !== null) steps.push({ key: { digits, exact } });
    for (const each of digits) {
      const before = steps.at(-1);
      if (exact === null && before !== undefined && 'words' in before && before.size * each.size <= 2 ** 32)
        steps[steps.length - 1] = joined(rows, before, each);
      else steps.push(each);
    }
  }
  return steps;
}

function joined(rows: Int32Array, { words, size }: Digits, next: Digits): Digits {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    words[row] = words[row]! * next.size + next.words[row]!;
  }
  return { words, size: size * next.size };
}

/** Puts runs of rows that the digits leave equal into the exact order of their quotients. */
function sortTies(order: Int32Array, { digits, exact }: Key & { readonly exact: Quotients }): void {
  const alike = (a: number, b: number) => digits.every(({ words }) => words[a] === words[b]);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && alike(order[start]!, order[end]!)) end++;
    if (end - start > 1) order.subarray(start, end).set(byQuotient([...order.subarray(start, end)], exact));
    start = end;
  }
}

function byQuotient(rows: number[], { values, dens, na, descending }: Quotients): number[] {
  if (na !== null && na[rows[0]!] === 1) return rows;
  const sign = descending ? -1 : 1;
  const product = (a: number, b: number) => BigInt(values[a]!) * BigInt(dens[b]!);
  return rows.sort((a, b) => {
    if (values[a] === values[b] && dens[a] === dens[b]) return 0;
    const [left, right] = [product(a, b), product(b, a)];
    return left === right ? 0 : left < right ? -sign : sign;
  });
}
