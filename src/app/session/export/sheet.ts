/** A table and how it is written into a file. */
import { BYTE_ORDER_MARK, csvRecord } from '../../../report/csv.ts';

export type Cell = string | number | null;

export interface Sheet {
  /** What it is of, in the reader's language. */
  readonly title: string;
  /** Ids for programs, and heads for people. */
  readonly columns: readonly { readonly key: string; readonly head: string }[];
  readonly rows: () => Iterable<readonly Cell[]>;
  /** What programs get in place of the rows; undefined: the rows as objects. */
  readonly json?: unknown;
}

export type Format = 'csv' | 'json' | 'markdown';

/** The text of a sheet piece by piece; `count` hears of each row. */
export function* textOf(sheet: Sheet, format: Format, count: () => void): Generator<string> {
  if (format === 'csv') yield* csvOf(sheet, count);
  else if (format === 'json') yield* jsonOf(sheet, count);
  else yield* markdownOf(sheet, count);
}

function* csvOf({ columns, rows }: Sheet, count: () => void): Generator<string> {
  yield BYTE_ORDER_MARK + csvRecord(columns.map(({ head }) => head));
  for (const row of rows()) {
    count();
    yield csvRecord(row);
  }
}

function* jsonOf({ columns, rows, json }: Sheet, count: () => void): Generator<string> {
  if (json !== undefined) {
    count();
    yield `${JSON.stringify(json, null, 2)}\n`;
    return;
  }
  let lead = '[\n';
  for (const row of rows()) {
    count();
    const entries = columns.map(({ key }, at): [string, Cell] => [key, row[at] ?? null]);
    yield `${lead}  ${JSON.stringify(Object.fromEntries(entries))}`;
    lead = ',\n';
  }
  yield lead === '[\n' ? '[]\n' : '\n]\n';
}

function* markdownOf({ title, columns, rows }: Sheet, count: () => void): Generator<string> {
  const isFigure = (row: readonly Cell[] | undefined, at: number) => typeof row?.[at] === 'number';
  const [first] = rows();
  yield `# ${marked(title)}\n\n`;
  yield line(columns.map(({ head }) => marked(head)));
  yield line(columns.map((_, at) => (isFigure(first, at) ? '---:' : '---')));
  for (const row of rows()) {
    count();
    yield line(
      row.map(cell => (cell === null ? '' : typeof cell === 'number' ? String(cell) : marked(cell))),
    );
  }
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;

/** Text that Markdown takes for nothing but text. */
const marked = (text: string): string => text.replace(/[\\`*_[\]<>|#~]/g, mark => `\\${mark}`);
