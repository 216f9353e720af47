import { CLAIM, OWED, type Results, type Run } from '../../engine/results.ts';
import type { Benefit, Policy } from '../../policy/policy.ts';
import { timesAYear } from '../../policy/yearly.ts';
import type { Population } from '../../population/columns.ts';
import { HOLDS, type HouseholdMoney, pays, range, type Sum, type Totals } from '../money.ts';
import { type Outcome, outcomeRows, outcomesOf } from '../outcome.ts';
import { countHeads, type Heads, peopleOffsets } from '../people.ts';
import type { BarredSummary, BenefitSummary, FundSummary, OutcomeSummary } from '../summary.ts';

/** A duty over all households. */
export interface DutySummary {
  readonly id: string;
  /** Households to which it is owed, and to which it may be. */
  readonly households: number;
  readonly perhaps: number;
}

/**
 * What one policy does to a population: the counts and sums of `summarise`, with the columns that they come from kept for
 * pages, filters and comparisons. Made in one pass for each benefit and one over the households, fast enough to follow
 * each key of a drafter who tries values.
 */
export interface Side {
  readonly policy: Policy;
  readonly run: Run;
  readonly outcomes: readonly Outcome[];
  /** By household row, index into `outcomes`. */
  readonly rows: Uint8Array;
  readonly money: HouseholdMoney;
  /** Benefits in cash that are due, at their lower end; fen in a year, by household row. */
  readonly cash: Float64Array;
  readonly summary: {
    readonly outcomes: readonly OutcomeSummary[];
    readonly barred: readonly BarredSummary[];
    readonly benefits: readonly BenefitSummary[];
    readonly funds: readonly FundSummary[];
    readonly total: Totals;
    readonly duties: readonly DutySummary[];
  };
}

/** Counts and sums of one run. */
export function sideOf(policy: Policy, population: Population, run: Run): Side {
  const { results } = run;
  const outcomes = outcomesOf(policy);
  const rows = outcomeRows(policy, results);
  const offsets = peopleOffsets(policy, population);
  const tally = tallyBenefits(policy, results);
  const { money } = tally;
  const totals = totalsBy(money, rows, outcomes.length);
  const heads = countHeads(rows, outcomes.length, offsets);
  return {
    policy,
    run,
    outcomes,
    rows,
    money,
    cash: tally.cash,
    summary: {
      outcomes: outcomes.map((outcome, k) => ({ outcome, ...heads[k]!, totals: totals[k]! })),
      barred: barredOf(policy, results, offsets),
      benefits: tally.benefits,
      funds: tally.funds,
      total: together(totals),
      duties: policy.duties.map(({ id }, k) => dutyOf(id, results.duties[k])),
    },
  };
}

function barredOf(policy: Policy, results: Results, offsets: Int32Array | null): BarredSummary[] {
  return policy.cards.flatMap((card, index) => {
    const column = results.barred[index];
    if (!column) return [];
    const heads: Heads[] = countHeads(column, policy.exclusions.length + 1, offsets);
    return heads.flatMap((each, by) =>
      by > 0 && each.households > 0 ? [{ card: card.id, by: policy.exclusions[by - 1]!.id, ...each }] : [],
    );
  });
}

function dutyOf(id: string, column: Uint8Array | undefined): DutySummary {
  const counts = new Int32Array(3);
  for (let row = 0; row < (column?.length ?? 0); row++) counts[column![row]!]!++;
  return { id, households: counts[OWED.yes]!, perhaps: counts[OWED.perhaps]! };
}

/** A running sum of claims that can still grow. */
interface Tally {
  due: { households: number; low: number; high: number };
  undetermined: { households: number; low: number; high: number };
  unset: number;
}

const tally = (): Tally => ({
  due: { households: 0, low: 0, high: 0 },
  undetermined: { households: 0, low: 0, high: 0 },
  unset: 0,
});

const sumOf = ({ households, low, high }: Tally['due']): Sum => ({ households, ...range(low, high) });
const totalsOf = ({ due, undetermined, unset }: Tally): Totals => ({
  due: sumOf(due),
  undetermined: sumOf(undetermined),
  unset,
});

interface Benefits {
  readonly money: HouseholdMoney;
  readonly cash: Float64Array;
  readonly benefits: BenefitSummary[];
  readonly funds: FundSummary[];
}

/** Fund by fund, so that one column of marks tells which of its households are counted already. */
function tallyBenefits(policy: Policy, results: Results): Benefits {
  const { rows } = results;
  const money: HouseholdMoney = {
    dueLow: new Float64Array(rows),
    dueHigh: new Float64Array(rows),
    openLow: new Float64Array(rows),
    openHigh: new Float64Array(rows),
    holds: new Uint8Array(rows),
  };
  const cash = new Float64Array(rows);
  const marks = new Uint8Array(rows);
  const benefits: BenefitSummary[] = [];
  const loose = policy.benefits.some(({ fund }) => fund === null);
  const funds = [...Object.keys(policy.funds), ...(loose ? [null] : [])];
  const summaries = funds.map((fund): FundSummary => {
    const whole = tally();
    marks.fill(0);
    policy.benefits.forEach((benefit, index) => {
      if (benefit.fund !== fund) return;
      const own = tally();
      addBenefit(benefit, results.benefits[index]!, { money, cash, marks, own, fund: whole });
      benefits[index] = { id: benefit.id, fund, times: timesAYear(benefit), ...totalsOf(own) };
    });
    return { fund, ...totalsOf(whole) };
  });
  return { money, cash, benefits, funds: summaries };
}

interface Targets {
  readonly money: HouseholdMoney;
  readonly cash: Float64Array;
  readonly marks: Uint8Array;
  readonly own: Tally;
  readonly fund: Tally;
}

function addBenefit(benefit: Benefit, column: Results['benefits'][number], to: Targets): void {
  if (pays(benefit)) addMoney(benefit, column, to);
  else countClaims(column.state, to.own);
}

/** Help that is not worth money is only counted. */
function countClaims(state: Uint8Array, own: Tally): void {
  const counts = new Int32Array(4);
  for (let row = 0; row < state.length; row++) counts[state[row]!]!++;
  own.due.households = counts[CLAIM.due]!;
  own.undetermined.households = counts[CLAIM.undetermined]!;
  own.unset = counts[CLAIM.unset]!;
}

function addMoney(benefit: Benefit, column: Results['benefits'][number], to: Targets): void {
  const { state, low, high } = column;
  const { money, cash, marks, own, fund } = to;
  const { dueLow, dueHigh, openLow, openHigh, holds } = money;
  const times = timesAYear(benefit);
  const isCash = benefit.kind === 'cash';
  for (let row = 0; row < state.length; row++) {
    const claim = state[row]!;
    if (claim === CLAIM.none) continue;
    const kind =
      claim === CLAIM.due ? HOLDS.due : claim === CLAIM.undetermined ? HOLDS.undetermined : HOLDS.unset;
    const isNew = (marks[row]! & kind) === 0;
    marks[row]! |= kind;
    holds[row]! |= kind;
    if (claim === CLAIM.unset) {
      own.unset++;
      if (isNew) fund.unset++;
      continue;
    }
    const least = low[row]! * times;
    const most = high[row]! * times;
    const [sums, all] = claim === CLAIM.due ? [own.due, fund.due] : [own.undetermined, fund.undetermined];
    sums.households++;
    sums.low += least;
    sums.high += most;
    if (isNew) all.households++;
    all.low += least;
    all.high += most;
    if (claim === CLAIM.due) {
      dueLow[row]! += least;
      dueHigh[row]! += most;
      if (isCash) cash[row]! += least;
    } else {
      openLow[row]! += least;
      openHigh[row]! += most;
    }
  }
}

function totalsBy(money: HouseholdMoney, rows: Uint8Array, groups: number): Totals[] {
  const sums = Array.from({ length: groups }, tally);
  const { dueLow, dueHigh, openLow, openHigh, holds } = money;
  for (let row = 0; row < holds.length; row++) {
    const held = holds[row]!;
    if (held === 0) continue;
    const { due, undetermined } = sums[rows[row]!]!;
    if (held & HOLDS.due) {
      due.households++;
      due.low += dueLow[row]!;
      due.high += dueHigh[row]!;
    }
    if (held & HOLDS.undetermined) {
      undetermined.households++;
      undetermined.low += openLow[row]!;
      undetermined.high += openHigh[row]!;
    }
    if (held & HOLDS.unset) sums[rows[row]!]!.unset++;
  }
  return sums.map(totalsOf);
}

/** Sums of households that no two groups share. */
function together(groups: readonly Totals[]): Totals {
  const whole = tally();
  for (const { due, undetermined, unset } of groups) {
    for (const [to, sum] of [
      [whole.due, due],
      [whole.undetermined, undetermined],
    ] as const) {
      to.households += sum.households;
      to.low += sum.low;
      to.high += sum.high ?? Number.POSITIVE_INFINITY;
    }
    whole.unset += unset;
  }
  return totalsOf(whole);
}
