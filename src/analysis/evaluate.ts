import type { Value } from '../engine/answer.ts';
import { programOf } from '../engine/reference/policy-program.ts';
import { toValue } from '../engine/reference/values.ts';
import type { Expr } from '../language/expr.ts';
import type { Policy } from '../policy/policy.ts';
import type { Instance } from '../population/instance.ts';

/** What expressions are worth on one household, by the reference evaluator; they must not look at cards or benefits. */
export function evaluateOn(policy: Policy, household: Instance, exprs: readonly Expr[]): Value[] {
  const program = programOf(policy, false);
  const runs = exprs.map(expr => program.compiling.compile(expr, policy.entity));
  const frame = program.frame(household);
  return runs.map(run => toValue(run(frame)));
}
