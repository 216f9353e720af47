import type { Population } from '../../population/columns.ts';
import { gainOf, SHIFT } from '../gain.ts';
import { type Range, range } from '../money.ts';
import { sameOutcomes } from '../outcome.ts';
import { type Heads, peopleOffsets } from '../people.ts';
import type { Side } from './side.ts';

export interface Cell extends Heads {
  /** Indices of the outcomes of A and of B. */
  readonly from: number;
  readonly to: number;
  readonly same: boolean;
  readonly gain: Range;
}

/** What changes for the same households from A to B: the figures of `compareRuns`, and the columns behind them. */
export interface Pair {
  /** `SHIFT` by household row. */
  readonly kind: Uint8Array;
  /** What it gets more in a year, from the least to the most; fen; 0 where that is not known. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** 1: a claim under either is not settled. */
  readonly unset: Uint8Array;
  /** 1: another outcome. */
  readonly changed: Uint8Array;
  /** Only those that occur, by outcome of A and then of B. */
  readonly cells: readonly Cell[];
  readonly all: { readonly changed: Heads; readonly unset: Heads };
  /** By `SHIFT` code. */
  readonly shifts: readonly Heads[];
  /** Positive sums of those that gain, and that lose. */
  readonly gains: Range;
  readonly losses: Range;
}

/** Compares two sides over the same population. */
export function pairOf(population: Population, a: Side, b: Side): Pair {
  const gain = gainOf(a.money, b.money);
  const offsets = peopleOffsets(a.policy, population);
  const heads = (households: number, people: number): Heads => ({
    households,
    people: offsets ? people : null,
  });
  const same = sameOutcomes(a.policy, b.policy);
  const width = b.outcomes.length;
  const size = a.outcomes.length * width;
  const sameCell = Uint8Array.from({ length: size }, (_, k) => Number(same[(k / width) | 0]![k % width]!));
  const cellHouseholds = new Float64Array(size);
  const cellPeople = new Float64Array(size);
  const cellLow = new Float64Array(size);
  const cellHigh = new Float64Array(size);
  const changed = new Uint8Array(a.rows.length);
  const shiftHouseholds = new Float64Array(5);
  const shiftPeople = new Float64Array(5);
  const gains = { low: 0, high: 0 };
  const losses = { low: 0, high: 0 };
  let unsetHouseholds = 0;
  let unsetPeople = 0;
  for (let row = 0; row < changed.length; row++) {
    const people = offsets ? offsets[row + 1]! - offsets[row]! : 0;
    const cell = a.rows[row]! * width + b.rows[row]!;
    const low = gain.low[row]!;
    const high = gain.high[row]!;
    const kind = gain.kind[row]!;
    cellHouseholds[cell]!++;
    cellPeople[cell]! += people;
    cellLow[cell]! += low;
    cellHigh[cell]! += high;
    changed[row] = 1 - sameCell[cell]!;
    shiftHouseholds[kind]!++;
    shiftPeople[kind]! += people;
    if (kind === SHIFT.gain) {
      gains.low += low;
      gains.high += high;
    } else if (kind === SHIFT.loss) {
      losses.low -= high;
      losses.high -= low;
    }
    if (gain.unset[row] === 1) {
      unsetHouseholds++;
      unsetPeople += people;
    }
  }
  const cells: Cell[] = [];
  let changedHouseholds = 0;
  let changedPeople = 0;
  for (let k = 0; k < size; k++) {
    if (cellHouseholds[k] === 0) continue;
    if (sameCell[k] === 0) {
      changedHouseholds += cellHouseholds[k]!;
      changedPeople += cellPeople[k]!;
    }
    cells.push({
      from: (k / width) | 0,
      to: k % width,
      same: sameCell[k] === 1,
      ...heads(cellHouseholds[k]!, cellPeople[k]!),
      gain: range(cellLow[k]!, cellHigh[k]!),
    });
  }
  return {
    ...gain,
    changed,
    cells,
    all: {
      changed: heads(changedHouseholds, changedPeople),
      unset: heads(unsetHouseholds, unsetPeople),
    },
    shifts: Array.from(shiftHouseholds, (count, kind) => heads(count, shiftPeople[kind]!)),
    gains: range(gains.low, gains.high),
    losses: range(losses.low, losses.high),
  };
}
