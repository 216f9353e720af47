import type { Benefit, ParameterValue, Policy } from '../policy/policy.ts';
import { visitThrough } from './conditions.ts';

/** Whether a parameter is left open, in any of its cells. */
function isOpen(value: ParameterValue): boolean {
  if (value.kind === 'cells') return isOpen(value.otherwise) || Object.values(value.cells).some(isOpen);
  return value.kind === 'open';
}

/** Open parameters on which a benefit's amount or condition rests, in the order met. */
export function openParametersOf(policy: Policy, benefit: Benefit): string[] {
  const found = new Set<string>();
  const roots = [...benefit.amounts.map(({ amount }) => amount), ...(benefit.when ? [benefit.when] : [])];
  for (const root of roots)
    visitThrough(policy, root, expr => {
      if (expr.op !== 'parameter') return;
      const parameter = policy.parameters[expr.id];
      if (parameter && isOpen(expr.lastYear ? parameter.lastYear : parameter.value)) found.add(expr.id);
    });
  return [...found];
}
