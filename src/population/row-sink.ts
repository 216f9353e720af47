/** Takes the rows of one file, in order, into typed columns. */

import { withoutGuard } from './cell-text.ts';
import { type CellWriter, makeWriter } from './cell-writer.ts';
import type { Column } from './columns.ts';
import type { ColumnPlan } from './header.ts';
import { addId, cutIds, finishIds, type IdWriter, makeIds, type OwnerRuns } from './ids.ts';
import { markOf } from './marks.ts';
import { problem } from './problem.ts';
import { BAD_ROWS_KEPT, type BadRow, type LineShift, type RawTable, type TableRequest } from './raw-table.ts';

const LONGEST_ID = 200;
/** Of a broken row, where its text is not asked for: enough to see whose it is. */
const BROKEN_KEPT = 500;
const NONE: BadRow['problems'] = [];

interface Runs {
  readonly entity: string;
  readonly column: number;
  readonly ids: IdWriter;
  starts: number[];
}

export interface RowSink {
  readonly plan: ColumnPlan;
  readonly request: TableRequest;
  rows: number;
  readonly writers: readonly { readonly writer: CellWriter; readonly column: number; readonly id: string }[];
  readonly ids: IdWriter | null;
  /** Grows as rows come; null where the plan has no column for them. */
  marks: Float64Array | null;
  readonly runs: readonly Runs[];
  lines: LineShift[];
  bad: BadRow[];
  badRows: number;
}

export function makeSink(plan: ColumnPlan, request: TableRequest): RowSink {
  return {
    plan,
    request,
    rows: 0,
    writers: plan.facts.map(({ fact, column }) => ({ writer: makeWriter(fact), column, id: fact.id })),
    ids: plan.id < 0 ? null : makeIds(),
    marks: plan.mark < 0 ? null : new Float64Array(512),
    runs: plan.above.map(({ entity, column }) => ({ entity, column, ids: makeIds(), starts: [] })),
    lines: [],
    bad: [],
    badRows: 0,
  };
}

/** Puts one row, found on `line`. */
export function putRow(sink: RowSink, cells: readonly string[], line: number): void {
  const { plan, rows, writers } = sink;
  let problems: BadRow['problems'] = NONE;
  for (let i = 0; i < writers.length; i++) {
    const { writer, column } = writers[i]!;
    const wrong = writer.put(rows, cells[column]!);
    if (wrong !== null) problems = [...problems, { column: plan.names[column]!, problem: wrong }];
  }
  if (!(hasNoName(sink, cells) && cells.every(cell => cell.trim() === '')))
    keepRow(sink, cells, line, problems);
}

/** Spreadsheets end in rows of empty cells: they are no rows. */
function hasNoName({ plan, runs }: RowSink, cells: readonly string[]): boolean {
  const name = plan.id >= 0 ? plan.id : runs[0]?.column;
  return name !== undefined && cells[name]!.trim() === '';
}

/** Settles a row whose facts were put: keeps it under its id and owners, or notes it as bad. Of `cells` it looks at names only. */
export function keepRow(
  sink: RowSink,
  cells: readonly string[],
  line: number,
  found: BadRow['problems'],
): void {
  const { plan, rows } = sink;
  let problems = found;
  let id = '';
  if (plan.id >= 0) {
    id = withoutGuard(cells[plan.id]!.trim());
    if (id === '' || id.length > LONGEST_ID) {
      const wrong = id === '' ? problem('id-empty') : problem('cell-too-long', { length: id.length });
      problems = [...problems, { column: plan.names[plan.id]!, problem: wrong }];
    }
  }
  if (problems.length > 0) {
    putBad(sink, line, problems, cells, id);
    return;
  }
  if (sink.ids !== null) addId(sink.ids, id);
  for (let i = 0; i < sink.runs.length; i++) {
    const run = sink.runs[i]!;
    const owner = cells[run.column]!;
    if (owner === run.ids.last && run.starts.length > 0) continue;
    const name = withoutGuard(owner.trim());
    if (name === run.ids.last && run.starts.length > 0) continue;
    run.starts.push(rows);
    addId(run.ids, name.slice(0, LONGEST_ID));
  }
  if (sink.marks !== null) noteMark(sink, sink.marks, withoutGuard(cells[plan.mark]!.trim()));
  noteLine(sink, line);
  sink.rows++;
}

function noteMark(sink: RowSink, marks: Float64Array, name: string): void {
  if (sink.rows === marks.length) {
    sink.marks = new Float64Array(marks.length * 2);
    sink.marks.set(marks);
  }
  sink.marks![sink.rows] = markOf(name);
}

function noteLine(sink: RowSink, line: number): void {
  const shift = line - sink.rows;
  const last = sink.lines.at(-1);
  if (last === undefined || last.shift !== shift) sink.lines.push({ row: sink.rows, shift });
}

export function putBad(
  sink: RowSink,
  line: number,
  problems: BadRow['problems'],
  cells: readonly string[] | string,
  id: string,
): void {
  sink.badRows++;
  if (sink.bad.length >= BAD_ROWS_KEPT) return;
  const { keepBad } = sink.request;
  const broken = typeof cells === 'string';
  const text = broken
    ? cells.slice(0, keepBad ? undefined : BROKEN_KEPT)
    : keepBad
      ? cells.map(asWritten).join(',')
      : '';
  const ownerColumn = sink.runs[0]?.column;
  const ownerCell =
    ownerColumn === undefined
      ? ''
      : broken
        ? cells.split(',', ownerColumn + 1)[ownerColumn]
        : cells[ownerColumn];
  const owner = (ownerCell ?? '').trim();
  sink.bad.push({ line, problems, text: flatText(text), id: flatText(id), owner: flatText(owner) });
}

/** As it stood in the file, quoted where it must be. */
function asWritten(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A copy that does not keep alive the whole block of text it was cut from. */
function flatText(text: string): string {
  return text === '' ? '' : Buffer.from(text).toString();
}

/** What to go back to where a block of rows has to be read again. */
export interface SinkMark {
  readonly rows: number;
  readonly lines: number;
  readonly bad: number;
  readonly badRows: number;
}

export function markSink(sink: RowSink): SinkMark {
  return { rows: sink.rows, lines: sink.lines.length, bad: sink.bad.length, badRows: sink.badRows };
}

export function resetSink(sink: RowSink, mark: SinkMark): void {
  sink.rows = mark.rows;
  sink.lines.length = mark.lines;
  sink.bad.length = mark.bad;
  sink.badRows = mark.badRows;
  if (sink.ids !== null) cutIds(sink.ids, mark.rows);
  for (const run of sink.runs) {
    while (run.starts.length > 0 && run.starts.at(-1)! >= mark.rows) run.starts.pop();
    cutIds(run.ids, run.starts.length);
  }
}

export function finishSink(sink: RowSink, diagnostics: RawTable['diagnostics']): RawTable {
  const { rows, request } = sink;
  const columns: Record<string, Column> = {};
  for (const { writer, id } of sink.writers) columns[id] = writer.finish(rows);
  const above: Record<string, OwnerRuns> = {};
  for (const run of sink.runs)
    above[run.entity] = { ids: finishIds(run.ids), starts: Uint32Array.from([...run.starts, rows]) };
  return {
    entity: request.entity,
    file: request.file,
    rows,
    ids: sink.ids === null ? null : finishIds(sink.ids),
    marks: sink.marks === null ? null : sink.marks.slice(0, rows),
    above,
    columns,
    lines: sink.lines,
    bad: sink.bad,
    badRows: sink.badRows,
    diagnostics,
  };
}
