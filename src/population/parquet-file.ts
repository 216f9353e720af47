/** One Parquet file into typed columns, through DuckDB, which is loaded only when there is one. */
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import type { Diagnostic } from '../language/diagnostic.ts';
import type { Fact } from '../policy/vocabulary.ts';
import { TRUTHS, valueWords } from './cell.ts';
import type { CellWriter } from './cell-writer.ts';
import { type ColumnPlan, planColumns } from './header.ts';
import { asIs, type Problem, problem, quoted } from './problem.ts';
import { type BadRow, emptyRaw, type RawTable, type TableRequest } from './raw-table.ts';
import { finishSink, keepRow, makeSink, type RowSink } from './row-sink.ts';

/** How the database hands over a column. */
type Passage =
  /** A number, as it stands. */
  | { readonly kind: 'value'; readonly sql: string }
  /** Known words as their index, anything else as −1 with the text beside it. */
  | { readonly kind: 'word'; readonly sql: string; readonly text: string }
  | { readonly kind: 'text'; readonly text: string };

/** Reads the file; `onRows` hears how many rows were read since it was last called. */
export async function readParquet(
  request: TableRequest,
  onRows?: (rows: number, of: number) => void,
): Promise<RawTable> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  const opened = await openable(request.path);
  try {
    return await readThrough(connection, opened.path, request, onRows);
  } catch (error) {
    const reason = asIs(quoted((error instanceof Error ? error.message : String(error)).split('\n')[0]!));
    return emptyRaw(request, [
      { code: 'parquet-unreadable', severity: 'error', params: { file: request.file, reason } },
    ]);
  } finally {
    connection.closeSync();
    instance.closeSync();
    await opened.close();
  }
}

/** DuckDB takes `*?[` in a path for a pattern: such a file is opened under another name. */
async function openable(path: string): Promise<{ path: string; close: () => Promise<void> }> {
  if (!/[*?[\]{}]/.test(path)) return { path, close: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'mingbai-'));
  const link = join(folder, 'table.parquet');
  await symlink(resolve(path), link);
  return { path: link, close: () => rm(folder, { recursive: true, force: true }) };
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

async function readThrough(
  connection: DuckDBConnection,
  path: string,
  request: TableRequest,
  onRows?: (rows: number, of: number) => void,
): Promise<RawTable> {
  const from = `read_parquet(${literal(path)})`;
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${from}`);
  const columns = described.getRows().map(row => ({ name: String(row[0]), type: String(row[1]) }));
  const { plan, diagnostics } = planColumns(
    columns.map(column => column.name),
    request,
  );
  if (plan === null) return emptyRaw(request, diagnostics);
  const wrong = typeProblems(plan, columns, request);
  if (wrong.length > 0) return emptyRaw(request, wrong);
  const passages = plan.facts.map(({ fact, column }) => passageOf(fact, columns[column]!));
  const mark = plan.mark === plan.id ? -1 : plan.mark;
  const named = [plan.id, ...plan.above.map(each => each.column), mark].filter(column => column >= 0);
  const select = [
    ...named.map(column => nameSql(columns[column]!.name, column !== plan.id && column !== mark)),
    ...passages.flatMap(passage =>
      passage.kind === 'text'
        ? [passage.text]
        : passage.kind === 'word'
          ? [passage.sql, passage.text]
          : [passage.sql],
    ),
  ];
  const sink = makeSink(plan, request);
  const total = Number((await connection.runAndReadAll(`SELECT count(*) FROM ${from}`)).getRows()[0]![0]);
  const result = await connection.stream(`SELECT ${select.join(', ')} FROM ${from}`);
  const last = named.map(() => '');
  let done = 0;
  for await (const chunk of result) {
    takeChunk(sink, chunk, passages, named, last, done);
    done += chunk.rowCount;
    onRows?.(chunk.rowCount, total);
  }
  return finishSink(sink, []);
}

/** Owners come in runs: each is handed over once, and null says that it is the one before. */
function nameSql(name: string, inRuns: boolean): string {
  const text = `COALESCE(CAST(${identifier(name)} AS VARCHAR), '')`;
  return inRuns ? `CASE WHEN ${text} = lag(${text}) OVER () THEN NULL ELSE ${text} END` : text;
}

const NUMERIC = /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\(.*\))$/;
const WORDS = /^(VARCHAR|ENUM\(.*\))$/;
const READABLE =
  /^(BOOLEAN|DATE|TIMESTAMP.*|VARCHAR|ENUM\(.*\)|U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\(.*\)|UUID|"NULL"|INTEGER)$/;

function typeProblems(
  plan: ColumnPlan,
  columns: readonly { readonly name: string; readonly type: string }[],
  request: TableRequest,
): Diagnostic[] {
  const used = [plan.id, ...plan.above.map(each => each.column), ...plan.facts.map(each => each.column)];
  return used
    .filter(column => column >= 0 && !READABLE.test(columns[column]!.type))
    .map(column => ({
      code: 'parquet-column-type',
      severity: 'error',
      params: {
        file: request.file,
        column: quoted(columns[column]!.name),
        type: asIs(quoted(columns[column]!.type)),
      },
    }));
}

function passageOf(fact: Fact, { name, type }: { readonly name: string; readonly type: string }): Passage {
  const column = identifier(name);
  const text = `CAST(${column} AS VARCHAR)`;
  switch (fact.type.kind) {
    case 'number':
      return NUMERIC.test(type)
        ? { kind: 'value', sql: `CAST(${column} AS DOUBLE)` }
        : { kind: 'text', text };
    case 'bool':
      if (type === 'BOOLEAN') return { kind: 'value', sql: `CAST(${column} AS DOUBLE)` };
      return WORDS.test(type) ? wordPassage(column, text, truthIndex()) : { kind: 'text', text };
    case 'enum':
      return WORDS.test(type) ? wordPassage(column, text, indexOfWords(fact)) : { kind: 'text', text };
    case 'date':
      return type === 'DATE'
        ? { kind: 'value', sql: `CAST(date_diff('day', DATE '1970-01-01', ${column}) AS DOUBLE)` }
        : { kind: 'text', text };
    case 'text':
      return { kind: 'text', text };
  }
}

function truthIndex(): Map<string, number> {
  return new Map([...TRUTHS].map(([word, truth]) => [word, truth ? 1 : 0]));
}

/** Ids and labels as they are written; other spellings are looked up as text. */
function indexOfWords(fact: Fact): Map<string, number> {
  const words = valueWords(fact);
  for (const [index, value] of fact.values.entries())
    for (const word of [value.id, value.label.zh, value.label.en])
      if (word !== undefined && !words.has(word)) words.set(word, index);
  return words;
}

function wordPassage(column: string, text: string, words: ReadonlyMap<string, number>): Passage {
  const cases = [...words].map(([word, index]) => `WHEN ${literal(word)} THEN ${index}`);
  return {
    kind: 'word',
    sql: `CAST(CASE CAST(${column} AS VARCHAR) ${cases.join(' ')} ELSE -1 END AS DOUBLE)`,
    text,
  };
}

type Cells = ReturnType<DuckDBDataChunk['getColumnVector']>;

interface Source {
  readonly writer: CellWriter;
  readonly column: number;
  readonly values: Cells | null;
  readonly texts: Cells | null;
}

/** Column by column where all is well; row by row where something is wrong. `last`: names at the end of the chunk before. */
function takeChunk(
  sink: RowSink,
  chunk: DuckDBDataChunk,
  passages: readonly Passage[],
  named: readonly number[],
  last: string[],
  done: number,
): void {
  const rows = chunk.rowCount;
  let next = named.length;
  const sources = passages.map(({ kind }, i): Source => {
    const values = kind === 'text' ? null : chunk.getColumnVector(next++);
    const texts = kind === 'value' ? null : chunk.getColumnVector(next++);
    return { writer: sink.writers[i]!.writer, column: sink.writers[i]!.column, values, texts };
  });
  const names = named.map((_, i) => namesOf(chunk.getColumnVector(i), rows, last[i]!));
  names.forEach((list, i) => {
    last[i] = list[rows - 1]!;
  });
  const sound =
    !(sink.plan.id >= 0 && names[0]!.some(name => name.trim() === '')) &&
    sources.every(source => takeColumn(source, sink.rows, rows));
  const cells = new Array<string>(sink.plan.width).fill('');
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < named.length; i++) cells[named[i]!] = names[i]![row]!;
    keepRow(sink, cells, done + row + 1, sound ? [] : takeRow(sink, sources, row));
  }
}

function namesOf(vector: Cells, rows: number, before: string): string[] {
  const names = new Array<string>(rows);
  let name = before;
  for (let row = 0; row < rows; row++) {
    const found = vector.getItem(row) as string | null;
    if (found !== null) name = found;
    names[row] = name;
  }
  return names;
}

function takeColumn({ writer, values, texts }: Source, base: number, rows: number): boolean {
  let sound = true;
  for (let row = 0; row < rows; row++)
    if (takeCell(writer, base + row, row, values, texts) !== null) sound = false;
  return sound;
}

function takeRow(sink: RowSink, sources: readonly Source[], row: number): BadRow['problems'] {
  const problems: { column: string; problem: Problem }[] = [];
  for (const { writer, column, values, texts } of sources) {
    const wrong = takeCell(writer, sink.rows, row, values, texts);
    if (wrong !== null) problems.push({ column: sink.plan.names[column]!, problem: wrong });
  }
  return problems;
}

function takeCell(
  writer: CellWriter,
  at: number,
  row: number,
  values: Cells | null,
  texts: Cells | null,
): Problem | null {
  const found = values === null ? -1 : (values.getItem(row) as number | null);
  if (found !== null && Number.isNaN(found)) return problem('cell-not-number', { value: 'NaN' });
  if (texts === null || found === null || found >= 0) return writer.take(at, found ?? Number.NaN);
  return writer.put(at, String(texts.getItem(row) ?? ''));
}
