import type { Results } from './results.ts';

type Kind = Uint8ArrayConstructor | Int8ArrayConstructor | Uint32ArrayConstructor | Float64ArrayConstructor;

/** Makes a column of zeros. */
export type Blank = <K extends Kind>(kind: K, rows: number) => InstanceType<K>;

/**
 * Columns of zeros: those of results that nobody needs any more, wiped, as far as they go. Who tries one value after the other
 * fills the same memory again, instead of having the collector stop for tens of megabytes each time.
 */
export function blanksFrom(spent: Results | null): Blank {
  const left = new Set<object>();
  if (spent !== null) {
    const { status, card, possible, barred, benefits, duties, claims } = spent;
    const money = benefits.flatMap(({ state, low, high }) => [state, low, high]);
    for (const column of [status, card, possible, ...barred, ...money, ...duties, ...claims])
      if (column !== null) left.add(column);
  }
  return <K extends Kind>(kind: K, rows: number) => {
    for (const column of left)
      if (column instanceof kind && column.length === rows) {
        left.delete(column);
        return column.fill(0) as InstanceType<K>;
      }
    return new kind(rows) as InstanceType<K>;
  };
}
