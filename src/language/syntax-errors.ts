import type { IRecognitionException, IToken, TokenType } from 'chevrotain';
import type { Diagnostic, Param } from './diagnostic.ts';
import { type Keyword, keywords } from './keywords.ts';
import type { Words } from './label.ts';
import type { Lexed } from './lexer.ts';
import type { Lexicon } from './lexicon.ts';
import { nearest, nearestOf } from './nearest.ts';
import { type Excerpt, type Span, spanOf } from './source.ts';
import type { Segment } from './split.ts';
import { CompareWord, keywordOf, Limit, Name, NumberToken } from './tokens.ts';

/** What the parser found wrong, in words for people; follow-up errors of the same place are dropped. */
export function syntaxErrors(
  source: Excerpt,
  lexed: Lexed,
  errors: readonly IRecognitionException[],
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const places = new Set<number>();
  for (const error of errors) {
    // What is left over after another error is most often left over because of it.
    const leftOver = error.name === 'NotAllInputParsedException' && found.length > 0;
    if (leftOver && !isUnopened(lexed, error.token)) continue;
    const diagnostic = explain(source, lexed, error);
    if (places.has(diagnostic.span!.start)) continue;
    places.add(diagnostic.span!.start);
    found.push(diagnostic);
  }
  return found;
}

function explain(source: Excerpt, lexed: Lexed, error: IRecognitionException): Diagnostic {
  const { token, message, name } = error;
  const previous = before(lexed, token);
  const rule = error.context.ruleStack.at(-1) ?? '';
  const expected = message !== '' ? wordsOf(message) : Object.hasOwn(wanted, rule) ? wanted[rule]! : null;
  if (isEnd(token)) {
    const after = lexed.tokens.at(-1);
    const end = source.text.trimEnd().length;
    const from = after ? after.startOffset : 0;
    const unclosed = message === ')' || rule === 'bracket' ? lastUnclosed(lexed) : null;
    if (unclosed) return one('bracket-not-closed', spanAt(source, unclosed), { bracket: unclosed.image });
    const params: Record<string, Param> = { after: after?.image ?? '', ...(expected ? { expected } : {}) };
    return one(expected ? 'unfinished-expected' : 'unfinished', spanOf(source, from, end), params);
  }
  const span = spanAt(source, token);
  if (isUnopened(lexed, token)) return one('bracket-not-opened', span, { bracket: token.image });
  if (name === 'NotAllInputParsedException' && isType(token, CompareWord))
    return one('chained-comparison', span, { word: token.image });
  if (isType(token, Limit) && error.context.ruleStack.includes('branches'))
    return one('limit-needs-brackets', span, { word: token.image });
  const params: Record<string, Param> = { found: token.image, after: previous?.image ?? '' };
  if (expected) return one('expected-word', span, { ...params, expected });
  return one('unexpected-word', span, params);
}

function one(code: string, span: Span, params: Record<string, Param>): Diagnostic {
  return { code, severity: 'error', params, span };
}

function isEnd(token: IToken): boolean {
  return token.image === '' || Number.isNaN(token.startOffset);
}

function before(lexed: Lexed, token: IToken): IToken | undefined {
  return lexed.tokens[lexed.tokens.indexOf(token) - 1];
}

function spanAt(source: Excerpt, token: IToken): Span {
  return spanOf(source, token.startOffset, token.startOffset + token.image.length);
}

function lastUnclosed(lexed: Lexed): IToken | null {
  const open: IToken[] = [];
  for (const token of lexed.tokens) {
    if (token.image === '(' || token.image === '[') open.push(token);
    else if (token.image === ')' || token.image === ']') open.pop();
  }
  return open.at(-1) ?? null;
}

function isUnopened(lexed: Lexed, token: IToken): boolean {
  if (token.image !== ')' && token.image !== ']') return false;
  let open = 0;
  for (const one of lexed.tokens) {
    if (one === token) return open === 0;
    if (one.image === '(' || one.image === '[') open++;
    else if (one.image === ')' || one.image === ']') open = Math.max(0, open - 1);
  }
  return false;
}

const kinds: Readonly<Record<string, Words>> = {
  Word: { zh: '一个名称', en: 'a name' },
  Name: { zh: '一个名称', en: 'a name' },
  UnitWord: { zh: '一个单位', en: 'a unit' },
  Number: { zh: '一个数', en: 'a number' },
  EndWord: { zh: '“以上”或“以下”', en: '"or more" or "or less"' },
  CompareWord: { zh: '比较词，如“低于”“不超过”', en: 'a comparing word such as "below" or "at most"' },
};

/** What a rule that found none of its alternatives would have liked. */
const wanted: Readonly<Record<string, Words>> = {
  primary: { zh: '一个名称或数', en: 'a name or a figure' },
  condition: { zh: '一个名称或数', en: 'a name or a figure' },
  comparison: { zh: '一个名称或数', en: 'a name or a figure' },
  otherwise: { zh: '“否则”', en: '"otherwise"' },
};

/** What a token type is called to people. */
function wordsOf(tokenType: string): Words {
  if (Object.hasOwn(kinds, tokenType)) return kinds[tokenType]!;
  const id = keywordOf(tokenType);
  if (id) {
    const { zh, en }: Keyword = keywords[id];
    const [first, second] = [zh[0] ?? en[0]!, en[0] ?? zh[0]!];
    return { zh: `“${first}”`, en: `"${second}"` };
  }
  return { zh: `“${tokenType}”`, en: `"${tokenType}"` };
}

/** Of more words than this it is not guessed what was meant; guessing takes time. */
const MOST_SUGGESTIONS = 20;

/** The words that are no names, where the expression could not be read. */
export function unknownWords(source: Excerpt, text: string, lexed: Lexed, lexicon: Lexicon): Diagnostic[] {
  return lexed.unknown.map((segment, i) => {
    const at = lexed.tokens.findIndex(token => token.startOffset === segment.start);
    const before = at > 0 ? lexed.tokens[at - 1]! : null;
    const isUnit = before !== null && isType(before, NumberToken);
    const { start, end, suggestion } =
      i >= MOST_SUGGESTIONS
        ? { ...segment, suggestion: undefined }
        : isUnit
          ? { ...segment, suggestion: nearest(segment.text, lexicon.units.byName.keys()) }
          : bestGuess(text, segment, before, lexed.tokens[at + 1] ?? null, lexicon);
    const written = source.text.slice(start, end);
    return {
      code: isUnit ? 'unknown-unit' : 'unknown-name',
      severity: 'error',
      params: isUnit ? { unit: written } : { name: written },
      span: spanOf(source, start, end),
      ...(suggestion === undefined ? {} : { suggestion }),
    };
  });
}

interface Guess {
  readonly start: number;
  readonly end: number;
  readonly suggestion: string | undefined;
}

/** The stray piece alone, or with the words that touch it: whichever is nearest to something known. */
function bestGuess(
  text: string,
  { start, end }: Segment,
  before: IToken | null,
  after: IToken | null,
  lexicon: Lexicon,
): Guess {
  const left = before && touches(text, endOf(before), start) ? before : null;
  const right = after && touches(text, end, after.startOffset) ? after : null;
  const pieces: [number, number][] = [[start, end]];
  if (left) pieces.push([left.startOffset, end]);
  if (right) pieces.push([start, endOf(right)]);
  if (left && right) pieces.push([left.startOffset, endOf(right)]);
  let best: Guess = { start, end, suggestion: undefined };
  let least = Number.POSITIVE_INFINITY;
  for (const [from, to] of pieces) {
    const alone = from === start && to === end;
    if (alone && end - start < 2) continue;
    const found = nearestOf(text.slice(from, to), alone ? [...lexicon.names, ...hanKeywords] : lexicon.names);
    const useless =
      found && (found.word === left?.image || found.word === right?.image || found.word.length < 2);
    if (!found || useless || found.far >= least) continue;
    least = found.far;
    best = { start: from, end: to, suggestion: found.word };
  }
  const whole = left && left.tokenType === Name ? left : null;
  if (best.suggestion === undefined && whole && endOf(whole) === start)
    return { start: whole.startOffset, end, suggestion: whole.image };
  return best;
}

/** Han words touch without blank, English ones with one. */
function touches(text: string, end: number, start: number): boolean {
  if (end === start) return true;
  return end + 1 === start && text[end] === ' ' && isAscii(text[end - 1]!) && isAscii(text[start]!);
}

function isAscii(character: string): boolean {
  return /[A-Za-z0-9_]/.test(character);
}

function isType(token: IToken, type: TokenType): boolean {
  return token.tokenType === type || (token.tokenType.CATEGORIES?.includes(type) ?? false);
}

const hanKeywords = Object.values<Keyword>(keywords).flatMap(word => word.zh);

function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}
