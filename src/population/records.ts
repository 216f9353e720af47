/** Cuts text with quotes, or with rows of the wrong width, into records, and tells good ones from bad ones. */
import { type Problem, problem } from './problem.ts';

export type Cut =
  /** A sound record `text.slice(from, to)` (line break not included) that begins on `line`. */
  | { readonly kind: 'record'; readonly from: number; readonly to: number; readonly line: number }
  | {
      readonly kind: 'bad';
      readonly from: number;
      readonly to: number;
      readonly line: number;
      readonly problem: Problem;
    };

export interface CutText {
  readonly cuts: readonly Cut[];
  /** Where the last, unfinished record begins: text that has to be read on. */
  readonly rest: number;
  /** Line breaks before `rest`. */
  readonly lines: number;
}

const QUOTE = 34;
const COMMA = 44;
const NEWLINE = 10;
/** A quoted text over more lines, or longer, is a quote that someone forgot to close. */
const MOST_LINES = 200;
const MOST_LENGTH = 100_000;

/**
 * `text` has plain line feeds and begins at the start of a record; `ended` says that nothing follows. A record whose quotes
 * are broken is given up at the end of its first line, so that one lost quote does not swallow the file.
 */
export function cutRecords(text: string, width: number, firstLine: number, ended: boolean): CutText {
  const cuts: Cut[] = [];
  let at = 0;
  let line = firstLine;
  while (at < text.length) {
    const found = scanRecord(text, at);
    if (found.open && !ended && !isTooLong(text, at)) break;
    const lineEnd = endOfLine(text, at);
    if (found.broken || found.open) {
      cuts.push({ kind: 'bad', from: at, to: lineEnd, line, problem: problem('row-broken-quote') });
      at = lineEnd + 1;
      line++;
      continue;
    }
    const blank = found.fields === 1 && text.slice(at, found.to).trim() === '';
    if (!blank && found.fields !== width) {
      const wrong = problem('row-ragged', { cells: found.fields, width });
      const to = found.lines > 1 ? lineEnd : found.to;
      cuts.push({ kind: 'bad', from: at, to, line, problem: wrong });
      at = to + 1;
      line++;
      continue;
    }
    if (!blank) cuts.push({ kind: 'record', from: at, to: found.to, line });
    at = found.to + 1;
    line += found.lines;
  }
  return { cuts, rest: Math.min(at, text.length), lines: line - firstLine };
}

function isTooLong(text: string, from: number): boolean {
  if (text.length - from > MOST_LENGTH) return true;
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines > MOST_LINES;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

interface Scan {
  readonly to: number;
  readonly fields: number;
  /** Physical lines it spans. */
  readonly lines: number;
  /** Something stands between a closing quote and the next comma. */
  readonly broken: boolean;
  /** The text ends inside quotes. */
  readonly open: boolean;
}

function scanRecord(text: string, from: number): Scan {
  let at = from;
  let fields = 1;
  let lines = 1;
  for (;;) {
    if (text.charCodeAt(at) === QUOTE) {
      const close = closingQuote(text, at + 1);
      if (close < 0) return { to: text.length, fields, lines, broken: false, open: true };
      for (let b = text.indexOf('\n', at); b >= 0 && b < close; b = text.indexOf('\n', b + 1)) lines++;
      if (close - at > MOST_LENGTH || lines > MOST_LINES)
        return { to: close, fields, lines, broken: true, open: false };
      at = close + 1;
      if (at >= text.length || text.charCodeAt(at) === NEWLINE)
        return { to: at, fields, lines, broken: false, open: false };
      if (text.charCodeAt(at) !== COMMA) return { to: at, fields, lines, broken: true, open: false };
    } else {
      while (at < text.length && text.charCodeAt(at) !== COMMA && text.charCodeAt(at) !== NEWLINE) at++;
      if (at >= text.length || text.charCodeAt(at) === NEWLINE)
        return { to: at, fields, lines, broken: false, open: false };
    }
    at++;
    fields++;
  }
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== QUOTE) return at;
  }
  return -1;
}
