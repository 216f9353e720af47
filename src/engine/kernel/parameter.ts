/** Parameters: constants, ranges, open ones, and tables over facts. */

import Fraction from 'fraction.js';
import type { Expr } from '../../language/expr.ts';
import type { Parameter, ParameterValue } from '../../policy/policy.ts';
import { ifThen, join } from './choice.ts';
import { compareWords, sameTruth } from './comparison.ts';
import { unknown } from './facts.ts';
import type { Node } from './graph.ts';
import * as j from './js.ts';
import * as num from './num.ts';
import * as order from './num-order.ts';
import { applying } from './number-order.ts';
import { refusals } from './refusals.ts';
import { refuse } from './refuse.ts';
import type { Context, Scope } from './scope.ts';
import * as t from './truth.ts';
import type { BoolVal, Val } from './value.ts';
import * as v from './value.ts';
import { codeOf, wordsOf } from './words.ts';

type ParameterExpr = Extract<Expr, { op: 'parameter' }>;

export function parameterValue(expr: ParameterExpr, scope: Scope, c: Context): Val {
  const parameter = c.policy.parameters[expr.id];
  if (!parameter) throw new Error(`no parameter ${expr.id}`);
  const value = expr.lastYear ? parameter.lastYear : parameter.value;
  const year = expr.lastYear ? 'last year' : '';
  if (value.kind !== 'cells') return single(c, parameter, value, v.rangedName(parameter.id, year));
  return table(c, parameter, value, year, expr.keys, scope);
}

function single(c: Context, parameter: Parameter, value: ParameterValue, name: string): Val {
  const { js } = c;
  const { type } = parameter;
  switch (value.kind) {
    case 'set':
      if (typeof value.value === 'boolean') return v.decided(js, j.truth(js, value.value));
      if (type.kind === 'number') return v.exactNumber(js, new Fraction(value.value));
      return v.word(
        js,
        j.literal(js, codeOf(c.texts, wordsOf(c.policy, type), value.value)),
        wordsOf(c.policy, type),
      );
    case 'range': {
      const [low, high] = [new Fraction(value.low), new Fraction(value.high)];
      if (low.equals(high)) return v.exactNumber(js, low);
      const spanned = v.span(js, num.constant(js, low), num.constant(js, high), v.doubtOf(js, v.RANGED));
      return { ...spanned, ranged: new Map([[name, 1]]) };
    }
    case 'open':
      return unknown(c, parameter, v.doubtOf(js, v.OPEN));
    case 'cells':
      return refuse(refusals.cells);
  }
}

/** How one key of a table can come out: as one of the values written in the cells, or as none of them. */
interface Key {
  readonly expr: Expr;
  readonly value: Val;
  readonly written: readonly string[];
  /** How many values an unknown key may take. */
  readonly candidates: number;
}

function table(
  c: Context,
  parameter: Parameter,
  value: ParameterValue & { kind: 'cells' },
  year: string,
  exprs: readonly Expr[],
  scope: Scope,
): Val {
  const cells = Object.entries(value.cells).map(([at, cell]) => ({
    at: at.split('|'),
    value: single(c, parameter, cell, v.rangedName(parameter.id, year, at)),
  }));
  const otherwise = single(c, parameter, value.otherwise, v.rangedName(parameter.id, year, 'otherwise'));
  const keys = exprs.map((expr, i): Key => {
    const written = [...new Set(cells.map(cell => cell.at[i]!))];
    return { expr, value: c.compile(expr, scope), written, candidates: candidates(c, expr, written.length) };
  });
  return cellOf(c, keys, cells, otherwise);
}

interface Cell {
  readonly at: readonly string[];
  readonly value: Val;
}

function candidates(c: Context, key: Expr, written: number): number {
  if (key.type.kind === 'bool') return 2;
  const values = key.type.kind === 'enum' ? c.policy.vocabulary.facts[key.type.of]?.values : undefined;
  return values === undefined ? written + 1 : values.length;
}

/** A key's value is one written, or another one. */
function keyIs(c: Context, { value, expr }: Key, written: string): BoolVal {
  const { js } = c;
  if (value.kind === 'bool') return sameTruth(js, value, v.decided(js, j.truth(js, written === 'true')));
  if (value.kind === 'number') {
    const is = order.compare(js, '===', value.low, num.constant(js, new Fraction(written)));
    return applying(js, t.whereKnown(js, j.not(js, v.inexact(js, value)), is, value.doubt), value.na);
  }
  const words = wordsOf(c.policy, expr.type);
  const code = codeOf(c.texts, words, written);
  if (code < 0 && words.kind === 'enum') return v.decided(js, js.no);
  return compareWords(js, '===', value, v.word(js, j.literal(js, code), words));
}

/**
 * The cell that the keys select. Where all keys are known or inapplicable, one after the other; where some are unknown,
 * the join of all cells that the known ones leave.
 */
function cellOf(c: Context, keys: readonly Key[], cells: readonly Cell[], otherwise: Val): Val {
  const { js } = c;
  const na = j.some(
    js,
    keys.map(key => key.value.na),
  );
  const matches = cells.map(cell =>
    t.and(
      js,
      keys.map((key, i) => keyIs(c, key, cell.at[i]!)),
    ),
  );
  const exact = cells.reduceRight<Val>(
    (rest, cell, k) => ifThen(js, v.decided(js, v.surely(js, matches[k]!)), cell.value, rest),
    otherwise,
  );
  const unsure = j.some(
    js,
    keys.map(key => v.inexact(js, key.value)),
  );
  if (unsure === js.no) return exact;
  const doubt = v.gather(
    js,
    keys.map(key => v.part(js, key.value)),
  );
  const open = joinOfMet(c, keys, cells, matches, otherwise, doubt);
  return ifThen(js, v.decided(js, j.and(js, unsure, j.not(js, na))), open, exact);
}

/** The join of the cells that are possible; `otherwise` among them where they do not cover all values of the keys. */
function joinOfMet(
  c: Context,
  keys: readonly Key[],
  cells: readonly Cell[],
  matches: readonly BoolVal[],
  otherwise: Val,
  doubt: v.Doubt,
): Val {
  const { js } = c;
  const one = j.literal(js, 1);
  const combinations = keys
    .map(key => j.choose(js, v.inexact(js, key.value), j.literal(js, key.candidates), one))
    .reduce((a, b) => j.times(js, a, b));
  const met = matches
    .map(match => j.choose(js, v.maybe(js, match), one, j.literal(js, 0)))
    .reduce((a, b) => j.plus(js, a, b), j.literal(js, 0));
  const covered = j.compare(js, '>=', met, combinations);
  // Begins with `otherwise` where that is possible, else with the first cell met.
  const first = cells.reduceRight<Val>(
    (rest, cell, k) => ifThen(js, v.decided(js, v.maybe(js, matches[k]!)), cell.value, rest),
    otherwise,
  );
  const start = ifThen(js, v.decided(js, covered), first, otherwise);
  let earlier: Node = js.no;
  return cells.reduce((sofar, cell, k) => {
    const maybe = v.maybe(js, matches[k]!);
    const joins = j.and(js, maybe, j.or(js, j.not(js, covered), earlier));
    earlier = j.or(js, earlier, maybe);
    return ifThen(js, v.decided(js, joins), join(js, sofar, cell.value, doubt), sofar);
  }, start);
}
