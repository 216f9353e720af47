/** Comparisons of exact numbers in generated code; what their bounds decide already is not written out. */
import type Fraction from 'fraction.js';
import { compareByDay } from './by-day.ts';
import type { Node } from './graph.ts';
import type { Js } from './js.ts';
import * as j from './js.ts';
import { choose, constantOf, inOneUnit, isInfinite, isNegative, type Num, together } from './num.ts';
import * as range from './range.ts';

export type Comparison = '<' | '<=' | '>' | '>=' | '===';
const TURNED: Record<Comparison, Comparison> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '===': '===' };

/** Whether `a` stands to `b` as the sign says; an infinite end never equals another. */
export function compare(js: Js, sign: Comparison, a: Num, b: Num): Node {
  if (isInfinite(a) || isInfinite(b)) {
    const rising = isInfinite(a) ? isNegative(a) : !isNegative(b);
    return j.truth(js, sign !== '===' && (sign === '<' || sign === '<=') === rising);
  }
  if (constantOf(a) !== null && constantOf(b) === null) return compare(js, TURNED[sign], b, a);
  const limit = constantOf(b);
  if (limit !== null && a.den === null) return withLimit(js, sign, a, limit.div(a.unit));
  const [x, y] = together(js, a, b);
  const known = decided(sign, x, y);
  return known === null ? j.compare(js, sign, x.node, y.node) : j.truth(js, known);
}

/** Against a number of the figure's own units: whole figures compare with the whole number nearest the limit. */
function withLimit(js: Js, sign: Comparison, a: Num, limit: Fraction): Node {
  const up = sign === '<' || sign === '>=';
  if (sign === '===' && limit.d !== 1n) return js.no;
  const bound = clamp(Number((up ? limit.ceil() : limit.floor()).toFraction()));
  const known = decided(sign, a, { range: range.exactly(bound), below: false, above: false });
  const byDay = known === null && Number.isSafeInteger(bound) ? compareByDay(js, sign, a.node, bound) : null;
  if (byDay !== null) return byDay;
  return known === null ? j.compare(js, sign, a.node, j.literal(js, bound)) : j.truth(js, known);
}

/** Beyond 2^53 no figure goes, so that any such limit does. */
const clamp = (value: number): number => Math.max(-(2 ** 53), Math.min(2 ** 53, value));

/** What the bounds alone say. */
type Bounds = Pick<Num, 'range' | 'below' | 'above'>;

function decided(sign: Comparison, a: Bounds, b: Bounds): boolean | null {
  switch (sign) {
    case '<':
      if (a.range.max < b.range.min && !a.above && !b.below) return true;
      return a.range.min >= b.range.max && !a.below && !b.above ? false : null;
    case '<=':
      if (a.range.max <= b.range.min && !a.above && !b.below) return true;
      return a.range.min > b.range.max && !a.below && !b.above ? false : null;
    case '>':
      return decided('<', b, a);
    case '>=':
      return decided('<=', b, a);
    case '===': {
      if (decided('<', a, b) || decided('<', b, a)) return false;
      const fixed = ({ range: { min, max }, below, above }: Bounds) => min === max && !below && !above;
      return fixed(a) && fixed(b) ? true : null;
    }
  }
}

function extreme(js: Js, name: 'lesser' | 'greater', a: Num, b: Num): Num {
  if (isInfinite(a) && isInfinite(b)) return isNegative(a) === (name === 'lesser') ? a : b;
  const sign = name === 'lesser' ? '<=' : '>=';
  const first = compare(js, sign, a, b);
  if (first === js.yes || first === js.no) return first === js.yes ? a : b;
  const [x, y] = inOneUnit(js, a, b);
  if (x.den !== y.den) return choose(js, first, a, b);
  const bounds = name === 'lesser' ? lesserBounds(x, y) : mirrored(lesserBounds(mirrored(x), mirrored(y)));
  const best = name === 'lesser' ? j.lesser : j.greater;
  return { ...x, ...bounds, node: best(js, x.node, y.node) };
}

const mirrored = ({ range: r, below, above }: Bounds): Bounds => ({
  range: range.negate(r),
  below: above,
  above: below,
});

/** The lesser of a finite figure and ∞ is finite. */
function lesserBounds(a: Bounds, b: Bounds): Bounds {
  const tops = [...(b.above ? [a.range.max] : []), ...(a.above ? [b.range.max] : [])];
  const max = Math.max(Math.min(a.range.max, b.range.max), ...tops);
  return {
    range: { min: Math.min(a.range.min, b.range.min), max },
    below: a.below || b.below,
    above: a.above && b.above,
  };
}

export const lesser = (js: Js, a: Num, b: Num): Num => extreme(js, 'lesser', a, b);
export const greater = (js: Js, a: Num, b: Num): Num => extreme(js, 'greater', a, b);
