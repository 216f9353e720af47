import type { YamlProblem } from './yaml-compose.ts';
import { lineAt, quoted, type Trap } from './yaml-trap.ts';

/** `{说明: 见{附件}一}`: a bracket inside an unquoted text of a flow map. */
export function braceInFlow(text: string, problem: YamlProblem): Trap | null {
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

/** The bracket at `start` has no partner by the place where the parser gave up. */
export function unclosed(text: string, problem: YamlProblem, start: number): Trap {
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
export function unclosedQuote(text: string, start: number): Trap {
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
