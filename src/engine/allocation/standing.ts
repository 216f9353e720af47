/** Where one claimant stands in a quota or a fund, who stood before it, and by which key. */
import type { Policy } from '../../policy/policy.ts';
import type { Population } from '../../population/columns.ts';
import { programOf } from '../reference/policy-program.ts';
import type { Run } from '../results.ts';
import { allOf, withServed } from './at-hand.ts';
import { limitedFunds } from './order.ts';
import { areaOfRow, rowsOf } from './places.ts';
import { fundStanding } from './standing/fund.ts';
import type { Standing } from './standing/line.ts';
import { quotaStanding } from './standing/quota.ts';

/** A quota of the policy, or one of its funds with a total, by index in `Run.allocation`. */
export interface Asked {
  readonly kind: 'quota' | 'fund';
  readonly index: number;
}

/** Where the claimant at `row` (of the quota's entity; a household for a fund) stands; null where it claims nothing. */
export function standingOf(
  policy: Policy,
  population: Population,
  run: Run,
  asked: Asked,
  row: number,
): Standing | null {
  const { allocation } = run;
  if (allocation === null) return null;
  const ground = { policy, population, program: programOf(policy, false), run };
  return withServed(policy, population, allOf(run), () =>
    asked.kind === 'quota'
      ? quotaStanding(policy.quotas[asked.index]!, allocation.quotas[asked.index]!, ground, row)
      : fundStanding(limitedFunds(policy)[asked.index]!, allocation.funds[asked.index]!, ground, row),
  );
}

/** Where a household and its members (or whatever is classified, and its parts) stand, in the order written. */
export function standingsOf(policy: Policy, population: Population, run: Run, household: number): Standing[] {
  if (run.allocation === null) return [];
  const quotas = policy.quotas.flatMap(({ entity }, index) => {
    const found: Standing[] = [];
    for (let row = 0; row < rowsOf(population, entity); row++) {
      if (areaOfRow(population, policy.vocabulary, entity, row, policy.entity) !== household) continue;
      const standing = standingOf(policy, population, run, { kind: 'quota', index }, row);
      if (standing !== null) found.push(standing);
    }
    return found;
  });
  const funds = run.allocation.funds.flatMap(
    (_, index) => standingOf(policy, population, run, { kind: 'fund', index }, household) ?? [],
  );
  return [...quotas, ...funds];
}
