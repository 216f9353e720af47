/** Seats, funds and duties for programs; money in yuan. */
import type { DutySummary } from '../../analysis/allocation/duties.ts';
import type { FundShift, PaidShift } from '../../analysis/allocation/fund-shifts.ts';
import type { LimitedFund } from '../../analysis/allocation/funds.ts';
import type { QuotaSummary } from '../../analysis/allocation/quotas.ts';
import type { QuotaShift } from '../../analysis/allocation/shifts.ts';
import type { Range } from '../../analysis/money.ts';
import type { Duty, Policy } from '../../policy/policy.ts';
import { cadenceId } from '../duty-words.ts';

type Json = Record<string, unknown>;

const yuan = (fen: number | null) => (fen === null ? null : fen / 100);
const money = ({ low, high }: Range) => ({ low: yuan(low), high: yuan(high) });

export function quotaJson({
  id,
  entity,
  levels,
  areaEntity,
  areas,
  pools,
  problems,
  ...counts
}: QuotaSummary): Json {
  return {
    id,
    of: entity,
    ...counts,
    vacant: counts.seats - counts.taken,
    levels: levels.map(({ entity: of, ...level }) => ({ of, ...level })),
    ...(areaEntity === null ? {} : { areas: { of: areaEntity, list: areas } }),
    pools: pools.map(({ entity: of, ...pool }) => ({ of, ...pool })),
    problems: problems.map(({ code, entity: of, areas: ids, params }) => ({ code, of, areas: ids, params })),
  };
}

export function fundJson({ total, asked, served, full, part, unserved, contesting }: LimitedFund): Json {
  return { total: yuan(total), asked: money(asked), served: money(served), full, part, unserved, contesting };
}

export function dutiesJson(policy: Policy, duties: readonly DutySummary[]): Json {
  return Object.fromEntries(
    duties.map(({ id, owed, perhaps }, index) => [
      id,
      {
        ...owed,
        ...frequency(policy.duties[index]!),
        ...(perhaps.households > 0 ? { undetermined: perhaps } : {}),
      },
    ]),
  );
}

const frequency = ({ atLeast, cadence }: Duty) => ({
  at_least: atLeast,
  per: cadence === null ? 'once' : cadenceId(cadence),
});

/** `policy` is the place of the other draft among the policies. */
export function shiftJson({ id, entity, ...shift }: QuotaShift, policy: number): Json {
  return { policy, quota: id, of: entity, ...shift };
}

export function paidJson({ id, more, less, unknown }: FundShift, policy: number): Json {
  const side = ({ count, sum, examples }: PaidShift) => ({ households: count, sum: money(sum), examples });
  return { policy, fund: id, more: side(more), less: side(less), unknown };
}
