import type { Expr } from '../language/expr.ts';
import { visit } from '../language/operands.ts';
import type { Policy } from '../policy/policy.ts';

/** Conditions told one by one; what lies beyond is told as a whole. */
const MOST_CONJUNCTS = 40;

/** The parts that all have to hold, through definitions of the same entity; the expression itself where it is no `and`. */
export function conjuncts(policy: Policy, expr: Expr): Expr[] {
  let parts = [expr];
  for (;;) {
    const opened = parts.flatMap(part => openedOnce(policy, part));
    if (opened.length > MOST_CONJUNCTS || opened.every((part, index) => part === parts[index])) return parts;
    parts = opened;
  }
}

function openedOnce(policy: Policy, expr: Expr): readonly Expr[] {
  const meant =
    expr.op === 'definition' && expr.entity === policy.entity
      ? policy.definitions[`${expr.entity}.${expr.id}`]?.expr
      : expr;
  return meant?.op === 'and' && !isPhrase(meant) ? meant.args : [expr];
}

/** Whether several conditions come from the same words: `在 A 至 B 之间`. */
function isPhrase({ args }: Extract<Expr, { op: 'and' }>): boolean {
  return new Set(args.map(({ span }) => `${span.file} ${span.start} ${span.end}`)).size < args.length;
}

/** Visits an expression and all it rests on, through definitions, each of which is entered once. */
export function visitThrough(policy: Policy, root: Expr, see: (expr: Expr) => void): void {
  const entered = new Set<string>();
  const waiting = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    visit(next, expr => {
      see(expr);
      if (expr.op !== 'definition') return;
      const key = `${expr.entity}.${expr.id}`;
      const defined = policy.definitions[key]?.expr;
      if (!defined || entered.has(key)) return;
      entered.add(key);
      waiting.push(defined);
    });
}

/** Whether an expression needs the card given or a benefit, so that it means nothing before cards are given. */
export function looksAtAnswer(policy: Policy, root: Expr): boolean {
  let looks = false;
  visitThrough(policy, root, ({ op }) => {
    looks ||= op === 'card' || op === 'benefit' || op === 'total';
  });
  return looks;
}
