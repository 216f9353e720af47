/** Facts that nobody has recorded. */
import type { Column } from '../columns.ts';
import { randomStream } from './random.ts';

/** The columns with a share of their cells unknown, each fact independently of the others. */
export function withMissing(
  columns: Readonly<Record<string, Column>>,
  entity: string,
  share: number,
  seed: number,
): Record<string, Column> {
  const found: Record<string, Column> = Object.create(null);
  for (const [id, column] of Object.entries(columns)) {
    const random = randomStream(seed, `missing ${entity}.${id}`);
    const rows = column.values.length;
    const valid = column.valid === null ? new Uint8Array(rows).fill(1) : column.valid.slice();
    const values = column.values.slice();
    for (let row = 0; row < rows; row++) {
      if (random() >= share) continue;
      valid[row] = 0;
      values[row] = 0;
    }
    const least =
      column.kind === 'number' ? { least: Math.min(0, column.least), most: Math.max(0, column.most) } : {};
    found[id] = { ...column, values, valid: valid.includes(0) ? valid : null, ...least } as Column;
  }
  return found;
}
