import type { Expr } from '../../language/expr.ts';
import type { Benefit, Policy } from '../../policy/policy.ts';
import type { Compiling } from './compile.ts';
import { pathDown } from './frame.ts';
import { compileGroup, type GroupProgram } from './groups.ts';
import type { Run } from './program.ts';
import { unitsOf } from './units.ts';

export interface AmountProgram {
  readonly cards: readonly string[] | null;
  readonly run: Run;
  /** Caps at the root of the expression. */
  readonly limits: readonly Run[];
}

export interface BenefitProgram {
  readonly benefit: Benefit;
  readonly index: number;
  readonly when: Run | null;
  readonly amounts: readonly AmountProgram[];
  readonly times: Run | null;
  /** Down to the beneficiaries; null: the household itself. */
  readonly path: readonly string[] | null;
}

export interface UnitProgram {
  readonly benefits: readonly BenefitProgram[];
  readonly group: GroupProgram | null;
}

/** The right sides of the caps at the root of an amount, through other caps and floors. */
function rootCaps(amount: Expr): Expr[] {
  const caps: Expr[] = [];
  for (let at = amount; at.op === 'cap' || at.op === 'floor'; at = at.left)
    if (at.op === 'cap') caps.push(at.right);
  return caps;
}

export function compileBenefits(policy: Policy, compiling: Compiling): UnitProgram[] {
  const { compile } = compiling;
  return unitsOf(policy).map(unit => ({
    group: unit.group === null ? null : compileGroup(policy, unit.group, compiling),
    benefits: unit.benefits.map((index): BenefitProgram => {
      const benefit = policy.benefits[index]!;
      const { entity, when, times } = benefit;
      return {
        benefit,
        index,
        when: when === null ? null : compile(when, entity),
        amounts: benefit.amounts.map(({ cards, amount }) => ({
          cards,
          run: compile(amount, entity),
          limits: rootCaps(amount).map(cap => compile(cap, entity)),
        })),
        // Where there is no money there is nothing to multiply.
        times: times === null || benefit.amounts.length === 0 ? null : compile(times, policy.entity),
        path: entity === policy.entity ? null : pathDown(policy.vocabulary, policy.entity, entity),
      };
    }),
  }));
}
