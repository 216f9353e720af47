/** Whether two runs decided and paid the same. */
import type { Results } from '../src/engine/results.ts';

/** The first column that differs, with its row; null where all are the same. */
export function difference(a: Results, b: Results): string | null {
  const columns = (r: Results): [string, ArrayLike<number> | null][] => [
    ['status', r.status],
    ['card', r.card],
    ['possible', r.possible],
    ...r.barred.map((column, k): [string, Uint8Array | null] => [`barred ${k}`, column]),
    ...r.benefits.flatMap((benefit): [string, ArrayLike<number>][] => [
      [`${benefit.id} state`, benefit.state],
      [`${benefit.id} low`, benefit.low],
      [`${benefit.id} high`, benefit.high],
    ]),
  ];
  const others = new Map(columns(b));
  for (const [name, column] of columns(a)) {
    const other = others.get(name);
    for (let row = 0; row < (column?.length ?? 0); row++)
      if (column![row] !== other?.[row]) return `${name}, row ${row}: ${column![row]} and ${other?.[row]}`;
  }
  return null;
}

export function mustAgree(what: string, a: Results, b: Results): void {
  const found = difference(a, b);
  if (found !== null) throw new Error(`${what} differ: ${found}`);
}
