import { CLAIM, type Run } from '../engine/results.ts';
import type { Expr } from '../language/expr.ts';
import type { Benefit, Policy } from '../policy/policy.ts';

/** A condition to be looked at for its own sake. */
export interface Probe {
  /** The classified entity, or one of its parts: then it is asked of each part. */
  readonly entity: string;
  readonly condition: Expr;
}

/**
 * The policy turned into one that answers conditions: everybody is judged, nobody gets a card, and each probe is a
 * benefit without money that is due where its condition holds (for a part: where it holds for any). So whatever engine
 * runs policies also answers questions about their conditions.
 */
export function probing(policy: Policy, probes: readonly Probe[]): Policy {
  return {
    ...policy,
    scope: null,
    cards: [],
    exclusions: [],
    groups: [],
    funds: {},
    quotas: [],
    duties: [],
    assertions: [],
    benefits: probes.map((probe, index) => probeBenefit(policy, probe, `probe-${index}`)),
  };
}

export function probeBenefit(policy: Policy, { entity, condition }: Probe, id: string): Benefit {
  return {
    id,
    label: {},
    cite: '',
    clause: [],
    note: {},
    span: condition.span,
    origin: { policy: policy.id, change: 'added' },
    entity,
    cards: null,
    when: condition,
    amounts: [],
    times: null,
    period: 'once',
    periods: null,
    fund: null,
    kind: 'service',
    group: null,
    rounding: { step: '1', mode: 'half-up' },
  };
}

/** Codes of a probe's answer. */
export const TRUTH = { no: 0, yes: 1, unknown: 2 } as const;

/** What probe `index` of a run of `probing(…)` found, by household row. */
export function probeRows(run: Run, index: number): Uint8Array {
  const { state } = run.results.benefits[index]!;
  return state.map(claim =>
    claim === CLAIM.none ? TRUTH.no : claim === CLAIM.due ? TRUTH.yes : TRUTH.unknown,
  );
}
