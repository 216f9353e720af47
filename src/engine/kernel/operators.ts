/** What each operator of the language becomes in generated code. */

import Fraction from 'fraction.js';
import type { AggregateOp, Compare, CompareOp, Expr, Op } from '../../language/expr.ts';
import { type AggregateExpr, aggregates } from './aggregates.ts';
import { noteMonotone } from './by-day.ts';
import * as calendar from './calendar.ts';
import { ifThen, orElse } from './choice.ts';
import { compareWords, isWordIn, sameTruth } from './comparison.ts';
import { factOn } from './facts.ts';
import type { Node } from './graph.ts';
import * as j from './js.ts';
import * as num from './num.ts';
import * as n from './number.ts';
import * as orders from './number-order.ts';
import * as products from './number-product.ts';
import { parameterValue } from './parameter.ts';
import * as range from './range.ts';
import { refusals } from './refusals.ts';
import { refuse } from './refuse.ts';
import { arrayOf, type Context, ownerOf, type Scope } from './scope.ts';
import * as t from './truth.ts';
import { decidedCard, servedValue, usedValue } from './used.ts';
import type { BoolVal, NumVal, Val, WordVal } from './value.ts';
import * as v from './value.ts';
import { codeOf, wordsOf } from './words.ts';

export type Emit<K extends Op> = (expr: Extract<Expr, { op: K }>, scope: Scope, c: Context) => Val;
type Emitters = { readonly [K in Op]: Emit<K> };

function condition(c: Context, expr: Expr, scope: Scope): BoolVal {
  const value = c.compile(expr, scope);
  if (value.kind !== 'bool') throw new Error(`${expr.op} is no condition`);
  return value;
}

function number(c: Context, expr: Expr, scope: Scope): NumVal {
  const value = c.compile(expr, scope);
  if (value.kind !== 'number') throw new Error(`${expr.op} is no number`);
  return value;
}

const conditions = (c: Context, exprs: readonly Expr[], scope: Scope): BoolVal[] =>
  exprs.map(expr => condition(c, expr, scope));
const numbers = (c: Context, exprs: readonly Expr[], scope: Scope): NumVal[] =>
  exprs.map(expr => number(c, expr, scope));

function word(c: Context, expr: Expr, scope: Scope): WordVal {
  const value = c.compile(expr, scope);
  if (value.kind !== 'word') throw new Error(`${expr.op} is no word`);
  return value;
}

const constantWord = (expr: Expr & { value: string }, c: Context): WordVal => {
  const words = wordsOf(c.policy, expr.type);
  return v.word(c.js, j.literal(c.js, codeOf(c.texts, words, expr.value)), words);
};

function comparison(op: CompareOp) {
  return (expr: Compare, scope: Scope, c: Context): Val => {
    const { js } = c;
    const a = c.compile(expr.left, scope);
    const b = c.compile(expr.right, scope);
    if (a.kind === 'number' && b.kind === 'number') {
      if (op === 'lt' || op === 'le') return orders.atMost(js, a, b, op === 'lt');
      if (op === 'gt' || op === 'ge') return orders.atMost(js, b, a, op === 'gt');
    }
    if (op === 'eq' || op === 'ne') {
      const same =
        a.kind === 'number' && b.kind === 'number'
          ? orders.equal(js, a, b)
          : a.kind === 'word' && b.kind === 'word'
            ? compareWords(js, '===', a, b)
            : a.kind === 'bool' && b.kind === 'bool'
              ? sameTruth(js, a, b)
              : refuse(refusals.unlike(a.kind, b.kind));
      return op === 'eq' ? same : t.not(js, same);
    }
    if (a.kind !== 'word' || b.kind !== 'word' || a.words.kind !== 'date')
      return refuse(refusals.order(expr.left.type.kind));
    return compareWords(js, ({ lt: '<', le: '<=', gt: '>', ge: '>=' } as const)[op as 'lt'], a, b);
  };
}

const arithmetic =
  (apply: (js: j.Js, a: NumVal, b: NumVal) => NumVal) =>
  (expr: Expr & { left: Expr; right: Expr }, scope: Scope, c: Context): Val =>
    apply(c.js, number(c, expr.left, scope), number(c, expr.right, scope));

const aggregate =
  (op: AggregateOp) =>
  (expr: AggregateExpr, scope: Scope, c: Context): Val =>
    aggregates[op](c, expr, scope);

/** The value that a helper gives for exact operands; unknown for others. */
function helped(
  c: Context,
  args: readonly Val[],
  make: (
    known: Node,
  ) => { node: Node } & ({ range: range.Range; unit: number } | { words: WordVal['words'] }),
): Val {
  const { js } = c;
  const doubt = v.gather(
    js,
    args.map(a => v.part(js, a)),
  );
  const na = j.some(
    js,
    args.map(a => a.na),
  );
  const known = j.all(
    js,
    args.map(a => j.not(js, v.inexact(js, { ...a, na: js.no } as Val))),
  );
  const made = make(known);
  if ('words' in made) return v.word(js, made.node, made.words, known, doubt, na);
  return v.point(js, num.numberOf(made.node, new Fraction(made.unit), made.range), known, doubt, na);
}

const DAYS = { min: -719162, max: 2932896 };
const APART = range.add(DAYS, range.negate(DAYS));
const MONTHS_APART = { min: -120_000, max: 120_000 };

const helper = (c: Context, work: (...args: number[]) => number, args: readonly Node[]): Node =>
  j.call(c.js, arrayOf(c, work, 'h').text, args);

export const emitters: Emitters = {
  number: (expr, _scope, c) => v.exactNumber(c.js, new Fraction(expr.value)),
  bool: (expr, _scope, c) => v.decided(c.js, j.truth(c.js, expr.value)),
  enum: (expr, _scope, c) => constantWord(expr, c),
  date: (expr, _scope, c) => constantWord(expr, c),
  text: (expr, _scope, c) => constantWord(expr, c),

  fact: (expr, scope, c) => factOn(c, ownerOf(c, scope, expr.entity), expr.id),
  definition: (expr, scope, c) => c.definition(`${expr.entity}.${expr.id}`, ownerOf(c, scope, expr.entity)),
  parameter: parameterValue,
  benefit: (expr, scope, c) => {
    const settled = scope.world.settled.get(expr.id);
    if (!settled) return refuse(refusals.benefit(expr.id));
    const benefit = c.policy.benefits.find(b => b.id === expr.id);
    if (benefit?.entity !== scope.entity || settled.each === null) return settled.total;
    // Seen from some place between, beneficiaries are gone through anew: their claims are not at hand there.
    return settled.each.loop === scope.loop ? settled.each.figure : refuse(refusals.eachBenefit(expr.id));
  },
  card: (expr, scope, c) => {
    const { card } = scope.world;
    if (card === undefined) return refuse(refusals.card);
    if (card === 'decided') return decidedCard(c, expr.type, ownerOf(c, scope, c.policy.entity));
    const value = v.word(c.js, j.literal(c.js, Math.max(card, 0)), wordsOf(c.policy, expr.type));
    return card < 0 ? { ...value, na: c.js.yes } : value;
  },
  today: (expr, _scope, c) => constantWord({ ...expr, value: c.policy.on }, c),
  used: (expr, scope, c) => usedValue(c, expr, ownerOf(c, scope, expr.entity)),
  served: (expr, scope, c) => servedValue(c, expr, ownerOf(c, scope, expr.entity)),
  total: () => refuse(refusals.total),

  not: (expr, scope, c) => t.not(c.js, condition(c, expr.arg, scope)),
  and: (expr, scope, c) => t.and(c.js, conditions(c, expr.args, scope)),
  or: (expr, scope, c) => t.or(c.js, conditions(c, expr.args, scope)),
  atLeast: (expr, scope, c) => t.atLeast(c.js, expr.count, conditions(c, expr.args, scope)),
  known: (expr, scope, c) => v.decided(c.js, j.not(c.js, v.inexact(c.js, c.compile(expr.arg, scope)))),
  in: (expr, scope, c) => {
    const arg = c.compile(expr.arg, scope);
    const each = <T>(read: (value: string) => T): T[] => expr.values.map(read);
    if (arg.kind === 'number')
      return orders.isIn(
        c.js,
        arg,
        each(value => new Fraction(value)),
      );
    if (arg.kind === 'word')
      return isWordIn(
        c.js,
        arg,
        each(value => codeOf(c.texts, arg.words, value)),
      );
    const is = (value: string) => v.decided(c.js, j.truth(c.js, value === 'true'));
    return t.or(
      c.js,
      each(value => sameTruth(c.js, arg, is(value))),
    );
  },

  lt: comparison('lt'),
  le: comparison('le'),
  gt: comparison('gt'),
  ge: comparison('ge'),
  eq: comparison('eq'),
  ne: comparison('ne'),

  negate: (expr, scope, c) => n.negate(c.js, number(c, expr.arg, scope)),
  add: arithmetic(n.add),
  subtract: arithmetic(n.subtract),
  multiply: arithmetic(products.multiply),
  divide: arithmetic((js, a, b) => products.divide(js, a, b, v.doubtOf(js, v.OTHER))),
  min: (expr, scope, c) => n.minimum(c.js, numbers(c, expr.args, scope)),
  max: (expr, scope, c) => n.maximum(c.js, numbers(c, expr.args, scope)),
  cap: arithmetic((js, a, b) => n.minimum(js, [a, b])),
  floor: arithmetic((js, a, b) => n.maximum(js, [a, b])),
  round: (expr, scope, c) => n.round(c.js, number(c, expr.arg, scope), new Fraction(expr.step), expr.mode),

  if: (expr, scope, c) =>
    ifThen(
      c.js,
      condition(c, expr.condition, scope),
      c.compile(expr.then, scope),
      c.compile(expr.otherwise, scope),
    ),
  else: (expr, scope, c) => orElse(c.js, c.compile(expr.arg, scope), c.compile(expr.fallback, scope)),

  any: aggregate('any'),
  every: aggregate('every'),
  count: aggregate('count'),
  sum: aggregate('sum'),
  minimum: aggregate('minimum'),
  maximum: aggregate('maximum'),
  average: aggregate('average'),

  addTime: (expr, scope, c) => {
    const from = word(c, expr.left, scope);
    const by = number(c, expr.right, scope);
    return helped(c, [from, by], known => {
      const count = num.asQuotient(c.js, by.low);
      // Where it is not known, an infinite end must not get into whole-number arithmetic.
      const safe = j.choose(c.js, known, count.node, j.literal(c.js, 0));
      const work = expr.unit === 'month' ? calendar.addMonths : calendar.addDays;
      return { node: helper(c, work, [from.code, safe, count.den]), words: { kind: 'date' } };
    });
  },
  elapsed: (expr, scope, c) => {
    const from = word(c, expr.left, scope);
    const to = word(c, expr.right, scope);
    return helped(c, [from, to], () => {
      if (expr.unit === 'day') return { node: j.minus(c.js, to.code, from.code), range: APART, unit: 1 };
      const work = expr.unit === 'month' ? calendar.monthsBetween : calendar.yearsBetween;
      const node = helper(c, work, [from.code, to.code]);
      noteMonotone(c.js, node, from.code, to.code, work);
      return { node, range: MONTHS_APART, unit: expr.unit === 'month' ? 1 : 12 };
    });
  },
  yearOf: (expr, scope, c) => {
    const arg = word(c, expr.arg, scope);
    return helped(c, [arg], () => ({
      node: helper(c, calendar.yearOf, [arg.code]),
      range: { min: -10_000, max: 20_000 },
      unit: 1,
    }));
  },
};
