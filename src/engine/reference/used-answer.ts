import type { Policy } from '../../policy/policy.ts';
import { timesAYear } from '../../policy/yearly.ts';
import type { Instance } from '../../population/instance.ts';
import type { Cause, Step } from '../answer.ts';
import type { Decision } from './decision.ts';
import { roundTo } from './exact.ts';
import { add, multiply } from './numbers.ts';
import type { Outcome } from './outcome.ts';
import type { UsedAnswer } from './program.ts';
import {
  exactNumber,
  INAPPLICABLE,
  interval,
  type Num,
  unknownNumber,
  unknownWord,
  type Val,
  word,
  ZERO,
} from './values.ts';

function figure(
  { state, low, high, causes }: Outcome,
  open: (ranged: boolean) => Cause,
  doubt: (because: readonly Cause[]) => Cause,
): Num {
  const fen = (end: Outcome['low']) => roundTo(end, 1n, 'half-up');
  if (state === 'none') return ZERO;
  if (state === 'unset') return unknownNumber([open(false)]);
  return interval(fen(low), high === null ? null : fen(high), [state === 'due' ? open(true) : doubt(causes)]);
}

/** A decision of the policy used as `use`, as rules of another policy see it. */
export function usedAnswer(
  use: string,
  policy: Policy,
  instance: Instance,
  { judgement, outcomes }: Decision,
  steps: readonly Step[],
): UsedAnswer {
  const { status, possible } = judgement;
  const { entity, id: of } = instance;
  const doubt = (because: readonly Cause[]): Cause => ({ kind: 'used', use, entity, of, because });
  const opens = [false, true].map((ranged): Cause => ({ kind: 'open', parameter: use, ranged }));
  const open = (ranged: boolean) => opens[ranged ? 1 : 0]!;

  function card(): Val {
    if (status === 'out-of-scope') return INAPPLICABLE;
    if (status !== 'decided') return unknownWord([doubt(judgement.causes)]);
    return possible[0]! < 0 ? INAPPLICABLE : word(policy.cards[possible[0]!]!.id);
  }
  const figures = policy.benefits.map((_, index) => figure(outcomes[index]!, open, doubt));
  const yearly = policy.benefits.map((benefit, index) =>
    multiply(figures[index]!, exactNumber(BigInt(timesAYear(benefit)))),
  );
  return {
    card: card(),
    benefits: new Map(policy.benefits.map(({ id }, index) => [id, figures[index]!])),
    amount: yearly.reduce(add, ZERO),
    steps,
  };
}
