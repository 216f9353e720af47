import type { Expr } from '../../language/expr.ts';
import type { Label } from '../../language/label.ts';
import type { Policy } from '../../policy/policy.ts';
import { quotaExpressions } from '../../policy/quotas/checks.ts';
import { visitThrough } from '../conditions.ts';
import type { RuleSection } from '../trace/rules.ts';

/** A rule that rests on a parameter, by itself or through definitions. */
export interface Usage {
  readonly section: RuleSection | 'fund' | 'scope';
  readonly id: string;
  readonly label: Label;
  readonly clause: readonly string[];
  /** What it evaluates. */
  readonly roots: readonly Expr[];
}

/** All rules that evaluate something, in the order of the sections. */
function everyUsage(policy: Policy): Usage[] {
  const { cards, exclusions, benefits, groups, quotas, funds, duties, transitions, assertions, scope } =
    policy;
  const of = <R extends { readonly id: string; readonly label: Label; readonly clause: readonly string[] }>(
    section: Usage['section'],
    rules: readonly R[],
    roots: (rule: R) => readonly (Expr | null)[],
  ): Usage[] =>
    rules.map(rule => ({
      section,
      id: rule.id,
      label: rule.label,
      clause: rule.clause,
      roots: roots(rule).filter(expr => expr !== null),
    }));
  return [
    ...of('scope', [{ id: 'scope', label: {}, clause: [] }], () => [scope]),
    ...of('card', cards, ({ condition }) => [policy.definitions[condition]?.expr ?? null]),
    ...of('exclusion', exclusions, ({ when }) => [when]),
    ...of('benefit', benefits, ({ when, times, amounts }) => [
      when,
      times,
      ...amounts.map(({ amount }) => amount),
    ]),
    ...of('group', groups, ({ caps }) => caps.map(({ amount }) => amount)),
    ...of('quota', quotas, quotaExpressions),
    ...of(
      'fund',
      Object.values(funds).map(fund => ({ ...fund, clause: [] })),
      ({ total, rank }) => [total, ...rank.map(({ expr }) => expr)],
    ),
    ...of('duty', duties, ({ when }) => [when]),
    ...of('transition', transitions, ({ from }) => [from]),
    ...of('assertion', assertions, ({ expr }) => [expr]),
  ];
}

/** How a parameter is asked for: as of the day, or its value of the year before. */
export type Asked = 'value' | 'last-year';

/** By parameter id and way of asking (`warning_line value`): the rules that rest on it; definitions only where no rule does. */
export function usagesOf(policy: Policy): ReadonlyMap<string, readonly Usage[]> {
  const found = new Map<string, Usage[]>();
  const add = (usage: Usage) => {
    for (const root of usage.roots)
      visitThrough(policy, root, expr => {
        if (expr.op !== 'parameter') return;
        const key = usageKey(expr.id, expr.lastYear ? 'last-year' : 'value');
        const list = found.get(key) ?? [];
        if (!list.includes(usage)) found.set(key, [...list, usage]);
      });
  };
  for (const usage of everyUsage(policy)) add(usage);
  const reached = new Set(found.keys());
  for (const { id, label, clause, kind, expr } of Object.values(policy.definitions)) {
    if (kind !== 'definition' && kind !== 'score') continue;
    visitThrough(policy, expr, each => {
      if (each.op !== 'parameter') return;
      const key = usageKey(each.id, each.lastYear ? 'last-year' : 'value');
      if (reached.has(key)) return;
      const list = found.get(key) ?? [];
      if (!list.some(known => known.section === kind && known.id === id))
        found.set(key, [...list, { section: kind, id, label, clause, roots: [expr] }]);
    });
  }
  return found;
}

export const usageKey = (parameter: string, asked: Asked): string => `${parameter} ${asked}`;
