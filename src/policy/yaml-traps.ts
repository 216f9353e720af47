import type { Param } from '../language/diagnostic.ts';
import { isKnown } from './fields.ts';
import type { Edit } from './patch.ts';
import type { Composed, YamlProblem } from './yaml-compose.ts';

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

export function lineAt(text: string, at: number): { start: number; end: number; text: string } {
  const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  const found = text.indexOf('\n', at);
  const end = found < 0 ? text.length : found;
  return { start, end, text: text.slice(start, end) };
}

/** A full-width colon after the key that starts a line, or after a known key anywhere. */
const lineKey = /^([ \t]*(?:- +)*)([^\s：:'"#{}[\],|>&*!%@`-][^：:'"#{}[\],]{0,40})：[ \t]*/u;

export function colonTrap(start: number, key: string, follows: string | undefined): Trap {
  return {
    code: 'yaml-fullwidth-colon',
    params: { key },
    start,
    end: start + 1,
    suggestion: `${key}: `,
    edits: [{ start, end: start + 1, text: follows === ' ' || follows === undefined ? ':' : ': ' }],
    lossy: false,
  };
}

function colonOnLine(text: string, problem: YamlProblem): Trap | null {
  for (let at = problem.start; at < Math.max(problem.end, problem.start + 1); ) {
    const line = lineAt(text, at);
    const wide = lineKey.exec(line.text);
    if (wide !== null) {
      const colon = line.start + (wide[1] as string).length + (wide[2] as string).length;
      return colonTrap(colon, wide[2] as string, text[colon + 1]);
    }
    const tight = /^[ \t]*(?:- +)*([^\s：:'"#{}[\],]{1,40}):(?=[^\s:/])/u.exec(line.text);
    if (tight !== null && problem.code !== 'BLOCK_AS_IMPLICIT_KEY') {
      const colon = line.start + tight[0].length - 1;
      return {
        code: 'yaml-no-space',
        params: { key: tight[1] as string },
        start: colon,
        end: colon + 1,
        suggestion: `${tight[1]}: `,
        edits: [{ start: colon, end: colon + 1, text: ': ' }],
        lossy: false,
      };
    }
    at = line.end + 1;
  }
  return null;
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

function valueEnd(text: string, start: number, inFlow: boolean): number {
  const line = lineAt(text, start);
  const rest = text.slice(start, line.end);
  const cut = inFlow ? /[,}\]]| #/.exec(rest) : / #/.exec(rest);
  return start + rest.slice(0, cut?.index ?? rest.length).trimEnd().length;
}

/** Is the offset inside `{…}` or `[…]` that opened on the same line? */
function inFlowOfLine(text: string, at: number): boolean {
  let depth = 0;
  for (const unit of text.slice(lineAt(text, at).start, at)) {
    if (unit === '{' || unit === '[') depth++;
    else if (unit === '}' || unit === ']') depth--;
  }
  return depth > 0;
}

function quoted(
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

/** `{说明: 见{附件}一}`: a bracket inside an unquoted text of a flow map. */
function braceInFlow(text: string, problem: YamlProblem): Trap | null {
  if (!/^[{[]/.test(text.slice(problem.start, problem.end))) return null;
  const line = lineAt(text, problem.start);
  const before = text.slice(line.start, problem.start);
  const from = /(?:[{[,]|: )\s*([^{}[\],:\s](?:[^{}[\],:]|:(?! ))*)$/.exec(before);
  if (from === null) return null;
  const start = problem.start - (from[1] as string).length;
  let depth = 0;
  for (let at = problem.start; at < line.end; at++) {
    const unit = text[at] as string;
    if (/[{[]/.test(unit)) depth++;
    else if (depth === 0 && /[,}\]]/.test(unit))
      return quoted(text, 'yaml-flow-brace', start, at, [problem.start, problem.start + 1]);
    else if (/[}\]]/.test(unit)) depth--;
  }
  return null;
}

/** Gives a line the indentation of the last line above it that says anything. */
function reindent(text: string, at: number): Trap {
  const line = lineAt(text, at);
  const indent = /^[ \t]*/.exec(line.text)?.[0] ?? '';
  let above = line.start;
  let wanted = '';
  while (above > 0) {
    const previous = lineAt(text, above - 1);
    above = previous.start;
    if (/^\s*(#|$)/.test(previous.text)) continue;
    wanted = /^ */.exec(previous.text)?.[0] ?? '';
    break;
  }
  const end = line.start + indent.length;
  return {
    code: 'yaml-indent',
    params: { found: indent.length, expected: wanted.length },
    start: end,
    end: Math.max(end + 1, line.start + line.text.trimEnd().length),
    edits: indent === wanted ? [] : [{ start: line.start, end, text: wanted }],
    lossy: true,
  };
}

function unclosed(text: string, problem: YamlProblem, start: number): Trap {
  const line = lineAt(text, start);
  const open = text[start] as string;
  const close = open === '[' ? ']' : '}';
  const comment = text.slice(start, line.end).indexOf(' #');
  if (comment >= 0)
    return {
      code: 'yaml-comment-cut',
      params: { text: text.slice(start, start + comment).slice(-20) },
      start: start + comment + 1,
      end: start + comment + 2,
      edits: [{ start: start + comment + 1, end: start + comment + 2, text: '＃' }],
      lossy: true,
    };
  // A line that ends in a comma goes on; the bracket then belongs before the place where the parser gave up.
  const last = text.slice(0, line.text.trimEnd().endsWith(',') ? problem.start : line.end).trimEnd().length;
  return {
    code: 'yaml-unclosed-bracket',
    params: { open, close },
    start,
    end: start + 1,
    edits: [{ start: last, end: last, text: close }],
    lossy: true,
  };
}

/** A quote that is not closed on its line, or goes on over lines that look like keys. */
function unclosedQuote(text: string, start: number): Trap {
  const quote = text[start] as string;
  const end = lineAt(text, start).end;
  return {
    code: 'yaml-unclosed-quote',
    params: { quote },
    start,
    end: start + 1,
    edits: [{ start: end, end, text: quote }],
    lossy: true,
  };
}

function fallback(text: string, problem: YamlProblem): Trap {
  return {
    code: 'yaml-syntax',
    params: { found: text.slice(problem.start, problem.end).split('\n')[0]?.slice(0, 40) ?? '' },
    start: problem.start,
    end: problem.end,
    edits: [],
    lossy: true,
  };
}

function unexpected(text: string, problem: YamlProblem): Trap | null {
  const found = text.slice(problem.start, problem.end);
  if (problem.message.startsWith('Block scalar header')) {
    const start = text.slice(0, problem.start).search(/[|>][^|>]*$/);
    return quoted(text, 'yaml-special-start', start, valueEnd(text, start, false));
  }
  const before = text.slice(lineAt(text, problem.start).start, problem.start);
  const afterQuote = /(?:^|[\s{[,])(("[^"]*")|('[^']*'))[ \t]*$/.exec(before);
  if (afterQuote !== null && !/^[}\]]/.test(found)) {
    const start =
      problem.start - (afterQuote[1] as string).length - (/[ \t]*$/.exec(before)?.[0].length ?? 0);
    const end = valueEnd(text, start, inFlowOfLine(text, start));
    return quoted(text, 'yaml-text-after-quote', start, end, [problem.start, end]);
  }
  if (/^[}\]]$/.test(found))
    return {
      ...fallback(text, problem),
      code: 'yaml-stray-bracket',
      params: { found },
      edits: [{ start: problem.start, end: problem.end, text: ' ' }],
    };
  return braceInFlow(text, problem);
}

type Line = ReturnType<typeof lineAt>;

/** A line that should begin with a key and a colon; after a known key it is clear where the colon belongs. */
function noColon(text: string, line: Line): Trap {
  const end = line.start + line.text.trimEnd().length;
  const start = line.start + (/^[ \t]*(?:- +)*/.exec(line.text)?.[0].length ?? 0);
  const word = /^[^\s：:。，]+/u.exec(text.slice(start, end))?.[0] ?? '';
  const after = start + word.length;
  const sign = /^[：:。，；;]/u.test(text.slice(after, end)) ? 1 : 0;
  const known = isKnown(word) && after < end;
  return {
    code: 'yaml-no-colon',
    params: { text: text.slice(start, end).slice(0, 60) },
    start,
    end,
    ...(known ? { suggestion: `${word}: ` } : {}),
    edits:
      known || after + sign === end
        ? [{ start: after, end: after + sign, text: ': ' }]
        : [{ start: end, end, text: ':' }],
    // A line that is one word is a key and nothing more.
    lossy: !known && after + sign < end,
  };
}

const indentOf = (line: Line) => /^ */.exec(line.text)?.[0].length ?? 0;

/** A line without a colon before one with a colon, where both were taken for one key. */
function withoutColon(text: string, at: number): Trap | null {
  const line = lineAt(text, at);
  const before = text.slice(line.start, at);
  return /^[ \t]*(?:- +)*$/.test(before) ? noColon(text, line) : null;
}

/** `红卡: 甲` with keys indented below it: one of the two is too many. */
function textBeforeKeys(text: string, start: number): Trap | null {
  const line = lineAt(text, start);
  const next = lineAt(text, Math.min(line.end + 1, text.length));
  const after = lineAt(text, Math.min(next.end + 1, text.length));
  const isKey = (one: Line) => /^ *[^\s#-][^#]*: /.test(`${one.text} `);
  const deeper = indentOf(next) - indentOf(line);
  // A single blank too many is a line out of line, not a map.
  if (deeper < 2 || indentOf(after) < indentOf(next) || !isKey(next)) return null;
  const end = valueEnd(text, start, false);
  return {
    code: 'yaml-text-before-keys',
    params: { text: text.slice(start, end).slice(0, 60) },
    start,
    end,
    edits: [{ start, end, text: '' }],
    lossy: false,
  };
}

/** What a complaint of the YAML parser is really about. */
export function trapOf(text: string, problem: YamlProblem, { unclosed: open, longQuotes }: Composed): Trap {
  const { code, start } = problem;
  const [quote] = longQuotes;
  if (quote !== undefined && quote < problem.end) return unclosedQuote(text, quote);
  if (code === 'TAB_AS_INDENT') {
    const length = /^\t+/.exec(text.slice(start))?.[0].length ?? 1;
    return {
      ...fallback(text, problem),
      code: 'yaml-tab',
      params: {},
      end: start + length,
      edits: [{ start, end: start + length, text: '  '.repeat(length) }],
    };
  }
  if (code === 'BAD_SCALAR_START' || code === 'TAG_RESOLVE_FAILED')
    return quoted(text, 'yaml-special-start', start, valueEnd(text, start, inFlowOfLine(text, start)));
  if (code === 'BAD_DQ_ESCAPE')
    return {
      ...fallback(text, problem),
      code: 'yaml-escape',
      params: { found: text.slice(start, start + 2) },
      end: start + 2,
      edits: [{ start, end: start, text: '\\' }],
      lossy: false,
    };
  if (code === 'MISSING_CHAR' && /closing .quote/.test(problem.message))
    return unclosedQuote(text, text.lastIndexOf(problem.message.includes('"') ? '"' : "'"));
  const bracket = open.at(-1);
  if (bracket !== undefined && (code === 'BAD_INDENT' || code === 'MISSING_CHAR'))
    return unclosed(text, problem, bracket);
  if (code === 'UNEXPECTED_TOKEN') {
    const trap = unexpected(text, problem);
    if (trap !== null) return trap;
  }
  const colon = colonOnLine(text, problem);
  if (colon !== null) return colon;
  if (code === 'BLOCK_IN_FLOW') {
    const comma = text.slice(start, problem.end).search(/[，、；]/);
    if (comma >= 0)
      return {
        ...fallback(text, problem),
        code: 'yaml-fullwidth-comma',
        params: { found: text[start + comma] as string },
        start: start + comma,
        end: start + comma + 1,
        edits: [{ start: start + comma, end: start + comma + 1, text: ', ' }],
        lossy: false,
      };
  }
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && !text.slice(start, problem.end).includes('\n')) {
    const line = lineAt(text, start);
    const rest = text.slice(start, line.end);
    if (!/^\?\s/.test(rest) && (rest.includes(': ') || rest.trimEnd().endsWith(':'))) {
      const end = valueEnd(text, start, false);
      return quoted(text, 'yaml-colon-in-text', start, end);
    }
  }
  if (/^\?(\s|$)/.test(text.slice(start)))
    return quoted(text, 'yaml-special-start', start, valueEnd(text, start, inFlowOfLine(text, start)));
  if (code === 'MULTILINE_IMPLICIT_KEY') {
    const bare = withoutColon(text, start);
    if (bare !== null) return bare;
  }
  if (code === 'MULTILINE_IMPLICIT_KEY' || code === 'BLOCK_AS_IMPLICIT_KEY') {
    const both = textBeforeKeys(text, start);
    if (both !== null) return both;
  }
  if (code === 'MULTILINE_IMPLICIT_KEY' || code === 'BLOCK_AS_IMPLICIT_KEY')
    return reindent(text, lineAt(text, start).end + 1);
  if (code === 'BAD_INDENT') return reindent(text, start);
  if (code === 'MISSING_CHAR' && problem.message.startsWith('Implicit map key')) {
    return noColon(text, lineAt(text, start));
  }
  return fallback(text, problem);
}
