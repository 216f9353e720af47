import type { Expr } from '../../language/expr.ts';
import { visit } from '../../language/operands.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Place, Run } from './program.ts';
import { collect } from './steps.ts';

/** The definitions (by key) whose value depends on the card supposed, on benefits or on what else is at hand, directly or through others. */
export function hypothetical(policy: Policy): ReadonlySet<string> {
  const found = new Set<string>();
  const depends = (root: Expr): boolean => {
    let met = false;
    visit(root, expr => {
      met ||= expr.op === 'card' || expr.op === 'benefit';
      // The policy used may itself ask what was served.
      met ||= expr.op === 'served' || expr.op === 'used';
      met ||= expr.op === 'definition' && found.has(`${expr.entity}.${expr.id}`);
    });
    return met;
  };
  // Until nothing is added, so that the order they are listed in does not matter.
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const [key, definition] of Object.entries(policy.definitions)) {
      if (!found.has(key) && depends(definition.expr)) found.add(key);
    }
  }
  return found;
}

/** What a definition is worth on an instance of its entity, worked out once for each instance (and hypothesis). */
export function compileDefinition(
  place: Place,
  expr: Expr,
  entity: string,
  slot: number,
  supposed: boolean,
): Run {
  const { state } = place;
  const body = place.compile(expr, entity);
  return frame => {
    const known = frame.definitions[slot];
    if (known !== undefined && (!supposed || frame.hypotheses[slot] === state.hypothesis)) {
      const step = frame.steps[slot];
      if (step !== undefined) state.steps?.push(...step);
      return known;
    }
    const { value, steps } =
      state.steps === null ? { value: body(frame), steps: undefined } : collect(state, () => body(frame));
    frame.definitions[slot] = value;
    frame.hypotheses[slot] = state.hypothesis;
    frame.steps[slot] = steps;
    if (steps !== undefined) state.steps?.push(...steps);
    return value;
  };
}
