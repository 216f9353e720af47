import type { Expr } from '../../language/expr.ts';
import type { Label } from '../../language/label.ts';
import { BOOL, type Type } from '../../language/types.ts';
import type { Policy, Rule } from '../../policy/policy.ts';
import type { Step } from '../answer.ts';
import { climb, type Frame, pathUp } from './frame.ts';
import type { Run, State } from './program.ts';
import { toValue, type Val } from './values.ts';

const NO_LABEL: Label = {};
const MONEY: Type = { kind: 'number', dimension: { money: 1 } };
/** Rules come to a truth value or, benefits and groups, to money. */
const typeOf = (value: Val): Type => (value.kind === 'number' ? MONEY : BOOL);

/** A step for a rule of the policy. */
export function ruleStep(
  role: Step['role'],
  rule: Rule,
  value: Val,
  steps: readonly Step[],
  at: Step['at'] = null,
): Step {
  const { id, label, span, cite, origin } = rule;
  return {
    role,
    op: null,
    id,
    label,
    span,
    cite,
    origin,
    at,
    value: toValue(value),
    type: typeOf(value),
    steps,
  };
}

/** A step for something that is no rule and stands nowhere. */
export function bareStep(
  role: Step['role'],
  id: string,
  value: Val,
  steps: readonly Step[],
  at: Step['at'] = null,
): Step {
  return {
    role,
    op: null,
    id,
    label: NO_LABEL,
    span: null,
    cite: '',
    origin: null,
    at,
    value: toValue(value),
    type: typeOf(value),
    steps,
  };
}

/** Runs with a list of its own for steps; gives the value and the list. */
export function collect<V>(state: State, work: () => V): { value: V; steps: Step[] } {
  const outer = state.steps;
  const steps: Step[] = [];
  state.steps = steps;
  try {
    return { value: work(), steps };
  } finally {
    state.steps = outer;
  }
}

/** How to name what an expression refers to. */
function named(expr: Expr, policy: Policy): Pick<Step, 'role' | 'id' | 'label' | 'cite' | 'origin'> {
  const bare = { cite: '', origin: null };
  switch (expr.op) {
    case 'fact': {
      const fact = policy.vocabulary.facts[`${expr.entity}.${expr.id}`];
      return { role: 'fact', id: expr.id, label: fact?.label ?? NO_LABEL, ...bare };
    }
    case 'definition': {
      const rule = policy.definitions[`${expr.entity}.${expr.id}`];
      return {
        role: 'definition',
        id: expr.id,
        label: rule?.label ?? NO_LABEL,
        cite: rule?.cite ?? '',
        origin: rule?.origin ?? null,
      };
    }
    case 'parameter': {
      const rule = policy.parameters[expr.id];
      return {
        role: 'parameter',
        id: expr.id,
        label: rule?.label ?? NO_LABEL,
        cite: rule?.cite ?? '',
        origin: rule?.origin ?? null,
      };
    }
    case 'benefit': {
      const rule = policy.benefits.find(b => b.id === expr.id);
      return { role: 'expression', id: expr.id, label: rule?.label ?? NO_LABEL, ...bare };
    }
    case 'used':
      return { role: 'used', id: expr.use, label: policy.uses[expr.use]?.label ?? NO_LABEL, ...bare };
    default:
      return { role: 'expression', id: '', label: NO_LABEL, ...bare };
  }
}

/** Which instance a step is about, unless it is the one judged. */
export function placeOf(frame: Frame, judged: string): Step['at'] {
  const { entity, id } = frame.instance;
  return entity === judged ? null : { entity, id };
}

/** The same expression, noting a step of each run. Constants need none. */
export function noting(expr: Expr, run: Run, policy: Policy, entity: string, state: State): Run {
  switch (expr.op) {
    case 'number':
    case 'bool':
    case 'enum':
    case 'date':
    case 'text':
      return run;
  }
  const name = named(expr, policy);
  const elsewhere =
    expr.op === 'fact' || expr.op === 'definition' || expr.op === 'used' || expr.op === 'served';
  const about = elsewhere ? expr.entity : entity;
  const path = pathUp(policy.vocabulary, entity, about) ?? [];
  return frame => {
    const { value, steps } = collect(state, () => run(frame));
    state.steps?.push({
      ...name,
      op: expr.op,
      span: expr.span,
      at: placeOf(climb(frame, path), policy.entity),
      value: toValue(value),
      type: expr.type,
      steps,
    });
    return value;
  };
}
