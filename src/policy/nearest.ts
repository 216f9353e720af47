/** Damerau–Levenshtein distance (neighbours swapped count once), given up beyond `most`. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let k = 1; k <= b.length; k++) {
      const same = a[i - 1] === b[k - 1] ? 0 : 1;
      let best = Math.min((row[k] as number) + 1, (next[k - 1] as number) + 1, (row[k - 1] as number) + same);
      if (i > 1 && k > 1 && a[i - 1] === b[k - 2] && a[i - 2] === b[k - 1])
        best = Math.min(best, (before[k - 2] as number) + 1);
      next.push(best);
    }
    before = row;
    row = next;
  }
  return row[b.length] as number;
}

/** The known name most like a written one, if any is like it at all. */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  const name = written.trim().toLowerCase();
  if (name.length > 60) return undefined;
  // Han words are short: one character in two may differ.
  const most = /[\u3400-\u9fff]/u.test(name)
    ? Math.max(1, Math.floor(name.length / 2))
    : Math.max(1, Math.ceil(name.length / 3));
  let best: string | undefined;
  let least = most + 0.5;
  for (const candidate of known) {
    const other = candidate.toLowerCase();
    const away = name === other ? 0 : distance(name, other, most);
    // Of names equally far, the one with the same beginning.
    const score = away + (other[0] === name[0] ? 0 : 0.25);
    if (score < least && away < Math.max(name.length, other.length)) {
      least = score;
      best = candidate;
    }
  }
  return best;
}
