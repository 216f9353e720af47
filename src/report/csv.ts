import { safeText } from '../population/cell-text.ts';

/** What Excel needs at the beginning of a file to read it as UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

/** One record of CSV; texts cannot become formulas in a spreadsheet, null is an empty cell. */
export function csvRecord(cells: readonly (string | number | null)[]): string {
  const texts = cells.map(cell =>
    cell === null ? '' : typeof cell === 'number' ? String(cell) : safeText(cell),
  );
  return `${texts.join(',')}\r\n`;
}
