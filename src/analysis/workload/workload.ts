import { OWED, type Results } from '../../engine/results.ts';
import type { Duty, DutyAction, Policy } from '../../policy/policy.ts';
import type { Population } from '../../population/columns.ts';
import { type Areas, areaRows, areasOf } from '../areas.ts';
import { stageDays } from '../calendar/stages.ts';
import { type Months, type Spread, spreadOf } from './spread.ts';

/** `low` counts what is surely owed, `high` also what may be: where facts are missing. */
export interface Amount {
  readonly low: number;
  readonly high: number;
}

/** Times by month, and in all months. */
export interface Load {
  readonly months: readonly Amount[];
  readonly total: Amount;
}

/** What one role does of one kind in one area. */
export interface WorkloadRow extends Load {
  /** Null: not recorded, or the population records no areas. */
  readonly area: string | null;
  readonly role: string | null;
  readonly action: DutyAction;
}

export interface DutyLoad extends Load {
  readonly duty: Duty;
  /** Households towards which it is owed. */
  readonly households: Amount;
}

export interface Workload {
  readonly policy: Policy;
  readonly months: Months;
  /** By what it is summed up; null where the population records no areas. */
  readonly areaEntity: string | null;
  /** Areas as recorded, then roles and actions in the order of the policy; rows without any duty are left out. */
  readonly rows: readonly WorkloadRow[];
  /** By role and action over all areas. */
  readonly roles: readonly Omit<WorkloadRow, 'area'>[];
  /** In the order of the policy. */
  readonly duties: readonly DutyLoad[];
  readonly total: Load;
}

const zero = (count: number): Load => ({
  months: Array.from({ length: count }, () => ({ low: 0, high: 0 })),
  total: { low: 0, high: 0 },
});

const plus = (a: Amount, b: Amount): Amount => ({ low: a.low + b.low, high: a.high + b.high });

function add(a: Load, b: Load): Load {
  return { months: a.months.map((one, at) => plus(one, b.months[at]!)), total: plus(a.total, b.total) };
}

/** What is surely owed and what may come to it are spread each by itself, so that no month has a high below its low. */
function loadOf(spread: Spread, { low, high }: Amount): Load {
  const sure = spread(low);
  const more = spread(high - low);
  const months = sure.map((times, at) => ({ low: times, high: times + more[at]! }));
  return { months, total: months.reduce(plus, { low: 0, high: 0 }) };
}

/** By duty and area, how many households it is owed towards. */
function householdsOwed(results: Results, duty: number, areas: Areas | null): Amount[] {
  const owed = results.duties[duty]!;
  const counts = Array.from({ length: areas === null ? 1 : areas.ids.length }, () => ({ low: 0, high: 0 }));
  for (let row = 0; row < results.rows; row++) {
    const state = owed[row];
    if (state === OWED.no) continue;
    const count = counts[areas === null ? 0 : areas.rows[row]!]!;
    if (state === OWED.yes) count.low++;
    count.high++;
  }
  return counts;
}

const keyOf = ({ role, action }: Pick<WorkloadRow, 'role' | 'action'>) => JSON.stringify([role, action]);

/**
 * How much there is to do, by month, area, role and kind of duty. Times are whole numbers; rows add up to the totals, months
 * to the totals of a row.
 *
 * @param entity by what to sum up; by default the townships, or what the households directly lie in
 */
export function workloadOf(
  policy: Policy,
  population: Population,
  results: Results,
  months: Months,
  entity?: string,
): Workload {
  const areas = entity === undefined ? areaRows(policy, population) : areasOf(policy, population, entity);
  const names = areas === null ? [null] : areas.ids;
  const stages = stageDays(policy);
  const kinds = new Map<string, Omit<WorkloadRow, 'area'>>();
  const byArea = names.map(() => new Map<string, Load>());
  const duties = policy.duties.map((duty, index): DutyLoad => {
    const spread = spreadOf(duty, policy, stages, months);
    const owed = householdsOwed(results, index, areas);
    const key = keyOf(duty);
    // Owed without a frequency: there is nothing to count.
    if (duty.atLeast === 0)
      return { duty, households: owed.reduce(plus, { low: 0, high: 0 }), ...zero(months.count) };
    let sum = zero(months.count);
    owed.forEach((households, area) => {
      if (households.high === 0) return;
      const load = loadOf(spread, households);
      byArea[area]!.set(key, add(byArea[area]!.get(key) ?? zero(months.count), load));
      sum = add(sum, load);
    });
    const before = kinds.get(key) ?? { role: duty.role, action: duty.action, ...zero(months.count) };
    kinds.set(key, { ...before, ...add(before, sum) });
    return { duty, households: owed.reduce(plus, { low: 0, high: 0 }), ...sum };
  });
  const order = inOrder(policy, [...kinds.values()]);
  return {
    policy,
    months,
    areaEntity: areas?.entity ?? null,
    rows: names.flatMap((area, at) =>
      order.flatMap(({ role, action }) => {
        const load = byArea[at]!.get(keyOf({ role, action }));
        return load === undefined ? [] : [{ area, role, action, ...load }];
      }),
    ),
    roles: order,
    duties,
    total: duties.reduce<Load>(add, zero(months.count)),
  };
}

const ACTIONS: readonly DutyAction[] = ['visit', 'contact', 'monitor', 'plan', 'review', 'other'];

/** Roles as the policy writes them, what has none last; then by the kind of duty. */
function inOrder<T extends Pick<WorkloadRow, 'role' | 'action'>>(policy: Policy, rows: readonly T[]): T[] {
  const roles = Object.keys(policy.roles);
  const place = (role: string | null) => (role === null ? roles.length : roles.indexOf(role));
  return [...rows].sort(
    (a, b) => place(a.role) - place(b.role) || ACTIONS.indexOf(a.action) - ACTIONS.indexOf(b.action),
  );
}
