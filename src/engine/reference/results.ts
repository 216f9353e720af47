import type { Policy } from '../../policy/policy.ts';
import type { Population } from '../../population/columns.ts';
import { instanceOf } from '../../population/instance-of.ts';
import { onlyUsed, withServed } from '../allocation/at-hand.ts';
import { blanksFrom } from '../blank.ts';
import { CLAIM, type Results, type Run, STATUS } from '../results.ts';
import { leaveOutNameless } from '../unrecorded.ts';
import { decideRaw, fenOf } from './decide.ts';
import type { Decision } from './decision.ts';
import type { Outcome } from './outcome.ts';

const STATUS_CODE = {
  'out-of-scope': STATUS.outOfScope,
  decided: STATUS.decided,
  undetermined: STATUS.undetermined,
  conflict: STATUS.conflict,
} as const;

/**
 * Empty results for all that a policy classifies. Benefits without money share a column that stays 0; `spans` says of which
 * benefits the ends may differ, the others have one column for both; `spent` is wiped and filled anew.
 */
export function makeResults(
  policy: Policy,
  population: Population,
  spans: readonly boolean[] | null = null,
  spent: Results | null = null,
): Results {
  const rowsOf = (entity: string) => population.tables[entity]?.rows ?? 0;
  const rows = rowsOf(policy.entity);
  const named = new Set(policy.exclusions.flatMap(exclusion => exclusion.cards));
  const blank = blanksFrom(spent);
  const nothing = blank(Float64Array, rows);
  return {
    rows,
    status: blank(Uint8Array, rows),
    card: blank(Int8Array, rows).fill(-1),
    possible: blank(Uint32Array, rows),
    barred: policy.cards.map(card => (named.has(card.id) ? blank(Uint8Array, rows) : null)),
    benefits: policy.benefits.map(({ id, amounts }, k) => {
      const low = amounts.length === 0 ? nothing : blank(Float64Array, rows);
      const differ = amounts.length > 0 && (spans === null || spans[k]);
      return { id, state: blank(Uint8Array, rows), low, high: differ ? blank(Float64Array, rows) : low };
    }),
    duties: policy.duties.map(() => blank(Uint8Array, rows)),
    claims: policy.quotas.map(quota => blank(Uint8Array, rowsOf(quota.entity))),
  };
}

/** Writes what was found out about one household into its row. */
export function record(
  results: Results,
  row: number,
  { judgement, outcomes, duties, claims }: Decision,
  cards: number,
): void {
  const { status, possible, barred } = judgement;
  results.status[row] = STATUS_CODE[status];
  results.card[row] = status === 'decided' ? possible[0]! : -1;
  let bits = 0;
  for (const card of possible) bits |= 1 << (card < 0 ? cards : card);
  results.possible[row] = bits >>> 0;
  for (const { card, by } of barred) results.barred[card]![row] = by + 1;
  outcomes.forEach((outcome: Outcome, index) => {
    const column = results.benefits[index]!;
    column.state[row] = CLAIM[outcome.state];
    column.low[row] = fenOf(outcome.low);
    column.high[row] = outcome.high === null ? Number.POSITIVE_INFINITY : fenOf(outcome.high);
  });
  duties.forEach(({ owed }, index) => {
    results.duties[index]![row] = owed;
  });
  claims.forEach((each, index) => {
    for (const { claimant, owed } of each) results.claims[index]![claimant.row!] = owed;
  });
}

export interface ReferenceOptions {
  readonly onProgress?: ((done: number, rows: number) => void) | undefined;
  /** What the policies that this one uses come to; without it nothing is known of what they served. */
  readonly used?: Readonly<Record<string, Run>>;
}

/**
 * Decides every household of a population (or whatever the policy classifies) exactly, one by one. The population must
 * carry the facts that the policy reads (`factsOf`); those it lacks count as missing.
 */
export function runReference(
  policy: Policy,
  population: Population,
  { onProgress, used = {} }: ReferenceOptions = {},
): Results {
  const results = makeResults(policy, population);
  const { rows } = results;
  withServed(policy, population, onlyUsed(used), () => {
    for (let row = 0; row < rows; row++) {
      const household = instanceOf(population, policy.vocabulary, row, policy.entity);
      record(results, row, decideRaw(policy, household), policy.cards.length);
      if (onProgress !== undefined && row % 1000 === 999) onProgress(row + 1, rows);
    }
  });
  leaveOutNameless(policy, population, results);
  return results;
}
