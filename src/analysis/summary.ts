import type { Results, Run } from '../engine/results.ts';
import type { Policy } from '../policy/policy.ts';
import { timesAYear } from '../policy/yearly.ts';
import type { Population } from '../population/columns.ts';
import { type Areas, areaRows } from './areas.ts';
import {
  benefitTotals,
  type HouseholdMoney,
  householdMoney,
  moneyTotal,
  moneyTotals,
  type Totals,
} from './money.ts';
import { type Outcome, outcomeRows, outcomesOf } from './outcome.ts';
import { countHeads, type Heads, peopleOf, peopleOffsets } from './people.ts';

export interface OutcomeSummary extends Heads {
  readonly outcome: Outcome;
  /** What the households of this outcome get from all benefits. */
  readonly totals: Totals;
}

export interface BenefitSummary extends Totals {
  readonly id: string;
  readonly fund: string | null;
  /** How often it is paid in the year that the sums count for. */
  readonly times: number;
}

export interface FundSummary extends Totals {
  /** Null: no fund is named. */
  readonly fund: string | null;
}

/** Households whose card an exclusion took away. */
export interface BarredSummary extends Heads {
  readonly card: string;
  readonly by: string;
}

export interface AreaSummary {
  /** Id of the township; null: not recorded. */
  readonly id: string | null;
  /** By outcome, as in `outcomes`. */
  readonly outcomes: readonly number[];
  readonly totals: Totals;
}

/** What one policy does to a population; money in fen for a year. */
export interface Summary {
  readonly policy: Policy;
  readonly population: {
    /** Those judged; without areas of which no name is recorded. */
    readonly households: number;
    readonly members: number | null;
    readonly source: string;
    readonly seed: number | null;
  };
  readonly engine: Pick<Run, 'engine' | 'refused' | 'handed'>;
  /** In the order of `outcomesOf(policy)`, empty ones included. */
  readonly outcomes: readonly OutcomeSummary[];
  readonly barred: readonly BarredSummary[];
  readonly benefits: readonly BenefitSummary[];
  readonly funds: readonly FundSummary[];
  readonly total: Totals;
  /** The entity that areas are of, null where the population knows none. */
  readonly areaEntity: string | null;
  readonly areas: readonly AreaSummary[];
}

/**
 * Counts and sums of one run. One pass per benefit over the columns, so a million households take well under a second.
 */
export function summarise(policy: Policy, population: Population, run: Run): Summary {
  const { results } = run;
  const outcomes = outcomesOf(policy);
  const rows = outcomeRows(policy, results);
  const offsets = peopleOffsets(policy, population);
  const money = householdMoney(policy, results);
  const totals = moneyTotals(money, rows, outcomes.length);
  const heads = countHeads(rows, outcomes.length, offsets);
  const areas = areaRows(policy, population);
  return {
    policy,
    population: {
      households: outcomes.reduce(
        (sum, { kind }, at) => (kind === 'not-recorded' ? sum : sum + heads[at]!.households),
        0,
      ),
      members: peopleOf(population),
      source: population.source,
      seed: population.seed,
    },
    engine: { engine: run.engine, refused: run.refused, handed: run.handed },
    outcomes: outcomes.map((outcome, index) => ({
      outcome,
      ...heads[index]!,
      totals: totals[index]!,
    })),
    barred: barredOf(policy, results, offsets),
    benefits: policy.benefits.map((benefit, index) => {
      const times = timesAYear(benefit);
      const totals = benefitTotals(results.benefits[index]!, times);
      return { id: benefit.id, fund: benefit.fund, times, ...totals };
    }),
    funds: fundsOf(policy, results),
    total: moneyTotal(money),
    areaEntity: areas?.entity ?? null,
    areas: areas ? summariseAreas(areas, rows, outcomes.length, money) : [],
  };
}

function barredOf(policy: Policy, results: Results, offsets: Int32Array | null): BarredSummary[] {
  const found: BarredSummary[] = [];
  policy.cards.forEach((card, index) => {
    const column = results.barred[index];
    if (!column) return;
    countHeads(column, policy.exclusions.length + 1, offsets).forEach((heads, by) => {
      if (by > 0 && heads.households > 0)
        found.push({ card: card.id, by: policy.exclusions[by - 1]!.id, ...heads });
    });
  });
  return found;
}

function fundsOf(policy: Policy, results: Results): FundSummary[] {
  const named = Object.keys(policy.funds);
  const loose = policy.benefits.some(benefit => benefit.fund === null);
  return [...named, ...(loose ? [null] : [])].map(fund => ({
    fund,
    ...moneyTotal(householdMoney(policy, results, benefit => benefit.fund === fund)),
  }));
}

function summariseAreas(
  areas: Areas,
  rows: Uint8Array,
  outcomes: number,
  money: HouseholdMoney,
): AreaSummary[] {
  const counts = areas.ids.map(() => new Array<number>(outcomes).fill(0));
  for (let row = 0; row < rows.length; row++) counts[areas.rows[row]!]![rows[row]!]!++;
  const totals = moneyTotals(money, areas.rows, areas.ids.length);
  return areas.ids
    .map((id, index) => ({ id, outcomes: counts[index]!, totals: totals[index]! }))
    .filter(area => area.outcomes.some(count => count > 0));
}
