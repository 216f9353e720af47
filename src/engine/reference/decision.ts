import type { Policy } from '../../policy/policy.ts';
import type { Instance } from '../../population/instance.ts';
import type { Cause, Step } from '../answer.ts';
import { OWED } from '../results.ts';
import type { Settlement } from './benefits.ts';
import type { Judgement } from './cards.ts';
import { type Exact, greatest, least } from './exact.ts';
import type { Frame } from './frame.ts';
import { NO_CLAIM, type Outcome } from './outcome.ts';
import { type Owed, overall, owedBy } from './owed.ts';
import { bareStep } from './steps.ts';
import { allCauses, bothCauses, NO_CAUSES, type Truth, unknownTruth } from './values.ts';

/** Whether something is owed to (or claimed by) a household, and what keeps it open. */
export interface Standing {
  readonly owed: Owed;
  readonly causes: readonly Cause[];
}

/** A claim for a seat; `no` is not listed. */
export interface SeatClaim {
  readonly claimant: Instance;
  readonly owed: Owed;
}

/** What was found out about one household: cards by index, none −1. */
export interface Decision {
  readonly judgement: Judgement;
  /** By benefit index. */
  readonly outcomes: readonly Outcome[];
  /** By duty index. */
  readonly duties: readonly Standing[];
  /** By quota index. */
  readonly claims: readonly (readonly SeatClaim[])[];
}

/** How benefits and duties are worked out, supposing a card (null: none). */
export interface Supposing {
  settle(household: Frame, card: string | null, trace: boolean): Settlement;
  /** To be asked after `settle`. */
  duties(household: Frame, steps: Step[] | null): readonly Truth[];
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

interface Hypothesis extends Settlement {
  readonly duties: readonly Truth[];
}

function suppose(
  program: Supposing,
  household: Frame,
  card: string | null,
  steps: Step[] | null,
): Hypothesis {
  const settlement = program.settle(household, card, steps !== null);
  steps?.push(...settlement.steps);
  return { ...settlement, duties: program.duties(household, steps) };
}

/** Who claims a seat of each quota. */
function seatClaims(
  policy: Policy,
  household: Frame,
  judgement: Judgement,
  found: readonly Hypothesis[],
): SeatClaim[][] {
  const { status, possible, perhapsOutside } = judgement;
  return policy.quotas.map(({ of }) => {
    if (of.kind === 'cards') {
      const meant = possible.some(index => index >= 0 && of.cards.includes(policy.cards[index]!.id));
      const owed = status === 'decided' ? OWED.yes : OWED.perhaps;
      return meant ? [{ claimant: household.instance, owed }] : [];
    }
    const index = policy.benefits.findIndex(benefit => benefit.id === of.id);
    const each = found.map(({ claimants }) => claimants.get(index) ?? new Map<Frame, Owed>());
    if (perhapsOutside) each.push(new Map());
    const claimants = new Set(each.flatMap(found => [...found.keys()]));
    return [...claimants].map(frame => ({
      claimant: frame.instance,
      owed: overall(each.map(found => found.get(frame) ?? OWED.no)),
    }));
  });
}

/** Benefits, duties and claims of a household whose cards have been judged; steps of each go into `steps`. */
export function settleAll(
  policy: Policy,
  program: Supposing,
  household: Frame,
  judgement: Judgement,
  steps: Step[] | null,
): Decision {
  const { hypotheses, perhapsOutside, status, causes } = judgement;
  const found = hypotheses.map((index): Hypothesis => {
    const card = index < 0 ? null : policy.cards[index]!.id;
    if (status === 'decided') return suppose(program, household, card, steps);
    const own: Step[] | null = steps === null ? null : [];
    const hypothesis = suppose(program, household, card, own);
    if (own !== null) steps?.push(bareStep('hypothesis', card ?? '', unknownTruth(causes), own));
    return hypothesis;
  });
  const claims = seatClaims(policy, household, judgement, found);
  const [only] = found;
  if (only === undefined) {
    return {
      judgement,
      outcomes: policy.benefits.map(() => NO_CLAIM),
      duties: policy.duties.map(() => ({ owed: OWED.no, causes: NO_CAUSES })),
      claims,
    };
  }
  if (status === 'decided') {
    const duties = only.duties.map(truth => ({ owed: owedBy(truth), causes: truth.causes }));
    return { judgement, outcomes: only.outcomes, duties, claims };
  }
  return {
    judgement,
    outcomes: policy.benefits.map((_, index) => {
      const outcomes = found.map(hypothesis => hypothesis.outcomes[index]!);
      return joined(perhapsOutside ? [...outcomes, NO_CLAIM] : outcomes, causes);
    }),
    duties: policy.duties.map((_, index) => {
      const each = found.map(hypothesis => hypothesis.duties[index]!);
      const owed = overall([...each.map(owedBy), ...(perhapsOutside ? [OWED.no] : [])]);
      const all = allCauses([causes, ...each.map(truth => truth.causes)]);
      return { owed, causes: owed === OWED.perhaps ? all : NO_CAUSES };
    }),
    claims,
  };
}
