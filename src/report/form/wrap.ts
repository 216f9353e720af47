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

/** No column is narrower than a Han character or two. */
const LEAST = 4;
const GAP = 2;

/** How wide each column of a table is to be, so that all fit: the widest give way first; null where they cannot. */
function widths(natural: readonly number[], columns: number): number[] | null {
  const wide = natural.map(one => Math.max(one, 1));
  const room = columns - GAP * (wide.length - 1);
  let over = wide.reduce((sum, one) => sum + one, 0) - room;
  while (over > 0) {
    const most = Math.max(...wide);
    if (most <= LEAST) return null;
    wide[wide.indexOf(most)] = most - 1;
    over--;
  }
  return wide;
}

/** A table whose cells go on below themselves; null where there are too many columns. */
export function wrappedTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  columns: number,
): string[] | null {
  const natural = heads.map((head, at) => Math.max(width(head), ...rows.map(row => width(row[at] ?? ''))));
  const wide = widths(natural, columns);
  if (wide === null) return null;
  const lines = (cells: readonly string[]): string[] => {
    const folded = cells.map((cell, at) => wrap(cell, wide[at]!));
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
