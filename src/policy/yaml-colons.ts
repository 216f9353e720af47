import { isKnown } from './fields.ts';
import type { YamlProblem } from './yaml-compose.ts';
import { type Line, lineAt, type Trap } from './yaml-trap.ts';

/** A full-width colon after the key that starts a line, or after a known key anywhere. */
const lineKey = /^([ \t]*(?:- +)*)([^\s：:'"#{}[\],|>&*!%@`-][^：:'"#{}[\],]{0,40})：[ \t]*/u;

/** The full-width colon at `start` should be an ASCII one; `follows` is what stands behind it. */
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

/** A colon gone wrong on one of the lines that a complaint covers. */
export function colonOnLine(text: string, problem: YamlProblem): Trap | null {
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

/** A line that should begin with a key and a colon; after a known key it is clear where the colon belongs. */
export function noColon(text: string, line: Line): Trap {
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

/** A line without a colon before one with a colon, where both were taken for one key. */
export function withoutColon(text: string, at: number): Trap | null {
  const line = lineAt(text, at);
  const before = text.slice(line.start, at);
  return /^[ \t]*(?:- +)*$/.test(before) ? noColon(text, line) : null;
}
