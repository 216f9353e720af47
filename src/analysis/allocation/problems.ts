import type { AllocationProblem } from '../../engine/allocation/allocation.ts';
import { idOf } from '../../engine/allocation/places.ts';
import type { Run } from '../../engine/results.ts';
import type { Diagnostic, Param } from '../../language/diagnostic.ts';
import type { Label, Words } from '../../language/label.ts';
import { visit } from '../../language/operands.ts';
import type { Span } from '../../language/source.ts';
import { expressionsOf } from '../../policy/lint.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Population } from '../../population/columns.ts';

/** Areas that are named; of more, their number is told. */
const NAMED = 5;

/** Nobody at all is served. */
const fatal: ReadonlySet<AllocationProblem['code']> = new Set(['seats-below-minimums', 'total-unknown']);

/**
 * Why seats could not be counted or shared out, in a policy and in those that it builds on: one diagnostic for each kind
 * of problem of a quota or fund. An error where nobody is served for it, else a warning.
 */
export function allocationProblems(policy: Policy, population: Population, run: Run): Diagnostic[] {
  const own = (run.allocation?.quotas ?? []).flatMap(({ id, problems }) => {
    const quota = policy.quotas.find(each => each.id === id);
    if (!quota) return [];
    const kinds = new Map<string, AllocationProblem[]>();
    for (const one of problems) {
      const key = `${one.code} ${one.entity ?? ''}`;
      kinds.set(key, [...(kinds.get(key) ?? []), one]);
    }
    return [...kinds.values()].map(same => problemOf(policy, population, quota, same));
  });
  const funds = (run.allocation?.funds ?? []).flatMap(({ id, total }): Diagnostic[] => {
    const fund = Object.hasOwn(policy.funds, id) ? policy.funds[id] : undefined;
    if (total !== null || !fund) return [];
    return [
      { code: 'fund-total-unknown', severity: 'warning', params: { name: called(fund) }, span: fund.span },
    ];
  });
  const asks = servedOf(policy);
  const used = Object.entries(run.used).flatMap(([use, other]) => {
    const found = policy.uses[use];
    return found && asks.has(use) ? allocationProblems(found.policy, population, other) : [];
  });
  return [...own, ...funds, ...used];
}

/** The other policies of which it matters here who was served. */
function servedOf(policy: Policy): ReadonlySet<string> {
  const uses = new Set<string>();
  for (const expr of expressionsOf(policy))
    visit(expr, one => {
      if (one.op === 'served' && one.use !== null) uses.add(one.use);
    });
  return uses;
}

function problemOf(
  policy: Policy,
  population: Population,
  quota: { readonly id: string; readonly label: Label; readonly span: Span },
  same: readonly AllocationProblem[],
): Diagnostic {
  const [{ code, entity, params }] = same as [AllocationProblem, ...AllocationProblem[]];
  const ids = same.flatMap(({ row }) => (entity !== null && row >= 0 ? [idOf(population, entity, row)] : []));
  const area: Param =
    entity === null
      ? ''
      : called({ id: entity, label: policy.vocabulary.entities[entity]?.label ?? {} }, false);
  return {
    // No area at all, rather than areas of which something is not known.
    code: params['areas'] === 0 ? 'areas-unrecorded' : code,
    severity: fatal.has(code) ? 'error' : 'warning',
    params: { ...params, name: called(quota), area, areas: areasText(ids), count: Math.max(1, same.length) },
    span: quota.span,
  };
}

function areasText(ids: readonly string[]): Words {
  const named = ids.slice(0, NAMED);
  const more = ids.length > NAMED;
  return {
    zh: `${named.map(id => `“${id}”`).join('、')}${more ? ' 等' : ''}`,
    en: `${named.map(id => `"${id}"`).join(', ')}${more ? ', …' : ''}`,
  };
}

function called({ id, label }: { readonly id: string; readonly label: Label }, quoted = true): Words {
  const [zh, en] = [label.zh ?? label.en ?? id, label.en ?? label.zh ?? id];
  return quoted ? { zh: `“${zh}”`, en: `"${en}"` } : { zh, en };
}
