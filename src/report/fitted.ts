import type { Paint } from './paint.ts';
import { type Column, clip, tableLines } from './table.ts';
import { width } from './width.ts';

const COLUMNS = 80;
/** Columns are not made narrower than this. */
const LEAST = 8;

/**
 * A table at most 80 columns wide: the widest columns of text are cut until it fits. Figures and days are never cut, nor are
 * the columns with the titles `whole`.
 */
export function fittedLines(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  paint: Paint,
  whole: readonly string[] = [],
): string[] {
  const wide = columns.map(({ title }, at) =>
    Math.max(width(title), ...rows.map(row => width(row[at] ?? ''))),
  );
  const isText = columns.map(
    ({ align, title }, at) =>
      align !== 'right' &&
      !whole.includes(title) &&
      !rows.some(row => /^\d{4}-\d\d-\d\d/.test(row[at] ?? '')),
  );
  const excess = () => 2 + wide.reduce((sum, one) => sum + one + 2, -2) - COLUMNS;
  while (excess() > 0) {
    const widest = wide.reduce(
      (best, one, at) => (isText[at] && one > LEAST && one > (wide[best] ?? 0) ? at : best),
      -1,
    );
    if (widest < 0) break;
    wide[widest]!--;
  }
  return tableLines(
    columns,
    rows.map(row => row.map((cell, at) => clip(cell, wide[at]!))),
    paint,
  );
}
