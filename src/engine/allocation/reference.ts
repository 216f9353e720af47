/** Quotas and funds settled slowly and plainly, with exact figures: what the columnar allocation is held to. */
import type { Policy } from '../../policy/policy.ts';
import type { Population } from '../../population/columns.ts';
import { programOf } from '../reference/policy-program.ts';
import type { Results, Run } from '../results.ts';
import type { Allocation, FundResult, QuotaResult } from './allocation.ts';
import { withServed } from './at-hand.ts';
import type { Settled } from './left.ts';
import { settlingOrder } from './order.ts';
import { settleFund } from './reference/fund.ts';
import { settleQuota } from './reference/quota.ts';

/** What the policies that this one uses come to on the same population. */
export interface AllocationContext {
  readonly used: Readonly<Record<string, Run>>;
}

/**
 * Who gets a seat of each quota and what each limited fund pays, given what the policy decides on a population
 * (`runReference` or the columnar engine); the law is "Quotas" and "Funds" in `docs/evaluation.md`.
 */
export function allocateReference(
  policy: Policy,
  population: Population,
  results: Results,
  { used }: AllocationContext,
): Allocation {
  const program = programOf(policy, false);
  const quotas = new Map<string, QuotaResult>();
  const funds = new Map<string, FundResult>();
  const settled: Settled = { quotas, funds };
  const ground = { policy, population, program };
  for (const item of settlingOrder(policy)) {
    // Put at hand anew for each, since what is left of a benefit changes as quotas and funds are settled.
    withServed(policy, population, { results, settled, used }, () => {
      if (item.kind === 'quota') {
        quotas.set(item.quota.id, settleQuota(item.quota, item.index, results, ground));
      } else {
        funds.set(item.fund.id, settleFund(item.fund, results, ground, settled));
      }
    });
  }
  return {
    quotas: policy.quotas.map(({ id }) => quotas.get(id)!),
    funds: Object.values(policy.funds).flatMap(({ id }) => funds.get(id) ?? []),
  };
}
