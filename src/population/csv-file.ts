/** One CSV file into typed columns. */
import { initParser, type Parser, type Schema } from 'udsv';
import type { Diagnostic } from '../language/diagnostic.ts';
import { planColumns } from './header.ts';
import { type Problem, problem } from './problem.ts';
import { emptyRaw, type RawTable, type TableRequest } from './raw-table.ts';
import { cutRecords } from './records.ts';
import { finishSink, makeSink, markSink, putBad, putRow, type RowSink, resetSink } from './row-sink.ts';
import { textBlocks } from './text-blocks.ts';

interface Reading {
  readonly request: TableRequest;
  sink: RowSink | null;
  /** Lines read so far. */
  line: number;
  /** An unfinished record: it begins on line `line`. */
  carry: string;
  plain: Plain | null;
}

/** The parser of blocks without quotes, and how the present block goes. */
interface Plain {
  readonly parser: Parser;
  readonly rowBreak: string;
  line: number;
  lines: number;
  rows: number;
  sound: boolean;
  readonly take: (cells: string[]) => boolean;
}

/** Reads the file; `onBytes` hears how many bytes were read since it was last called. */
export async function readCsv(request: TableRequest, onBytes?: (bytes: number) => void): Promise<RawTable> {
  const reading: Reading = { request, sink: null, line: 1, carry: '', plain: null };
  for await (const block of textBlocks(request.path, request.file)) {
    if ('problem' in block) return emptyRaw(request, [block.problem]);
    const failed = takeText(reading, block.text);
    if (failed) return emptyRaw(request, failed);
    onBytes?.(block.bytes);
  }
  if (reading.sink === null) {
    const found = takeHead(reading, reading.carry, true);
    if ('failed' in found) return emptyRaw(request, found.failed);
  }
  if (reading.sink === null)
    return emptyRaw(request, [{ code: 'csv-empty', severity: 'error', params: { file: request.file } }]);
  takeCarefully(reading, reading.sink, '', true);
  return finishSink(reading.sink, []);
}

/** One block: its head first, if none was found yet; then the quick way where it is plain, else the careful one. */
function takeText(reading: Reading, text: string): Diagnostic[] | null {
  if (reading.sink !== null) {
    takeRows(reading, reading.sink, text);
    return null;
  }
  const found = takeHead(reading, reading.carry + normalBreaks(text), false);
  return 'failed' in found ? found.failed : null;
}

function takeRows(reading: Reading, sink: RowSink, text: string): void {
  if (reading.carry === '' && text.endsWith('\n') && !text.includes('"')) {
    const mark = markSink(sink);
    const count = takePlainly(reading, sink, text);
    if (count !== null) {
      reading.line += count;
      return;
    }
    resetSink(sink, mark);
  }
  takeCarefully(reading, sink, text, false);
}

/**
 * Rows without quotes, one a line. The parser does not look for line breaks except in the last cell: a short row swallows the
 * break after it, so that there are fewer rows than lines; a long one leaves commas in its last cell. Either shows here,
 * and null is returned.
 */
function takePlainly(reading: Reading, sink: RowSink, text: string): number | null {
  const rowBreak = text.includes('\r\n') ? '\r\n' : '\n';
  if (reading.plain?.rowBreak !== rowBreak) reading.plain = makePlain(sink, rowBreak);
  const { plain } = reading;
  plain.line = reading.line;
  plain.lines = countBreaks(text);
  plain.rows = 0;
  plain.sound = true;
  plain.parser.chunk<string[]>(text, plain.parser.stringArrs, plain.take);
  if (plain.sound && plain.rows === plain.lines) return plain.lines;
  // The parser may have kept half a row.
  reading.plain = null;
  return null;
}

/** The parser keeps the first function it is given for rows: what changes from block to block is in this object. */
function makePlain(sink: RowSink, rowBreak: string): Plain {
  const last = sink.plan.width - 1;
  const plain: Plain = {
    parser: initParser(schemaOf(sink.plan.width, rowBreak, '')),
    rowBreak,
    line: 0,
    lines: 0,
    rows: 0,
    sound: true,
    take: cells => {
      if (cells[last]!.includes(',')) plain.sound = false;
      if (!plain.sound || plain.rows === plain.lines) return false;
      putRow(sink, cells, plain.line + plain.rows);
      plain.rows++;
      return true;
    },
  };
  return plain;
}

/** Cuts records first, then hands sound ones to the parser. */
function takeCarefully(reading: Reading, sink: RowSink, added: string, ended: boolean): void {
  const text = reading.carry + normalBreaks(added);
  reading.carry = '';
  if (text !== '') takeRecords(reading, sink, text, ended);
}

function takeRecords(reading: Reading, sink: RowSink, text: string, ended: boolean): void {
  const { cuts, rest, lines } = cutRecords(text, sink.plan.width, reading.line, ended);
  const parser = initParser(schemaOf(sink.plan.width, '\n', text.includes('"') ? '"' : ''));
  const block: string[] = [];
  const starts: number[] = [];
  const flush = (): void => {
    if (block.length === 0) return;
    let row = 0;
    parser.stringArrs<string[]>(block.join('\n'), cells => putRow(sink, cells, starts[row++]!));
    block.length = 0;
    starts.length = 0;
  };
  for (const cut of cuts) {
    if (cut.kind === 'record') {
      block.push(text.slice(cut.from, cut.to));
      starts.push(cut.line);
      continue;
    }
    flush();
    putBad(sink, cut.line, [{ column: null, problem: cut.problem }], text.slice(cut.from, cut.to), '');
  }
  flush();
  reading.line += lines;
  reading.carry = text.slice(rest);
}

/** A longer one is a quote that nobody closed. */
const LONGEST_HEAD = 100_000;

/** The first record that is not blank names the columns; what follows it in the text is taken too. */
function takeHead(
  reading: Reading,
  text: string,
  ended: boolean,
): { failed: Diagnostic[] } | { done: boolean } {
  const { request } = reading;
  let from = 0;
  for (;;) {
    const end = headEnd(text, from);
    if (end < 0 && !ended && text.length - from < LONGEST_HEAD) {
      reading.carry = text.slice(from);
      return { done: false };
    }
    const to = end < 0 ? text.length : end;
    const line = text.slice(from, to);
    reading.carry = '';
    reading.line += line.split('\n').length;
    from = to + 1;
    if (line.trim() === '') {
      if (end < 0) return { done: false };
      continue;
    }
    const wrong = headProblem(line);
    if (wrong)
      return {
        failed: [{ severity: 'error', ...wrong, params: { ...wrong.params, file: request.file } }],
      };
    const { plan, diagnostics } = planColumns(headCells(line), request);
    if (plan === null) return { failed: diagnostics };
    reading.sink = makeSink(plan, request);
    takeRows(reading, reading.sink, text.slice(from));
    return { done: true };
  }
}

function headEnd(text: string, from: number): number {
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 34) quoted = !quoted;
    else if (c === 10 && !quoted) return at;
  }
  return -1;
}

function headProblem(line: string): Problem | null {
  if (line.length > LONGEST_HEAD || line.split('"').length % 2 === 0) return problem('csv-broken-head');
  if (line.includes(',')) return null;
  for (const mark of ['\t', ';', '|', ','])
    if (line.includes(mark)) return problem('csv-separator', { separator: mark === '\t' ? 'Tab' : mark });
  return null;
}

function headCells(line: string): string[] {
  const width = cutRecords(line, -1, 1, true).cuts[0];
  const fields =
    width?.kind === 'bad' && width.problem.code === 'row-ragged' ? Number(width.problem.params['cells']) : 1;
  let names: string[] = [];
  initParser(schemaOf(fields, '\n', line.includes('"') ? '"' : '')).stringArrs<string[]>(line, cells => {
    names = cells;
    return false;
  });
  return names;
}

function schemaOf(width: number, row: string, quote: string): Schema {
  const repl = { empty: undefined, null: undefined, NaN: undefined };
  const cols = Array.from({ length: width }, (_, i) => ({ name: String(i), type: 's' as const, repl }));
  return { col: ',', row, encl: quote, esc: quote, trim: false, cols, skip: 0 } as Schema;
}

/** `\r\n` and bare `\r` to `\n`. */
function normalBreaks(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
}

function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
