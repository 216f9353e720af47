import { type Line, lineAt, type Trap, valueEnd } from './yaml-trap.ts';

/** Gives a line the indentation of the last line above it that says anything. */
export function reindent(text: string, at: number): Trap {
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

/** Full-width blanks at the start of a line, which YAML takes for text. */
export function wideBlanks(text: string, at: number): Trap | null {
  const line = lineAt(text, at);
  const blanks = /^([ \t]*)([\u3000\u00a0 ]*[\u3000\u00a0])[ \t]*(?=[^\s\u3000])/u.exec(line.text);
  if (blanks === null) return null;
  const start = line.start + (blanks[1] as string).length;
  const wide = blanks[2] as string;
  return {
    code: 'yaml-wide-blank',
    params: {},
    start,
    end: start + wide.length,
    edits: [
      { start, end: start + wide.length, text: wide.replaceAll('\u3000', '  ').replaceAll('\u00a0', ' ') },
    ],
    lossy: false,
  };
}

const indentOf = (line: Line) => /^ */.exec(line.text)?.[0].length ?? 0;

/** `红卡: 甲` with keys indented below it: one of the two is too many. */
export function textBeforeKeys(text: string, start: number): Trap | null {
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
