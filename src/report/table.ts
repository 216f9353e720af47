import type { Paint } from './paint.ts';
import { width } from './width.ts';

export const padEnd = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - width(text)));
export const padStart = (text: string, columns: number): string =>
  ' '.repeat(Math.max(0, columns - width(text))) + text;

/** Text cut to a number of columns, with `…` where something is left out. */
export function clip(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let out = '';
  let used = 0;
  for (const char of text) {
    used += width(char);
    if (used >= columns) break;
    out += char;
  }
  return `${out}…`;
}

/** A Han character or a word, with the marks that may not begin a line. */
const PIECE =
  /\s+|(?:[\u3000-\u9fff\uff00-\uffef]|[^\s\u3000-\u9fff\uff00-\uffef]+)[，。、；：！？）”,;:]*/gu;

/** Text on lines of at most `columns`, broken between words or Han characters. */
export function foldLines(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(PIECE) ?? []) {
    if (line !== '' && width(line) + width(piece.trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = '';
    }
    if (line !== '' || piece.trim() !== '') line += piece;
  }
  return line.trim() === '' && lines.length > 0 ? lines : [...lines, line.trimEnd()];
}

/** Items one after another on lines of at most `columns`, the first behind `lead`. */
export function flowLines(lead: string, items: readonly string[], separator: string, columns = 78): string[] {
  const lines: string[] = [];
  let line = lead;
  items.forEach((item, index) => {
    const piece = index < items.length - 1 ? item + separator : item;
    if (line !== lead && width(line) + width(piece.trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = '    ';
    }
    line += piece;
  });
  return [...lines, line.trimEnd()];
}

export interface Column {
  readonly title: string;
  /** Figures stand at the right. */
  readonly align?: 'left' | 'right';
}

/** A table for people: titles, a rule, rows; wide characters count two columns. Cells must be inert already. */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  paint: Paint,
): string[] {
  const wide = columns.map(({ title }, index) =>
    Math.max(width(title), ...rows.map(row => width(row[index] ?? ''))),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => (columns[index]!.align === 'right' ? padStart : padEnd)(cell, wide[index]!))
      .join('  ')
      .trimEnd();
  return [
    `  ${paint.faint(line(columns.map(({ title }) => title)))}`,
    `  ${paint.faint(wide.map(columns => '─'.repeat(columns)).join('  '))}`,
    ...rows.map(row => `  ${line(columns.map((_, index) => row[index] ?? ''))}`),
  ];
}
