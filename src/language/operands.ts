import type { Expr, Op } from './expr.ts';

type Operands = { readonly [K in Op]: (expr: Extract<Expr, { op: K }>) => readonly Expr[] };

const none = () => [];
const one = (expr: { arg: Expr }) => [expr.arg];
const two = (expr: { left: Expr; right: Expr }) => [expr.left, expr.right];
const all = (expr: { args: readonly Expr[] }) => expr.args;
const parts = (expr: { where: Expr | null; body: Expr | null }) =>
  [expr.where, expr.body].filter(part => part !== null);

const operands: Operands = {
  number: none,
  bool: none,
  enum: none,
  date: none,
  text: none,
  fact: none,
  definition: none,
  parameter: expr => expr.keys,
  benefit: none,
  card: none,
  used: none,
  served: none,
  today: none,
  total: none,
  not: one,
  and: all,
  or: all,
  atLeast: all,
  known: one,
  in: one,
  lt: two,
  le: two,
  gt: two,
  ge: two,
  eq: two,
  ne: two,
  negate: one,
  add: two,
  subtract: two,
  multiply: two,
  divide: two,
  min: all,
  max: all,
  cap: two,
  floor: two,
  round: one,
  if: expr => [expr.condition, expr.then, expr.otherwise],
  else: expr => [expr.arg, expr.fallback],
  any: parts,
  every: parts,
  count: parts,
  sum: parts,
  minimum: parts,
  maximum: parts,
  average: parts,
  addTime: two,
  elapsed: two,
  yearOf: one,
};

/** The expressions that an expression is directly made of. */
export function operandsOf(expr: Expr): readonly Expr[] {
  return (operands[expr.op] as (expr: Expr) => readonly Expr[])(expr);
}

/** Visits an expression and everything in it; deep ones do not overflow the stack. */
export function visit(expr: Expr, see: (expr: Expr) => void): void {
  const waiting = [expr];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    see(next);
    waiting.push(...operandsOf(next));
  }
}
