import type { Policy } from '../../../policy/policy.ts';
import type { Population } from '../../../population/columns.ts';
import type { Cause } from '../../answer.ts';
import { type Exact, exact } from '../../reference/exact.ts';
import type { Served } from '../../reference/program.ts';
import { FALSE, interval, TRUE, unknownNumber, unknownTruth } from '../../reference/values.ts';
import { CLAIM, type Results, type Run } from '../../results.ts';
import { type Allocation, PLACE } from '../allocation.ts';
import { type Left, leftOf, type Settled } from '../left.ts';

/** Results of quotas and funds by their ids. */
export function settledOf(allocation: Allocation | null): Settled {
  return {
    quotas: new Map((allocation?.quotas ?? []).map(quota => [quota.id, quota])),
    funds: new Map((allocation?.funds ?? []).map(fund => [fund.id, fund])),
  };
}

interface Source {
  readonly policy: Policy;
  readonly results: Results;
  readonly settled: Settled;
}

const end = (fen: number): Exact | null => (Number.isFinite(fen) ? exact(BigInt(fen).toString()) : null);

/**
 * What rules see of what was served: of this policy what is settled so far, of the policies used their whole allocation.
 */
export function servedBy(
  policy: Policy,
  population: Population,
  results: Results | null,
  settled: Settled,
  used: Readonly<Record<string, Run>>,
): Served {
  const lefts = new Map<string, Left>();
  const sources = new Map<string | null, Source>();
  if (results !== null) sources.set(null, { policy, results, settled });
  for (const [use, run] of Object.entries(used))
    sources.set(use, {
      policy: policy.uses[use]!.policy,
      results: run.results,
      settled: settledOf(run.allocation),
    });

  return (use, what, instance) => {
    const source = sources.get(use);
    const causes: readonly Cause[] = [{ kind: 'served', use, id: what.id, of: instance.id }];
    const { row } = instance;
    const unknown = what.kind === 'quota' ? unknownTruth(causes) : unknownNumber(causes);
    if (source === undefined || row === undefined) return unknown;
    if (what.kind === 'quota') {
      const place = source.settled.quotas.get(what.id)?.place[row];
      if (place === undefined || place === PLACE.contesting) return unknown;
      return place === PLACE.served ? TRUE : FALSE;
    }
    const index = source.policy.benefits.findIndex(({ id }) => id === what.id);
    const state = source.results.benefits[index]?.state[row];
    if (state === undefined || state === CLAIM.unset) return unknown;
    const key = `${use ?? ''} ${what.id}`;
    const left = lefts.get(key) ?? leftOf(source.policy, population, source.results, index, source.settled);
    lefts.set(key, left);
    return interval(end(left.low[row]!), end(left.high[row]!), causes);
  };
}
