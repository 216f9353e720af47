import { type KeywordId, keywords } from './keywords.ts';
import type { Lexicon, Word } from './lexicon.ts';
import { isDigitCode, isWordCode } from './normal.ts';
import { numeralCharacters, readNumeral } from './numerals.ts';

/** One word of a run of Han text. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** null: no word of the lexicon. */
  readonly word: Word | null;
  /** The number that a Chinese numeral writes. */
  readonly numeral: string | null;
}

interface Edge extends Segment {
  readonly cost: number;
}

/** Connectives are found even between words that nobody declared. */
const connectives: ReadonlySet<KeywordId> = new Set(['and', 'or', 'if', 'then', 'otherwise']);
const UNKNOWN_START = 6;
const UNKNOWN_CHARACTER = 12;
/** More ways than this are not looked at. */
const MOST_PATHS = 12;
const MOST_STEPS = 2000;
/** Of a longer run only the cheapest way is looked for. */
const LONGEST_SEARCHED = 400;

/** Where the run of word characters that begins at `start` ends. */
export function endOfRun(text: string, start: number): number {
  let end = start;
  let ascii = false;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (isWordCode(code)) ascii = code < 0x80;
    else if (!(ascii && isDigitCode(code))) break;
    end++;
  }
  return end;
}

/**
 * The ways to split a run of word characters into words of the lexicon, cheapest (fewest words, longest first) first.
 * Where no way covers all of it there is one, with the rest as words that nobody declared.
 */
export function splitRun(text: string, start: number, end: number, lexicon: Lexicon): readonly Segment[][] {
  const edges = Array.from({ length: end - start }, (_, i) => edgesAt(text, start + i, end, lexicon));
  const rest = costsToEnd(edges, start, end);
  return rest[0] === Number.POSITIVE_INFINITY
    ? [withUnknown(text, edges, start, end)]
    : cheapest(edges, rest, start, end);
}

function edgesAt(text: string, at: number, end: number, lexicon: Lexicon): Edge[] {
  if (at > 0 && isAsciiWord(text, at) && isAsciiWord(text, at - 1)) return [];
  const found: Edge[] = [];
  for (const odd of lexicon.odd.get(text[at]!) ?? []) {
    odd.pattern.lastIndex = at;
    const match = odd.pattern.exec(text);
    if (match) found.push(edge(at, at + match[0].length, odd.text, lexicon.words.get(odd.text)!));
  }
  for (const length of lexicon.lengths.get(text[at]!) ?? []) {
    const stop = at + length;
    if (stop > end || (isAsciiWord(text, stop - 1) && isAsciiWord(text, stop))) continue;
    const word = lexicon.words.get(text.slice(at, stop));
    if (word) found.push(edge(at, stop, text.slice(at, stop), word));
  }
  if (numeralCharacters.has(text[at]!)) {
    for (let stop = at + 1; stop <= end && numeralCharacters.has(text[stop - 1]!); stop++) {
      const numeral = readNumeral(text.slice(at, stop));
      if (numeral !== null)
        found.push({ start: at, end: stop, text: text.slice(at, stop), word: null, numeral, cost: 24 });
    }
  }
  return found.sort((a, b) => b.end - a.end);
}

function edge(start: number, end: number, text: string, word: Word): Edge {
  const strong = word.keyword !== null && connectives.has(word.keyword);
  return { start, end, text, word, numeral: null, cost: strong ? 5 : end - start > 1 ? 10 : 14 };
}

function isAsciiWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 0x80 && (isWordCode(code) || isDigitCode(code));
}

/** Cheapest cost from each position to the end by words only; edges past the end count as reaching it. */
function costsToEnd(edges: readonly Edge[][], start: number, end: number): number[] {
  const rest = new Array<number>(end - start + 1).fill(Number.POSITIVE_INFINITY);
  rest[end - start] = 0;
  for (let i = end - start - 1; i >= 0; i--)
    for (const { end: stop, cost } of edges[i]!)
      rest[i] = Math.min(rest[i]!, cost + rest[Math.min(stop, end) - start]!);
  return rest;
}

interface Path {
  readonly at: number;
  readonly cost: number;
  readonly total: number;
  readonly last: Edge | null;
  readonly before: Path | null;
  readonly order: number;
}

/** Best-first search; the cost still to come is known exactly, so paths come out in order of cost. */
function cheapest(
  edges: readonly Edge[][],
  rest: readonly number[],
  start: number,
  end: number,
): Segment[][] {
  if (end - start > LONGEST_SEARCHED) return [straight(edges, rest, start, end)];
  const found: Segment[][] = [];
  const open: Path[] = [{ at: start, cost: 0, total: rest[0]!, last: null, before: null, order: 0 }];
  let order = 0;
  for (let steps = 0; open.length > 0 && found.length < MOST_PATHS && steps < MOST_STEPS; steps++) {
    let best = 0;
    for (let i = 1; i < open.length; i++) if (comesFirst(open[i]!, open[best]!)) best = i;
    const [path] = open.splice(best, 1) as [Path];
    if (path.at === end) {
      found.push(segmentsOf(path));
      continue;
    }
    for (const next of edges[path.at - start]!) {
      const at = Math.min(next.end, end);
      const cost = path.cost + next.cost;
      const total = cost + rest[at - start]!;
      if (total !== Number.POSITIVE_INFINITY)
        open.push({ at, cost, total, last: next, before: path, order: order++ });
    }
  }
  return found;
}

/** The cheapest way alone. */
function straight(edges: readonly Edge[][], rest: readonly number[], start: number, end: number): Segment[] {
  const segments: Segment[] = [];
  for (let at = start; at < end; ) {
    const next = edges[at - start]!.find(
      edge => edge.cost + rest[Math.min(edge.end, end) - start]! === rest[at - start],
    )!;
    segments.push(next);
    at = next.end;
  }
  return segments;
}

/** Cheaper first; of equals the one that got further, so that whole paths come out soon, then the longer word. */
function comesFirst(a: Path, b: Path): boolean {
  if (a.total !== b.total) return a.total < b.total;
  if (a.at !== b.at) return a.at > b.at;
  return a.order < b.order;
}

function segmentsOf(path: Path): Segment[] {
  const segments: Segment[] = [];
  for (let step: Path | null = path; step?.last; step = step.before) segments.push(step.last);
  return segments.reverse();
}

/** The cheapest way in which stretches that no word covers are words of their own. */
function withUnknown(text: string, edges: readonly Edge[][], start: number, end: number): Segment[] {
  const length = end - start;
  const fresh = new Array<number>(length + 1).fill(Number.POSITIVE_INFINITY);
  const inside = new Array<number>(length + 1).fill(Number.POSITIVE_INFINITY);
  const choice = new Array<Edge | null>(length + 1).fill(null);
  fresh[length] = 0;
  inside[length] = 0;
  for (let i = length - 1; i >= 0; i--) {
    const split = isAsciiWord(text, start + i) && isAsciiWord(text, start + i + 1) && i + 1 < length;
    const on = UNKNOWN_CHARACTER + (split ? inside[i + 1]! : Math.min(inside[i + 1]!, fresh[i + 1]!));
    for (const next of edges[i]!) {
      const cost = next.cost + fresh[Math.min(next.end, end) - start]!;
      if (cost < fresh[i]!) {
        fresh[i] = cost;
        choice[i] = next;
      }
    }
    if (UNKNOWN_START + on < fresh[i]!) {
      fresh[i] = UNKNOWN_START + on;
      choice[i] = null;
    }
    inside[i] = on;
  }
  const segments: Segment[] = [];
  for (let i = 0; i < length; ) {
    const known = choice[i] ?? null;
    if (known) {
      segments.push(known);
      i = Math.min(known.end, end) - start;
      continue;
    }
    let stop = i + 1;
    while (stop < length && inside[stop]! <= fresh[stop]!) stop++;
    segments.push(unknown(text, start + i, start + stop));
    i = stop;
  }
  return segments;
}

function unknown(text: string, start: number, end: number): Segment {
  return { start, end, text: text.slice(start, end), word: null, numeral: null };
}

/** Is a segment a declared name (and not a word of the language)? */
export function isDeclaredName({ word }: Segment): boolean {
  return word?.name === true && (word.keyword === null || keywords[word.keyword].soft);
}
