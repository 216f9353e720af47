import type { Excerpt } from '../language/source.ts';

const escapes: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const isSpace = (unit: string | undefined) =>
  unit === ' ' || unit === '\n' || unit === '\t' || unit === '\r' || unit === '\ufeff';

/** Length of the escape that starts at a backslash of a double-quoted scalar. */
function escapeLength(text: string, at: number): number {
  return 2 + (escapes[text[at + 1] ?? ''] ?? 0);
}

/** Skips indentation, folded line breaks and escaped line breaks. */
function skipBlank(text: string, from: number, end: number, quote: string | null): number {
  let at = from;
  while (at < end) {
    if (isSpace(text[at])) at++;
    else if (quote === '"' && text[at] === '\\' && /[\r\n]/.test(text[at + 1] ?? '')) at += 2;
    else break;
  }
  return at;
}

/**
 * Lines the value of a scalar up with its source in `text` between `start` and `end`, where YAML may have dropped
 * indentation, folded lines or resolved escapes. Exact for every character that is not a blank; a blank that stands
 * for a folded line break is placed on that break.
 */
export function scalarExcerpt(
  file: string,
  text: string,
  start: number,
  end: number,
  value: string,
  place: (at: number) => number,
): Excerpt {
  const first = text[start];
  const quote = first === '"' || first === "'" ? first : null;
  let at = start;
  if (quote !== null) at++;
  else if (first === '|' || first === '>') {
    const header = text.indexOf('\n', start);
    at = header < 0 || header >= end ? end : header + 1;
  }
  const offsets: number[] = new Array(value.length + 1);
  // Most scalars stand on one line as they are.
  if (text.startsWith(value, at) && (quote === null || !/['"\\]/.test(value))) {
    for (let i = 0; i <= value.length; i++) offsets[i] = place(at + i);
    return { file, text: value, offsets };
  }
  let after = at;
  for (let i = 0; i < value.length; ) {
    const unit = value[i];
    if (isSpace(unit) && isSpace(text[at])) {
      offsets[i++] = place(at);
      after = ++at;
      continue;
    }
    const next = skipBlank(text, at, end, quote);
    if (quote === '"' && text[next] === '\\') {
      const length = escapeLength(text, next);
      const wide = text[next + 1] === 'U' && (value.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
      for (let k = 0; k < wide; k++) offsets[i++] = place(next);
      after = at = next + length;
    } else if (isSpace(unit)) {
      offsets[i++] = place(Math.min(at, end));
    } else {
      offsets[i++] = place(Math.min(next, end));
      after = at = next + (quote === "'" && unit === "'" ? 2 : 1);
    }
  }
  offsets[value.length] = place(Math.min(after, end));
  return { file, text: value, offsets };
}
