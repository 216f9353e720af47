/** A stretch of a source file: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A piece of text taken out of a file, that still knows where each of its characters stood.
 * `offsets` has one entry more than `text` has UTF-16 units; block and folded YAML scalars drop indentation
 * and line breaks, so the entries need not be consecutive.
 */
export interface Excerpt {
  readonly file: string;
  readonly text: string;
  readonly offsets: readonly number[];
}

export function excerpt(file: string, text: string, offset = 0): Excerpt {
  return { file, text, offsets: Array.from({ length: text.length + 1 }, (_, i) => offset + i) };
}

export function spanOf(source: Excerpt, start: number, end: number): Span {
  const from = source.offsets[start] ?? 0;
  const last = end > start ? (source.offsets[end - 1] ?? from) + 1 : from;
  return { file: source.file, start: from, end: last };
}
