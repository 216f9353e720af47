import type { Expr } from '../language/expr.ts';
import { rational } from '../language/rational.ts';
import type { Span } from '../language/source.ts';
import type { Card, Policy } from './policy.ts';
import type { RawPolicy } from './raw-policy.ts';

const maxSteps = 2000;

/** One search for an implication; gives up, saying no, after a bounded number of steps. */
interface Search {
  readonly policy: Policy;
  steps: number;
}

function textOf(expr: Expr): string {
  return JSON.stringify(expr, (key, value: unknown) => (key === 'span' ? undefined : value));
}

function opened(search: Search, expr: Expr): Expr | null {
  if (expr.op !== 'definition') return null;
  return search.policy.definitions[`${expr.entity}.${expr.id}`]?.expr ?? null;
}

const isBelow = (op: string) => op === 'lt' || op === 'le';

/** x < 3000 implies x < 5000. */
function narrower(a: Expr, b: Expr): boolean {
  if (!('left' in a) || !('left' in b) || a.right.op !== 'number' || b.right.op !== 'number') return false;
  const ordered = (op: string) => ['lt', 'le', 'gt', 'ge'].includes(op);
  if (!ordered(a.op) || !ordered(b.op) || isBelow(a.op) !== isBelow(b.op)) return false;
  if (textOf(a.left) !== textOf(b.left)) return false;
  const order = rational(a.right.value).compare(rational(b.right.value)) * (isBelow(a.op) ? 1 : -1);
  const strict = (op: string) => op === 'lt' || op === 'gt';
  return order < 0 || (order === 0 && (strict(a.op) || !strict(b.op)));
}

/** Does the first being true surely make the second true? */
function implies(search: Search, a: Expr, b: Expr): boolean {
  if (search.steps++ > maxSteps) return false;
  if (b.op === 'bool' && b.value) return true;
  if (textOf(a) === textOf(b) || narrower(a, b)) return true;
  if (b.op === 'and') return b.args.every(one => implies(search, a, one));
  if (a.op === 'or') return a.args.every(one => implies(search, one, b));
  if (b.op === 'or' && b.args.some(one => implies(search, a, one))) return true;
  if (a.op === 'and' && a.args.some(one => implies(search, one, b))) return true;
  const inA = opened(search, a);
  if (inA !== null && implies(search, inA, b)) return true;
  const inB = opened(search, b);
  return inB !== null && implies(search, a, inB);
}

/** Cards that an earlier one, which nothing bars, always takes before them. */
export function unreachableCards(policy: Policy, raw: RawPolicy): { card: Card; before: Card; span: Span }[] {
  if (policy.unique) return [];
  const barred = new Set(policy.exclusions.flatMap(({ cards }) => cards));
  const conditions = policy.cards.map(card => ({ card, expr: policy.definitions[card.condition]?.expr }));
  return conditions.flatMap(({ card, expr }, k) => {
    const before = conditions
      .slice(0, k)
      .find(
        one => !barred.has(one.card.id) && expr && one.expr && implies({ policy, steps: 0 }, expr, one.expr),
      );
    const at = raw.rules.cards.find(one => one.id === card.id)?.at;
    return before === undefined || at === undefined ? [] : [{ card, before: before.card, span: at }];
  });
}
