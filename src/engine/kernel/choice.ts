/** Choosing between values, by a condition that is known or not. */

import type { Node } from './graph.ts';
import type { Js } from './js.ts';
import * as j from './js.ts';
import * as num from './num.ts';
import * as order from './num-order.ts';
import type { BoolVal, NumVal, Val, WordVal } from './value.ts';
import * as v from './value.ts';

/** `condition ? a : b`, for values of one type. */
export function select(js: Js, condition: Node, a: Val, b: Val): Val {
  if (condition === js.yes) return a;
  if (condition === js.no) return b;
  const pick = (x: Node, y: Node) => j.choose(js, condition, x, y);
  const na = pick(a.na, b.na);
  const doubt = v.gather(js, [
    { inexact: j.and(js, condition, v.part(js, a).inexact), doubt: a.doubt },
    { inexact: j.and(js, j.not(js, condition), v.part(js, b).inexact), doubt: b.doubt },
  ]);
  if (a.kind === 'bool' && b.kind === 'bool') {
    if (a.is && b.is) return v.decided(js, pick(a.is, b.is), na);
    return v.threeValued(js, pick(a.tri, b.tri), doubt, na);
  }
  if (a.kind === 'word' && b.kind === 'word')
    return v.word(js, pick(a.code, b.code), a.words, pick(a.known, b.known), doubt, na);
  if (a.kind === 'number' && b.kind === 'number') {
    const ranged = v.mergeRanged(a, b);
    if (v.isPoint(a) && v.isPoint(b))
      return {
        ...v.point(js, num.choose(js, condition, a.low, b.low), pick(a.known, b.known), doubt, na),
        ranged,
      };
    const [al, ah] = v.ends(js, a);
    const [bl, bh] = v.ends(js, b);
    const [low, high] = [num.choose(js, condition, al, bl), num.choose(js, condition, ah, bh)];
    return { ...v.span(js, low, high, doubt, na), ranged };
  }
  throw new Error(`a choice between ${a.kind} and ${b.kind}`);
}

/** What is left where it is not known which of two values is meant, for the reasons in `doubt`. */
export function join(js: Js, a: Val, b: Val, doubt: v.Doubt): Val {
  const na = j.and(js, a.na, b.na);
  /** Just one is inapplicable: nothing is known. */
  const odd = j.and(js, j.or(js, a.na, b.na), j.not(js, na));
  const causes = v.gather(js, [{ inexact: js.yes, doubt }, v.part(js, a), v.part(js, b)]);
  if (a.kind === 'bool' && b.kind === 'bool') return joinTruths(js, a, b, odd, na, causes);
  if (a.kind === 'word' && b.kind === 'word') return joinWords(js, a, b, odd, na, causes);
  if (a.kind === 'number' && b.kind === 'number') {
    const [al, ah] = v.ends(js, a);
    const [bl, bh] = v.ends(js, b);
    const low = num.choose(js, odd, num.infinity(js, -1), order.lesser(js, al, bl));
    const high = num.choose(js, odd, num.infinity(js, 1), order.greater(js, ah, bh));
    return { ...v.span(js, low, high, causes, na), ranged: v.mergeRanged(a, b) };
  }
  throw new Error(`a choice between ${a.kind} and ${b.kind}`);
}

function joinTruths(js: Js, a: BoolVal, b: BoolVal, odd: Node, na: Node, doubt: v.Doubt): BoolVal {
  const unknown = j.literal(js, v.UNKNOWN);
  const agree = j.and(js, j.not(js, odd), j.compare(js, '===', a.tri, b.tri));
  return v.threeValued(js, j.choose(js, agree, a.tri, unknown), doubt, na);
}

function joinWords(js: Js, a: WordVal, b: WordVal, odd: Node, na: Node, doubt: v.Doubt): WordVal {
  const agree = j.compare(js, '===', a.code, b.code);
  const known = j.all(js, [j.not(js, odd), a.known, b.known, agree]);
  return v.word(js, a.code, a.words, known, doubt, na);
}

/** `if condition then a else b`. */
export function ifThen(js: Js, condition: BoolVal, a: Val, b: Val): Val {
  if (condition.is) return select(js, condition.is, a, b);
  const unsure = select(js, v.undecided(js, condition), join(js, a, b, condition.doubt), b) as Val;
  return select(js, v.surely(js, condition), a, unsure);
}

/** `arg` where it is exact and applicable, else `fallback`. */
export function orElse(js: Js, arg: Val, fallback: Val): Val {
  const usable = j.and(js, j.not(js, v.inexact(js, arg)), j.not(js, arg.na));
  return select(js, usable, v.exactly(js, arg) as NumVal, fallback);
}
