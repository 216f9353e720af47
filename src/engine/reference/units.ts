import type { Expr } from '../../language/expr.ts';
import { visit } from '../../language/operands.ts';
import type { Benefit, Group, Policy } from '../../policy/policy.ts';

/** What is settled at one go: a group with its benefits, or one benefit by itself. */
export interface Unit {
  readonly group: Group | null;
  /** Indices of benefits, as written in the policy. */
  readonly benefits: readonly number[];
}

function expressions(benefit: Benefit): readonly Expr[] {
  const { when, amounts, times } = benefit;
  return [when, times, ...amounts.map(entry => entry.amount)].filter(expr => expr !== null);
}

/** Finds the ids of the benefits that expressions look at, through definitions. */
function benefitFinder(policy: Policy): (roots: readonly Expr[]) => Set<string> {
  const through = new Map<string, Set<string>>();
  function find(roots: readonly Expr[]): Set<string> {
    const found = new Set<string>();
    for (const root of roots) {
      visit(root, expr => {
        if (expr.op === 'benefit') found.add(expr.id);
        if (expr.op !== 'definition') return;
        const key = `${expr.entity}.${expr.id}`;
        if (!through.has(key)) {
          through.set(key, new Set());
          const definition = policy.definitions[key];
          if (definition !== undefined) through.set(key, find([definition.expr]));
        }
        for (const id of through.get(key)!) found.add(id);
      });
    }
    return found;
  }
  return find;
}

/** The units of a policy, each after those that it looks at, otherwise as written. */
export function unitsOf(policy: Policy): Unit[] {
  const units: Unit[] = [];
  const unitOf = new Map<string, Unit>();
  policy.benefits.forEach((benefit, index) => {
    if (unitOf.has(benefit.id)) return;
    const group = policy.groups.find(g => g.id === benefit.group) ?? null;
    const members = policy.benefits.flatMap((b, i) => (group !== null && b.group === group.id ? [i] : []));
    const unit: Unit = { group, benefits: group === null ? [index] : members };
    units.push(unit);
    for (const i of unit.benefits) unitOf.set(policy.benefits[i]!.id, unit);
  });

  const seen = benefitFinder(policy);
  const ordered: Unit[] = [];
  const state = new Map<Unit, 'under way' | 'placed'>();
  function place(unit: Unit): void {
    const at = state.get(unit);
    if (at === 'placed') return;
    if (at === 'under way')
      throw new Error(`benefits depend on each other in a circle: ${policy.benefits[unit.benefits[0]!]!.id}`);
    state.set(unit, 'under way');
    const roots = unit.benefits.flatMap(i => expressions(policy.benefits[i]!));
    for (const id of seen([...roots, ...(unit.group?.caps.map(cap => cap.amount) ?? [])])) {
      const needed = unitOf.get(id);
      if (needed !== undefined) place(needed);
    }
    state.set(unit, 'placed');
    ordered.push(unit);
  }
  for (const unit of units) place(unit);
  return ordered;
}
