import { checkPair, hintOf, mayLeaveOut, unlike } from './check-compare.ts';
import {
  type Checked,
  type Context,
  checked,
  constant,
  constantOf,
  dimensionOf,
  type Hint,
  isLiteral,
  negated,
  numberType,
  report,
} from './check-context.ts';
import type { Expr } from './expr.ts';
import { over, rational } from './rational.ts';
import type { Span } from './source.ts';
import type { Tree, TreeOf } from './tree.ts';
import { typeWords, unitWords } from './type-words.ts';
import { DATE, type Dimension } from './types.ts';
import { isRatio, multiplyDimensions, sameDimension } from './units.ts';

const MONTHS: Dimension = { month: 1 };
const DAYS: Dimension = { day: 1 };
const CALENDAR_YEAR: Dimension = { 'calendar-year': 1 };

/** Checks a tree that has to be a number. */
export function checkNumeric(context: Context, tree: Tree, hint: Hint = {}): Checked | null {
  const found = context.check(context, tree, hint);
  return found && needNumber(context, found, tree);
}

function needNumber(context: Context, found: Checked, tree: Tree): Checked | null {
  if (found.expr.type.kind === 'number') return found;
  return report(context, 'number-needed', tree.span, {
    found: typeWords(found.expr.type, context.scope.units),
  });
}

export function checkNegate(context: Context, tree: TreeOf<'negate'>, hint: Hint): Checked | null {
  const arg = checkNumeric(context, tree.arg, hint);
  return arg && checked(negated(arg.expr, tree.span), arg.period);
}

export function checkArithmetic(context: Context, tree: TreeOf<'arithmetic'>, hint: Hint): Checked | null {
  if (tree.operator === 'multiply' || tree.operator === 'divide') return checkProduct(context, tree, hint);
  const adopted = isLiteral(tree) ? hint : {};
  const left = context.check(context, tree.left, adopted);
  const right = context.check(context, tree.right, adopted);
  if (!left || !right) return null;
  const expr =
    left.expr.type.kind === 'date' || right.expr.type.kind === 'date'
      ? withDates(context, tree, left, right)
      : sumOf(context, tree, left, right);
  return expr && checked(expr, left.period ?? right.period);
}

function sumOf(context: Context, tree: TreeOf<'arithmetic'>, left: Checked, right: Checked): Expr | null {
  if (!needNumber(context, left, tree.left) || !needNumber(context, right, tree.right)) return null;
  const op = tree.operator === 'add' ? 'add' : 'subtract';
  const [a, b] = [dimensionOf(left.expr)!, dimensionOf(right.expr)!];
  const { span } = tree;
  const years = calendarYears(context, op, left.expr, right.expr, tree);
  if (years) return years;
  if (!sameDimension(a, b)) return unlike(context, left.expr, right.expr, span, tree.left, tree.right);
  return { op, type: left.expr.type, left: left.expr, right: right.expr, span };
}

/** 脱贫年度 + 2 年 is a year, 年份 - 脱贫年度 a number of years. */
function calendarYears(
  context: Context,
  op: 'add' | 'subtract',
  left: Expr,
  right: Expr,
  tree: TreeOf<'arithmetic'>,
): Expr | null {
  const [a, b] = [dimensionOf(left)!, dimensionOf(right)!];
  const { span } = tree;
  if (!sameDimension(a, CALENDAR_YEAR)) return null;
  if (op === 'subtract' && tree.right.kind === 'number' && /^[12][0-9]{3}$/.test(tree.right.value)) {
    const year = context.check(context, tree.right, { adopt: { dimension: CALENDAR_YEAR, period: null } });
    if (year && sameDimension(dimensionOf(year.expr)!, CALENDAR_YEAR))
      return yearsApart(left, year.expr, span);
  }
  if (op === 'subtract' && sameDimension(b, CALENDAR_YEAR)) return yearsApart(left, right, span);
  if (!sameDimension(b, MONTHS)) return null;
  const years = constantOf(right);
  const type = numberType(CALENDAR_YEAR);
  const by: Expr =
    years === null
      ? { op: 'divide', type, left: right, right: constant('12', {}, span), span }
      : constant(over(years, '12'), CALENDAR_YEAR, right.span);
  return { op, type, left, right: by, span };
}

function yearsApart(left: Expr, right: Expr, span: Span): Expr {
  const difference: Expr = { op: 'subtract', type: numberType(MONTHS), left, right, span };
  return {
    op: 'multiply',
    type: numberType(MONTHS),
    left: difference,
    right: constant('12', {}, span),
    span,
  };
}

/** A date and a span of time give a date, two dates the days between them. */
function withDates(context: Context, tree: TreeOf<'arithmetic'>, left: Checked, right: Checked): Expr | null {
  const { span } = tree;
  const [a, b] = [left.expr, right.expr];
  if (tree.operator === 'subtract' && a.type.kind === 'date' && b.type.kind === 'date')
    return { op: 'elapsed', type: numberType(DAYS), unit: 'day', left: b, right: a, span };
  const [date, length] = a.type.kind === 'date' ? [a, b] : [b, a];
  const unit = timeUnit(length);
  if (unit && (tree.operator === 'add' || date === a)) {
    const by: Expr = tree.operator === 'add' ? length : negated(length, length.span);
    return { op: 'addTime', type: DATE, unit, left: date, right: by, span };
  }
  const { units } = context.scope;
  return report(context, 'date-arithmetic', span, {
    left: typeWords(a.type, units),
    right: typeWords(b.type, units),
  });
}

/** Whether a span of time counts in months or days. */
export function timeUnit(expr: Expr): 'month' | 'day' | null {
  const dimension = dimensionOf(expr);
  if (!dimension) return null;
  return sameDimension(dimension, MONTHS) ? 'month' : sameDimension(dimension, DAYS) ? 'day' : null;
}

function checkProduct(context: Context, tree: TreeOf<'arithmetic'>, hint: Hint): Checked | null {
  const [forLeft, forRight] = shareHint(context, tree, hint);
  const left = checkNumeric(context, tree.left, forLeft);
  const right = checkNumeric(context, tree.right, forRight);
  if (!left || !right) return null;
  return productOf(context, tree.operator === 'divide' ? 'divide' : 'multiply', left, right, tree.span);
}

/** Of 60% × 5000 元 the money takes over what it leaves out. */
function shareHint(context: Context, tree: TreeOf<'arithmetic'>, hint: Hint): [Hint, Hint] {
  if (!hint.adopt || !isLiteral(tree)) return [{}, {}];
  const quiet: Context = { ...context, diagnostics: [] };
  const [left, right] = [context.check(quiet, tree.left), context.check(quiet, tree.right)];
  if (right && isRatio(dimensionOf(right.expr) ?? {})) return [hint, {}];
  if (tree.operator === 'multiply' && left && isRatio(dimensionOf(left.expr) ?? {})) return [{}, hint];
  return [{}, {}];
}

function productOf(
  context: Context,
  op: 'multiply' | 'divide',
  left: Checked,
  right: Checked,
  span: Span,
): Checked | null {
  if (op === 'divide' && constantOf(right.expr) === '0')
    return report(context, 'division-by-zero', right.expr.span);
  const sign = op === 'divide' ? -1 : 1;
  const dimension = multiplyDimensions(dimensionOf(left.expr)!, dimensionOf(right.expr)!, sign);
  if (Object.hasOwn(dimension, 'calendar-year')) return report(context, 'calendar-year-arithmetic', span);
  if (Object.values(dimension).some(power => Math.abs(power) > 6))
    return report(context, 'unit-too-high', span);
  const period = left.period ?? right.period;
  const type = numberType(dimension);
  return checked(
    { op, type, left: left.expr, right: right.expr, span },
    Object.hasOwn(dimension, 'month') ? period : null,
  );
}

/** `x 的 50%`, which is 0.5 × x. */
export function checkShare(context: Context, tree: TreeOf<'of'>, hint: Hint): Checked | null {
  const literal = isLiteral(tree);
  const owner = checkNumeric(context, tree.owner, literal ? hint : {});
  const share = checkNumeric(context, tree.arg);
  if (!owner || !share) return null;
  if (!isRatio(dimensionOf(share.expr)!)) {
    const { units } = context.scope;
    return report(context, 'not-a-share', tree.arg.span, { found: typeWords(share.expr.type, units) });
  }
  return productOf(context, 'multiply', share, owner, tree.span);
}

/** The least or greatest of several, of one unit. */
export function checkExtreme(
  context: Context,
  op: 'min' | 'max',
  trees: readonly Tree[],
  span: Span,
  hint: Hint,
): Checked | null {
  const first = trees.findIndex(tree => !isLiteral(tree));
  const lead =
    first < 0 ? null : checkNumeric(context, trees[first]!, mayLeaveOut(trees[first]!) ? hint : {});
  if (first >= 0 && !lead) return null;
  const given = lead ? hintOf(lead) : hint;
  const args = trees.map((tree, i) =>
    i === first ? lead : checkNumeric(context, tree, isLiteral(tree) ? given : {}),
  );
  const sound = args.filter(arg => arg !== null);
  if (sound.length < trees.length) return null;
  for (const [i, arg] of sound.entries()) {
    if (!sameDimension(dimensionOf(sound[0]!.expr)!, dimensionOf(arg.expr)!))
      return unlike(context, sound[0]!.expr, arg.expr, span, trees[0]!, trees[i]!);
  }
  const exprs = sound.map(arg => arg.expr);
  return checked(
    { op, type: exprs[0]!.type, args: exprs, span },
    sound.find(arg => arg.period)?.period ?? null,
  );
}

/** 超过 N 的部分: max(0, x − N); the shortfall the other way round. */
export function checkPart(context: Context, tree: TreeOf<'excess' | 'shortfall'>): Checked | null {
  const pair = checkPair(context, tree.arg, tree.line);
  if (!pair) return null;
  const [arg, line] = pair;
  if (!needNumber(context, arg, tree.arg) || !needNumber(context, line, tree.line)) return null;
  if (!sameDimension(dimensionOf(arg.expr)!, dimensionOf(line.expr)!))
    return unlike(context, arg.expr, line.expr, tree.span, tree.arg, tree.line);
  const { span } = tree;
  const type = arg.expr.type;
  const [left, right] = tree.kind === 'excess' ? [arg.expr, line.expr] : [line.expr, arg.expr];
  const rest: Expr = { op: 'subtract', type, left, right, span };
  const zero = constant('0', dimensionOf(arg.expr)!, span);
  return checked({ op: 'max', type, args: [zero, rest], span }, arg.period);
}

export function checkLimit(context: Context, tree: TreeOf<'cap' | 'floor'>, hint: Hint): Checked | null {
  const arg = checkNumeric(context, tree.arg, hint);
  const limit = checkNumeric(
    context,
    tree.limit,
    arg && mayLeaveOut(tree.limit) ? limitHint(context, arg) : {},
  );
  if (!arg || !limit) return null;
  const pair = limitPair(context, tree, arg.expr, limit.expr);
  if (!pair) return null;
  const [left, right] = pair;
  const type = isNamed(dimensionOf(right)!) ? right.type : left.type;
  return checked({ op: tree.kind, type, left, right, span: tree.span }, arg.period);
}

/** A limit may leave out the period of an amount, not for whom it is. */
function limitHint(context: Context, arg: Checked): Hint {
  const hint = hintOf(arg);
  const own = !context.amount || context.perPerson || !peopleOf(context, arg.expr.span);
  if (own || !hint.adopt) return hint;
  return { ...hint, adopt: { ...hint.adopt, dimension: withoutBeneficiary(hint.adopt.dimension) } };
}

/**
 * An amount and its limit, both for the same beneficiary: of a household's sum and a limit per person (or the other
 * way round) what is per person is multiplied by the persons. Where the limit of an amount per person does not say
 * whose it is, it could be either's.
 */
function limitPair(
  context: Context,
  tree: TreeOf<'cap' | 'floor'>,
  arg: Expr,
  limit: Expr,
): readonly [Expr, Expr] | null {
  const [a, b] = [dimensionOf(arg)!, dimensionOf(limit)!];
  if (sameDimension(a, b)) return [arg, limit];
  if (!context.amount || !sameDimension(withoutBeneficiary(a), withoutBeneficiary(b)))
    return unlike(context, arg, limit, tree.span, tree.arg, tree.limit);
  const people = context.perPerson ? null : peopleOf(context, tree.span);
  if (!people || isPerPerson(a) === isPerPerson(b))
    return sameMoney(a, b) ? [arg, limit] : unlike(context, arg, limit, tree.span, tree.arg, tree.limit);
  if (isPerPerson(b)) return [arg, timesPeople(limit, people)];
  if (isNamed(b)) return [timesPeople(arg, people), limit];
  const unit = unitWords(b, context.scope.units);
  return report(context, 'limit-for-whom', tree.limit.span, { limit: unit });
}

/** The persons of a household; null where the amount is not a household's. */
function peopleOf({ scope, entity }: Context, span: Span): Expr | null {
  if (entity === null || scope.entities['member']?.within !== entity) return null;
  return { op: 'count', type: numberType({ person: 1 }), over: 'member', where: null, body: null, span };
}

function timesPeople(expr: Expr, people: Expr): Expr {
  const type = numberType(withoutBeneficiary(dimensionOf(expr)!));
  return { op: 'multiply', type, left: expr, right: people, span: expr.span };
}

const isPerPerson = (dimension: Dimension) => dimension['person'] === -1;

/** Money that differs only by the beneficiary that it names. */
export function sameMoney(a: Dimension, b: Dimension): boolean {
  return (
    (isNamed(a) !== isNamed(b) || (!isNamed(a) && !isNamed(b))) &&
    sameDimension(withoutBeneficiary(a), withoutBeneficiary(b))
  );
}

function isNamed(dimension: Dimension): boolean {
  return dimension['person'] === -1 || dimension['household'] === -1;
}

export function withoutBeneficiary(dimension: Dimension): Dimension {
  const rest = { ...dimension };
  if (rest['person'] === -1) delete rest['person'];
  else if (rest['household'] === -1) delete rest['household'];
  return rest;
}

/** Rounding to a step that has the unit of what is rounded. */
export function checkRound(context: Context, tree: TreeOf<'call'>): Checked | null {
  const [value, stepTree, modeTree] = tree.args;
  if (!value || !stepTree || tree.args.length > 3 || (modeTree && modeTree.kind !== 'roundMode'))
    return report(context, 'round-form', tree.span);
  const arg = checkNumeric(context, value);
  const step = checkNumeric(context, stepTree, arg ? hintOf(arg) : {});
  if (!arg || !step) return null;
  if (!sameDimension(dimensionOf(arg.expr)!, dimensionOf(step.expr)!))
    return unlike(context, arg.expr, step.expr, tree.span, value, stepTree);
  const size = constantOf(step.expr);
  if (size === null || rational(size).compare(0) <= 0) return report(context, 'round-step', stepTree.span);
  const mode = modeTree?.kind === 'roundMode' ? modeTree.mode : 'half-up';
  return checked(
    { op: 'round', type: arg.expr.type, arg: arg.expr, step: size, mode, span: tree.span },
    arg.period,
  );
}
