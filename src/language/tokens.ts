import { createToken, Lexer, type TokenType } from 'chevrotain';
import type { CompareOp } from './expr.ts';
import { type KeywordId, keywords } from './keywords.ts';

/** Token types: one for each word of the language, in categories that the grammar speaks of. */

const category = (name: string): TokenType => createToken({ name, pattern: Lexer.NA });

/** Whatever may be a name where one is asked for: names, units, soft words. */
export const Word = category('Word');
export const UnitWord = createToken({ name: 'UnitWord', pattern: Lexer.NA, categories: [Word] });
export const Name = createToken({ name: 'Name', pattern: Lexer.NA, categories: [Word] });
export const CompareWord = category('CompareWord');
export const EndWord = category('EndWord');
export const FunctionWord = category('FunctionWord');
export const Quantifier = category('Quantifier');
export const Limit = category('Limit');
export const AddSign = category('AddSign');
export const MultiplySign = category('MultiplySign');
export const Separator = category('Separator');
export const Membership = category('Membership');

/** What each comparing word asks. */
export const compareOps: Partial<Record<KeywordId, CompareOp>> = {
  lt: 'lt',
  le: 'le',
  gt: 'gt',
  ge: 'ge',
  over: 'gt',
  atLeast: 'ge',
  eq: 'eq',
  isTrue: 'eq',
  ne: 'ne',
  before: 'lt',
  after: 'gt',
  notBefore: 'ge',
  notAfter: 'le',
};

const groups: readonly (readonly [TokenType, readonly KeywordId[]])[] = [
  [CompareWord, Object.keys(compareOps) as KeywordId[]],
  [EndWord, ['below', 'aboveOrEqual', 'within', 'beyond', 'reached', 'beforeOrOn', 'afterOrOn']],
  [
    FunctionWord,
    [
      'count',
      'sum',
      'min',
      'max',
      'average',
      'round',
      'known',
      'unknown',
      'lastYear',
      'yearOf',
      'yearsBetween',
      'monthsBetween',
      'daysBetween',
    ],
  ],
  [Quantifier, ['any', 'every', 'none']],
  [Limit, ['cap', 'floor']],
  [AddSign, ['plus', 'minus']],
  [MultiplySign, ['multiply', 'divide']],
  [Membership, ['in', 'notIn']],
];

function categoriesOf(id: KeywordId): TokenType[] {
  const own = groups.filter(([, ids]) => ids.includes(id)).map(([type]) => type);
  return keywords[id].soft ? [...own, Word] : own;
}

/** The token type of each word of the language; in capitals, since rules of the grammar have the small names. */
export const wordTypes = Object.fromEntries(
  (Object.keys(keywords) as KeywordId[]).map(id => [
    id,
    createToken({ name: id.toUpperCase(), pattern: Lexer.NA, categories: categoriesOf(id) }),
  ]),
) as Record<KeywordId, TokenType>;

const keywordIds: ReadonlyMap<string, KeywordId> = new Map(
  (Object.keys(keywords) as KeywordId[]).map(id => [id.toUpperCase(), id]),
);

/** The word of the language that the name of a token type stands for. */
export function keywordOf(tokenType: string): KeywordId | null {
  return keywordIds.get(tokenType) ?? null;
}

export const NumberToken = createToken({
  name: 'Number',
  pattern: /\d+(?:\.\d+)?(?:\/\d+(?![\d./]))?/,
});
/** Thousands separators and exponents, which are refused in words. */
export const BadNumber = createToken({
  name: 'BadNumber',
  pattern: /\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?|\d+(?:\.\d+)?[eE][+-]?\d+/,
  categories: [NumberToken],
});
export const DateToken = createToken({
  name: 'Date',
  pattern: /\d{4}(?:-\d{1,2}-|\/\d{1,2}\/)\d{1,2}(?![\d-])|\d{4} *年 *\d{1,2} *月 *\d{1,2} *[日号]/,
});
export const TextToken = createToken({ name: 'Text', pattern: /"[^"\n]*"/ });
export const Blank = createToken({ name: 'Blank', pattern: /\s+/, group: Lexer.SKIPPED });

const sign = (name: string, pattern: RegExp | string, categories: TokenType[] = []): TokenType =>
  createToken({ name, pattern, categories });

/** Whether the line itself is included, as drafters add it: (含), (不含5000元), (inclusive). */
export const Inclusion = sign(
  'Inclusion',
  /\( *(?:(?:不包含|不包括|不含|包含|包括|含) *(?:本数|当日|当天|本日|[\d.]+ *[^\s()\d,、]{0,8})?|inclusive|exclusive) *\)/i,
);
export const Open = sign('(', '(');
export const Close = sign(')', ')');
export const OpenSquare = sign('[', '[');
export const CloseSquare = sign(']', ']');
export const Comma = sign(',', ',', [Separator]);
export const ListComma = sign('、', '、', [Separator]);
export const Dot = sign('.', '.');
export const MiddleDot = sign('·', '·');
/** `—` and `～` come here as one, `——` as two. */
export const Tilde = sign('~', /~{1,2}/);
export const Possessive = sign("'s", /'s(?![A-Za-z0-9_])/);
export const Percent = sign('%', /[%‰]/, [UnitWord]);
export const Plus = sign('+', '+', [AddSign]);
export const Minus = sign('-', '-', [AddSign]);
export const Star = sign('×', /[×*]/, [MultiplySign]);
export const Slash = sign('/', '/', [MultiplySign]);
export const Divide = sign('÷', '÷', [MultiplySign]);
export const SignLe = sign('≤', /≤|<=/, [CompareWord]);
export const SignGe = sign('≥', /≥|>=/, [CompareWord]);
export const SignNe = sign('≠', /≠|!=|<>/, [CompareWord]);
export const SignLt = sign('<', '<', [CompareWord]);
export const SignGt = sign('>', '>', [CompareWord]);
export const SignEq = sign('=', /==?/, [CompareWord]);

export const signOps: ReadonlyMap<TokenType, CompareOp> = new Map([
  [SignLe, 'le'],
  [SignGe, 'ge'],
  [SignNe, 'ne'],
  [SignLt, 'lt'],
  [SignGt, 'gt'],
  [SignEq, 'eq'],
]);

/** In the order in which they are tried; `<=` before `<`, dates before numbers. */
export const signs: TokenType[] = [
  Blank,
  DateToken,
  BadNumber,
  NumberToken,
  TextToken,
  Inclusion,
  Open,
  Close,
  OpenSquare,
  CloseSquare,
  Comma,
  ListComma,
  Dot,
  MiddleDot,
  Tilde,
  Possessive,
  Percent,
  Plus,
  Minus,
  Star,
  Slash,
  Divide,
  SignLe,
  SignGe,
  SignNe,
  SignLt,
  SignGt,
  SignEq,
];

export const categories: TokenType[] = [
  Word,
  UnitWord,
  Name,
  CompareWord,
  EndWord,
  FunctionWord,
  Quantifier,
  Limit,
  AddSign,
  MultiplySign,
  Separator,
  Membership,
];
