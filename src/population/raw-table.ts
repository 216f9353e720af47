import type { Diagnostic } from '../language/diagnostic.ts';
import type { Vocabulary } from '../policy/vocabulary.ts';
import type { Column } from './columns.ts';
import type { OwnerRuns, PackedIds } from './ids.ts';
import type { Problem } from './problem.ts';

/** What to read of one file; plain data, so that it can be handed to a worker thread. */
export interface TableRequest {
  readonly path: string;
  /** As it is named in messages: `households.csv`. */
  readonly file: string;
  readonly entity: string;
  readonly vocabulary: Vocabulary;
  /** Keys of the facts to keep; null: all. */
  readonly facts: ReadonlySet<string> | null;
  /** Keep the text of bad rows, for the reject file. */
  readonly keepBad: boolean;
}

/** A row that was refused. */
export interface BadRow {
  /** Line of the file on which it begins (Parquet: the row's number). */
  readonly line: number;
  readonly problems: readonly { readonly column: string | null; readonly problem: Problem }[];
  /** As it stood in the file; empty unless asked for, or unless the row is too broken to show its columns. */
  readonly text: string;
  /** The entity's own key and its owner's, as far as the row still shows them. */
  readonly id: string;
  readonly owner: string;
}

/** Where the line number minus the row number changes: from row `row` on, row r stands on line r + `shift`. */
export interface LineShift {
  readonly row: number;
  readonly shift: number;
}

/** One file as read: plain data, before its rows are linked to those of other files. */
export interface RawTable {
  readonly entity: string;
  readonly file: string;
  readonly rows: number;
  /** Null where the file has no column for them. */
  readonly ids: PackedIds | null;
  /** Hashes of the names of parts, see `marks.ts`; null for what is no part, or has no names. */
  readonly marks: Float64Array | null;
  /** By entity above: whose the rows are. */
  readonly above: Readonly<Record<string, OwnerRuns>>;
  readonly columns: Readonly<Record<string, Column>>;
  readonly lines: readonly LineShift[];
  readonly bad: readonly BadRow[];
  /** Also those past the number that is kept. */
  readonly badRows: number;
  /** What is wrong with the file as a whole; with an error in it the rest is empty. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A row too broken to show its columns may still show names: cells that may hold one. */
export function cellsOfBroken({ text, problems }: BadRow): string[] {
  if (problems[0]?.column !== null) return [];
  return text
    .split(/[,"]/, 100)
    .map(cell => cell.trim())
    .filter(cell => cell !== '');
}

export function emptyRaw(request: TableRequest, diagnostics: readonly Diagnostic[]): RawTable {
  const { entity, file } = request;
  return {
    entity,
    file,
    rows: 0,
    ids: null,
    marks: null,
    above: {},
    columns: {},
    lines: [],
    bad: [],
    badRows: 0,
    diagnostics,
  };
}

export function lineOf(table: RawTable, row: number): number {
  let low = 0;
  let high = table.lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (table.lines[middle]!.row <= row) low = middle;
    else high = middle - 1;
  }
  return row + (table.lines[low]?.shift ?? 0);
}

/** Bad rows kept by file: more of them mean that the file as a whole is wrong. */
export const BAD_ROWS_KEPT = 100_000;
