/** Words and truth values compared. */
import type { Node } from './graph.ts';
import type { Js } from './js.ts';
import * as j from './js.ts';
import type { Comparison } from './num-order.ts';
import { applying } from './number-order.ts';
import * as t from './truth.ts';
import type { BoolVal, WordVal } from './value.ts';
import * as v from './value.ts';

export function compareWords(js: Js, sign: Comparison, a: WordVal, b: WordVal): BoolVal {
  const doubt = v.gather(js, [v.part(js, a), v.part(js, b)]);
  const known = j.and(js, a.known, b.known);
  const value = t.whereKnown(js, known, j.compare(js, sign, a.code, b.code), doubt);
  return applying(js, value, j.or(js, a.na, b.na));
}

/** Sets of enumerations up to here are looked up in the bits of one number. */
const BITS = 31;

export function isWordIn(js: Js, a: WordVal, codes: readonly number[]): BoolVal {
  const found = codes.filter(code => code >= 0 || a.words.kind === 'date');
  const bitwise = a.words.kind === 'enum' && a.words.values.length <= BITS && found.length > 1;
  const is = bitwise
    ? inBits(js, a.code, found)
    : j.some(
        js,
        found.map(code => j.compare(js, '===', a.code, j.literal(js, code))),
      );
  return applying(js, t.whereKnown(js, a.known, is, v.gather(js, [v.part(js, a)])), a.na);
}

function inBits(js: Js, code: Node, codes: readonly number[]): Node {
  const set = codes.reduce((bits, k) => bits | (1 << k), 0);
  if (j.isNumber(code)) return j.truth(js, ((set >> j.figure(code)) & 1) === 1);
  return j.bit(js, '&', j.binary(js, '>>', j.literal(js, set), code), j.literal(js, 1, 'bit'));
}

/** Both true or both false. */
export function sameTruth(js: Js, a: BoolVal, b: BoolVal): BoolVal {
  const na = j.or(js, a.na, b.na);
  if (a.is && b.is) return applying(js, v.decided(js, equalTruths(js, a.is, b.is)), na);
  const known = j.not(js, j.or(js, v.undecided(js, a), v.undecided(js, b)));
  const doubt = v.gather(js, [v.part(js, a), v.part(js, b)]);
  return applying(js, t.whereKnown(js, known, j.compare(js, '===', a.tri, b.tri), doubt), na);
}

function equalTruths(js: Js, a: Node, b: Node): Node {
  if (a === js.yes) return b;
  if (b === js.yes) return a;
  if (a === js.no) return j.not(js, b);
  if (b === js.no) return j.not(js, a);
  return j.compare(js, '===', j.asBool(js, a), j.asBool(js, b));
}
