/** What quotas and funds left, put at hand for rules that ask for it. */
import type { Policy } from '../../policy/policy.ts';
import type { Population } from '../../population/columns.ts';
import { programOf } from '../reference/policy-program.ts';
import type { Results, Run } from '../results.ts';
import type { Settled } from './left.ts';
import { servedBy, settledOf } from './reference/served.ts';

/** What is known of a population besides its facts. */
export interface AtHand {
  readonly results: Results | null;
  /** What this policy's own quotas and funds left, as far as it is settled. */
  readonly settled: Settled;
  readonly used: Readonly<Record<string, Run>>;
}

/** Nothing of its own yet, but what the policies that it uses come to. */
export const onlyUsed = (used: Readonly<Record<string, Run>>): AtHand => ({
  results: null,
  settled: settledOf(null),
  used,
});

export const allOf = ({ results, allocation, used }: Run): AtHand => ({
  results,
  settled: settledOf(allocation),
  used,
});

/** Puts it at hand of a policy and of those that it uses; the result takes it away again. */
function supply(policy: Policy, population: Population, atHand: AtHand, trace: boolean): () => void {
  const { state } = programOf(policy, trace).compiling;
  const before = state.served;
  state.served = servedBy(policy, population, atHand.results, atHand.settled, atHand.used);
  state.hypothesis++;
  const below = Object.entries(atHand.used).map(([use, run]) =>
    supply(policy.uses[use]!.policy, population, onlyUsed(run.used), trace),
  );
  return () => {
    state.served = before;
    state.hypothesis++;
    for (const undo of below) undo();
  };
}

/** Works with what was served at hand for expressions of the policy. */
export function withServed<T>(
  policy: Policy,
  population: Population,
  atHand: AtHand,
  work: () => T,
  { trace = false }: { trace?: boolean } = {},
): T {
  const undo = supply(policy, population, atHand, trace);
  try {
    return work();
  } finally {
    undo();
  }
}
