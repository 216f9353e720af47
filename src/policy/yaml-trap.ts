import type { Param } from '../language/diagnostic.ts';
import type { Edit } from './patch.ts';
import type { YamlProblem } from './yaml-compose.ts';

/** A mistake in the YAML itself: what to say, where, and how to mend the text so that the rest can be read. */
export interface Trap {
  readonly code: string;
  readonly params: Readonly<Record<string, Param>>;
  readonly start: number;
  readonly end: number;
  readonly suggestion?: string;
  readonly edits: readonly Edit[];
  /** The mending is a guess: what else is wrong on that line may come from it. */
  readonly lossy: boolean;
  /** What else is wrong in this stretch is the same mistake. */
  readonly covers?: readonly [number, number];
}

/** The line around an offset, without its end. */
export function lineAt(text: string, at: number): { start: number; end: number; text: string } {
  const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  const found = text.indexOf('\n', at);
  const end = found < 0 ? text.length : found;
  return { start, end, text: text.slice(start, end) };
}

/** Quotes the text between two offsets; null where it holds both kinds of quotes. */
export function quoteEdits(text: string, start: number, end: number): Edit[] | null {
  const piece = text.slice(start, end);
  const quote = piece.includes('"') || piece.includes('\\') ? "'" : '"';
  if (quote === "'" && piece.includes("'")) return null;
  return [
    { start, end: start, text: quote },
    { start: end, end, text: quote },
  ];
}

/** Where the unquoted value that starts here ends on its line. */
export function valueEnd(text: string, start: number, inFlow: boolean): number {
  const line = lineAt(text, start);
  const rest = text.slice(start, line.end);
  const cut = inFlow ? /[,}\]]| #/.exec(rest) : / #/.exec(rest);
  return start + rest.slice(0, cut?.index ?? rest.length).trimEnd().length;
}

/** Is the offset inside `{…}` or `[…]` that opened on the same line? */
export function inFlowOfLine(text: string, at: number): boolean {
  let depth = 0;
  for (const unit of text.slice(lineAt(text, at).start, at)) {
    if (unit === '{' || unit === '[') depth++;
    else if (unit === '}' || unit === ']') depth--;
  }
  return depth > 0;
}

/** A text that has to be put in quotes; `mark` is what is pointed at. */
export function quoted(
  text: string,
  code: string,
  start: number,
  end: number,
  mark: readonly [number, number] = [start, end],
): Trap {
  const edits = quoteEdits(text, start, end);
  const piece = text.slice(start, end);
  return {
    code,
    params: { text: piece.length > 60 ? `${piece.slice(0, 60)}…` : piece },
    start: mark[0],
    end: mark[1],
    ...(edits === null ? {} : { suggestion: `${edits[0]?.text}${piece}${edits[0]?.text}` }),
    edits: edits ?? [],
    lossy: false,
  };
}

/** Something that makes no sense, and nothing better is known of it. */
export function fallback(text: string, problem: YamlProblem): Trap {
  return {
    code: 'yaml-syntax',
    params: { found: text.slice(problem.start, problem.end).split('\n')[0]?.slice(0, 40) ?? '' },
    start: problem.start,
    end: problem.end,
    edits: [],
    lossy: true,
  };
}

export type Line = ReturnType<typeof lineAt>;
