import { foldLines, padEnd } from '../table.ts';
import { width } from '../width.ts';

/** Text on lines of at most `columns`; a word that is longer is broken. */
export function wrap(text: string, columns: number): string[] {
  return foldLines(text, columns).flatMap(line => {
    if (width(line) <= columns) return [line];
    const lines: string[] = [];
    let rest = '';
    for (const char of line) {
      if (width(rest + char) > columns) {
        lines.push(rest);
        rest = '';
      }
      rest += char;
    }
    return [...lines, rest];
  });
}

/** The same with the lines after the first further in. */
export function hanging(text: string, columns: number, indent: string): string[] {
  const [first = '', ...rest] = wrap(text, columns - indent.length);
  return [first, ...rest.map(line => indent + line)];
}

const GAP = 2;

interface Column {
  /** So wide that nothing has to go on below itself. */
  readonly natural: number;
  /** So wide that no word has to be broken. */
  readonly least: number;
}

/** How wide each column of a table is to be, so that all fit: the widest give way first; null where they cannot. */
function widths(columns: readonly Column[], room: number): number[] | null {
  const wide = columns.map(({ natural }) => natural);
  let over = wide.reduce((sum, one) => sum + one, 0) - room + GAP * (wide.length - 1);
  for (; over > 0; over--) {
    const yielding = wide.filter((one, at) => one > columns[at]!.least);
    if (yielding.length === 0) return null;
    const most = Math.max(...yielding);
    wide[wide.findIndex((one, at) => one === most && one > columns[at]!.least)] = most - 1;
  }
  return wide;
}

/** A Han character or two stand beside one another in any case. */
const LEAST = 4;

function columnOf(cells: readonly string[]): Column {
  const lines = cells.flatMap(cell => cell.split('\n'));
  const natural = Math.max(1, ...lines.map(width));
  const words = Math.max(...lines.flatMap(line => foldLines(line, 1)).map(width));
  return { natural, least: Math.max(words, Math.min(LEAST, natural)) };
}

/** A table whose cells go on below themselves, after a line break in any case; null where there is no room for all columns. */
export function wrappedTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  columns: number,
): string[] | null {
  const wide = widths(
    heads.map((head, at) => columnOf([head, ...rows.map(row => row[at] ?? '')])),
    columns,
  );
  if (wide === null) return null;
  const lines = (cells: readonly string[]): string[] => {
    const folded = cells.map((cell, at) => cell.split('\n').flatMap(line => wrap(line, wide[at]!)));
    const deep = Math.max(1, ...folded.map(cell => cell.length));
    return Array.from({ length: deep }, (_, line) =>
      folded
        .map((cell, at) => padEnd(cell[line] ?? '', wide[at]!))
        .join(' '.repeat(GAP))
        .trimEnd(),
    );
  };
  const rule = wide.map(one => '─'.repeat(one)).join(' '.repeat(GAP));
  return [...lines(heads), rule, ...rows.flatMap(lines)];
}
