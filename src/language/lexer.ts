import { type CustomPatternMatcherReturn, createToken, type IToken, Lexer, type TokenType } from 'chevrotain';
import { keywords } from './keywords.ts';
import type { Lexicon, Word } from './lexicon.ts';
import { isWordCode } from './normal.ts';
import { endOfRun, type Segment, splitRun } from './split.ts';
import { Blank, categories, Name, NumberToken, Slash, signs, UnitWord, wordTypes } from './tokens.ts';

/** A run of Han text that can be split in several ways. */
export interface Run {
  readonly start: number;
  readonly paths: readonly (readonly Segment[])[];
}

export interface Lexed {
  readonly tokens: IToken[];
  readonly runs: readonly Run[];
  /** Words that nobody declared. */
  readonly unknown: readonly Segment[];
  /** Characters that begin nothing. */
  readonly strange: readonly { readonly start: number; readonly end: number }[];
}

interface Reading {
  readonly lexicon: Lexicon;
  /** Which path to take for the run that begins at an offset; the first unless said. */
  readonly choice: ReadonlyMap<number, number>;
  readonly segments: Map<number, Segment>;
  readonly runs: Run[];
  readonly unknown: Segment[];
}

const [HALF, YEAR] = ['半', '年'];

/** What the token pattern is reading just now; lexing is synchronous and never nested. */
let reading: Reading | null = null;

const AsciiWord = /[A-Za-z_][A-Za-z0-9_]*/y;

/** The next word at `offset`, by the lexicon: a piece of a run of Han, an ASCII word, or a name with blanks in it. */
function matchWord(text: string, offset: number): CustomPatternMatcherReturn | null {
  const { lexicon, segments } = reading!;
  const kept = segments.get(offset);
  if (kept) return matched(text, kept);
  const code = text.charCodeAt(offset);
  if (!isWordCode(code)) return matchOdd(text, offset, lexicon);
  const end = endOfRun(text, offset);
  if (code < 0x80) {
    AsciiWord.lastIndex = offset;
    const plain = AsciiWord.exec(text)![0];
    if (offset + plain.length === end)
      return matchOdd(text, offset, lexicon) ?? matchAscii(text, offset, plain, lexicon);
  }
  return matchRun(text, offset, end, lexicon);
}

function matched(text: string, segment: Segment): CustomPatternMatcherReturn {
  const match = [text.slice(segment.start, segment.end)] as CustomPatternMatcherReturn;
  match.payload = segment;
  return match;
}

function matchOdd(text: string, offset: number, lexicon: Lexicon): CustomPatternMatcherReturn | null {
  for (const odd of lexicon.odd.get(text[offset]!) ?? []) {
    odd.pattern.lastIndex = offset;
    const match = odd.pattern.exec(text);
    if (!match) continue;
    const word = lexicon.words.get(odd.text)!;
    return matched(text, {
      start: offset,
      end: offset + match[0].length,
      text: odd.text,
      word,
      numeral: null,
    });
  }
  return null;
}

function matchAscii(
  text: string,
  offset: number,
  written: string,
  lexicon: Lexicon,
): CustomPatternMatcherReturn {
  const lower = written.toLowerCase();
  const word = lexicon.words.get(written) ?? keywordOnly(lexicon.words.get(lower)) ?? null;
  const spelt = word && !lexicon.words.has(written) ? lower : written;
  const segment = { start: offset, end: offset + written.length, text: spelt, word, numeral: null };
  if (!word) reading!.unknown.push(segment);
  return matched(text, segment);
}

/** Words of the language may be written in capitals; names are as declared. */
function keywordOnly(word: Word | undefined): Word | undefined {
  return word && (word.keyword !== null || word.unit) ? word : undefined;
}

function matchRun(text: string, offset: number, end: number, lexicon: Lexicon): CustomPatternMatcherReturn {
  const { choice, segments, runs, unknown } = reading!;
  const paths = splitRun(text, offset, end, lexicon);
  if (paths.length > 1) runs.push({ start: offset, paths });
  const path = paths[choice.get(offset) ?? 0]!;
  for (const segment of path) {
    segments.set(segment.start, segment);
    if (segment.word === null && segment.numeral === null) unknown.push(segment);
  }
  return matched(text, path[0]!);
}

/** Chevrotain keeps one bucket for every 255 characters past Latin-1; one character of each stands for all of it. */
function startCharacters(): (string | number)[] {
  const codes: number[] = [];
  for (let code = 0; code < 0x100; code++)
    if (isWordCode(code) || (code >= 48 && code <= 57)) codes.push(code);
  for (let code = 0x100; code <= 0xffff; code += 255) codes.push(code);
  codes.push(0xffff);
  return codes;
}

const WordPattern = createToken({
  name: 'WordPattern',
  pattern: { exec: matchWord },
  start_chars_hint: startCharacters(),
  line_breaks: false,
});

const lexer = new Lexer([Blank, WordPattern, ...signs.slice(1)], {
  positionTracking: 'onlyOffset',
  ensureOptimizations: true,
  skipValidations: true,
});

/** Every token type, for the parser. */
export const vocabulary: TokenType[] = [...categories, ...Object.values(wordTypes), ...signs];

/** Splits normalised text into tokens; `choice` picks other ways to split runs than the cheapest. */
export function lex(text: string, lexicon: Lexicon, choice: ReadonlyMap<number, number> = new Map()): Lexed {
  reading = { lexicon, choice, segments: new Map(), runs: [], unknown: [] };
  try {
    const { tokens, errors } = lexer.tokenize(text);
    for (const token of tokens) if (token.tokenType === WordPattern) retype(token);
    const parts = withHalves(tokens).flatMap((token, i, all) => halfYear(token, all[i - 1], lexicon));
    const strange = errors.map(error => ({ start: error.offset, end: error.offset + error.length }));
    return { tokens: parts, runs: reading.runs, unknown: reading.unknown, strange };
  } finally {
    reading = null;
  }
}

/** A word's token type follows from the lexicon, not from its pattern. */
function retype(token: IToken): void {
  const { word, numeral } = token.payload as Segment;
  token.tokenType = typeOf(word, numeral);
  token.tokenTypeIdx = token.tokenType.tokenTypeIdx!;
}

/** Units after which 半 adds half of one. */
const HALVED = ['年', '周年', '岁', '周岁', '个月', '倍', '亩', '天'];

/** 一年半, 1 年半: half a unit more, the two figures as one. */
function withHalves(tokens: readonly IToken[]): IToken[] {
  const found: IToken[] = [];
  for (const token of tokens) {
    const [figure, unit] = found.slice(-2);
    const value = figure?.tokenType === NumberToken && (numeralOf(figure) ?? figure.image);
    const adds =
      token.image === HALF &&
      token.tokenType === NumberToken &&
      unit?.tokenType === UnitWord &&
      HALVED.includes(unit.image) &&
      unit.startOffset + unit.image.length === token.startOffset;
    if (!adds || !value || !/^\d+$/.test(value)) {
      found.push(token);
      continue;
    }
    const { startOffset: start, image } = figure!;
    const more: Segment = {
      start,
      end: start + image.length,
      text: image,
      word: null,
      numeral: `${value}.5`,
    };
    found.splice(-2, 2, { ...figure!, payload: more }, { ...unit!, image: unit!.image + HALF });
  }
  return found;
}

function numeralOf(token: IToken): string | null {
  return (token.payload as Segment | undefined)?.numeral ?? null;
}

/** 半年 where no figure stands before it is half of a year. */
function halfYear(token: IToken, before: IToken | undefined, lexicon: Lexicon): IToken[] {
  const isUnit = token.tokenType === UnitWord && token.image === HALF + YEAR;
  if (!isUnit || before?.tokenType === NumberToken || before?.tokenType === Slash) return [token];
  const start = token.startOffset;
  const half: Segment = { start, end: start + 1, text: HALF, word: null, numeral: '0.5' };
  const word = lexicon.words.get(YEAR)!;
  const year: Segment = { start: start + 1, end: start + 2, text: YEAR, word, numeral: null };
  return [half, year].map(payload => {
    const type = typeOf(payload.word, payload.numeral);
    const place = { startOffset: payload.start, endOffset: payload.end - 1, image: payload.text };
    return { ...token, ...place, payload, tokenType: type, tokenTypeIdx: type.tokenTypeIdx! };
  });
}

function typeOf(word: Word | null, numeral: string | null): TokenType {
  if (numeral !== null) return NumberToken;
  if (!word) return Name;
  if (word.keyword !== null && !(word.name && keywords[word.keyword].soft)) return wordTypes[word.keyword];
  return word.unit ? UnitWord : word.keyword !== null ? wordTypes[word.keyword] : Name;
}
