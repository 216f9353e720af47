import type { Rational } from '../../language/expr.ts';
import type { Cause, Value } from '../answer.ts';
import {
  add,
  compare,
  type Exact,
  greatest,
  isManageable,
  least,
  multiply,
  sign,
  toRational,
} from './exact.ts';

/** A ranged parameter (or a ranged cell of one): one value throughout an answer, somewhere from low to high. */
export interface Ranged {
  readonly low: Exact;
  readonly high: Exact;
}

/** factor × the value of a ranged parameter. */
export interface Term {
  readonly of: Ranged;
  readonly factor: Exact;
}

export interface Truth {
  readonly kind: 'bool';
  readonly value: boolean | null;
  readonly causes: readonly Cause[];
}

/**
 * The sum of the terms and something from low to high (null: unbounded). Exact where there are no terms and the ends are
 * the same object or bigint; then there are no causes.
 */
export interface Num {
  readonly kind: 'number';
  readonly low: Exact | null;
  readonly high: Exact | null;
  readonly terms: readonly Term[] | null;
  readonly causes: readonly Cause[];
}

/** An enumeration's value, an ISO date, a text. */
export interface Word {
  readonly kind: 'word';
  readonly value: string | null;
  readonly causes: readonly Cause[];
}

export interface Inapplicable {
  readonly kind: 'inapplicable';
}

export type Val = Truth | Num | Word | Inapplicable;

export const NO_CAUSES: readonly Cause[] = [];
export const TRUE: Truth = { kind: 'bool', value: true, causes: NO_CAUSES };
export const FALSE: Truth = { kind: 'bool', value: false, causes: NO_CAUSES };
export const INAPPLICABLE: Inapplicable = { kind: 'inapplicable' };

export const truth = (value: boolean): Truth => (value ? TRUE : FALSE);
export const unknownTruth = (causes: readonly Cause[]): Truth => ({ kind: 'bool', value: null, causes });
export const word = (value: string): Word => ({ kind: 'word', value, causes: NO_CAUSES });
export const unknownWord = (causes: readonly Cause[]): Word => ({ kind: 'word', value: null, causes });

export function exactNumber(value: Exact): Num {
  return { kind: 'number', low: value, high: value, terms: null, causes: NO_CAUSES };
}

export const ZERO: Num = exactNumber(0n);

export function unknownNumber(causes: readonly Cause[]): Num {
  return { kind: 'number', low: null, high: null, terms: null, causes };
}

/** An interval; equal ends make it exact and drop the causes, two open ends drop the terms. */
export function interval(
  low: Exact | null,
  high: Exact | null,
  causes: readonly Cause[],
  terms: readonly Term[] | null = null,
): Num {
  if (low === null && high === null) return unknownNumber(causes);
  if (terms === null && low !== null && high !== null && compare(low, high) === 0) return exactNumber(low);
  return { kind: 'number', low, high, terms, causes };
}

/** The number, or unknown where its figures have grown past what is computed. */
export function manageable(a: Num, tooLarge: readonly Cause[]): Num {
  const fits = (end: Exact | null) => end === null || isManageable(end);
  if (fits(a.low) && fits(a.high) && (a.terms === null || a.terms.every(term => isManageable(term.factor))))
    return a;
  return unknownNumber(tooLarge);
}

/** The exact value, or null. */
export function exactOf(a: Num): Exact | null {
  return a.terms === null && a.low === a.high ? a.low : null;
}

/** The lowest value with all terms (null: −∞). */
export function lowOf(a: Num): Exact | null {
  if (a.terms === null || a.low === null) return a.low;
  return a.terms.reduce(
    (sum, { of, factor }) => add(sum, multiply(factor, sign(factor) < 0 ? of.high : of.low)),
    a.low,
  );
}

/** The highest value with all terms (null: ∞). */
export function highOf(a: Num): Exact | null {
  if (a.terms === null || a.high === null) return a.high;
  return a.terms.reduce(
    (sum, { of, factor }) => add(sum, multiply(factor, sign(factor) < 0 ? of.low : of.high)),
    a.high,
  );
}

/** The lower of two low ends. */
export const lower = (a: Exact | null, b: Exact | null): Exact | null =>
  a === null || b === null ? null : least(a, b);
/** The higher of two high ends. */
export const higher = (a: Exact | null, b: Exact | null): Exact | null =>
  a === null || b === null ? null : greatest(a, b);

/** All causes of both, each once. */
export function bothCauses(a: readonly Cause[], b: readonly Cause[]): readonly Cause[] {
  if (a.length === 0 || a === b) return b;
  if (b.length === 0) return a;
  const added = b.filter(cause => !a.includes(cause));
  return added.length === 0 ? a : [...a, ...added];
}

/** All causes of all, each once; a cause that is mentioned twice is the same object. */
export function allCauses(lists: Iterable<readonly Cause[]>): readonly Cause[] {
  let all = NO_CAUSES;
  for (const list of lists) all = bothCauses(all, list);
  return all;
}

export function causesOf(value: Val): readonly Cause[] {
  return value.kind === 'inapplicable' ? NO_CAUSES : value.causes;
}

/** Is the value there, or inapplicable? */
export function isKnown(value: Val): boolean {
  if (value.kind === 'inapplicable') return true;
  return value.kind === 'number' ? exactOf(value) !== null : value.value !== null;
}

/** What a condition is worth: an inapplicable one is false. */
export function condition(value: Val): Truth {
  return value.kind === 'inapplicable' ? FALSE : (value as Truth);
}

const rationalOrNull = (a: Exact | null): Rational | null => (a === null ? null : toRational(a));

/** The value as answers carry it. */
export function toValue(value: Val): Value {
  if (value.kind !== 'number') return value;
  return {
    kind: 'number',
    low: rationalOrNull(lowOf(value)),
    high: rationalOrNull(highOf(value)),
    causes: value.causes,
  };
}
