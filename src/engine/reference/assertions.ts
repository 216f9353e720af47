import type { Assertion, Policy } from '../../policy/policy.ts';
import type { Population } from '../../population/columns.ts';
import type { Instance } from '../../population/instance.ts';
import { instanceOf } from '../../population/instance-of.ts';
import type { Cause } from '../answer.ts';
import { programOf } from './policy-program.ts';
import type { Run } from './program.ts';
import { allCauses, condition, interval, NO_CAUSES, type Truth, truth, unknownTruth } from './values.ts';

/** Whether an assertion holds; null: not known, for the reasons in `causes`. */
export interface Verdict {
  readonly assertion: Assertion;
  readonly holds: boolean | null;
  readonly causes: readonly Cause[];
}

/** An assertion about every household, tried on a whole population. */
export interface PopulationVerdict extends Verdict {
  /** Id of the first household for which it fails, else of the first for which it is not known. */
  readonly witness: string | null;
  /** Households for which it fails, and for which it is not known. */
  readonly failed: number;
  readonly unknown: number;
}

/** A figure of a whole result: households, people, or fen. `high` null: unbounded. */
export interface Figure {
  readonly low: number;
  readonly high: number | null;
}

/**
 * Figures of a whole result. `card`: an id, `#none` or `#all`; `benefit`: null for all benefits; `served`: what quotas and
 * funds leave of money.
 */
export type Figures = (
  what: 'households' | 'people' | 'money',
  card: string,
  benefit: string | null,
  served: boolean,
) => Figure;

interface Prepared {
  readonly assertion: Assertion;
  readonly run: Run;
}

const prepared = new WeakMap<Policy, readonly Prepared[]>();

function assertionsOf(policy: Policy, on: Assertion['on']): readonly Prepared[] {
  const made =
    prepared.get(policy) ??
    policy.assertions.map(assertion => ({
      assertion,
      run: programOf(policy, false).compiling.compile(assertion.expr, policy.entity),
    }));
  prepared.set(policy, made);
  return made.filter(entry => entry.assertion.on === on);
}

const verdict = (assertion: Assertion, found: Truth): Verdict => ({
  assertion,
  holds: found.value,
  causes: found.causes,
});

/** Assertions about the parameters. */
export function checkParameters(policy: Policy): Verdict[] {
  const program = programOf(policy, false);
  const frame = program.nobody();
  return assertionsOf(policy, 'parameters').map(({ assertion, run }) =>
    verdict(assertion, condition(run(frame))),
  );
}

/** Assertions about the whole result of a run. */
export function checkOverall(policy: Policy, figures: Figures): Verdict[] {
  const program = programOf(policy, false);
  const { state } = program.compiling;
  const frame = program.nobody();
  state.totals = (what, card, benefit, served) => {
    const { low, high } = figures(what, card, benefit, served);
    return interval(BigInt(low), high === null ? null : BigInt(high), NO_CAUSES);
  };
  try {
    return assertionsOf(policy, 'overall').map(({ assertion, run }) =>
      verdict(assertion, condition(run(frame))),
    );
  } finally {
    state.totals = null;
  }
}

/** Together over the hypotheses of an undetermined card: what all of them agree on. */
function agreed(found: readonly Truth[], doubt: readonly Cause[]): Truth {
  const first = found[0]!.value;
  if (first !== null && found.every(each => each.value === first)) return truth(first);
  return unknownTruth(allCauses([doubt, ...found.map(each => each.causes)]));
}

/** Assertions about every household, for one of them; none where it is out of scope or its cards conflict. */
export function checkHousehold(policy: Policy, household: Instance): Verdict[] {
  const entries = assertionsOf(policy, 'household');
  if (entries.length === 0) return [];
  const program = programOf(policy, false);
  const frame = program.frame(household);
  const { hypotheses, perhapsOutside, causes } = program.judge(frame, null);
  if (hypotheses.length === 0) return [];
  const found = hypotheses.map(index => {
    program.settle(frame, index < 0 ? null : policy.cards[index]!.id, false);
    return entries.map(({ run }) => condition(run(frame)));
  });
  return entries.map(({ assertion }, k) => {
    const each = found.map(row => row[k]!);
    // Out of scope nothing is asserted, so a failure is not certain either.
    return verdict(assertion, agreed(perhapsOutside ? [...each, truth(true)] : each, causes));
  });
}

/** Assertions about every household, over a population, each with a witness against it. */
export function checkHouseholds(policy: Policy, population: Population): PopulationVerdict[] {
  const tally = assertionsOf(policy, 'household').map(({ assertion }) => ({
    assertion,
    failed: 0,
    unknown: 0,
    failure: null as string | null,
    doubt: null as string | null,
    causes: NO_CAUSES,
  }));
  const rows = tally.length === 0 ? 0 : (population.tables[policy.entity]?.rows ?? 0);
  for (let row = 0; row < rows; row++) {
    const household = instanceOf(population, policy.vocabulary, row, policy.entity);
    checkHousehold(policy, household).forEach(({ holds, causes }, k) => {
      const entry = tally[k]!;
      if (holds === false) {
        entry.failed++;
        entry.failure ??= household.id;
      } else if (holds === null) {
        entry.unknown++;
        if (entry.doubt === null) entry.causes = causes;
        entry.doubt ??= household.id;
      }
    });
  }
  return tally.map(({ assertion, failed, unknown, failure, doubt, causes }) => ({
    assertion,
    holds: failed > 0 ? false : unknown > 0 ? null : true,
    causes: failed > 0 ? NO_CAUSES : causes,
    witness: failure ?? doubt,
    failed,
    unknown,
  }));
}
