import type { Cause } from '../engine/answer.ts';
import { decideEach } from '../engine/decide-in.ts';
import { CLAIM, type Results, type Run } from '../engine/results.ts';
import type { Policy } from '../policy/policy.ts';
import type { Entity } from '../policy/vocabulary.ts';
import type { Population } from '../population/columns.ts';
import { chainOf } from '../population/header.ts';
import { rowNames } from '../population/names.ts';
import { type Placed, placesByRow, servedByRow } from './allocation/placed.ts';
import { DOUBT_LIMIT, undeterminedRows } from './doubt.ts';
import { type HouseholdMoney, householdMoney, type Range, range } from './money.ts';
import { type Outcome, outcomeRows, outcomesOf } from './outcome.ts';

/** What one household comes to. */
export interface HouseholdRow {
  readonly id: string;
  /** Ids of what it lies in, as `entitiesAbove` lists them: village, township, county; empty where not recorded. */
  readonly above: readonly string[];
  readonly outcome: Outcome;
  /** Card ids, null for none; empty where the household is out of scope. */
  readonly possible: readonly (string | null)[];
  readonly barred: readonly { readonly card: string; readonly by: string }[];
  /** All benefits together, fen in a year; what missing facts leave open spans low to high as well. */
  readonly money: Range;
  /** What quotas and funds leave of them; null where the policy has neither. */
  readonly served: Range | null;
  /** Seats of its own and of its parts. */
  readonly places: readonly Placed[];
  /** Benefits that are due, or may be. */
  readonly benefits: readonly string[];
  /** Benefits whose amount is not settled. */
  readonly unset: readonly string[];
  /** What leaves the card open; null where it was not looked into (past `DOUBT_LIMIT` such households). */
  readonly causes: readonly Cause[] | null;
}

/** Every household in the order of the population; areas that are not recorded are left out. */
export function* householdRows(
  policy: Policy,
  population: Population,
  run: Run,
): Generator<HouseholdRow, void, undefined> {
  const { results } = run;
  const places = placesByRow(policy, population, run);
  const served = servedByRow(policy, population, run);
  const outcomes = outcomesOf(policy);
  const undetermined = outcomes.findIndex(({ kind }) => kind === 'undetermined');
  const apart = outcomes.findIndex(({ kind }) => kind === 'not-recorded');
  const rows = outcomeRows(policy, results);
  const money = householdMoney(policy, results);
  const nameOf = rowNames(policy.vocabulary, population, policy.entity);
  const looked = decideEach(policy, population, run, undeterminedRows(results).slice(0, DOUBT_LIMIT));
  for (let row = 0; row < results.rows; row++) {
    // Nobody asks what becomes of an area without a name.
    if (rows[row] === apart) continue;
    const open = rows[row] === undetermined;
    yield {
      id: nameOf(row),
      above: aboveOf(policy, population, row),
      outcome: outcomes[rows[row]!]!,
      possible: possibleOf(policy, results.possible[row]!),
      barred: barredOf(policy, results, row),
      money: rangeOf(money, row),
      served: served?.(row) ?? null,
      places: places(row),
      benefits: claimsOf(policy, results, row, claim => claim === CLAIM.due || claim === CLAIM.undetermined),
      unset: claimsOf(policy, results, row, claim => claim === CLAIM.unset),
      causes: looked.get(row)?.causes ?? (open ? null : []),
    };
  }
}

/** What the classified entity lies in, from the inside out. */
export function entitiesAbove({ entity, vocabulary }: Policy): Entity[] {
  return chainOf(entity, vocabulary).slice(1);
}

function aboveOf(policy: Policy, population: Population, row: number): string[] {
  let from = policy.entity;
  let at = row;
  return entitiesAbove(policy).map(({ id }) => {
    at = at < 0 ? -1 : (population.tables[from]?.owner?.[at] ?? -1);
    from = id;
    return at < 0 ? '' : (population.tables[id]?.ids[at] ?? '');
  });
}

function possibleOf(policy: Policy, bits: number): (string | null)[] {
  const possible: (string | null)[] = [];
  policy.cards.forEach((card, index) => {
    if ((bits >>> index) & 1) possible.push(card.id);
  });
  if ((bits >>> policy.cards.length) & 1) possible.push(null);
  return possible;
}

function barredOf(policy: Policy, results: Results, row: number): HouseholdRow['barred'] {
  return policy.cards.flatMap((card, index) => {
    const by = results.barred[index]?.[row] ?? 0;
    return by > 0 ? [{ card: card.id, by: policy.exclusions[by - 1]!.id }] : [];
  });
}

function rangeOf(money: HouseholdMoney, row: number): Range {
  return range(money.dueLow[row]! + money.openLow[row]!, money.dueHigh[row]! + money.openHigh[row]!);
}

function claimsOf(
  policy: Policy,
  results: Results,
  row: number,
  wanted: (claim: number) => boolean,
): string[] {
  return policy.benefits.flatMap((benefit, index) =>
    wanted(results.benefits[index]!.state[row]!) ? [benefit.id] : [],
  );
}
