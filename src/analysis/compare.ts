import { type Results, STATUS } from '../engine/results.ts';
import type { Policy } from '../policy/policy.ts';
import type { Population } from '../population/columns.ts';
import { rowNames } from '../population/names.ts';
import { type Distribution, distribution } from './distribution.ts';
import { type Gain, gainOf, SHIFT } from './gain.ts';
import { householdMoney, type Range, range } from './money.ts';
import { type Outcome, outcomeRows, outcomesOf, sameOutcomes } from './outcome.ts';
import { type Heads, peopleOffsets } from './people.ts';

/** Households that come to `from` under the first policy and to `to` under the second. */
export interface Transition extends Heads {
  readonly from: Outcome;
  readonly to: Outcome;
  /** Both stand for the same card (by id in drafts of one scheme, by role otherwise). */
  readonly same: boolean;
  /** What they get more in a year, where known; fen, negative: less. */
  readonly gain: Range;
  /** Ids of the first few of them in the order of the population. */
  readonly examples: readonly string[];
}

/** Households that gain, or that lose, and how much in a year; amounts are positive. */
export interface Shift extends Heads, Range {
  readonly distribution: Distribution;
  /** The household for which it is most. */
  readonly largest: string | null;
}

export interface Comparison {
  readonly from: Policy;
  readonly to: Policy;
  /** Only those that occur, by outcome of the first and then of the second policy. */
  readonly transitions: readonly Transition[];
  readonly changed: Heads;
  readonly gains: Shift;
  readonly losses: Shift;
  /** Gain or loss by how a range of the policies is settled. */
  readonly either: Heads;
  readonly equal: Heads;
  /** Missing facts leave open what they get under one of the policies. */
  readonly unknown: Heads;
  /** Of all households: those with a claim whose amount is not settled, under either policy; these claims are left out. */
  readonly unset: Heads;
}

const EXAMPLES = 3;

/**
 * What changes for the same households from one policy to another. A household's gain lies between the difference of the
 * lowest sums and that of the highest, whichever is less: the county settles a range at the same place in both.
 */
export function compareRuns(
  population: Population,
  a: { readonly policy: Policy; readonly results: Results },
  b: { readonly policy: Policy; readonly results: Results },
): Comparison {
  const offsets = peopleOffsets(a.policy, population);
  const nameOf = rowNames(a.policy.vocabulary, population, a.policy.entity);
  const gain = gainOf(householdMoney(a.policy, a.results), householdMoney(b.policy, b.results));
  const heads = (rows: (row: number) => boolean) => countWhere(a.results.rows, offsets, rows);
  const transitions = transitionsOf(a, b, gain, offsets, nameOf);
  const changed = transitions.filter(transition => !transition.same);
  return {
    from: a.policy,
    to: b.policy,
    transitions,
    changed: {
      households: changed.reduce((sum, transition) => sum + transition.households, 0),
      people: offsets ? changed.reduce((sum, transition) => sum + transition.people!, 0) : null,
    },
    gains: shiftOf(gain, SHIFT.gain, offsets, nameOf),
    losses: shiftOf(gain, SHIFT.loss, offsets, nameOf),
    either: heads(row => gain.kind[row] === SHIFT.either),
    equal: heads(row => gain.kind[row] === SHIFT.equal && a.results.status[row] !== STATUS.unrecorded),
    unknown: heads(row => gain.kind[row] === SHIFT.unknown),
    unset: heads(row => gain.unset[row] === 1),
  };
}

/** Households whose outcome under any of the other policies differs from that under the first. */
export function changedAnywhere(
  runs: readonly { readonly policy: Policy; readonly results: Results }[],
): number {
  const [base, ...others] = runs.map(({ policy, results }) => ({
    policy,
    rows: outcomeRows(policy, results),
  }));
  const same = others.map(({ policy }) => sameOutcomes(base!.policy, policy));
  let changed = 0;
  base!.rows.forEach((from, row) => {
    if (others.some(({ rows }, index) => !same[index]![from]![rows[row]!])) changed++;
  });
  return changed;
}

function transitionsOf(
  a: { readonly policy: Policy; readonly results: Results },
  b: { readonly policy: Policy; readonly results: Results },
  gain: Gain,
  offsets: Int32Array | null,
  nameOf: (row: number) => string,
): Transition[] {
  const left = outcomesOf(a.policy);
  const right = outcomesOf(b.policy);
  const same = sameOutcomes(a.policy, b.policy);
  const from = outcomeRows(a.policy, a.results);
  const to = outcomeRows(b.policy, b.results);
  const cells = left.map(() =>
    right.map(() => ({ households: 0, people: 0, low: 0, high: 0, examples: [] as string[] })),
  );
  for (let row = 0; row < from.length; row++) {
    const cell = cells[from[row]!]![to[row]!]!;
    cell.households++;
    if (offsets) cell.people += offsets[row + 1]! - offsets[row]!;
    cell.low += gain.low[row]!;
    cell.high += gain.high[row]!;
    if (cell.examples.length < EXAMPLES) cell.examples.push(nameOf(row));
  }
  return cells.flatMap((line, i) =>
    line.flatMap((cell, j) => {
      if (cell.households === 0 || left[i]!.kind === 'not-recorded') return [];
      const { households, examples } = cell;
      const people = offsets ? cell.people : null;
      const amount = range(cell.low, cell.high);
      return [
        { from: left[i]!, to: right[j]!, same: same[i]![j]!, households, people, gain: amount, examples },
      ];
    }),
  );
}

function shiftOf(
  gain: Gain,
  kind: number,
  offsets: Int32Array | null,
  nameOf: (row: number) => string,
): Shift {
  const amounts: number[] = [];
  let people = 0;
  let low = 0;
  let high = 0;
  let most = -1;
  let largest: string | null = null;
  for (let row = 0; row < gain.kind.length; row++) {
    if (gain.kind[row] !== kind) continue;
    const [least, greatest] =
      kind === SHIFT.loss ? [-gain.high[row]!, -gain.low[row]!] : [gain.low[row]!, gain.high[row]!];
    amounts.push(greatest);
    low += least;
    high += greatest;
    if (offsets) people += offsets[row + 1]! - offsets[row]!;
    if (greatest > most) {
      most = greatest;
      largest = nameOf(row);
    }
  }
  return {
    households: amounts.length,
    people: offsets ? people : null,
    ...range(low, high),
    distribution: distribution(amounts),
    largest,
  };
}

function countWhere(rows: number, offsets: Int32Array | null, holds: (row: number) => boolean): Heads {
  let households = 0;
  let people = 0;
  for (let row = 0; row < rows; row++) {
    if (!holds(row)) continue;
    households++;
    if (offsets) people += offsets[row + 1]! - offsets[row]!;
  }
  return { households, people: offsets ? people : null };
}
