import type { IToken } from 'chevrotain';
import { ageNameIn } from './age.ts';
import type { Diagnostic } from './diagnostic.ts';
import { type Lexed, lex, type Run } from './lexer.ts';
import type { Lexicon } from './lexicon.ts';
import { normalise } from './normal.ts';
import { ExpressionParser } from './parser.ts';
import { type Excerpt, type Span, spanOf } from './source.ts';
import { isDeclaredName, type Segment } from './split.ts';
import { syntaxErrors, unknownWords } from './syntax-errors.ts';
import { Close, CloseSquare, Open, OpenSquare, wordTypes } from './tokens.ts';
import { childrenOf, mapChildren, type Tree } from './tree.ts';

export interface Parsed {
  /** Of kind `error` where there are errors (checking it finds its unknown names); null where the text is refused unread. */
  readonly tree: Tree | null;
  readonly diagnostics: Diagnostic[];
}

/** An expression longer than this is refused before it is read. */
const MOST_CHARACTERS = 20_000;
const MOST_TOKENS = 4_000;
/** The parser's own stack ends at about a hundred. */
const MOST_BRACKETS = 50;
/** What walks a tree recursively stays far from the end of its stack. */
const MOST_LEVELS = 300;
/** Other ways to split Han text that are tried. */
const MOST_TRIES = 24;
const MOST_READINGS = 3;
/** People end the branch of a choice with a semicolon; it is a comma there. */
const SEMICOLON = /;(?=\s*(?:否则|otherwise|else))/g;
/** How often reading begins again after an error. */
const MOST_RESTARTS = 8;

const parser = new ExpressionParser();

/**
 * Reads one expression. Han text without blanks is split by the names of the lexicon; where the likeliest way does not
 * parse others are tried, and where several do, the tree is one of kind `readings`. `hasSubject`: what is
 * compared is said elsewhere, as for keys of bands; 60 周岁以上 is then not about the age.
 */
export function parseExpression(source: Excerpt, lexicon: Lexicon, hasSubject = false): Parsed {
  const whole = spanOf(source, 0, source.text.length);
  if (source.text.length > MOST_CHARACTERS)
    return refused('expression-too-long', whole, { length: source.text.length, most: MOST_CHARACTERS });
  const text = normalise(source.text).replace(SEMICOLON, ',');
  if (text.trim() === '') return refused('expression-empty', whole, {});
  const age = hasSubject ? null : ageNameIn(lexicon);
  const input: Input = { source, text, lexicon, age };
  const first = attempt(input, new Map());
  const excess = tooMuch(source, first.lexed.tokens);
  if (excess) return excess;
  const attempts = [first];
  if (first.lexed.runs.length > 0) attempts.push(...others(input, first));
  const good = attempts.filter(one => one.diagnostics.length === 0);
  const deep = good.find(one => isTooDeep(one.tree));
  if (deep) return refused('expression-too-deep', whole, { most: MOST_LEVELS });
  if (good.length === 0) {
    const { tree, diagnostics } = first;
    const inside = isTooDeep(tree) ? {} : { inside: silenced(tree, diagnostics) };
    return { tree: { kind: 'error', span: whole, ...inside }, diagnostics };
  }
  return { tree: readingsOf(good, whole), diagnostics: [] };
}

function refused(code: string, span: Span, params: Record<string, number | string>): Parsed {
  return { tree: null, diagnostics: [{ code, severity: 'error', params, span }] };
}

/** Without the names that have been reported as unknown already, or that stray characters break up. */
function silenced(tree: Tree, diagnostics: readonly Diagnostic[]): Tree {
  const reported = diagnostics
    .filter(({ code }) => code.startsWith('unknown-') || code === 'strange-characters')
    .map(({ span }) => span!);
  if (reported.length === 0) return tree;
  const silence = (node: Tree): Tree =>
    node.kind === 'name' &&
    reported.some(({ start, end }) => node.span.start <= end && node.span.end >= start)
      ? { ...node, reported: true }
      : mapChildren(node, silence);
  return silence(tree);
}

interface Input {
  readonly source: Excerpt;
  readonly text: string;
  readonly lexicon: Lexicon;
  /** What is compared where only 满 60 周岁 is said; null: nothing. */
  readonly age: string | null;
}

interface Attempt {
  readonly tree: Tree;
  readonly lexed: Lexed;
  readonly diagnostics: Diagnostic[];
}

function attempt({ source, text, lexicon, age }: Input, choice: ReadonlyMap<number, number>): Attempt {
  const lexed = lex(text, lexicon, choice);
  const strange = lexed.strange.map<Diagnostic>(({ start, end }) => ({
    code: 'strange-characters',
    severity: 'error',
    params: { text: visible(source.text.slice(start, end)) },
    span: spanOf(source, start, end),
  }));
  const empty: Tree = { kind: 'error', span: spanOf(source, 0, source.text.length) };
  if (lexed.tokens.length === 0 || tooMuch(source, lexed.tokens))
    return { tree: empty, lexed, diagnostics: strange };
  const { tree, diagnostics } = parseTokens(source, lexed, age);
  if (diagnostics.length === 0 && strange.length === 0) return { tree: tree ?? empty, lexed, diagnostics };
  const unknown = unknownWords(source, text, lexed, lexicon);
  return { tree: tree ?? empty, lexed, diagnostics: merge(merge(strange, unknown), diagnostics) };
}

/** Reads the tokens; where the parser stops before the end, it begins again after the next connective, to find more errors. */
function parseTokens(
  source: Excerpt,
  lexed: Lexed,
  age: string | null,
): { tree: Tree | undefined; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  let tree: Tree | undefined;
  let tokens = lexed.tokens;
  for (let round = 0; round < MOST_RESTARTS && tokens.length > 0; round++) {
    parser.start(source, tokens, age);
    const found = parser.expression() as Tree | undefined;
    if (round === 0) tree = found;
    diagnostics.push(...syntaxErrors(source, lexed, parser.errors), ...parser.problems);
    const stop = parser.errors.find(error => error.name === 'NotAllInputParsedException');
    if (!stop) break;
    const at = tokens.findIndex(token => token.startOffset > stop.token.startOffset && isConnective(token));
    if (at < 0) break;
    tokens = tokens.slice(at + 1);
  }
  return { tree, diagnostics };
}

function isConnective({ tokenType }: IToken): boolean {
  return tokenType === wordTypes.and || tokenType === wordTypes.or;
}

/** Characters that cannot be seen by their number. */
function visible(text: string): string {
  return [...text]
    .map(one =>
      /[\p{C}\p{Z}\p{M}]/u.test(one)
        ? `U+${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
        : one,
    )
    .join('');
}

/** Some errors explain those next to them: stray characters and words that nobody declared. */
function merge(causes: readonly Diagnostic[], others: readonly Diagnostic[]): Diagnostic[] {
  const apart = others.filter(({ span }) =>
    causes.every(({ span: cause }) => !span || span.start > cause!.end + 1 || span.end < cause!.start - 1),
  );
  return [...causes, ...apart].sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
}

/** Other ways to split the text: until one parses where the first did not, else all that use other names. */
function others(input: Input, first: Attempt): Attempt[] {
  const failed = first.diagnostics.length > 0;
  const tried: Attempt[] = [];
  for (const choice of choices(first.lexed.runs, failed)) {
    if (tried.length >= MOST_TRIES) break;
    const next = attempt(input, choice);
    tried.push(next);
  }
  return tried;
}

/** One run split another way at a time, then two; cheapest ways first. Ways that differ by no name only help a failed parse. */
function* choices(runs: readonly Run[], failed: boolean): Generator<ReadonlyMap<number, number>> {
  const single: [number, number][] = [];
  for (const { start, paths } of runs)
    for (let i = 1; i < paths.length; i++)
      if (failed || !sameNames(paths[0]!, paths[i]!)) single.push([start, i]);
  single.sort((a, b) => a[1] - b[1]);
  for (const one of single) yield new Map([one]);
  if (!failed) return;
  for (const one of single) for (const two of single) if (one[0] < two[0]) yield new Map([one, two]);
}

function sameNames(a: readonly Segment[], b: readonly Segment[]): boolean {
  const names = (path: readonly Segment[]) =>
    path
      .filter(isDeclaredName)
      .map(({ start, end }) => `${start}-${end}`)
      .join();
  return names(a) === names(b);
}

function readingsOf(good: readonly Attempt[], span: Span): Tree {
  if (good.length === 1) return good[0]!.tree;
  const seen = new Set<string>();
  const readings: { tree: Tree; words: string }[] = [];
  for (const { tree, lexed } of good) {
    const key = JSON.stringify(tree, (name, value: unknown) => (name === 'wording' ? undefined : value));
    if (seen.has(key) || readings.length === MOST_READINGS) continue;
    seen.add(key);
    readings.push({ tree, words: lexed.tokens.map(token => token.image).join(' ') });
  }
  return readings.length === 1 ? readings[0]!.tree : { kind: 'readings', readings, span };
}

function tooMuch(source: Excerpt, tokens: readonly IToken[]): Parsed | null {
  let open = 0;
  for (const { tokenType, startOffset } of tokens) {
    if (tokenType === Open || tokenType === OpenSquare) open++;
    else if (tokenType === Close || tokenType === CloseSquare) open = Math.max(0, open - 1);
    if (open > MOST_BRACKETS)
      return refused('too-many-brackets', spanOf(source, startOffset, startOffset + 1), {
        most: MOST_BRACKETS,
      });
  }
  if (tokens.length > MOST_TOKENS) {
    const span = spanOf(source, 0, source.text.length);
    return refused('expression-too-wordy', span, { words: tokens.length, most: MOST_TOKENS });
  }
  return null;
}

/** Level by level, since a recursive walk would overflow on what this is to keep out. */
function isTooDeep(tree: Tree): boolean {
  let level: readonly Tree[] = [tree];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST_LEVELS) return true;
    level = level.flatMap(childrenOf);
  }
  return false;
}
