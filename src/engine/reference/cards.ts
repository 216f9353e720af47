import type { Card, Exclusion, Policy } from '../../policy/policy.ts';
import type { Cause, Status, Step } from '../answer.ts';
import type { Compiling } from './compile.ts';
import type { Frame } from './frame.ts';
import type { Run } from './program.ts';
import { collect, ruleStep } from './steps.ts';
import { bothCauses, condition, NO_CAUSES, type Truth, truth, unknownTruth } from './values.ts';

interface Bar {
  readonly exclusion: Exclusion;
  /** Index among the policy's exclusions. */
  readonly index: number;
  readonly when: Run;
}

interface Candidate {
  readonly card: Card;
  readonly condition: Run;
  readonly bars: readonly Bar[];
}

export interface CardProgram {
  readonly scope: Run | null;
  readonly candidates: readonly Candidate[];
}

export function compileCards(policy: Policy, { compile, definition }: Compiling): CardProgram {
  const bars = policy.exclusions.map(
    (exclusion, index): Bar => ({ exclusion, index, when: compile(exclusion.when, policy.entity) }),
  );
  return {
    scope: policy.scope === null ? null : compile(policy.scope, policy.entity),
    candidates: policy.cards.map(card => ({
      card,
      condition: definition(card.condition),
      bars: bars.filter(bar => bar.exclusion.cards.includes(card.id)),
    })),
  };
}

/** A card taken away: indices of the card and of the exclusion. */
export interface Barred {
  readonly card: number;
  readonly by: number;
}

/** Which cards a household may have. Cards are given by index, none is −1. */
export interface Judgement {
  readonly status: Status;
  readonly possible: readonly number[];
  readonly barred: readonly Barred[];
  readonly causes: readonly Cause[];
  /** Cards to suppose in turn when benefits are worked out, and whether there might be no claim at all. */
  readonly hypotheses: readonly number[];
  readonly perhapsOutside: boolean;
  readonly scopeCauses: readonly Cause[];
}

/** One card with its condition, its bars and whether it would be given. */
interface Tried {
  readonly condition: Truth;
  readonly grant: Truth;
  /** Index of the first exclusion that surely bars it, or −1. */
  readonly by: number;
}

function tryCard(candidate: Candidate, frame: Frame, excluded: (bar: Bar) => Truth): Tried {
  const held = condition(candidate.condition(frame));
  if (held.value === false) return { condition: held, grant: held, by: -1 };
  let causes = held.causes;
  let unknown = held.value === null;
  for (const bar of candidate.bars) {
    const barred = excluded(bar);
    if (barred.value === true) return { condition: held, grant: truth(false), by: bar.index };
    if (barred.value === null) {
      unknown = true;
      causes = bothCauses(causes, barred.causes);
    }
  }
  return { condition: held, grant: unknown ? unknownTruth(causes) : truth(true), by: -1 };
}

/**
 * Tries the cards in their order, up to the first that is surely given (all of them where the policy says that just
 * one condition may hold). Steps of the scope and of each card tried go into `steps`.
 */
export function judge(
  program: CardProgram,
  policy: Policy,
  frame: Frame,
  { state }: Compiling,
  steps: Step[] | null,
): Judgement {
  const note = <V>(work: () => V): { value: V; steps: readonly Step[] } =>
    steps === null ? { value: work(), steps: [] } : collect(state, work);

  let scope = truth(true);
  if (program.scope !== null) {
    const run = program.scope;
    const found = note(() => condition(run(frame)));
    scope = found.value;
    steps?.push(...found.steps.map(step => ({ ...step, role: 'scope' as const })));
  }
  if (scope.value === false) return outOfScope;

  const memo = new Map<Bar, Truth>();
  const possible: number[] = [];
  const barred: Barred[] = [];
  const held: number[] = [];
  let causes = scope.causes;
  let given = false;
  for (const [index, candidate] of program.candidates.entries()) {
    if (given && !policy.unique) break;
    const barSteps: Step[] = [];
    const excluded = (bar: Bar): Truth => {
      const found = memo.has(bar)
        ? { value: memo.get(bar)!, steps: [] }
        : note(() => condition(bar.when(frame)));
      memo.set(bar, found.value);
      if (steps !== null) barSteps.push(ruleStep('exclusion', bar.exclusion, found.value, found.steps));
      return found.value;
    };
    const tried = note(() => tryCard(candidate, frame, excluded));
    const { condition: met, grant, by } = tried.value;
    steps?.push(ruleStep('card', candidate.card, grant, [...tried.steps, ...barSteps]));
    if (met.value === true) held.push(index);
    if (met.value === true && by >= 0 && !given) barred.push({ card: index, by });
    if (grant.value === null) causes = bothCauses(causes, grant.causes);
    if (grant.value !== false) possible.push(index);
    given ||= grant.value === true;
  }
  if (policy.unique && held.length > 1 && scope.value === true) {
    return { ...outOfScope, status: 'conflict', possible: held, barred };
  }
  if (!given) possible.push(-1);
  const hypotheses = [...possible];
  const perhapsOutside = scope.value === null;
  if (perhapsOutside && given) possible.push(-1);
  const decided = possible.length === 1 && !perhapsOutside;
  return {
    status: decided ? 'decided' : 'undetermined',
    possible,
    barred,
    causes: decided ? NO_CAUSES : causes,
    hypotheses,
    perhapsOutside,
    scopeCauses: scope.causes,
  };
}

const outOfScope: Judgement = {
  status: 'out-of-scope',
  possible: [],
  barred: [],
  causes: NO_CAUSES,
  hypotheses: [],
  perhapsOutside: false,
  scopeCauses: NO_CAUSES,
};
