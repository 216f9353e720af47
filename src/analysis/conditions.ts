import type { Expr } from '../language/expr.ts';
import { operandsOf } from '../language/operands.ts';
import type { Policy } from '../policy/policy.ts';

/** The parts that all have to hold, through definitions of the same entity; the expression itself where it is no `and`. */
export function conjuncts(policy: Policy, expr: Expr): Expr[] {
  if (expr.op === 'and') return isPhrase(expr) ? [expr] : expr.args.flatMap(arg => conjuncts(policy, arg));
  if (expr.op !== 'definition') return [expr];
  const defined = policy.definitions[`${expr.entity}.${expr.id}`]?.expr;
  const opens = defined?.op === 'and' && !isPhrase(defined) && expr.entity === policy.entity;
  return opens ? conjuncts(policy, defined) : [expr];
}

/** Whether several conditions come from the same words: `在 A 至 B 之间`. */
function isPhrase({ args }: Extract<Expr, { op: 'and' }>): boolean {
  return new Set(args.map(({ span }) => `${span.file} ${span.start} ${span.end}`)).size < args.length;
}

/** Whether an expression needs the card given or a benefit, so that it means nothing before cards are given. */
export function looksAtAnswer(policy: Policy, expr: Expr): boolean {
  if (expr.op === 'card' || expr.op === 'benefit' || expr.op === 'total') return true;
  if (expr.op === 'definition') {
    const defined = policy.definitions[`${expr.entity}.${expr.id}`];
    return defined !== undefined && looksAtAnswer(policy, defined.expr);
  }
  return operandsOf(expr).some(operand => looksAtAnswer(policy, operand));
}
