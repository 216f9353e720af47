import { OWED, type Results } from '../../engine/results.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Population } from '../../population/columns.ts';
import { countHeads, type Heads, peopleOffsets } from '../people.ts';

/** Towards how many households (or whatever is judged) a duty is owed. */
export interface DutySummary {
  readonly id: string;
  readonly owed: Heads;
  /** Missing facts, or an undetermined card, leave it open. */
  readonly perhaps: Heads;
}

export function dutySummaries(policy: Policy, population: Population, results: Results): DutySummary[] {
  const offsets = peopleOffsets(policy, population);
  return policy.duties.map(({ id }, index) => {
    const heads = countHeads(results.duties[index]!, 3, offsets);
    return { id, owed: heads[OWED.yes]!, perhaps: heads[OWED.perhaps]! };
  });
}
