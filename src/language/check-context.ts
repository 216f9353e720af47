import type { Diagnostic, Param, Severity } from './diagnostic.ts';
import type { Expr, Rational } from './expr.ts';
import { keywords } from './keywords.ts';
import type { Words } from './label.ts';
import { rational, textOf } from './rational.ts';
import type { Scope } from './scope.ts';
import type { Span } from './source.ts';
import type { Tree, TreeOf } from './tree.ts';
import { BOOL, type Dimension, type Type } from './types.ts';
import type { Period } from './units.ts';

/** A checked tree; `period` says how often a money figure is counted as written. */
export interface Checked {
  readonly expr: Expr;
  readonly period: Period | null;
}

/** What is known of the place where a tree stands. */
export interface Hint {
  /** Literals may leave out the denominators of this. */
  readonly adopt?: { readonly dimension: Dimension; readonly period: Period | null };
  /** Values of this enumeration are meant. */
  readonly enumOf?: string;
}

/** One pass over a tree. The handlers call each other only through `check`, so that their files know nothing of each other. */
export interface Context {
  readonly scope: Scope;
  /** The entity on which the tree at hand is evaluated; inside aggregates that of the part. */
  readonly entity: string | null;
  /** `/户` and `/人` name the beneficiary, and sums of money may differ by them. */
  readonly amount: boolean;
  /** The amount is one person's already, also where its figures do not say so. */
  readonly perPerson: boolean;
  readonly diagnostics: Diagnostic[];
  /** Null after an error, which has been reported. */
  check(context: Context, tree: Tree, hint?: Hint): Checked | null;
}

export function report(
  context: Context,
  code: string,
  span: Span,
  params: Readonly<Record<string, Param>> = {},
  suggestion?: string,
  severity: Severity = 'error',
): null {
  context.diagnostics.push({
    code,
    severity,
    params,
    span,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
  return null;
}

export function checked(expr: Expr, period: Period | null = null): Checked {
  return { expr, period };
}

export function numberType(dimension: Dimension): Type {
  return { kind: 'number', dimension };
}

export function dimensionOf(expr: Expr): Dimension | null {
  return expr.type.kind === 'number' ? expr.type.dimension : null;
}

export function constant(value: Rational, dimension: Dimension, span: Span): Expr {
  return { op: 'number', type: numberType(dimension), value, span };
}

/** −x; of a figure the negative figure. */
export function negated(expr: Expr, span: Span): Expr {
  if (expr.op === 'number') return { ...expr, value: textOf(rational(expr.value).neg()), span };
  return { op: 'negate', type: expr.type, arg: expr, span };
}

export function truth(value: boolean, span: Span): Expr {
  return { op: 'bool', type: BOOL, value, span };
}

/** What people call the function of a call. */
export function functionWords({ name }: TreeOf<'call'>): Words {
  const { zh, en } = keywords[name];
  return { zh: zh[0]!, en: en[0]! };
}

/** Is the tree made of figures alone, so that it may leave out denominators where they follow from the other side? */
export function isLiteral(tree: Tree): boolean {
  switch (tree.kind) {
    case 'number':
      return true;
    case 'negate':
      return isLiteral(tree.arg);
    case 'arithmetic':
      return isLiteral(tree.left) && isLiteral(tree.right);
    case 'of':
      return isLiteral(tree.owner) && isLiteral(tree.arg);
    default:
      return false;
  }
}

/** The value of an expression of constants, or null. */
export function constantOf(expr: Expr): Rational | null {
  if (expr.op === 'number') return expr.value;
  if (expr.op === 'negate') {
    const arg = constantOf(expr.arg);
    return arg === null ? null : textOf(rational(arg).neg());
  }
  if (expr.op === 'add' || expr.op === 'subtract' || expr.op === 'multiply' || expr.op === 'divide') {
    const [left, right] = [constantOf(expr.left), constantOf(expr.right)];
    if (left === null || right === null) return null;
    const [a, b] = [rational(left), rational(right)];
    if (expr.op === 'add') return textOf(a.add(b));
    if (expr.op === 'subtract') return textOf(a.sub(b));
    if (expr.op === 'multiply') return textOf(a.mul(b));
    return right === '0' ? null : textOf(a.div(b));
  }
  return null;
}
