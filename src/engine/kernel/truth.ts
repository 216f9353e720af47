/** Three-valued logic in generated code. An inapplicable truth value is false already. */
import type { Node } from './graph.ts';
import type { Js } from './js.ts';
import * as j from './js.ts';
import type { BoolVal, Doubt } from './value.ts';
import * as v from './value.ts';

const doubtOfAll = (js: Js, vals: readonly BoolVal[]): Doubt =>
  v.gather(
    js,
    vals.map(a => v.part(js, a)),
  );

const knownOnes = (vals: readonly BoolVal[]): Node[] => vals.flatMap(a => a.is ?? []);
const openOnes = (vals: readonly BoolVal[]): BoolVal[] => vals.filter(a => a.is === null);

export function and(js: Js, vals: readonly BoolVal[]): BoolVal {
  const known = j.all(js, knownOnes(vals));
  const open = openOnes(vals);
  if (open.length === 0 || known === js.no) return v.decided(js, known);
  const tri = open.map(a => a.tri).reduce((a, b) => triAnd(js, a, b));
  return v.threeValued(js, j.choose(js, known, tri, j.literal(js, v.FALSE)), doubtOfAll(js, open));
}

export function or(js: Js, vals: readonly BoolVal[]): BoolVal {
  const known = j.some(js, knownOnes(vals));
  const open = openOnes(vals);
  if (open.length === 0 || known === js.yes) return v.decided(js, known);
  const tri = open.map(a => a.tri).reduce((a, b) => triOr(js, a, b));
  return v.threeValued(js, j.choose(js, known, j.literal(js, v.TRUE), tri), doubtOfAll(js, open));
}

/** `&` or `|` of three-valued forms; `neutral` changes nothing, `final` decides. */
function combined(js: Js, text: '&' | '|', a: Node, b: Node, neutral: number, final: number): Node {
  if (a === b) return a;
  for (const [x, y] of [
    [a, b],
    [b, a],
  ] as const) {
    if (!j.isNumber(x)) continue;
    if (j.figure(x) === neutral) return y;
    if (j.figure(x) === final) return x;
  }
  return j.binary(js, text, a, b);
}

const triAnd = (js: Js, a: Node, b: Node): Node => combined(js, '&', a, b, v.TRUE, v.FALSE);
const triOr = (js: Js, a: Node, b: Node): Node => combined(js, '|', a, b, v.FALSE, v.TRUE);

function triNot(js: Js, tri: Node): Node {
  if (j.isNumber(tri)) return j.literal(js, [v.TRUE, v.UNKNOWN, v.UNKNOWN, v.FALSE][j.figure(tri)]!);
  if (tri.kind === 'choose') {
    const [test, a, b] = tri.args;
    return j.choose(js, test!, triNot(js, a!), triNot(js, b!));
  }
  // The answers for 0, 1 and 3 stand in the bits of 7, two for each: 3, 1, (none), 0.
  const shift = j.binary(js, '<<', tri, j.literal(js, 1));
  return j.binary(js, '&', j.binary(js, '>>', j.literal(js, 7), shift), j.literal(js, 3));
}

export function not(js: Js, a: BoolVal): BoolVal {
  return a.is ? v.decided(js, j.not(js, a.is)) : v.threeValued(js, triNot(js, a.tri), a.doubt);
}

export function atLeast(js: Js, count: number, vals: readonly BoolVal[]): BoolVal {
  const sum = (nodes: readonly Node[]) => nodes.reduce((a, b) => j.plus(js, a, b), j.literal(js, 0));
  const enough = (of: (js: Js, a: BoolVal) => Node) =>
    j.compare(js, '>=', sum(vals.map(a => asBit(js, of(js, a)))), j.literal(js, count));
  const sure = enough(v.surely);
  const open = openOnes(vals);
  if (open.length === 0) return v.decided(js, sure);
  return fromEnds(js, sure, enough(v.maybe), doubtOfAll(js, open));
}

/** 1 where true, 0 where false. */
export function asBit(js: Js, is: Node): Node {
  if (is.type === 'bit') return is;
  return j.choose(js, is, j.literal(js, 1, 'bit'), j.literal(js, 0, 'bit'));
}

/** True where `sure`, false where not `possible`, else unknown. */
export function fromEnds(js: Js, sure: Node, possible: Node, doubt: Doubt, na: Node = js.no): BoolVal {
  if (sure === possible) return v.decided(js, sure, na);
  const [no, unknown, yes] = [v.FALSE, v.UNKNOWN, v.TRUE].map(k => j.literal(js, k));
  return v.threeValued(js, j.choose(js, sure, yes!, j.choose(js, possible, unknown!, no!)), doubt, na);
}

/** `is` where known, unknown elsewhere; false where inapplicable. */
export function whereKnown(js: Js, known: Node, is: Node, doubt: Doubt, na: Node = js.no): BoolVal {
  const applies = j.not(js, na);
  if (known === js.yes) return v.decided(js, j.and(js, applies, is), na);
  const tri =
    known.type === 'bit' && is.type === 'bit' && is.kind === 'load'
      ? j.binary(js, '|', v.triOf(js, is), j.not(js, known))
      : j.choose(js, known, v.triOf(js, is), j.literal(js, v.UNKNOWN));
  return v.threeValued(js, j.choose(js, applies, tri, j.literal(js, v.FALSE)), doubt, na);
}
