import { braceInFlow, unclosed, unclosedQuote } from './yaml-brackets.ts';
import { colonOnLine, noColon, withoutColon } from './yaml-colons.ts';
import type { Composed, YamlProblem } from './yaml-compose.ts';
import { reindent, textBeforeKeys, wideBlanks } from './yaml-indents.ts';
import { fallback, inFlowOfLine, lineAt, quoted, type Trap, valueEnd } from './yaml-trap.ts';

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

/** What a complaint of the YAML parser is really about. */
export function trapOf(text: string, problem: YamlProblem, { unclosed: open, longQuotes }: Composed): Trap {
  const { code, start } = problem;
  const [quote] = longQuotes;
  if (quote !== undefined && quote < problem.end) return unclosedQuote(text, quote);
  const wide = wideBlanks(text, start) ?? wideBlanks(text, Math.max(start, problem.end - 1));
  if (wide !== null) return wide;
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
