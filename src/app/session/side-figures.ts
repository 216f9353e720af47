/** The figures of one side as the drawing thread gets them. */
import { limitedFunds } from '../../analysis/allocation/funds.ts';
import { seatCounts } from '../../analysis/allocation/quotas.ts';
import { assertionVerdicts } from '../../analysis/assertions.ts';
import type { Side } from '../../analysis/live/side.ts';
import type { Totals } from '../../analysis/money.ts';
import type { Duty } from '../../policy/policy.ts';
import type { Population } from '../../population/columns.ts';
import { inert } from '../../report/inert.ts';
import type { DutyFigures, FundFigures, Money, PovertyFigures, SideFigures } from '../protocol.ts';
import { outcomeKey } from './outcome-keys.ts';
import { named } from './texts.ts';

export function moneyOf({ due, undetermined, unset }: Totals): Money {
  return {
    households: due.households,
    due: { low: due.low, high: due.high },
    undetermined: { low: undetermined.low, high: undetermined.high },
    undeterminedHouseholds: undetermined.households,
    unset,
  };
}

/** Days and weeks in a month, on average over four hundred years. */
const DAYS = 146_097 / 4800;

/** How often a duty is done in a month, on average; null: once. */
export function timesAMonth({ atLeast, cadence }: Duty): number | null {
  if (cadence === null) return null;
  const { every, unit } = cadence;
  return unit === 'month' ? atLeast / every : (atLeast * (unit === 'week' ? DAYS / 7 : DAYS)) / every;
}

export function dutyFigures(duty: Duty, households: number, perhaps: number): DutyFigures {
  const times = timesAMonth(duty);
  return { id: duty.id, households, perhaps, monthly: times === null ? null : times * households };
}

export function sideFigures(
  index: number,
  side: Side,
  population: Population,
  poverty: PovertyFigures,
): SideFigures {
  const { policy, run, summary } = side;
  return {
    policy: index,
    outcomes: summary.outcomes.map(({ outcome, households, people, totals }) => ({
      key: outcomeKey(outcome),
      households,
      people,
      money: moneyOf(totals),
    })),
    barred: summary.barred.map(({ card, by, households, people }) => ({ card, by, households, people })),
    benefits: summary.benefits.map(benefit => ({ id: benefit.id, ...moneyOf(benefit) })),
    funds: fundFigures(side),
    total: moneyOf(summary.total),
    duties: summary.duties.map(({ households, perhaps }, k) =>
      dutyFigures(policy.duties[k]!, households, perhaps),
    ),
    quotas: seatCounts(policy, population, run).map(quota => ({
      ...quota,
      contenders: quota.served + quota.unserved,
    })),
    poverty,
    assertions: broken(side, population),
    engine: run.engine,
    refused: run.refused === null ? null : { zh: inert(run.refused.zh), en: inert(run.refused.en) },
  };
}

function fundFigures({ summary, run }: Side): FundFigures[] {
  const limited = new Map(limitedFunds(run).map(fund => [fund.id, fund]));
  return summary.funds.map(({ fund, ...totals }) => {
    const limit = fund === null ? undefined : limited.get(fund);
    return {
      id: fund ?? '',
      ...moneyOf(totals),
      limited: limit
        ? {
            total: limit.total,
            asked: limit.asked,
            served: limit.served,
            unserved: limit.unserved,
            contesting: limit.contesting,
          }
        : null,
    };
  });
}

/** Those about every household are looked at by `check` and by reports: they would need another run. */
function broken({ policy, run }: Side, population: Population): SideFigures['assertions'] {
  const assertions = policy.assertions.filter(({ on }) => on !== 'household');
  if (assertions.length === 0) return [];
  return assertionVerdicts({ ...policy, assertions }, population, run)
    .filter(({ holds }) => holds !== true)
    .map(({ assertion, holds }) => ({ ...named(assertion), holds }));
}
