/** The parameters of a policy one by one, cell by cell, for a panel in which they are changed. */
import type { Expr } from '../../language/expr.ts';
import type { Parameter, ParameterValue, Policy, Rule } from '../../policy/policy.ts';
import { OTHERWISE } from '../../policy/with-parameters.ts';
import { visitThrough } from '../conditions.ts';

/** One figure that can be changed. */
export interface ParameterLine {
  readonly parameter: Parameter;
  /** Key of the cell, `OTHERWISE` for what no cell speaks of; null: the parameter itself. */
  readonly cell: string | null;
  readonly value: Exclude<ParameterValue, { kind: 'cells' }>;
  /** Rules that rest on it, through definitions, in the order of the policy. */
  readonly usedBy: readonly Rule[];
}

/** All parameters in the order written; one that differs by facts has a line for each cell and one for the rest. */
export function parameterLines(policy: Policy): ParameterLine[] {
  const users = usersOf(policy);
  return Object.values(policy.parameters).flatMap((parameter): ParameterLine[] => {
    const { value } = parameter;
    const usedBy = users.get(parameter.id) ?? [];
    if (value.kind !== 'cells') return [{ parameter, cell: null, value, usedBy }];
    const cells = [...Object.entries(value.cells), [OTHERWISE, value.otherwise] as const];
    return cells.flatMap(([cell, own]) =>
      own.kind === 'cells' ? [] : [{ parameter, cell, value: own, usedBy }],
    );
  });
}

/** By parameter: what rests on it. */
function usersOf(policy: Policy): ReadonlyMap<string, Rule[]> {
  const users = new Map<string, Rule[]>();
  for (const [rule, exprs] of rulesOf(policy)) {
    const met = new Set<string>();
    for (const expr of exprs)
      visitThrough(policy, expr, part => {
        if (part.op === 'parameter') met.add(part.id);
      });
    for (const id of met) users.set(id, [...(users.get(id) ?? []), rule]);
  }
  return users;
}

const some = (...exprs: readonly (Expr | null | undefined)[]): Expr[] =>
  exprs.filter((expr): expr is Expr => expr != null);

/** Every rule that decides something, with the expressions it is made of. */
function rulesOf(policy: Policy): (readonly [Rule, readonly Expr[]])[] {
  return [
    ...policy.cards.map(card => [card, some(policy.definitions[card.condition]?.expr)] as const),
    ...policy.exclusions.map(exclusion => [exclusion, [exclusion.when]] as const),
    ...policy.benefits.map(
      benefit =>
        [benefit, some(benefit.when, benefit.times, ...benefit.amounts.map(({ amount }) => amount))] as const,
    ),
    ...policy.groups.map(group => [group, group.caps.map(({ amount }) => amount)] as const),
    ...policy.quotas.map(
      quota =>
        [
          quota,
          some(
            quota.takes,
            quota.total,
            quota.least,
            ...quota.levels.map(({ seats }) => seats),
            ...quota.shares.map(({ weight }) => weight),
            ...quota.rank.map(({ expr }) => expr),
          ),
        ] as const,
    ),
    ...policy.duties.map(duty => [duty, some(duty.when)] as const),
    ...policy.assertions.map(assertion => [assertion, [assertion.expr]] as const),
  ];
}
