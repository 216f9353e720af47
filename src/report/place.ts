import type { Diagnostic } from '../language/diagnostic.ts';
import type { Span } from '../language/source.ts';

/** Where something stands in a file: lines and columns count from 1, columns in UTF-16 units as editors do. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export type Sources = ReadonlyMap<string, string>;

const lineStarts = new Map<string, readonly number[]>();

/** Offsets at which the lines of a text begin. */
function startsOf(text: string): readonly number[] {
  const known = lineStarts.get(text);
  if (known) return known;
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  lineStarts.clear();
  lineStarts.set(text, starts);
  return starts;
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The same for two diagnostics that say the same of the same place. */
export const diagnosticKey = ({ code, span, params }: Diagnostic): string =>
  JSON.stringify([code, span, params]);

/** Null where the text of the file is not at hand. */
export function placeOf(span: Span, sources: Sources): Place | null {
  const text = sources.get(span.file);
  if (text === undefined) return null;
  const starts = startsOf(text);
  const start = Math.min(span.start, text.length);
  const end = Math.max(start, Math.min(span.end, text.length));
  const first = lineAt(starts, start);
  const last = lineAt(starts, Math.max(start, end - 1));
  return {
    file: span.file,
    line: first + 1,
    column: start - starts[first]! + 1,
    endLine: last + 1,
    endColumn: end - starts[last]! + 1,
  };
}

/** One line of a file without its line break. */
export function lineOf(span: Span, sources: Sources, line: number): string {
  const text = sources.get(span.file) ?? '';
  const starts = startsOf(text);
  return text.slice(starts[line - 1] ?? text.length, starts[line] ?? text.length).replace(/\r?\n$/, '');
}
