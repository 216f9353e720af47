import { type Document, isScalar, type Pair, type Scalar, visit } from 'yaml';
import { isKnown } from './fields.ts';
import { colonTrap } from './yaml-colons.ts';
import { wideBlanks } from './yaml-indents.ts';
import { lineAt, quoteEdits, type Trap } from './yaml-trap.ts';

type Range = readonly [number, number, number];

function depthOf(text: string): number {
  let depth = 0;
  for (const unit of text) {
    if (/[(（]/.test(unit)) depth++;
    else if (/[)）]/.test(unit)) depth--;
  }
  return depth;
}

/** A value cut at a comma of a flow collection: what belongs together, put in quotes. */
function commaTrap(text: string, start: number, end: number, comma: number): Trap {
  const edits = quoteEdits(text, start, end);
  const whole = text.slice(start, end);
  const common = { params: { text: whole }, start: comma, end: comma + 1, edits: edits ?? [], lossy: false };
  // Thousands separators are no better inside quotes.
  if (/\d,\d{3}(?!\d)/.test(whole))
    return {
      ...common,
      code: 'yaml-flow-figure',
      suggestion: whole.replace(/(?<=\d),(?=\d{3}(?!\d))/g, ''),
      covers: [start, end],
    };
  const quote = edits?.[0]?.text;
  return {
    ...common,
    code: 'yaml-flow-comma',
    ...(quote === undefined ? {} : { suggestion: `${quote}${whole}${quote}` }),
  };
}

/** The pieces that follow a piece with an open bracket or the front of a figure with thousands separators. */
function joined(text: string, pieces: readonly (Range | null)[], from: number): number {
  const first = pieces[from] as Range;
  let last = from;
  for (let k = from + 1; k < pieces.length; k++) {
    const piece = pieces[k];
    if (piece === null || piece === undefined) break;
    const before = text.slice(first[0], (pieces[last] as Range)[1]);
    const gap = text.slice((pieces[last] as Range)[1], piece[0]);
    const figure = /\d$/.test(before) && gap === ',' && /^\d{3}(?!\d)/.test(text.slice(piece[0], piece[1]));
    if (depthOf(before) <= 0 && !figure) break;
    last = k;
  }
  return last;
}

function listTraps(text: string, items: readonly unknown[]): Trap[] {
  const pieces = items.map(item =>
    isScalar(item) && item.type === 'PLAIN' ? ((item.range ?? null) as Range | null) : null,
  );
  const traps: Trap[] = [];
  for (let k = 0; k < pieces.length; k++) {
    const first = pieces[k];
    if (!first) continue;
    const last = joined(text, pieces, k);
    if (last > k)
      traps.push(commaTrap(text, first[0], (pieces[last] as Range)[1], text.indexOf(',', first[1])));
    k = last;
  }
  return traps;
}

const bare = (pair: Pair): boolean => pair.value === null && isScalar(pair.key) && pair.key.type === 'PLAIN';

function mapTraps(text: string, items: readonly Pair[]): Trap[] {
  const traps: Trap[] = [];
  for (let k = 0; k < items.length; k++) {
    const pair = items[k] as Pair;
    if (!bare(pair)) continue;
    const key = pair.key as Scalar;
    const [start, end] = key.range as Range;
    const colon = text.slice(start, end).indexOf('：');
    const before = items[k - 1]?.value;
    if (colon > 0)
      traps.push(colonTrap(start + colon, text.slice(start, start + colon), text[start + colon + 1]));
    else if (isScalar(before) && before.type === 'PLAIN' && before.range) {
      let last = end;
      while (k + 1 < items.length && bare(items[k + 1] as Pair))
        last = ((items[++k] as Pair).key as Scalar).range?.[1] ?? last;
      traps.push(commaTrap(text, before.range[0], last, text.indexOf(',', before.range[1])));
    } else
      traps.push({
        code: 'yaml-no-colon',
        params: { text: text.slice(start, end) },
        start,
        end,
        edits: [{ start: end, end, text: ':' }],
        lossy: true,
      });
  }
  return traps;
}

/** A key, or a value that starts with a known key, in which a full-width colon stands for a colon. */
function colonTraps(text: string, scalar: Scalar, isKey: boolean): Trap[] {
  const [start, end] = (scalar.range ?? [0, 0]) as Range;
  const piece = text.slice(start, end);
  const colon = scalar.type === 'PLAIN' ? piece.indexOf('：') : -1;
  const key = piece.slice(0, Math.max(colon, 0));
  // Text may hold such a colon; a name that ends its line with one was meant as a key.
  const endsLine = /^[ \t]*\r?\n/.test(piece.slice(colon + 1)) && !/\s/.test(key);
  if (colon <= 0 || !(isKey || endsLine || isKnown(key))) return [];
  // A value on the line of its own key is text; one that starts a line was meant as a key.
  if (!isKey && !/^[ \t]*(?:- +)*$/.test(text.slice(lineAt(text, start).start, start))) return [];
  return [colonTrap(start + colon, key, text[start + colon + 1])];
}

/** `当::` or `当: :`: a key that ends in a colon of its own. */
function twoColons(text: string, key: Scalar): Trap[] {
  const [start, end] = (key.range ?? [0, 0]) as Range;
  if (key.type !== 'PLAIN' || !text.slice(start, end).endsWith(':')) return [];
  return [
    {
      code: 'yaml-two-colons',
      params: { key: text.slice(start, end - 1).trim() },
      start: end - 1,
      end,
      edits: [{ start: end - 1, end, text: '' }],
      lossy: false,
    },
  ];
}

/** A key that full-width blanks were meant to indent. */
function wideKey(text: string, key: Scalar): Trap[] {
  const [start] = (key.range ?? [0, 0]) as Range;
  const trap = /^[\u3000\u00a0]/u.test(text.slice(start, start + 1)) ? wideBlanks(text, start) : null;
  return trap === null ? [] : [trap];
}

/** Mistakes that YAML itself does not see: texts cut at commas of flow collections, full-width colons. */
export function silentTraps(text: string, document: Document.Parsed): Trap[] {
  const traps: Trap[] = [];
  visit(document, {
    Map: (_, map) => {
      if (map.flow) traps.push(...mapTraps(text, map.items as Pair[]));
    },
    Seq: (_, list) => {
      if (list.flow) traps.push(...listTraps(text, list.items));
    },
    Pair: (_, pair) => {
      if (isScalar(pair.key) && !bare(pair))
        traps.push(
          ...colonTraps(text, pair.key, true),
          ...twoColons(text, pair.key),
          ...wideKey(text, pair.key),
        );
      return undefined;
    },
    Scalar: (where, scalar) => {
      if (where !== 'key') traps.push(...colonTraps(text, scalar, false));
    },
  });
  const found = traps.sort((a, b) => a.start - b.start);
  return found.filter((trap, k) => k === 0 || found[k - 1]?.start !== trap.start);
}
