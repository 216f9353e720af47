import type { Expr } from '../language/expr.ts';
import { visit } from '../language/operands.ts';
import type { Benefit, ParameterValue, Policy } from '../policy/policy.ts';

/** Whether a parameter is left open, in any of its cells. */
export function isOpen(value: ParameterValue): boolean {
  if (value.kind === 'cells') return isOpen(value.otherwise) || Object.values(value.cells).some(isOpen);
  return value.kind === 'open';
}

/** Open parameters on which a benefit's amount or condition rests, in the order met. */
export function openParametersOf(policy: Policy, benefit: Benefit): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const look = (root: Expr): void =>
    visit(root, expr => {
      if (expr.op === 'parameter') {
        const parameter = policy.parameters[expr.id];
        if (parameter && isOpen(expr.lastYear ? parameter.lastYear : parameter.value)) found.add(expr.id);
      }
      if (expr.op === 'definition') {
        const key = `${expr.entity}.${expr.id}`;
        const defined = policy.definitions[key];
        if (defined && !seen.has(key)) {
          seen.add(key);
          look(defined.expr);
        }
      }
    });
  for (const { amount } of benefit.amounts) look(amount);
  if (benefit.when) look(benefit.when);
  return [...found];
}
