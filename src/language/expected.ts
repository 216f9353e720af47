import { withoutBeneficiary } from './check-arithmetic.ts';
import {
  type Checked,
  type Context,
  constant,
  constantOf,
  dimensionOf,
  isLiteral,
  numberType,
  report,
} from './check-context.ts';
import { sameType } from './check-names.ts';
import type { Expr } from './expr.ts';
import type { Tree } from './tree.ts';
import { typeWords, unitWords } from './type-words.ts';
import type { Type } from './types.ts';
import { isRatio, type Period, sameDimension } from './units.ts';

/** Money for one beneficiary and payment period. */
export interface AmountExpected {
  readonly kind: 'amount';
  /** How often it is paid; figures that say `/月` or `/年` are brought to it. */
  readonly period: 'once' | 'month' | 'year';
  /** The rule has said that all of it is per person. */
  readonly perPerson?: boolean;
}

/** What a place asks for: a type, any number, or an amount of money. */
export type Expected = Type | 'number' | 'amount' | AmountExpected;

export interface Fitting {
  readonly expr: Expr;
  readonly period: Period | null;
  readonly beneficiary: 'person' | 'household' | null;
}

/** What was found, brought to what the place asks for; null after reporting that it does not fit. */
export function conform(context: Context, found: Checked, tree: Tree, expected?: Expected): Fitting | null {
  const plain: Fitting = { ...found, beneficiary: null };
  if (expected === undefined) return plain;
  const { type } = found.expr;
  const { units } = context.scope;
  if (expected === 'number') {
    if (type.kind === 'number') return plain;
    return report(context, 'number-needed', tree.span, { found: typeWords(type, units) });
  }
  if (expected === 'amount' || expected.kind === 'amount')
    return amountOf(context, found, tree, expected === 'amount' ? null : expected.period);
  if (sameType(type, expected)) return plain;
  if (expected.kind === 'number' && type.kind === 'number') {
    if (isLiteral(tree) && isRatio(type.dimension) && sameDimension(expected.dimension, { point: 1 })) {
      const points = constant(constantOf(found.expr)!, expected.dimension, tree.span);
      return { expr: points, period: null, beneficiary: null };
    }
    const params = { left: unitWords(expected.dimension, units), right: unitWords(type.dimension, units) };
    return report(context, 'expected-unit', tree.span, params);
  }
  if (expected.kind === 'bool')
    return report(context, 'condition-needed', tree.span, { found: typeWords(type, units) });
  return report(context, 'expected-type', tree.span, {
    expected: typeWords(expected, units),
    found: typeWords(type, units),
  });
}

function amountOf(
  context: Context,
  { expr, period }: Checked,
  tree: Tree,
  paid: AmountExpected['period'] | null,
): Fitting | null {
  const { units } = context.scope;
  const dimension = dimensionOf(expr);
  if (!dimension) return report(context, 'amount-needed', tree.span, { found: typeWords(expr.type, units) });
  const beneficiary =
    dimension['person'] === -1 ? 'person' : dimension['household'] === -1 ? 'household' : null;
  const rest = withoutBeneficiary(dimension);
  const bare: Expr = { ...expr, type: numberType(rest) } as Expr;
  const money = beneficiary === null ? expr : bare;
  if (sameDimension(rest, { money: 1 })) return { expr: money, period, beneficiary };
  if (!sameDimension(rest, { money: 1, month: -1 }))
    return report(context, 'amount-needed', tree.span, { found: typeWords(expr.type, units) });
  if (paid === 'once' || paid === null)
    return report(context, 'amount-has-period', tree.span, { found: unitWords(dimension, units) });
  const months = constant(paid === 'year' ? '12' : '1', { month: 1 }, expr.span);
  const total: Expr = {
    op: 'multiply',
    type: numberType({ money: 1 }),
    left: money,
    right: months,
    span: expr.span,
  };
  return { expr: total, period, beneficiary };
}
