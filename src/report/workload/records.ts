import { monthText } from '../../analysis/calendar/days.ts';
import type { Amount, Load, Workload, WorkloadRow } from '../../analysis/workload/workload.ts';
import { type Lang, wordOf } from '../../language/label.ts';
import { csvRecord } from '../csv.ts';
import { actionNames, perId } from '../duty-words.ts';

type Json = Record<string, unknown>;

/** One record for each row and month: what spreadsheets make tables of by themselves. */
export function* workloadCsv(workload: Workload, lang: Lang): Generator<string> {
  const { policy, rows, months, areaEntity } = workload;
  const area =
    areaEntity === null ? 'area' : (policy.vocabulary.entities[areaEntity]?.key ?? `${areaEntity}_id`);
  yield csvRecord([area, 'role', 'role_name', 'action', 'action_name', 'month', 'low', 'high']);
  for (const row of rows)
    for (const [at, { low, high }] of row.months.entries()) {
      const role = row.role === null ? null : (policy.roles[row.role] ?? null);
      yield csvRecord([
        row.area,
        row.role,
        role === null ? null : wordOf(role.label, lang, role.id),
        row.action,
        actionNames[row.action][lang],
        monthText(months.first + at),
        low,
        high,
      ]);
    }
}

const amount = ({ low, high }: Amount): Amount => ({ low, high });
const load = ({ months, total }: Load): Json => ({ months: months.map(amount), total: amount(total) });
const kind = ({ role, action }: Pick<WorkloadRow, 'role' | 'action'>): Json => ({ role, action });

/** The workload for programs; `months` of each row are in the order of the list of months. */
export function workloadJson(workload: Workload): Json {
  const { policy, months, areaEntity, rows, roles, duties, total } = workload;
  return {
    policy: policy.id,
    version: policy.version,
    on: policy.on,
    months: Array.from({ length: months.count }, (_, at) => monthText(months.first + at)),
    of: areaEntity,
    areas: rows.map(row => ({ area: row.area, ...kind(row), ...load(row) })),
    roles: roles.map(row => ({ ...kind(row), ...load(row) })),
    duties: duties.map(one => ({
      id: one.duty.id,
      ...kind(one.duty),
      at_least: one.duty.atLeast,
      per: perId(one.duty),
      households: amount(one.households),
      ...load(one),
    })),
    total: load(total),
  };
}
