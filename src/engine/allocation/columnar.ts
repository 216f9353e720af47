/** Quotas and funds settled over columns: the same as `allocateReference`, without an object for each household. */
import type { Words } from '../../language/label.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Population } from '../../population/columns.ts';
import type { Results } from '../results.ts';
import type { Allocation, FundResult, QuotaResult } from './allocation.ts';
import { settleFund } from './columnar/fund.ts';
import { ownOf } from './columnar/own.ts';
import { settleQuota } from './columnar/quota.ts';
import type { Settled } from './left.ts';
import { settlingOrder } from './order.ts';
import type { AllocationContext } from './reference.ts';

/** Who gets a seat of each quota and what each limited fund pays, or what the columnar engine can't do of that. */
export function allocateColumns(
  policy: Policy,
  population: Population,
  results: Results,
  { used }: AllocationContext,
): { readonly allocation: Allocation } | { readonly refused: Words } {
  const quotas = new Map<string, QuotaResult>();
  const funds = new Map<string, FundResult>();
  const settled: Settled = { quotas, funds };
  const ground = {
    policy,
    population,
    besides: { used, own: ownOf(policy, population, results, settled, used) },
  };
  for (const item of settlingOrder(policy)) {
    if (item.kind === 'quota') {
      const result = settleQuota(item.quota, item.index, results, ground);
      if ('refused' in result) return result;
      quotas.set(item.quota.id, result);
    } else {
      const result = settleFund(item.fund, results, ground, settled);
      if ('refused' in result) return result;
      funds.set(item.fund.id, result);
    }
  }
  return {
    allocation: {
      quotas: policy.quotas.map(({ id }) => quotas.get(id)!),
      funds: Object.values(policy.funds).flatMap(({ id }) => funds.get(id) ?? []),
    },
  };
}
