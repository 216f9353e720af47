/** A policy in a few lines, for whoever looks into a difference. */
import type { Expr } from '../../../src/language/expr.ts';
import { operandsOf } from '../../../src/language/operands.ts';
import type { Policy } from '../../../src/policy/policy.ts';

function name(expr: Expr): string {
  switch (expr.op) {
    case 'number':
    case 'bool':
    case 'enum':
    case 'date':
      return String(expr.value);
    case 'text':
      return JSON.stringify(expr.value);
    case 'fact':
    case 'definition':
      return `${expr.entity}.${expr.id}`;
    case 'parameter':
      return expr.lastYear ? `last ${expr.id}` : expr.id;
    case 'benefit':
      return `benefit ${expr.id}`;
    case 'atLeast':
      return `atLeast ${expr.count}`;
    case 'in':
      return `in {${expr.values.join(', ')}}`;
    case 'round':
      return `round ${expr.mode} ${expr.step}`;
    case 'addTime':
    case 'elapsed':
      return `${expr.op} ${expr.unit}`;
    default:
      return 'over' in expr ? `${expr.op} ${expr.over}${expr.where === null ? '' : ' where'}` : expr.op;
  }
}

function spellExpr(expr: Expr): string {
  const operands = operandsOf(expr).map(spellExpr);
  return operands.length === 0 ? name(expr) : `${name(expr)}(${operands.join(', ')})`;
}

const orNone = (expr: Expr | null): string => (expr === null ? '–' : spellExpr(expr));

export function spell(policy: Policy): string {
  const { vocabulary, parameters, definitions, exclusions, benefits, groups } = policy;
  return [
    '',
    `scope ${orNone(policy.scope)}${policy.unique ? ', unique' : ''}`,
    ...Object.entries(vocabulary.facts).flatMap(([key, { when, from }]) =>
      when || from ? [`${key} when ${orNone(when)} from ${orNone(from)}`] : [],
    ),
    ...Object.values(parameters).map(p => `${p.id} = ${JSON.stringify(p.value)}`),
    ...Object.entries(definitions).map(([key, { expr }]) => `${key} = ${spellExpr(expr)}`),
    ...exclusions.map(e => `${e.id} bars ${e.cards.join(', ')} when ${spellExpr(e.when)}`),
    ...benefits.map(b => {
      const amounts = b.amounts.map(({ cards, amount }) => `${cards ?? 'any'}: ${spellExpr(amount)}`);
      const { step, mode } = b.rounding;
      return `${b.id} of ${b.entity} for ${b.cards ?? 'any'} when ${orNone(b.when)}: ${amounts.join('; ')} times ${orNone(b.times)} to ${step} ${mode}`;
    }),
    ...groups.map(g => {
      const caps = g.caps.map(
        cap => `${spellExpr(cap.amount)} per ${cap.per}${cap.proportional ? ' in proportion' : ''}`,
      );
      return `${g.id} over ${g.over}: ${g.benefits.join(', ')} counts ${g.counts ?? 'all'}, caps ${caps.join('; ')}`;
    }),
  ].join('\n');
}
