import type { Policy } from '../policy/policy.ts';
import type { Population } from '../population/columns.ts';
import { instanceOf } from '../population/instance-of.ts';
import { onlyUsed, withServed } from './allocation/at-hand.ts';
import type { Answer } from './answer.ts';
import { decide } from './reference/decide.ts';
import type { Run } from './results.ts';

/**
 * Decides one household of a population that was run, where it is known what the policies that this one uses served; the
 * answer agrees with the run.
 */
export function decideIn(
  policy: Policy,
  population: Population,
  { used }: Pick<Run, 'used'>,
  row: number,
  { trace = false }: { trace?: boolean } = {},
): Answer {
  const household = instanceOf(population, policy.vocabulary, row, policy.entity);
  const work = () => decide(policy, household, { trace });
  return withServed(policy, population, onlyUsed(used), work, { trace });
}

/** The same for several, each by its row. */
export function decideEach(
  policy: Policy,
  population: Population,
  { used }: Pick<Run, 'used'>,
  rows: readonly number[],
): Map<number, Answer> {
  return withServed(
    policy,
    population,
    onlyUsed(used),
    () =>
      new Map(
        rows.map(row => [row, decide(policy, instanceOf(population, policy.vocabulary, row, policy.entity))]),
      ),
  );
}
