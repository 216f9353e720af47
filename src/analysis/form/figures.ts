import type { Expr } from '../../language/expr.ts';
import { visit } from '../../language/operands.ts';
import type { Definition, Policy } from '../../policy/policy.ts';
import { visitThrough } from '../conditions.ts';

/** What decides the card: scope, conditions, exclusions. */
function deciding({ scope, cards, exclusions, definitions }: Policy): Expr[] {
  return [
    ...(scope === null ? [] : [scope]),
    ...cards.flatMap(({ condition }) => definitions[condition]?.expr ?? []),
    ...exclusions.map(({ when }) => when),
  ];
}

/** The definitions of the classified entity that the card depends on. */
export function decidingDefinitions(policy: Policy): Definition[] {
  const met = new Set<string>();
  for (const root of deciding(policy))
    visitThrough(policy, root, expr => {
      if (expr.op === 'definition') met.add(`${expr.entity}.${expr.id}`);
    });
  return Object.entries(policy.definitions).flatMap(([key, one]) =>
    met.has(key) && one.entity === policy.entity ? [one] : [],
  );
}

const isMoney = ({ type }: Definition) => type.kind === 'number' && Object.hasOwn(type.dimension, 'money');

/** The sums of money that the card depends on, each with what it is worked out from: income per head, not income itself. */
export function decidingFigures(policy: Policy): Expr[] {
  const sums = decidingDefinitions(policy).filter(isMoney);
  const inner = new Set<string>();
  for (const { expr } of sums)
    visit(expr, one => {
      if (one.op === 'definition') inner.add(one.id);
    });
  return sums
    .filter(({ id }) => !inner.has(id))
    .map(({ entity, id, type, span }) => ({ op: 'definition', entity, id, type, span }));
}
