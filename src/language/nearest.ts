import { nameKey } from './normal.ts';

/** Candidates past this many are not compared letter by letter. */
const MOST_CANDIDATES = 20000;

/**
 * The known word that `text` most likely meant, or undefined where none is close. A wrong Han character weighs as
 * much as two letters; swapped neighbours count once.
 */
export function nearest(text: string, known: Iterable<string>): string | undefined {
  return nearestOf(text, known)?.word;
}

/** With how far it is from what was written, as a share of its length. */
export function nearestOf(
  text: string,
  known: Iterable<string>,
): { readonly word: string; readonly far: number } | undefined {
  const key = lettersOf(text).slice(0, 60);
  const weight = weightOf(key);
  let least = Math.max(2, weight * 0.4) + 0.5;
  let best: string | undefined;
  let seen = 0;
  for (const word of known) {
    if (++seen > MOST_CANDIDATES) break;
    const other = lettersOf(word);
    if (Math.abs(other.length - key.length) >= least || other.length > 80) continue;
    const found = distance(key, other, least);
    if (found < least && found < Math.max(weight, weightOf(other)) * 0.7) {
      least = found;
      best = word;
    }
  }
  return best === undefined ? undefined : { word: best, far: least / Math.max(1, weight) };
}

/** What is compared: case and the way to join words do not count. */
function lettersOf(text: string): string[] {
  return [...nameKey(text).toLowerCase().replace(/[_-]/g, ' ')];
}

function weightOf(characters: readonly string[]): number {
  let weight = 0;
  for (const one of characters) weight += costOf(one);
  return weight;
}

/** Words of Han are short: half of one may be wrong, a third of an English one. */
function costOf(character: string): number {
  return character.charCodeAt(0) < 0x80 ? 1 : 1.5;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one into the other; gives up at `limit`. */
function distance(a: readonly string[], b: readonly string[], limit: number): number {
  let before: number[] = [];
  let last = [0];
  for (const one of b) last.push(last.at(-1)! + costOf(one));
  for (let i = 1; i <= a.length; i++) {
    const cost = costOf(a[i - 1]!);
    const row = [last[0]! + cost];
    let least = row[0]!;
    for (let j = 1; j <= b.length; j++) {
      const other = costOf(b[j - 1]!);
      const change = a[i - 1] === b[j - 1] ? 0 : Math.max(cost, other);
      let best = Math.min(last[j]! + cost, row[j - 1]! + other, last[j - 1]! + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, before[j - 2]! + Math.max(cost, other));
      row.push(best);
      least = Math.min(least, best);
    }
    if (least >= limit) return limit;
    before = last;
    last = row;
  }
  return last[b.length]!;
}
