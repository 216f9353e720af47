import type { Policy } from '../../policy/policy.ts';
import type { Instance } from '../../population/instance.ts';
import type { Answer, BenefitAnswer, Cause, Step } from '../answer.ts';
import type { Judgement } from './cards.ts';
import { type Exact, greatest, least, roundTo } from './exact.ts';
import type { Frame } from './frame.ts';
import { NO_CLAIM, type Outcome } from './outcome.ts';
import { type PolicyProgram, programOf } from './policy-program.ts';
import { bareStep } from './steps.ts';
import { allCauses, bothCauses, unknownTruth } from './values.ts';

/** What was found out about one household: cards by index, none −1; outcomes by benefit index. */
export interface Decision {
  readonly judgement: Judgement;
  readonly outcomes: readonly Outcome[];
}

/** Joins what a benefit comes to under several hypotheses. */
function joined(outcomes: readonly Outcome[], doubt: readonly Cause[]): Outcome {
  if (outcomes.every(o => o.state === 'none')) return NO_CLAIM;
  const causes = bothCauses(doubt, allCauses(outcomes.map(o => o.causes)));
  if (outcomes.every(o => o.state === 'none' || o.state === 'unset')) {
    return { state: 'unset', low: 0n, high: 0n, causes };
  }
  const highest = (a: Exact | null, b: Exact | null) => (a === null || b === null ? null : greatest(a, b));
  return {
    state: 'undetermined',
    low: outcomes.map(o => o.low).reduce(least),
    high: outcomes.map(o => o.high).reduce(highest),
    causes,
  };
}

function settleAll(
  policy: Policy,
  program: PolicyProgram,
  household: Frame,
  judgement: Judgement,
  steps: Step[] | null,
): readonly Outcome[] {
  const { hypotheses, perhapsOutside, status } = judgement;
  if (hypotheses.length === 0 || policy.benefits.length === 0) return policy.benefits.map(() => NO_CLAIM);
  const cards = hypotheses.map(index => (index < 0 ? null : policy.cards[index]!.id));
  const found = cards.map(card => program.settle(household, card, steps !== null));
  if (status === 'decided') {
    steps?.push(...found[0]!.steps);
    return found[0]!.outcomes;
  }
  found.forEach((settlement, k) => {
    steps?.push(bareStep('hypothesis', cards[k] ?? '', unknownTruth(judgement.causes), settlement.steps));
  });
  return policy.benefits.map((_, index) => {
    const outcomes = found.map(settlement => settlement.outcomes[index]!);
    return joined(perhapsOutside ? [...outcomes, NO_CLAIM] : outcomes, judgement.causes);
  });
}

/** Cards and benefits of one household as the engines compare them. */
export function decideRaw(policy: Policy, household: Instance, steps: Step[] | null = null): Decision {
  const program = programOf(policy, steps !== null);
  const frame = program.frame(household);
  const judgement = program.judge(frame, steps);
  return { judgement, outcomes: settleAll(policy, program, frame, judgement, steps) };
}

/** Whole fen for the outside; figures are whole already unless a policy rounds to parts of a fen. */
export function fenOf(amount: Exact): number {
  return Number(roundTo(amount, 1n, 'half-up'));
}

/** Each cause once, whatever objects carry it. */
function distinct(causes: readonly Cause[]): Cause[] {
  const seen = new Map(causes.map(cause => [JSON.stringify(cause), cause]));
  return [...seen.values()];
}

function benefitAnswer(id: string, { state, low, high, causes }: Outcome): BenefitAnswer[] {
  if (state === 'none') return [];
  return [{ id, state, low: fenOf(low), high: high === null ? null : fenOf(high), causes: distinct(causes) }];
}

/**
 * Decides one household exactly: its card, or why it has none; its benefits; with `trace` every step of the reasoning.
 * The household must be an instance of the entity that the policy classifies.
 */
export function decide(
  policy: Policy,
  household: Instance,
  { trace = false }: { trace?: boolean } = {},
): Answer {
  const steps: Step[] | null = trace ? [] : null;
  const { judgement, outcomes } = decideRaw(policy, household, steps);
  const { status, possible, barred, causes } = judgement;
  const idOf = (index: number) => (index < 0 ? null : policy.cards[index]!.id);
  return {
    id: household.id,
    status,
    card: status === 'decided' ? idOf(possible[0]!) : null,
    possible: possible.map(idOf),
    barred: barred.map(({ card, by }) => ({ card: policy.cards[card]!.id, by: policy.exclusions[by]!.id })),
    causes: distinct(causes),
    benefits: policy.benefits.flatMap((benefit, index) => benefitAnswer(benefit.id, outcomes[index]!)),
    reasons: steps ?? [],
  };
}
