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

/** Tables wider than this have titles of several words on several lines. */
const WIDEST = 78;

/** Room for a title of a word or two, which is tried before each word gets a line. */
const NARROW = 9;

const GAP = 2;

function widths(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  titles: readonly string[][],
) {
  return columns.map((_, index) =>
    Math.max(...titles[index]!.map(width), ...rows.map(row => width(row[index] ?? ''))),
  );
}

/** A table for people: titles, a rule, rows; wide characters count two columns. Cells must be inert already. */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  paint: Paint,
): string[] {
  let titles = columns.map(({ title }) => [title]);
  let wide = widths(columns, rows, titles);
  for (const least of [NARROW, 1]) {
    if (wide.reduce((sum, each) => sum + each + GAP, 0) <= WIDEST) break;
    titles = columns.map(({ title, align }, index) =>
      align === 'right'
        ? foldLines(title, Math.max(least, ...rows.map(row => width(row[index] ?? ''))))
        : [title],
    );
    wide = widths(columns, rows, titles);
  }
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => (columns[index]!.align === 'right' ? padStart : padEnd)(cell, wide[index]!))
      .join(' '.repeat(GAP))
      .trimEnd();
  const high = Math.max(1, ...titles.map(title => title.length));
  // The last words stand at the rule.
  const heads = Array.from({ length: high }, (_, at) =>
    line(titles.map(title => title[at - (high - title.length)] ?? '')),
  );
  return [
    ...heads.map(head => `  ${paint.faint(head)}`),
    `  ${paint.faint(wide.map(columns => '─'.repeat(columns)).join(' '.repeat(GAP)))}`,
    ...rows.map(row => `  ${line(columns.map((_, index) => row[index] ?? ''))}`),
  ];
}
