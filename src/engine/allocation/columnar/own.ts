/** What quotas and funds have left so far, as columns for the expressions of those that are settled next. */
import type { Policy } from '../../../policy/policy.ts';
import type { Population } from '../../../population/columns.ts';
import { namelessRows } from '../../../population/names.ts';
import type { GivenFigure, GivenTruth } from '../../kernel/given.ts';
import { settledFigure } from '../../kernel/given.ts';
import type { Own } from '../../kernel/scope.ts';
import { FALSE, TRUE, UNKNOWN } from '../../kernel/value.ts';
import { CLAIM, type Results, type Run, STATUS } from '../../results.ts';
import { PLACE } from '../allocation.ts';
import { leftOf, type Settled } from '../left.ts';
import { settledOf } from '../reference/served.ts';

interface Source {
  readonly policy: Policy;
  readonly results: Results;
  readonly settled: Settled;
}

export function ownOf(
  policy: Policy,
  population: Population,
  results: Results,
  settled: Settled,
  used: Readonly<Record<string, Run>>,
): Own {
  function sourceOf(use: string | null): Source {
    if (use === null) return { policy, results, settled };
    const run = used[use]!;
    return { policy: policy.uses[use]!.policy, results: run.results, settled: settledOf(run.allocation) };
  }
  return {
    results,
    served({ use, what, entity }) {
      const source = sourceOf(use);
      if (what.kind === 'benefit') return benefitLeft(source, population, what.id);
      const nameless = namelessRows(policy.vocabulary, population, entity);
      return seatsHad(source, population.tables[entity]?.rows ?? 0, what.id, nameless);
    },
  };
}

function seatsHad({ settled }: Source, rows: number, id: string, nameless: readonly number[]): GivenTruth {
  const place = settled.quotas.get(id)?.place;
  const tri = new Uint8Array(rows).fill(UNKNOWN);
  let decided = place !== undefined;
  for (let row = 0; place !== undefined && row < rows; row++) {
    if (place[row] === PLACE.contesting) decided = false;
    else tri[row] = place[row] === PLACE.served ? TRUE : FALSE;
  }
  for (const row of nameless) tri[row] = UNKNOWN;
  return { tri, decided: decided && nameless.length === 0 };
}

function benefitLeft({ policy, results, settled }: Source, population: Population, id: string): GivenFigure {
  const index = policy.benefits.findIndex(benefit => benefit.id === id);
  const { low, high } = leftOf(policy, population, results, index, settled);
  const { state } = results.benefits[index]!;
  const unset = new Uint8Array(state.length);
  for (let row = 0; row < unset.length; row++)
    unset[row] = state[row] === CLAIM.unset || results.status[row] === STATUS.unrecorded ? 1 : 0;
  return settledFigure(low, high, unset);
}
