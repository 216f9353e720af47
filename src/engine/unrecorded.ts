/** Areas without a name, which no policy judges: they only hold together those whose area is not recorded. */
import type { Policy } from '../policy/policy.ts';
import type { Population } from '../population/columns.ts';
import { namelessRows } from '../population/names.ts';
import { dropClaims } from './kernel/seats.ts';
import { CLAIM, OWED, type Results, STATUS } from './results.ts';

/** Takes back what was found out of them. */
export function leaveOutNameless(policy: Policy, population: Population, results: Results): void {
  for (const row of namelessRows(policy.vocabulary, population, policy.entity)) {
    results.status[row] = STATUS.unrecorded;
    results.card[row] = -1;
    results.possible[row] = 0;
    for (const barred of results.barred) barred?.fill(0, row, row + 1);
    for (const { state, low, high } of results.benefits) {
      state[row] = CLAIM.none;
      low[row] = 0;
      high[row] = 0;
    }
    for (const duty of results.duties) duty[row] = OWED.no;
    dropClaims(policy, population, results, row);
  }
}
