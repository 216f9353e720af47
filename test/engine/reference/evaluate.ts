import type { Answer, BenefitAnswer, Cause, Value } from '../../../src/engine/answer.ts';
import { decide } from '../../../src/engine/reference/decide.ts';
import type { Expr } from '../../../src/language/expr.ts';
import type { Instance } from '../../../src/population/instance.ts';
import { known } from '../../support/expr.ts';
import { makeHousehold, makePolicy, type PolicySpec } from '../../support/policy.ts';

/** What an expression (not a bare constant) is worth on a household, as the trace shows it. */
export function evaluated(expr: Expr, household: Instance = makeHousehold(), spec: PolicySpec = {}): Value {
  const policy = makePolicy({ ...spec, cards: { c: known(expr) } });
  const card = decide(policy, household, { trace: true }).reasons.find(step => step.role === 'card');
  return card!.steps[0]!.steps[0]!.value;
}

/** A truth value, a word, `[low, high]`, or `inapplicable`; null: unknown. */
export function plain(value: Value): boolean | string | null | [string | null, string | null] {
  if (value.kind === 'inapplicable') return 'inapplicable';
  if (value.kind !== 'number') return value.value;
  if (value.low === null && value.high === null) return null;
  return value.low === value.high ? value.low : [value.low, value.high];
}

export const worth = (expr: Expr, household?: Instance, spec?: PolicySpec) =>
  plain(evaluated(expr, household, spec));

function causeText(cause: Cause): string {
  switch (cause.kind) {
    case 'missing':
      return cause.entity === 'household' ? cause.fact : `${cause.entity} ${cause.of} ${cause.fact}`;
    case 'open':
      return `${cause.ranged ? 'range' : 'open'} ${cause.parameter}`;
    case 'parts':
      return `parts ${cause.entity} ${cause.of}`;
    case 'used':
      return `used ${cause.use} ${cause.of}`;
    case 'served':
      return `served ${cause.id} ${cause.of}`;
    case 'zero-division':
      return 'zero';
    case 'too-large':
      return 'too large';
    case 'no-parts':
      return 'no parts';
  }
}

/** The causes in short: `member m2 age`, `open line`, `range line`, `parts member h1`, `zero`, `no parts`. */
export function causesOf(value: Value | Answer | BenefitAnswer): string[] {
  return 'causes' in value ? value.causes.map(causeText) : [];
}
