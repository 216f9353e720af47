import type { Policy } from '../../policy/policy.ts';
import type { Instance } from '../../population/instance.ts';
import type { Answer, BenefitAnswer, Cause, Step } from '../answer.ts';
import { OWED } from '../results.ts';
import type { Decision, Standing } from './decision.ts';
import { type Exact, roundTo } from './exact.ts';
import type { Outcome } from './outcome.ts';
import { programOf } from './policy-program.ts';

/** What one household comes to, as the engines compare it. */
export function decideRaw(policy: Policy, household: Instance, steps: Step[] | null = null): Decision {
  const program = programOf(policy, steps !== null);
  return program.decide(program.frame(household), steps);
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

function dutyAnswer(id: string, { owed, causes }: Standing): Answer['duties'] {
  if (owed === OWED.no) return [];
  return [{ id, state: owed === OWED.yes ? 'due' : 'undetermined', causes: distinct(causes) }];
}

/**
 * Decides one household exactly: its card, or why it has none; its benefits; duties towards it; with `trace` every step of the reasoning.
 * The household must be an instance of the entity that the policy classifies.
 */
export function decide(
  policy: Policy,
  household: Instance,
  { trace = false }: { trace?: boolean } = {},
): Answer {
  const steps: Step[] | null = trace ? [] : null;
  const { judgement, outcomes, duties } = decideRaw(policy, household, steps);
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
    duties: policy.duties.flatMap((duty, index) => dutyAnswer(duty.id, duties[index]!)),
    reasons: steps ?? [],
  };
}
