import { dashedRange } from './build.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { CompareOp } from './expr.ts';
import type { Lexicon } from './lexicon.ts';
import { type Parsed, parseExpression } from './parse.ts';
import { type Excerpt, type Span, spanOf } from './source.ts';
import type { Band, TableKey, TableRow, Tree, TreeOf } from './tree.ts';

/** Trees for what policies lay out in YAML rather than write in a line: lists of conditions, bands, tables, scores. */

export function allOf(args: readonly Tree[], span: Span): Tree {
  return args.length === 1 ? args[0]! : { kind: 'and', args, span };
}

export function anyOf(args: readonly Tree[], span: Span): Tree {
  return args.length === 1 ? args[0]! : { kind: 'or', args, span };
}

export function noneOf(args: readonly Tree[], span: Span): Tree {
  return { kind: 'not', arg: anyOf(args, span), span };
}

/** `至少 2 项: […]`; a count beyond the conditions is an error of the check. */
export function atLeastOf(count: number, args: readonly Tree[], span: Span): Tree {
  return { kind: 'atLeast', count, args, span };
}

export interface BandsInput {
  readonly by: Tree;
  readonly base: Tree | null;
  readonly mode: 'whole' | 'marginal';
  readonly bands: readonly Band[];
  readonly otherwise: Tree | null;
}

export function bandsOf(input: BandsInput, span: Span): TreeOf<'bands'> {
  return { kind: 'bands', ...input, span };
}

export interface TableInput {
  readonly by: readonly Tree[];
  readonly rows: readonly TableRow[];
  readonly further: Tree | null;
  readonly otherwise: Tree | null;
}

export function tableOf(input: TableInput, span: Span): TreeOf<'table'> {
  return { kind: 'table', ...input, span };
}

/** One item of a score: points where the condition holds; without one, always. */
export interface ScoreItem {
  readonly when: Tree | null;
  readonly points: Tree;
  readonly span: Span;
}

/** The points of all items together; an empty list is no score. */
export function scoreOf(items: readonly ScoreItem[], span: Span): Tree | null {
  const terms = items.map<Tree>(({ when, points, span: own }) => {
    const worth = asPoints(points);
    if (!when) return worth;
    return { kind: 'if', condition: when, then: worth, otherwise: asPoints(figure('0', own)), span: own };
  });
  const [first, ...rest] = terms;
  if (!first) return null;
  return rest.reduce<Tree>(
    (left, right) => ({ kind: 'arithmetic', operator: 'add', left, right, span }),
    first,
  );
}

function figure(value: string, span: Span): Tree {
  return { kind: 'number', value, unit: null, span };
}

/** A bare figure counts points, also inside choices, bands and tables. */
function asPoints(tree: Tree): Tree {
  const rest = (one: Tree | null) => one && asPoints(one);
  switch (tree.kind) {
    case 'number':
      return tree.unit ? tree : { ...tree, unit: { text: '分', up: ['分'], down: [] } };
    case 'negate':
      return { ...tree, arg: asPoints(tree.arg) };
    case 'if':
      return { ...tree, then: asPoints(tree.then), otherwise: asPoints(tree.otherwise) };
    case 'bands': {
      const bands = tree.bands.map(band => ({ ...band, value: asPoints(band.value) }));
      return tree.mode === 'whole' && !tree.base ? { ...tree, bands, otherwise: rest(tree.otherwise) } : tree;
    }
    case 'table': {
      const rows = tree.rows.map(row => ({ ...row, value: asPoints(row.value) }));
      return { ...tree, rows, further: rest(tree.further), otherwise: rest(tree.otherwise) };
    }
    default:
      return tree;
  }
}

/** The edges that the key of a band names: `至 10000 元`, `5000 元 以上`, `5000 元 至 10000 元`, `超过 10000 元`, `以上`. */
export interface BandKey {
  readonly from: Band['from'];
  readonly upTo: Band['upTo'];
  readonly span: Span;
}

export interface ReadBandKey {
  /** Null after an error. */
  readonly key: BandKey | null;
  readonly diagnostics: Diagnostic[];
}

const REST = /^(?:以上|及以上|其以上|above|over|and above|or more)$/i;
const UP_TO = /^\s*(?:至|到|up\s+to(?![A-Za-z])|to(?![A-Za-z]))/i;

/**
 * Reads the key of a band. `至 N` and `up to N` reach from the band before to N, N included; `以上`/`above` alone is
 * the rest; a range includes both ends, but for a lower one that the band before includes already; comparing words mean
 * what they mean anywhere.
 */
export function parseBandKey(source: Excerpt, lexicon: Lexicon): ReadBandKey {
  const { text } = source;
  const span = spanOf(source, 0, text.length);
  if (REST.test(text.trim())) return { key: { from: null, upTo: null, span }, diagnostics: [] };
  const until = UP_TO.exec(text);
  if (until) {
    const { tree, diagnostics } = parseOne(cut(source, until[0].length), lexicon);
    const upTo = tree && { edge: tree, inclusive: true };
    return { key: upTo && diagnostics.length === 0 ? { from: null, upTo, span } : null, diagnostics };
  }
  const alone = parseOne(source, lexicon);
  if (alone.tree && alone.diagnostics.length === 0) {
    const range = alone.tree.kind === 'range' ? alone.tree : dashedRange(alone.tree);
    if (!range) return { key: null, diagnostics: [notABand(source, span)] };
    return { key: rangeKey(range.low, range.high, span), diagnostics: [] };
  }
  const { tree, diagnostics } = parseOne(after('今天 ', source), lexicon);
  if (tree && diagnostics.length === 0) {
    const key = relationKey(tree, span);
    return { key, diagnostics: key ? [] : [notABand(source, span)] };
  }
  const placed = parseOne(after('今天 在 ', source), lexicon);
  if (placed.tree?.kind === 'between' && placed.diagnostics.length === 0)
    return { key: rangeKey(placed.tree.low, placed.tree.high, span), diagnostics: [] };
  return { key: null, diagnostics };
}

/** Of several ways to split a key the likeliest. */
function parseOne(source: Excerpt, lexicon: Lexicon): Parsed {
  const { tree, diagnostics } = parseExpression(source, lexicon, true);
  return { tree: tree?.kind === 'readings' ? tree.readings[0]!.tree : tree, diagnostics };
}

/** The key as the second half of something that has a subject. */
function after(words: string, { file, text, offsets }: Excerpt): Excerpt {
  const begin = offsets[0] ?? 0;
  return { file, text: `${words}${text}`, offsets: [...Array.from(words, () => begin), ...offsets] };
}

function rangeKey(low: Tree, high: Tree, span: Span): BandKey {
  return { from: { edge: low, inclusive: true, shared: true }, upTo: { edge: high, inclusive: true }, span };
}

function notABand(source: Excerpt, span: Span): Diagnostic {
  return { code: 'not-a-band', severity: 'error', params: { text: source.text.slice(0, 200) }, span };
}

const sides: Partial<Record<CompareOp, (edge: Tree) => Pick<BandKey, 'from' | 'upTo'>>> = {
  lt: edge => ({ from: null, upTo: { edge, inclusive: false } }),
  le: edge => ({ from: null, upTo: { edge, inclusive: true } }),
  gt: edge => ({ from: { edge, inclusive: false }, upTo: null }),
  ge: edge => ({ from: { edge, inclusive: true }, upTo: null }),
};

function relationKey(tree: Tree, span: Span): BandKey | null {
  if (tree.kind === 'between') return rangeKey(tree.low, tree.high, span);
  if (tree.kind === 'compare' && tree.right.kind === 'range') {
    if (tree.operator !== 'gt' && tree.operator !== 'ge') return null;
    const from = { edge: tree.right.low, inclusive: tree.operator === 'ge' };
    return { from, upTo: { edge: tree.right.high, inclusive: true }, span };
  }
  if (tree.kind === 'compare') {
    const side = sides[tree.operator];
    return side ? { ...side(tree.right), span } : null;
  }
  if (tree.kind === 'and' && tree.args.length === 2) {
    const [a, b] = tree.args.map(arg => relationKey(arg, span));
    if (!a || !b) return null;
    const [from, upTo] = [a.from ?? b.from, a.upTo ?? b.upTo];
    return from && upTo ? { from, upTo, span } : null;
  }
  return null;
}

/** The key of a table's row: `*`, `任意`, `any` for whatever it is; a range or comparison; else a value. */
export function parseTableKey(
  source: Excerpt,
  lexicon: Lexicon,
): { key: TableKey | undefined; diagnostics: Diagnostic[] } {
  const text = source.text.trim();
  if (/^(?:\*|＊|任意|不限|any)$/i.test(text)) return { key: null, diagnostics: [] };
  const plain = parseOne(source, lexicon);
  const isRange = plain.tree?.kind === 'range' || (plain.tree && dashedRange(plain.tree) !== null);
  const isValue = plain.tree && plain.diagnostics.length === 0 && !isRange;
  if (isValue) return { key: plain.tree, diagnostics: [] };
  const { key, diagnostics } = parseBandKey(source, lexicon);
  return key ? { key: { kind: 'band', ...key }, diagnostics } : { key: undefined, diagnostics };
}

function cut(source: Excerpt, start: number): Excerpt {
  return { file: source.file, text: source.text.slice(start), offsets: source.offsets.slice(start) };
}
