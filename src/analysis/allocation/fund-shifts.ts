import { PLACE } from '../../engine/allocation/allocation.ts';
import { leftOf, yearly } from '../../engine/allocation/left.ts';
import { CLAIM, type Run } from '../../engine/results.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Population } from '../../population/columns.ts';
import { rowNames } from '../../population/names.ts';
import { pays, type Range, range } from '../money.ts';
import { related } from '../outcome.ts';

/** Those to whom a fund pays more, or less, in a year; `sum` in fen. */
export interface PaidShift {
  readonly count: number;
  readonly sum: Range;
  /** Ids of the first few. */
  readonly examples: readonly string[];
}

/** What changes for the same households in what a fund pays them, between two drafts of one scheme. */
export interface FundShift {
  readonly id: string;
  readonly more: PaidShift;
  readonly less: PaidShift;
  /** More or less by how a range is settled, or not known under one of the two. */
  readonly unknown: number;
}

const EXAMPLES = 3;

interface Side {
  readonly policy: Policy;
  readonly run: Run;
}

/** By row, what a fund pays in a year, fen. */
interface Paid {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly open: Uint8Array;
}

/** Fund by fund, of those that have a total under either policy. */
export function fundShifts(population: Population, a: Side, b: Side): FundShift[] {
  if (!related(a.policy, b.policy)) return [];
  const totals = new Set([a, b].flatMap(({ run }) => (run.allocation?.funds ?? []).map(({ id }) => id)));
  const nameOf = rowNames(a.policy.vocabulary, population, a.policy.entity);
  return [...totals]
    .filter(id => [a, b].every(({ policy }) => Object.hasOwn(policy.funds, id)))
    .map(id => ({
      id,
      ...shiftOf(paidBy(id, population, a), paidBy(id, population, b), nameOf),
    }));
}

function paidBy(fund: string, population: Population, { policy, run }: Side): Paid {
  const { results, allocation } = run;
  const paid: Paid = {
    low: new Float64Array(results.rows),
    high: new Float64Array(results.rows),
    open: new Uint8Array(results.rows),
  };
  const limited = allocation?.funds.find(({ id }) => id === fund);
  if (limited !== undefined) {
    for (let row = 0; row < results.rows; row++) {
      paid.low[row] = limited.low.served[row]!;
      paid.high[row] = limited.high.served[row]!;
      paid.open[row] = limited.place[row] === PLACE.contesting ? 1 : 0;
    }
    return paid;
  }
  const settled = {
    quotas: new Map((allocation?.quotas ?? []).map(quota => [quota.id, quota])),
    funds: new Map(),
  };
  policy.benefits.forEach((benefit, index) => {
    if (benefit.fund !== fund || !pays(benefit)) return;
    const left = leftOf(policy, population, results, index, settled);
    const [low, high] = [yearly(policy, index, left.low), yearly(policy, index, left.high)];
    const { state } = results.benefits[index]!;
    for (let row = 0; row < results.rows; row++) {
      paid.low[row]! += low[row]!;
      paid.high[row]! += high[row]!;
      if (left.contesting[row] === 1 || state[row] === CLAIM.undetermined) paid.open[row] = 1;
    }
  });
  return paid;
}

function shiftOf(a: Paid, b: Paid, nameOf: (row: number) => string): Omit<FundShift, 'id'> {
  const tally = () => ({ count: 0, low: 0, high: 0, examples: [] as string[] });
  const [more, less] = [tally(), tally()];
  let unknown = 0;
  for (let row = 0; row < a.low.length; row++) {
    if (a.open[row] === 1 || b.open[row] === 1) {
      unknown++;
      continue;
    }
    const ends = [b.low[row]! - a.low[row]!, difference(b.high[row]!, a.high[row]!)];
    const [low, high] = [Math.min(...ends), Math.max(...ends)];
    if (low === 0 && high === 0) continue;
    if (low < 0 && high > 0) {
      unknown++;
      continue;
    }
    const side = low >= 0 ? more : less;
    side.count++;
    side.low += low >= 0 ? low : -high;
    side.high += low >= 0 ? high : -low;
    if (side.examples.length < EXAMPLES) side.examples.push(nameOf(row));
  }
  const told = ({ count, low, high, examples }: typeof more): PaidShift => ({
    count,
    sum: range(low, high),
    examples,
  });
  return { more: told(more), less: told(less), unknown };
}

/** Two unbounded sums count as equal. */
const difference = (b: number, a: number): number => (a === b ? 0 : b - a);
