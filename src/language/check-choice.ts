import { sameMoney, withoutBeneficiary } from './check-arithmetic.ts';
import { hintOf, mayLeaveOut, unlike } from './check-compare.ts';
import {
  type Checked,
  type Context,
  checked,
  dimensionOf,
  type Hint,
  isLiteral,
  report,
} from './check-context.ts';
import { namesValueOnly, sameType } from './check-names.ts';
import { checkCondition } from './check-parts.ts';
import type { Expr } from './expr.ts';
import type { Span } from './source.ts';
import type { Tree, TreeOf } from './tree.ts';
import { typeWords } from './type-words.ts';
import type { Type } from './types.ts';

/** Several trees that have to give the same type; those that say least take over what the others say. */
export function checkAlike(
  context: Context,
  trees: readonly Tree[],
  span: Span,
  hint: Hint,
): Checked[] | null {
  const weak = (tree: Tree) => isLiteral(tree) || namesValueOnly(context, tree);
  const lead = trees.findIndex(tree => !weak(tree));
  const results = new Array<Checked | null>(trees.length).fill(null);
  if (lead >= 0) results[lead] = context.check(context, trees[lead]!, hint);
  const led = lead >= 0 && results[lead] ? { ...hint, ...hintOf(results[lead]) } : hint;
  for (const [i, tree] of trees.entries())
    if (i !== lead) results[i] = context.check(context, tree, weak(tree) || mayLeaveOut(tree) ? led : hint);
  if (results.some(one => one === null)) return null;
  const sound = results as Checked[];
  for (const [i, one] of sound.entries())
    if (!alike(context, sound[0]!.expr.type, one.expr.type))
      return differ(context, sound[0]!, one, span, trees[0]!, trees[i]!);
  return sound;
}

function alike(context: Context, a: Type, b: Type): boolean {
  if (sameType(a, b)) return true;
  return context.amount && a.kind === 'number' && b.kind === 'number' && sameMoney(a.dimension, b.dimension);
}

function differ(context: Context, a: Checked, b: Checked, span: Span, left: Tree, right: Tree): null {
  const [one, two] = [dimensionOf(a.expr), dimensionOf(b.expr)];
  if (one && two) return unlike(context, a.expr, b.expr, span, left, right);
  const { units } = context.scope;
  const params = { left: typeWords(a.expr.type, units), right: typeWords(b.expr.type, units) };
  return report(context, 'branches-differ', span, params);
}

/** Of money for named and unnamed beneficiaries the type that names them. */
function commonType(types: readonly Type[]): Type {
  return (
    types.find(
      type =>
        type.kind === 'number' && withoutBeneficiary(type.dimension) !== type.dimension && isNamed(type),
    ) ?? types[0]!
  );
}

function isNamed(type: Type): boolean {
  return type.kind === 'number' && (type.dimension['person'] === -1 || type.dimension['household'] === -1);
}

export function checkIf(context: Context, tree: TreeOf<'if'>, hint: Hint): Checked | null {
  const condition = checkCondition({ ...context, amount: false }, tree.condition);
  const branches = checkAlike(context, [tree.then, tree.otherwise], tree.span, hint);
  if (!condition || !branches) return null;
  const [then, otherwise] = branches as [Checked, Checked];
  return checked(
    choice(condition.expr, then.expr, otherwise.expr, tree.span),
    then.period ?? otherwise.period,
  );
}

export function choice(condition: Expr, then: Expr, otherwise: Expr, span: Span): Expr {
  return { op: 'if', type: commonType([then.type, otherwise.type]), condition, then, otherwise, span };
}

export function checkElse(context: Context, tree: TreeOf<'else'>, hint: Hint): Checked | null {
  if (isLiteral(tree.arg)) return report(context, 'else-needs-brackets', tree.span);
  const pair = checkAlike(context, [tree.arg, tree.fallback], tree.span, hint);
  if (!pair) return null;
  const [arg, fallback] = pair as [Checked, Checked];
  return checked(
    { op: 'else', type: arg.expr.type, arg: arg.expr, fallback: fallback.expr, span: tree.span },
    arg.period,
  );
}
