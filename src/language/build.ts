import type { IToken } from 'chevrotain';
import type { CompareOp } from './expr.ts';
import type { KeywordId } from './keywords.ts';
import type { Segment } from './split.ts';
import { CompareWord, compareOps, keywordOf, signOps } from './tokens.ts';
import type { Tree, TreeOf, UnitText } from './tree.ts';

/** Helpers of the parser that look at tokens and trees, and know no grammar. */

/** Which word of the language a token is. */
export function idOf(token: IToken): KeywordId | null {
  return keywordOf(token.tokenType.name);
}

export function comparisonOf(token: IToken): CompareOp {
  const sign = signOps.get(token.tokenType);
  return sign ?? compareOps[idOf(token) ?? 'eq'] ?? 'eq';
}

/** What a word after the line asks: 5000 元 以下. Null: it does not say whether the line is included. */
export function endOperator(token: IToken): CompareOp | null {
  switch (idOf(token)) {
    case 'below':
    case 'within':
      return 'le';
    case 'aboveOrEqual':
    case 'reached':
      return 'ge';
    case 'beyond':
      return 'gt';
    default:
      return null;
  }
}

export const opposite: Readonly<Record<CompareOp, CompareOp>> = {
  lt: 'ge',
  le: 'gt',
  gt: 'le',
  ge: 'lt',
  eq: 'ne',
  ne: 'eq',
};

export function isIncluding(operator: CompareOp): boolean {
  return operator === 'le' || operator === 'ge';
}

export function isBelow(operator: CompareOp): boolean {
  return operator === 'lt' || operator === 'le';
}

/** Is a token a word, not a sign, that asks for more or less? */
export function isOrdering(token: IToken): boolean {
  if (!token.tokenType.CATEGORIES?.includes(CompareWord) || idOf(token) === null) return false;
  const operator = comparisonOf(token);
  return operator !== 'eq' && operator !== 'ne';
}

export function segmentOf(token: IToken): Segment | null {
  return (token.payload as Segment | undefined) ?? null;
}

/** The word as the lexicon spells it. */
export function spellingOf(token: IToken): string {
  return segmentOf(token)?.text ?? token.image;
}

export function endOf(token: IToken): number {
  return Number.isNaN(token.startOffset) ? Number.NaN : token.startOffset + token.image.length;
}

export function isGlued(before: IToken, after: IToken): boolean {
  return endOf(before) === after.startOffset;
}

/** `2014 至 2016 年`: the first figure takes the unit of the second. */
export function rangeOf(low: Tree, high: Tree, span: Tree['span']): TreeOf<'range'> {
  const shared =
    low.kind === 'number' && high.kind === 'number' && !low.unit ? { ...low, unit: high.unit } : low;
  return { kind: 'range', low: shared, high, span };
}

/**
 * `60-79 岁` where a span is asked for and a difference would say nothing: two figures that share the unit of the
 * second, the smaller one first where both have it. Null for whatever else.
 */
export function dashedRange(tree: Tree): TreeOf<'range'> | null {
  if (tree.kind !== 'arithmetic' || tree.operator !== 'subtract') return null;
  const { left, right, span } = tree;
  if (left.kind !== 'number' || right.kind !== 'number' || !right.unit) return null;
  if (left.unit === null) return rangeOf(left, right, span);
  const rising = left.unit.text === right.unit.text && Number(left.value) < Number(right.value);
  return rising ? rangeOf(left, right, span) : null;
}

/** ISO text of a date as written, or null where there is no such day. */
export function readDate(image: string): string | null {
  const [year, month, day] = image.match(/\d+/g)!.map(Number) as [number, number, number];
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year > 0 ? date.toISOString().slice(0, 10) : null;
}

export function unitOf(text: string, up: readonly string[], down: readonly string[]): UnitText | null {
  return up.length === 0 && down.length === 0 ? null : { text, up, down };
}
