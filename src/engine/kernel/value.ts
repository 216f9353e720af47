/** What generated code holds of a value: the parts that can't matter for this policy and population are literals. */

import Fraction from 'fraction.js';
import type { Node } from './graph.ts';
import type { Js } from './js.ts';
import * as j from './js.ts';
import type { Num } from './num.ts';
import * as num from './num.ts';
import * as order from './num-order.ts';

/** Kinds of causes that decide whether a claim is due, undetermined or unset. */
export const OPEN = 1;
/** A missing fact, unknown parts, a division by zero, an extreme of no parts. */
export const OTHER = 2;
/** A parameter with a range: a cause, but one that leaves a claim due. */
export const RANGED = 4;

/** Why a value is not exact: which kinds there may be, and which there are (`bits`, read only where it is inexact). */
export interface Doubt {
  readonly kinds: number;
  readonly bits: Node;
}

/** Three truth values as bits: 0 false, 1 unknown, 3 true; so that `&` is and, `|` is or. */
export const FALSE = 0;
export const UNKNOWN = 1;
export const TRUE = 3;

interface Common {
  /** Inapplicable; a truth value is then false, other parts mean nothing. */
  readonly na: Node;
  readonly doubt: Doubt;
}

export interface BoolVal extends Common {
  readonly kind: 'bool';
  /** The truth value where it is always known, else null. */
  readonly is: Node | null;
  /** The three-valued form. */
  readonly tri: Node;
}

export interface NumVal extends Common {
  readonly kind: 'number';
  /** The same object as `high` for one that is exact wherever it is `known`, and unknown elsewhere. */
  readonly low: Num;
  readonly high: Num;
  readonly known: Node;
  /** Ranged parameters it is linear in, with the sign of their factor (0: not known). */
  readonly ranged: ReadonlyMap<string, -1 | 0 | 1>;
}

/** Names one range of a parameter: this year's or last year's, of one cell. */
export const rangedName = (parameter: string, ...which: readonly string[]): string =>
  [parameter, ...which].join('\n');
/** The parameter of such a name. */
export const parameterOf = (name: string): string => name.split('\n')[0]!;

const UNRANGED: ReadonlyMap<string, -1 | 0 | 1> = new Map();

/** What the codes of a word stand for; words are only compared within one. */
export type Words =
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'date' }
  | { readonly kind: 'text' };

export interface WordVal extends Common {
  readonly kind: 'word';
  /** Index of the value, days since 1970-01-01, or number of the text. */
  readonly code: Node;
  readonly known: Node;
  readonly words: Words;
}

export type Val = BoolVal | NumVal | WordVal;

export const noDoubt = (js: Js): Doubt => ({ kinds: 0, bits: j.literal(js, 0) });
export const doubtOf = (js: Js, kinds: number): Doubt => ({
  kinds,
  bits: j.literal(js, kinds & (OPEN | OTHER)),
});

/** Doubt of something inexact: that of all its inexact parts. */
export function gather(js: Js, parts: readonly { readonly inexact: Node; readonly doubt: Doubt }[]): Doubt {
  const real = parts.filter(p => p.doubt.kinds !== 0 && p.inexact !== js.no);
  if (real.length === 0) return noDoubt(js);
  const kinds = real.reduce((all, p) => all | p.doubt.kinds, 0);
  const [first] = real;
  // One of them is inexact; where all have the same bits it does not matter which.
  if (j.isLiteral(first!.doubt.bits) && real.every(p => p.doubt.bits === first!.doubt.bits))
    return { kinds, bits: first!.doubt.bits };
  const zero = j.literal(js, 0);
  const bits = real
    .map(p => j.choose(js, p.inexact, p.doubt.bits, zero))
    .reduce((a, b) => (a === b || b === zero ? a : a === zero ? b : j.binary(js, '|', a, b)));
  return { kinds, bits };
}

export const triOf = (js: Js, is: Node): Node =>
  is.type === 'bit'
    ? j.times(js, is, j.literal(js, TRUE))
    : j.choose(js, is, j.literal(js, TRUE), j.literal(js, FALSE));

export function decided(js: Js, is: Node, na: Node = js.no): BoolVal {
  return { kind: 'bool', na, is, tri: triOf(js, is), doubt: noDoubt(js) };
}

/** A truth value from its three-valued form. */
export function threeValued(js: Js, tri: Node, doubt: Doubt, na: Node = js.no): BoolVal {
  if (j.isNumber(tri) && j.figure(tri) !== UNKNOWN)
    return decided(js, j.truth(js, j.figure(tri) === TRUE), na);
  return { kind: 'bool', na, is: null, tri, doubt };
}

/** Surely true. */
export const surely = (js: Js, a: BoolVal): Node => a.is ?? j.compare(js, '===', a.tri, j.literal(js, TRUE));
/** True or unknown. */
export const maybe = (js: Js, a: BoolVal): Node => a.is ?? j.compare(js, '!==', a.tri, j.literal(js, FALSE));
export const undecided = (js: Js, a: BoolVal): Node =>
  a.is ? js.no : j.compare(js, '===', a.tri, j.literal(js, UNKNOWN));

/** A number that is exact where `known` and unknown elsewhere. */
export function point(
  js: Js,
  value: Num,
  known: Node = js.yes,
  doubt: Doubt = noDoubt(js),
  na: Node = js.no,
): NumVal {
  return { kind: 'number', na, low: value, high: value, known, doubt, ranged: UNRANGED };
}

export const isPoint = (a: NumVal): boolean => a.low === a.high;

/** A number from low to high. */
export function span(js: Js, low: Num, high: Num, doubt: Doubt, na: Node = js.no): NumVal {
  return { kind: 'number', na, low, high, known: js.yes, doubt, ranged: UNRANGED };
}

export const exactNumber = (js: Js, value: Fraction): NumVal => point(js, num.constant(js, value));

export const unknownNumber = (js: Js, doubt: Doubt): NumVal =>
  point(js, num.constant(js, new Fraction(0)), js.no, doubt);

export function word(
  js: Js,
  code: Node,
  words: Words,
  known: Node = js.yes,
  doubt: Doubt = noDoubt(js),
  na: Node = js.no,
): WordVal {
  return { kind: 'word', na, code, known, words, doubt };
}

/** Not exact (an inapplicable value counts as exact). */
export function inexact(js: Js, a: Val): Node {
  if (a.kind === 'bool') return undecided(js, a);
  const exact = a.kind === 'number' && !isPoint(a) ? order.compare(js, '===', a.low, a.high) : a.known;
  return j.and(js, j.not(js, exact), j.not(js, a.na));
}

/** The doubt of a value as a part of another. */
export const part = (js: Js, a: Val): { inexact: Node; doubt: Doubt } => ({
  inexact: a.doubt.kinds === 0 ? js.no : inexact(js, a),
  doubt: a.doubt,
});

/** Low and high end, infinite where nothing is known. */
export function ends(js: Js, a: NumVal): readonly [Num, Num] {
  if (a.known === js.yes) return [a.low, a.high];
  return [
    num.choose(js, a.known, a.low, num.infinity(js, -1)),
    num.choose(js, a.known, a.high, num.infinity(js, 1)),
  ];
}

/** The same value where it is known to be exact and applicable. */
export function exactly(js: Js, a: Val): Val {
  if (a.kind === 'bool') return a.is ? decided(js, a.is) : decided(js, surely(js, a));
  if (a.kind === 'word') return word(js, a.code, a.words);
  return point(js, a.low);
}

/** Ranged parameters of either, for a value that may be the one or the other. */
export function mergeRanged(a: NumVal, b: NumVal): ReadonlyMap<string, -1 | 0 | 1> {
  if (a.ranged.size === 0 || b.ranged.size === 0) return a.ranged.size === 0 ? b.ranged : a.ranged;
  const merged = new Map(a.ranged);
  for (const [id, sign] of b.ranged) merged.set(id, merged.has(id) && merged.get(id) !== sign ? 0 : sign);
  return merged;
}
