import type { Policy } from '../../policy/policy.ts';
import type { Step } from '../answer.ts';
import { OWED } from '../results.ts';
import {
  type AmountProgram,
  type BenefitProgram,
  compileBenefits,
  type UnitProgram,
} from './benefit-program.ts';
import { type Note, unitSteps } from './benefit-steps.ts';
import {
  type Claim,
  type Ends,
  figure,
  judged,
  lowestLimit,
  multiplied,
  rounded,
  together,
} from './claim.ts';
import type { Compiling } from './compile.ts';
import { type Frame, partsOf } from './frame.ts';
import { settleGroup } from './groups.ts';
import { maximum } from './numbers.ts';
import { NO_CLAIM, type Outcome, totalOf } from './outcome.ts';
import { admits, type Owed } from './owed.ts';
import { collect } from './steps.ts';
import {
  bothCauses,
  condition,
  exactNumber,
  highOf,
  interval,
  lowOf,
  type Num,
  TRUE,
  type Truth,
  type Val,
  ZERO,
} from './values.ts';

const ONE = exactNumber(1n);

/** What is worked out under one hypothesis. */
export interface Settlement {
  /** By benefit index. */
  readonly outcomes: readonly Outcome[];
  /** By index of a benefit that a quota binds: who claims it, and whether surely. */
  readonly claimants: ReadonlyMap<number, ReadonlyMap<Frame, Owed>>;
  readonly steps: readonly Step[];
}

const orZero = (value: Val): Num => (value.kind === 'inapplicable' ? ZERO : (value as Num));

/** Works out the benefits of one policy; see `docs/evaluation.md`. */
export function settler(policy: Policy, compiling: Compiling) {
  const units = compileBenefits(policy, compiling);
  const { state } = compiling;
  /** Benefits for which there are only so many seats. */
  const bound = new Set(policy.quotas.flatMap(({ of }) => (of.kind === 'benefit' ? [of.id] : [])));
  const tracing = () => state.steps !== null;

  function limitOf(amount: AmountProgram | undefined, frame: Frame, times: Num): (() => Ends) | null {
    if (amount === undefined || amount.limits.length === 0) return null;
    return () => {
      const { value } = collect(state, () => amount.limits.map(run => multiplied(orZero(run(frame)), times)));
      return lowestLimit(value.map(limit => ({ low: lowOf(limit), high: highOf(limit) })));
    };
  }

  /** The claim of one beneficiary; null where surely not entitled. */
  function claimOf(
    program: BenefitProgram,
    amount: AmountProgram | undefined,
    household: Frame,
    frame: Frame,
    position: number,
  ): { entitled: Truth; claim: Claim | null } {
    const entitled = program.when === null ? TRUE : condition(program.when(frame));
    if (entitled.value === false) return { entitled, claim: null };
    const single = amount === undefined ? ZERO : maximum([orZero(amount.run(frame)), ZERO]);
    const grouped = program.benefit.group !== null;
    const times = program.times === null ? ONE : orZero(program.times(household));
    const figures = program.times === null ? single : multiplied(single, times);
    const sure = entitled.value === true;
    const claim = judged({
      benefit: program.index,
      beneficiary: frame,
      position,
      low: sure ? lowOf(figures)! : 0n,
      high: highOf(figures),
      sure,
      doubt: entitled.causes,
      causes: bothCauses(entitled.causes, figures.causes),
      limit: limitOf(amount, frame, grouped ? times : ONE),
    });
    if (grouped || program.times === null || claim.state === 'unset') return { entitled, claim };
    // Outside groups the head count multiplies the rounded amount; see `alone`.
    return { entitled, claim: { ...claim, low: sure ? lowOf(single)! : 0n, high: highOf(single) } };
  }

  function claimsOf(program: BenefitProgram, household: Frame, notes: Note[]): Claim[] {
    const { benefit, path, index } = program;
    if (!admits(benefit.cards, state.card)) return [];
    const amount = program.amounts.find(entry => admits(entry.cards, state.card));
    if (amount === undefined && program.amounts.length > 0) return [];
    const parts = path === null ? { frames: [household] } : partsOf(household, path);
    if (parts.frames === null) {
      const high = amount === undefined ? 0n : null;
      const { causes } = parts;
      const whole = {
        benefit: index,
        beneficiary: null,
        position: 0,
        low: 0n,
        high,
        sure: false,
        limit: null,
      };
      return [judged({ ...whole, doubt: causes, causes })];
    }
    const claims: Claim[] = [];
    parts.frames.forEach((frame, position) => {
      const work = () => claimOf(program, amount, household, frame, position);
      const { value, steps } = tracing() ? collect(state, work) : { value: work(), steps: [] };
      if (value.claim !== null) claims.push(value.claim);
      if (tracing()) notes.push({ ...value, benefit: index, frame, steps });
    });
    return claims;
  }

  /** A benefit by itself: rounded, then times the head count. */
  function alone(program: BenefitProgram, household: Frame, claims: readonly Claim[]): Claim[] {
    const times = program.times === null || claims.length === 0 ? null : orZero(program.times(household));
    return claims.map(claim => {
      const paid = rounded(claim, program.benefit.rounding);
      if (times === null || paid.state === 'unset') return paid;
      const product = multiplied(interval(paid.low, paid.high, paid.causes), times);
      return { ...paid, low: lowOf(product)!, high: highOf(product) };
    });
  }

  /** Entitled before its group and still so after it, which may have gathered all members into one claim. */
  function claimants(before: readonly Claim[], after: readonly Claim[]): Map<Frame, Owed> {
    const found = new Map<Frame, Owed>();
    for (const { beneficiary, sure } of before) {
      if (beneficiary === null) continue;
      const left = after.find(each => each.beneficiary === beneficiary || each.beneficiary === null);
      if (left !== undefined) found.set(beneficiary, sure && left.sure ? OWED.yes : OWED.perhaps);
    }
    return found;
  }

  function settleUnit(
    unit: UnitProgram,
    household: Frame,
    outcomes: Outcome[],
    seats: Map<number, ReadonlyMap<Frame, Owed>>,
    steps: Step[],
  ): void {
    const notes: Note[] = [];
    const claims = unit.benefits.map(program => claimsOf(program, household, notes));
    const group = unit.group;
    const work = () =>
      group === null
        ? alone(unit.benefits[0]!, household, claims[0]!)
        : settleGroup(group, policy, household, claims.flat());
    const { value: settled, steps: groupSteps } = tracing()
      ? collect(state, work)
      : { value: work(), steps: [] };
    for (const [k, { benefit, index, path }] of unit.benefits.entries()) {
      const own = settled.filter(claim => claim.benefit === index);
      const separate = own.every(claim => claim.beneficiary !== null) && group?.group.over !== 'household';
      const outcome: Outcome = own.length === 0 ? NO_CLAIM : together(own);
      outcomes[index] = outcome;
      if (bound.has(benefit.id)) seats.set(index, claimants(claims[k]!, own));
      state.settled.set(benefit.id, {
        total: totalOf(outcome),
        each:
          path !== null && separate ? new Map(own.map(claim => [claim.beneficiary!, figure(claim)])) : null,
      });
    }
    if (tracing())
      steps.push(...unitSteps(policy, group?.group ?? null, notes, settled, outcomes, groupSteps));
  }

  /** Settles all benefits, supposing a card (null: none). */
  return function settle(household: Frame, card: string | null, trace: boolean): Settlement {
    state.card = card;
    state.cardDoubt = null;
    state.hypothesis++;
    state.settled = new Map();
    const outcomes: Outcome[] = policy.benefits.map(() => NO_CLAIM);
    const seats = new Map<number, ReadonlyMap<Frame, Owed>>();
    const steps: Step[] = [];
    const work = () => {
      for (const unit of units) settleUnit(unit, household, outcomes, seats, steps);
    };
    if (trace) collect(state, work);
    else work();
    return { outcomes, claimants: seats, steps };
  };
}
