import { timeUnit } from './check-arithmetic.ts';
import {
  type Checked,
  type Context,
  checked,
  constantOf,
  functionWords,
  numberType,
  report,
} from './check-context.ts';
import type { Expr } from './expr.ts';
import { isWhole } from './rational.ts';
import type { Tree, TreeOf } from './tree.ts';
import { typeWords } from './type-words.ts';
import { BOOL, DATE } from './types.ts';

function checkDate(context: Context, tree: Tree): Checked | null {
  const found = context.check(context, tree);
  if (!found) return null;
  if (found.expr.type.kind === 'date') return found;
  return report(context, 'date-needed', tree.span, {
    found: typeWords(found.expr.type, context.scope.units),
  });
}

/** `自 脱贫日期 起 24 个月内`: from that day to the same day number 24 months on, both included. */
export function checkSince(context: Context, tree: TreeOf<'since'>): Checked | null {
  const start = checkDate(context, tree.start);
  const duration = context.check(context, tree.duration);
  if (!start || !duration) return null;
  const { span } = tree;
  const unit = timeUnit(duration.expr);
  if (!unit) {
    const found = typeWords(duration.expr.type, context.scope.units);
    return report(context, 'duration-needed', tree.duration.span, { found });
  }
  const value = constantOf(duration.expr);
  if (value !== null && !isWhole(value)) return report(context, 'duration-not-whole', tree.duration.span);
  const today: Expr = { op: 'today', type: DATE, span };
  const end: Expr = { op: 'addTime', type: DATE, unit, left: start.expr, right: duration.expr, span };
  const bound: Expr = { op: tree.operator, type: BOOL, left: today, right: end, span };
  if (tree.operator === 'ge' || tree.operator === 'gt') return checked(bound);
  const begun: Expr = { op: 'ge', type: BOOL, left: today, right: start.expr, span };
  return checked({ op: 'and', type: BOOL, args: [begun, bound], span });
}

const elapsedUnits = { yearsBetween: 'year', monthsBetween: 'month', daysBetween: 'day' } as const;

/** Whole years, months or days from one date to another, or to today. */
export function checkElapsed(context: Context, tree: TreeOf<'call'>): Checked | null {
  const unit = elapsedUnits[tree.name as keyof typeof elapsedUnits];
  const [from, to] = tree.args;
  const { span } = tree;
  if (!from || tree.args.length > 2)
    return report(context, 'wrong-arguments', span, {
      name: functionWords(tree),
      wanted: 2,
      given: tree.args.length,
    });
  const left = checkDate(context, from);
  const right = to ? checkDate(context, to) : checked({ op: 'today', type: DATE, span });
  if (!left || !right) return null;
  const type = numberType(unit === 'day' ? { day: 1 } : { month: 1 });
  return checked({ op: 'elapsed', type, unit, left: left.expr, right: right.expr, span });
}

export function checkYearOf(context: Context, tree: TreeOf<'call'>): Checked | null {
  const [arg] = tree.args;
  if (!arg || tree.args.length > 1)
    return report(context, 'wrong-arguments', tree.span, {
      name: functionWords(tree),
      wanted: 1,
      given: tree.args.length,
    });
  const date = checkDate(context, arg);
  const type = numberType({ 'calendar-year': 1 });
  return date && checked({ op: 'yearOf', type, arg: date.expr, span: tree.span });
}
