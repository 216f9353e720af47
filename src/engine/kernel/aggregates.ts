/** Aggregates over parts: accumulators in one pass over the parts. */

import Fraction from 'fraction.js';
import type { AggregateOp, Expr } from '../../language/expr.ts';
import { namelessRows } from '../../population/names.ts';
import type { GivenTruth } from './given.ts';
import { accumulate, type Node } from './graph.ts';
import type { Js } from './js.ts';
import * as j from './js.ts';
import type { Num } from './num.ts';
import * as num from './num.ts';
import * as sums from './num-arithmetic.ts';
import * as order from './num-order.ts';
import { refusals } from './refusals.ts';
import { refuse } from './refuse.ts';
import { type Context, partsOf, type Scope } from './scope.ts';
import { anyOf, type Over, sumOf, total } from './totals.ts';
import * as t from './truth.ts';
import { once, truthAt } from './used.ts';
import type { BoolVal, Doubt, NumVal, Val } from './value.ts';
import * as v from './value.ts';

export type AggregateExpr = Extract<Expr, { op: AggregateOp }>;
type Make = (c: Context, expr: AggregateExpr, scope: Scope) => Val;

/** The parts with what is asked of each: meant or not, and the body there. */
interface Parts extends Over {
  readonly where: BoolVal;
  readonly body: Val | null;
}

/** Areas without a name are no parts of those around them; null: there are none such. */
function namedOnly(c: Context, { entity, row, table }: Scope): BoolVal | null {
  const nameless = namelessRows(c.policy.vocabulary, c.population, entity);
  if (nameless.length === 0 || row === null || table === null) return null;
  const named = once(c, `named ${entity}`, () => {
    const tri = new Uint8Array(table.rows).fill(v.TRUE);
    for (const each of nameless) tri[each] = v.FALSE;
    return { tri, decided: true };
  });
  return truthAt(c, named as GivenTruth, row);
}

function over(unknown: (js: Js, doubt: Doubt) => Val, apply: (js: Js, parts: Parts) => Val): Make {
  return (c, expr, scope) => {
    const { js } = c;
    const parts = partsOf(c, scope, expr.over);
    if (parts === null) return unknown(js, v.doubtOf(js, v.OTHER));
    const asked = expr.where === null ? v.decided(js, js.yes) : c.compile(expr.where, parts.scope);
    if (asked.kind !== 'bool') throw new Error('a condition on parts that is none');
    const named = namedOnly(c, parts.scope);
    const where = named === null ? asked : t.and(js, [named, asked]);
    const body = expr.body === null ? null : c.compile(expr.body, parts.scope);
    // An inapplicable body is skipped, as if the part were not meant.
    const meant = body === null ? where : t.and(js, [where, v.decided(js, j.not(js, body.na))]);
    const { loop, least, most } = parts;
    return apply(js, { loop, least, most, where: meant, body });
  };
}

/** Bits of the causes of all parts for which `inexact` holds. */
function doubtOver(js: Js, parts: Parts, items: Parameters<typeof v.gather>[1]): Doubt {
  const each = v.gather(js, items);
  if (j.isLiteral(each.bits)) return each;
  const real = items.filter(item => item.doubt.kinds !== 0);
  const some = j.some(
    js,
    real.map(item => item.inexact),
  );
  const bits = j.choose(js, some, each.bits, j.literal(js, 0));
  return { kinds: each.kinds, bits: total(js, parts, '|', j.literal(js, 0), bits) };
}

/** any: where ∧ body of some part; every: ¬where ∨ body of all. */
function quantifier(any: boolean): Make {
  return over(
    (js, doubt) => v.threeValued(js, j.literal(js, v.UNKNOWN), doubt),
    (js, parts) => {
      const { where } = parts;
      const body = parts.body as BoolVal;
      const each = any ? t.and(js, [where, body]) : t.or(js, [t.not(js, where), body]);
      const initial = any ? v.FALSE : v.TRUE;
      const sign = any ? '|' : '&';
      if (each.is) {
        const bit = t.asBit(js, each.is);
        const all = total(js, parts, sign, j.literal(js, any ? 0 : 1, 'bit'), bit);
        return v.decided(js, j.isLiteral(all) ? j.asBool(js, all) : all);
      }
      const tri = total(js, parts, sign, j.literal(js, initial), each.tri);
      const doubt = doubtOver(js, parts, [{ inexact: v.undecided(js, each), doubt: each.doubt }]);
      return v.threeValued(js, tri, doubt);
    },
  );
}

const whole = (node: Node, min: number, max: number): Num =>
  num.numberOf(node, new Fraction(1), { min, max });

/** The number of all parts. */
const all = (js: Js, { loop, least, most }: Parts): Num =>
  whole(j.minus(js, loop.end, loop.start), least, most);

const count = over(
  (js, doubt) => v.span(js, num.constant(js, new Fraction(0)), num.infinity(js, 1), doubt),
  (js, parts) => {
    const { where, most } = parts;
    const zero = j.literal(js, 0);
    const number = (is: Node) => whole(total(js, parts, '+', zero, t.asBit(js, is)), 0, most);
    if (where.is === js.yes) return v.point(js, all(js, parts));
    if (where.is) return v.point(js, number(where.is));
    const doubt = doubtOver(js, parts, [{ inexact: v.undecided(js, where), doubt: where.doubt }]);
    return v.span(js, number(v.surely(js, where)), number(v.maybe(js, where)), doubt);
  },
);

const nothing = (js: Js): Num => num.constant(js, new Fraction(0));

/** What a part adds: its body where meant, the hull of 0 and that where perhaps meant. */
function addends(js: Js, where: BoolVal, body: NumVal): readonly [Num, Num] {
  const [low, high] = v.ends(js, body);
  const zero = nothing(js);
  if (where.is) return [num.choose(js, where.is, low, zero), num.choose(js, where.is, high, zero)];
  const sure = v.surely(js, where);
  const maybe = v.maybe(js, where);
  const hull = [order.lesser(js, zero, low), order.greater(js, zero, high)] as const;
  return [
    num.choose(js, sure, low, num.choose(js, maybe, hull[0], zero)),
    num.choose(js, sure, high, num.choose(js, maybe, hull[1], zero)),
  ];
}

const sum = over(v.unknownNumber, (js, parts) => {
  const { where } = parts;
  const body = parts.body as NumVal;
  for (const [id, sign] of body.ranged) if (sign === 0) refuse(refusals.rangedSum(v.parameterOf(id)));
  if (where.is && v.isPoint(body)) {
    const each = num.choose(js, where.is, body.low, nothing(js));
    const lost = j.and(js, where.is, j.not(js, body.known));
    const doubt = doubtOver(js, parts, [{ inexact: lost, doubt: body.doubt }]);
    return v.point(js, sumOf(js, parts, each), noneOf(js, parts, lost), doubt);
  }
  const [low, high] = addends(js, where, body);
  const open = j.not(js, order.compare(js, '===', low, high));
  const doubt = doubtOver(js, parts, [
    { inexact: j.and(js, open, v.undecided(js, where)), doubt: where.doubt },
    { inexact: j.and(js, open, v.part(js, body).inexact), doubt: body.doubt },
  ]);
  return { ...v.span(js, sumOf(js, parts, low), sumOf(js, parts, high), doubt), ranged: body.ranged };
});

/** True where `is` holds for none of the parts. */
function noneOf(js: Js, parts: Parts, is: Node): Node {
  if (is === js.no) return js.yes;
  return j.not(js, anyOf(js, parts, is));
}

/** The least (`lesser`) or greatest of the figures of the parts for which `counts` holds; ±∞ where there is none. */
function bestOf(js: Js, parts: Parts, each: Num, counts: Node, name: 'lesser' | 'greater'): Num {
  const outer = num.infinity(js, name === 'lesser' ? 1 : -1);
  if (counts === js.no) return outer;
  const offered = num.choose(js, counts, each, outer);
  const key = `${name} ${offered.node.id} ${offered.den?.id ?? ''}`;
  const initials = [outer.node, ...(offered.den ? [j.literal(js, 1)] : [])];
  const asNum = ([node, den]: readonly Node[]): Num => ({
    ...offered,
    node: node!,
    den: den ?? null,
    below: offered.below || name === 'greater',
    above: offered.above || name === 'lesser',
  });
  const nodes = accumulate(js.graph, parts.loop, key, initials, running => {
    const best = (name === 'lesser' ? order.lesser : order.greater)(js, asNum(running), offered);
    return offered.den ? [best.node, best.den!] : [best.node];
  });
  return asNum(nodes);
}

const NONE = v.OTHER;

function extreme(name: 'lesser' | 'greater'): Make {
  return over(v.unknownNumber, (js, parts) => {
    const { where } = parts;
    const body = parts.body as NumVal;
    const some = anyOf(js, parts, v.maybe(js, where));
    const none = { inexact: j.not(js, some), doubt: v.doubtOf(js, NONE) };
    if (where.is && v.isPoint(body) && body.known === js.yes) {
      const best = bestOf(js, parts, body.low, where.is, name);
      const finite = {
        ...num.choose(js, some, best, nothing(js)),
        below: body.low.below,
        above: body.low.above,
      };
      return v.point(js, finite, some, v.gather(js, [none]));
    }
    const [low, high] = v.ends(js, body);
    const [outerEnd, innerEnd] = name === 'lesser' ? [low, high] : [high, low];
    const outer = bestOf(js, parts, outerEnd, v.maybe(js, where), name);
    const sure = v.surely(js, where);
    // An open inner end bounds nothing: it must not count as a figure.
    const inner = bestOf(js, parts, innerEnd, sure, name);
    const each = doubtOver(js, parts, [
      { inexact: v.undecided(js, where), doubt: where.doubt },
      { inexact: j.and(js, v.maybe(js, where), v.part(js, body).inexact), doubt: body.doubt },
    ]);
    const doubt = v.gather(js, [none, { inexact: some, doubt: each }]);
    const [below, above] = [num.infinity(js, -1), num.infinity(js, 1)];
    const ends =
      name === 'lesser'
        ? [num.choose(js, some, outer, below), inner]
        : [inner, num.choose(js, some, outer, above)];
    return v.span(js, ends[0]!, ends[1]!, doubt);
  });
}

const average = over(v.unknownNumber, (js, parts) => {
  const { where, most } = parts;
  const body = parts.body as NumVal;
  const zero = j.literal(js, 0);
  const sure = v.surely(js, where);
  const maybe = v.maybe(js, where);
  const inexact = v.part(js, body).inexact;
  const broken = j.or(js, v.undecided(js, where), j.and(js, maybe, inexact));
  const counted =
    where.is === js.yes ? all(js, parts) : whole(total(js, parts, '+', zero, t.asBit(js, sure)), 0, most);
  const some = anyOf(js, parts, maybe);
  const each = num.choose(js, j.and(js, sure, j.not(js, inexact)), finite(body.low), nothing(js));
  const mean = sums.divide(js, sumOf(js, parts, each), counted);
  const doubt = v.gather(js, [
    { inexact: j.not(js, some), doubt: v.doubtOf(js, NONE) },
    {
      inexact: some,
      doubt: doubtOver(js, parts, [
        { inexact: v.undecided(js, where), doubt: where.doubt },
        { inexact: j.and(js, maybe, inexact), doubt: body.doubt },
      ]),
    },
  ]);
  return v.point(js, mean, j.and(js, some, noneOf(js, parts, broken)), doubt);
});

/** A figure only used where it is exact. */
const finite = (a: Num): Num => ({ ...a, below: false, above: false });

export const aggregates: Readonly<Record<AggregateOp, Make>> = {
  any: quantifier(true),
  every: quantifier(false),
  count,
  sum,
  minimum: extreme('lesser'),
  maximum: extreme('greater'),
  average,
};
