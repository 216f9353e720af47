const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A share of the columns, to an eighth of one; whatever is more than nothing is seen. */
export function bar(share: number, columns: number): string {
  if (!(share > 0) || columns <= 0) return '';
  const eighths = Math.max(1, Math.min(columns * 8, Math.round(share * columns * 8)));
  return '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8]!;
}
