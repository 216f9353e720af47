import type { Duty, Policy } from '../../policy/policy.ts';
import { dayOf, firstOfMonth, monthIndexOf } from '../calendar/days.ts';
import { firstMonth, periodsOf, placeInPeriod } from '../calendar/periods.ts';
import type { StageDays } from '../calendar/stages.ts';
import { dayAfter } from '../calendar/working-days.ts';

/** So many months from `first` on, as indices of months. */
export interface Months {
  readonly first: number;
  readonly count: number;
}

/** How many times a duty is done in each month, for so many households. */
export type Spread = (households: number) => number[];

const nothing = (count: number) => new Array<number>(count).fill(0);

/** The month by which something done once is due: that of its deadline, else that of the policy's day. */
function monthOfOnce(duty: Duty, policy: Policy, stages: readonly StageDays[]): number {
  const end = stages.find(({ stage }) => stage.id === duty.after)?.to ?? null;
  const base = duty.after === null ? dayOf(policy.on) : end;
  if (duty.within === null || base === null) return monthIndexOf(dayOf(policy.on));
  return monthIndexOf(dayAfter(base, duty.within.high, duty.within.unit));
}

/** Turns by the month of their last day. */
function turnsByMonth(duty: Duty, start: number, { first, count }: Months): number[] {
  const turns = nothing(count);
  if (duty.cadence === null) return turns;
  const [from, to] = [firstOfMonth(first), firstOfMonth(first + count) - 1];
  for (const period of periodsOf(duty.cadence, start, from, to)) {
    const at = monthIndexOf(period.to) - first;
    turns[at] = turns[at]! + 1;
  }
  return turns;
}

/**
 * How the times of a duty fall on months.
 *
 * - Reviews, and what is counted by days or weeks: in the month in which a period ends.
 * - Everything else that recurs by months, quarters and longer: evenly over the months of the period. What does not divide
 *   is carried on, so that a whole period has exactly its number: month j of m gets ⌊T(j+1)/m⌋ − ⌊Tj/m⌋ of T.
 * - What is done once: in the month by which it is due; without a deadline in the month of the policy's day.
 * - Without a frequency: never.
 */
export function spreadOf(duty: Duty, policy: Policy, stages: readonly StageDays[], months: Months): Spread {
  const { cadence, atLeast, action } = duty;
  const { first, count } = months;
  const start = dayOf(policy.on);
  if (cadence === null) {
    const at = monthOfOnce(duty, policy, stages) - first;
    return households => nothing(count).map((_, month) => (month === at ? households * atLeast : 0));
  }
  if (cadence.unit !== 'month' || (action === 'review' && atLeast === 1)) {
    const turns = turnsByMonth(duty, start, months);
    return households => turns.map(times => times * atLeast * households);
  }
  const begin = firstMonth(start);
  const places = nothing(count).map((_, month) =>
    first + month < begin ? -1 : placeInPeriod(cadence.every, start, first + month),
  );
  return households => {
    const total = households * atLeast;
    const upTo = (place: number) => Math.floor((total * place) / cadence.every);
    return places.map(place => (place < 0 ? 0 : upTo(place + 1) - upTo(place)));
  };
}
