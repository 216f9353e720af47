/** Replace the text from `start` to `end`; several at once must not overlap. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text mended in places, that still knows where each of its characters came from. */
export interface Patched {
  readonly text: string;
  /** Offset in the original of each offset in `text`, the end included; null: nothing was changed. */
  readonly origin: Int32Array | null;
}

export function originOf(patched: Patched, at: number): number {
  return patched.origin === null ? at : (patched.origin[at] ?? patched.origin[patched.text.length] ?? 0);
}

export function applyEdits(patched: Patched, edits: readonly Edit[]): Patched {
  const pieces: string[] = [];
  const origin: number[] = [];
  const { text } = patched;
  let at = 0;
  const copyTo = (end: number) => {
    pieces.push(text.slice(at, end));
    for (; at < end; at++) origin.push(originOf(patched, at));
  };
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    if (edit.start < at) continue;
    copyTo(edit.start);
    pieces.push(edit.text);
    for (let k = 0; k < edit.text.length; k++)
      origin.push(originOf(patched, Math.min(edit.start + k, edit.end)));
    at = edit.end;
  }
  copyTo(text.length);
  origin.push(originOf(patched, text.length));
  return { text: pieces.join(''), origin: Int32Array.from(origin) };
}
