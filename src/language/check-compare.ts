import {
  type Checked,
  type Context,
  checked,
  constantOf,
  dimensionOf,
  type Hint,
  isLiteral,
  report,
} from './check-context.ts';
import { namesValueOnly, sameType, wrongValue } from './check-names.ts';
import type { CompareOp, Expr } from './expr.ts';
import { decimalOf, rational, textOf } from './rational.ts';
import type { Span } from './source.ts';
import { type Tree, type TreeOf, walk } from './tree.ts';
import { typeWords, unitWords } from './type-words.ts';
import { BOOL, DATE, type Dimension } from './types.ts';
import { isRatio, sameDimension } from './units.ts';

/** What the other side of a comparison may take over from this one. */
export function hintOf({ expr, period }: Checked): Hint {
  if (expr.type.kind === 'enum') return { enumOf: expr.type.of };
  return expr.type.kind === 'number' ? { adopt: { dimension: expr.type.dimension, period } } : {};
}

/** Both sides, the one that says more first; a literal takes over what it leaves out, a value its enumeration. */
export function checkPair(context: Context, left: Tree, right: Tree): [Checked, Checked] | null {
  const turned =
    (isLiteral(left) && !isLiteral(right)) ||
    (namesValueOnly(context, left) && !namesValueOnly(context, right));
  const [first, second] = turned ? [right, left] : [left, right];
  const one = context.check(context, first);
  const hint = one ? hintFor(one, second) : {};
  const two = checkSide(context, second, hint, one);
  if (!one || !two) return null;
  return turned ? [two, one] : [one, two];
}

/** Sums with a fact in them may not leave out denominators, figures alone may. */
function hintFor(one: Checked, tree: Tree): Hint {
  const hint = hintOf(one);
  return hint.adopt && !mayLeaveOut(tree) ? {} : hint;
}

export function mayLeaveOut(tree: Tree): boolean {
  if (tree.kind === 'if') return mayLeaveOut(tree.then) || mayLeaveOut(tree.otherwise);
  if (tree.kind === 'call' && (tree.name === 'min' || tree.name === 'max'))
    return tree.args.some(mayLeaveOut);
  return isLiteral(tree) || tree.kind === 'bands' || tree.kind === 'table';
}

/** One side; digits may name a value (残疾等级 = 1), and unknown names suggest the values of the other side. */
function checkSide(context: Context, tree: Tree, hint: Hint, other: Checked | null): Checked | null {
  if (hint.enumOf !== undefined) {
    if (tree.kind === 'number' && tree.unit === null) {
      const name: Tree = { kind: 'name', name: tree.value, span: tree.span };
      const value = context.scope.referents
        .get(tree.value)
        ?.some(one => one.kind === 'value' && one.of === hint.enumOf);
      return value ? context.check(context, name, hint) : wrongValue(context, name, hint.enumOf);
    }
    if (tree.kind === 'name' && !context.scope.referents.has(tree.name))
      return tree.reported ? null : wrongValue(context, tree, hint.enumOf);
  }
  if (!other && namesValueOnly(context, tree)) return null;
  return context.check(context, tree, hint);
}

export function checkCompare(context: Context, tree: TreeOf<'compare'>): Checked | null {
  const pair = checkPair(context, tree.left, tree.right);
  if (!pair) return null;
  const [left, right] = pair;
  const expr = compared(context, tree.operator, left.expr, right.expr, tree);
  if (expr) adviseOnDivision(context, left.expr, right.expr, tree.span);
  return expr && checked(expr);
}

interface Place {
  readonly span: Span;
  readonly left: Tree;
  readonly right: Tree;
}

/** A comparison of two checked sides; null after reporting that they do not compare. */
export function compared(
  context: Context,
  operator: CompareOp,
  left: Expr,
  right: Expr,
  { span, left: leftTree, right: rightTree }: Place,
): Expr | null {
  const ordering = operator !== 'eq' && operator !== 'ne';
  const { units } = context.scope;
  if (left.type.kind === 'date' && right.type.kind === 'number') {
    const age = ageOf(left, right, rightTree, span);
    if (age) return { op: operator, type: BOOL, left: age, right, span };
  }
  if (left.type.kind === 'number' && right.type.kind === 'number') {
    if (!sameDimension(left.type.dimension, right.type.dimension)) {
      if (isMultiple(rightTree) && isRatio(right.type.dimension)) {
        return multipleOfWhat(context, rightTree, left.type.dimension);
      }
      return unlike(context, left, right, span, leftTree, rightTree);
    }
    return { op: operator, type: BOOL, left, right, span };
  }
  if (!sameType(left.type, right.type)) {
    const params = { left: typeWords(left.type, units), right: typeWords(right.type, units) };
    return report(context, 'compare-unlike', span, params);
  }
  if (ordering && left.type.kind !== 'date')
    return report(context, 'no-order', span, { type: typeWords(left.type, units) });
  return { op: operator, type: BOOL, left, right, span };
}

/** `高于一倍`: more than once as much, or once more, that is twice as much? And of what? */
function multipleOfWhat(context: Context, tree: TreeOf<'number'>, dimension: Dimension): null {
  const more = textOf(rational(tree.value).add(1));
  return report(context, 'multiple-of-what', tree.span, {
    text: `${tree.value} ${tree.unit?.text ?? ''}`,
    count: decimalOf(textOf(rational(tree.value))) ?? tree.value,
    more: decimalOf(more) ?? more,
    left: unitWords(dimension, context.scope.units),
  });
}

function isMultiple(tree: Tree): tree is TreeOf<'number'> {
  return (
    tree.kind === 'number' && (tree.unit?.up.some(unit => ['倍', 'times', 'fold'].includes(unit)) ?? false)
  );
}

/** Two numbers of unlike units, both named. */
export function unlike(
  context: Context,
  left: Expr,
  right: Expr,
  span: Span,
  leftTree: Tree | null = null,
  rightTree: Tree | null = null,
): null {
  const { units } = context.scope;
  const [a, b] = [dimensionOf(left)!, dimensionOf(right)!];
  const params = { left: unitWords(a, units), right: unitWords(b, units) };
  const bare = [leftTree, rightTree].find(tree => tree?.kind === 'number' && tree.unit === null);
  const wanted = bare === rightTree ? a : b;
  const suggestion =
    bare?.kind === 'number' && !isRatio(wanted)
      ? `${bare.value} ${suffix(context, wanted, bare === rightTree ? leftTree : rightTree)}`
      : undefined;
  return report(context, 'unlike-units', span, params, suggestion);
}

/** The unit that a bare figure lacks, in the language of the other side; denominators follow by themselves. */
function suffix(context: Context, dimension: Dimension, near: Tree | null): string {
  const up = Object.entries(dimension).filter(([, power]) => power > 0);
  const words = unitWords(up.length > 0 ? Object.fromEntries(up) : dimension, context.scope.units);
  return near === null || isHan(near) ? words.zh : words.en;
}

function isHan(tree: Tree): boolean {
  for (const node of walk(tree)) {
    const word = node.kind === 'name' ? node.name : node.kind === 'number' ? (node.unit?.text ?? '') : '';
    if (/[^\u0020-\u007e]/.test(word)) return true;
  }
  return false;
}

/** A date compared with a span of time: how long it is past, in whole units of the span. */
function ageOf(date: Expr, length: Expr, tree: Tree, span: Span): Expr | null {
  const dimension = dimensionOf(length)!;
  const days = sameDimension(dimension, { day: 1 });
  if (!days && !sameDimension(dimension, { month: 1 })) return null;
  const value = constantOf(length);
  const inMonths = tree.kind === 'number' && (tree.unit?.up.some(unit => /月|month/.test(unit)) ?? false);
  const years = !inMonths && value !== null && rational(value).mod(12).equals(0);
  const unit = days ? 'day' : years ? 'year' : 'month';
  return {
    op: 'elapsed',
    type: length.type,
    unit,
    left: date,
    right: { op: 'today', type: DATE, span },
    span,
  };
}

/** A quotient over a fact is unknown where the fact is 0; multiplied out it is not. */
function adviseOnDivision(context: Context, left: Expr, right: Expr, span: Span): void {
  for (const side of [left, right])
    if (side.op === 'divide' && constantOf(side.right) === null)
      report(context, 'multiply-out', span, {}, undefined, 'note');
}

export function checkBetween(context: Context, tree: TreeOf<'between'>): Checked | null {
  const arg = context.check(context, tree.arg);
  const hint = (end: Tree): Hint => (arg ? hintFor(arg, end) : {});
  const low = context.check(context, tree.low, hint(tree.low));
  const high = context.check(context, tree.high, hint(tree.high));
  if (!arg || !low || !high) return null;
  const [a, b] = [constantOf(low.expr), constantOf(high.expr)];
  if (a !== null && b !== null && rational(a).compare(rational(b)) > 0)
    return report(context, 'range-reversed', tree.span);
  const { span } = tree;
  const from = compared(context, 'ge', arg.expr, low.expr, { span, left: tree.arg, right: tree.low });
  const to = from && compared(context, 'le', arg.expr, high.expr, { span, left: tree.arg, right: tree.high });
  return from && to && checked({ op: 'and', type: BOOL, args: [from, to], span });
}

export function checkIn(context: Context, tree: TreeOf<'in'>): Checked | null {
  const arg = context.check(context, tree.arg);
  const constants: string[] = [];
  const others: Expr[] = [];
  let failed = arg === null;
  for (const value of tree.values) {
    if (value.kind === 'range' && arg) {
      const between: Tree = {
        kind: 'between',
        arg: tree.arg,
        low: value.low,
        high: value.high,
        span: value.span,
      };
      const found = context.check(context, between);
      if (found) others.push(found.expr);
      else failed = true;
      continue;
    }
    const one = checkSide(context, value, arg ? hintFor(arg, value) : {}, arg);
    if (!one || !arg) {
      failed = true;
      continue;
    }
    const equal = compared(context, 'eq', arg.expr, one.expr, {
      span: value.span,
      left: tree.arg,
      right: value,
    });
    const word = wordOfConstant(one.expr);
    if (!equal) failed = true;
    else if (word !== null && equal.op === 'eq' && equal.left === arg.expr) constants.push(word);
    else others.push(equal);
  }
  if (failed || !arg) return null;
  const { span } = tree;
  const args: Expr[] = [...others];
  if (constants.length > 0) args.unshift({ op: 'in', type: BOOL, arg: arg.expr, values: constants, span });
  return checked(args.length === 1 ? args[0]! : { op: 'or', type: BOOL, args, span });
}

function wordOfConstant(expr: Expr): string | null {
  if (expr.op === 'enum' || expr.op === 'date' || expr.op === 'text') return expr.value;
  return constantOf(expr);
}
