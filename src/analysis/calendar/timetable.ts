import type { Diagnostic } from '../../language/diagnostic.ts';
import type { Duty, Policy, Stage } from '../../policy/policy.ts';
import { type Months, spreadOf } from '../workload/spread.ts';
import { type DayNumber, dayOf, firstOfMonth, monthIndexOf, monthsAfter } from './days.ts';
import { findingsOf } from './findings.ts';
import { type Period, periodsOf } from './periods.ts';
import { type StageDays, stageDays } from './stages.ts';
import { dayAfter } from './working-days.ts';

interface Turns {
  readonly turns: readonly Period[];
  /** How often it is done in each month, for one household: as the workload spreads it. */
  readonly byMonth: readonly number[];
}

/** Something that comes again and again, with its turns within the timetable. */
export type Recurring =
  /** Due by the last day of each period. */
  | ({ readonly kind: 'duty'; readonly rule: Duty } & Turns)
  /** Due by the last day of each period; or on days of its own, `dated`, and on the like ones in every later period. */
  | ({ readonly kind: 'stage'; readonly rule: Stage; readonly dated: Period | null } & Turns);

/** A duty done once, with the day by which that is; null where that depends on the household. */
export interface Deadline {
  readonly duty: Duty;
  readonly low: DayNumber | null;
  readonly high: DayNumber | null;
}

export interface Timetable {
  readonly policy: Policy;
  /** What comes again is laid out over these days, both included. */
  readonly from: DayNumber;
  readonly to: DayNumber;
  /** The months of these days. */
  readonly months: Months;
  /** All stages that do not come again, in the order written. */
  readonly stages: readonly StageDays[];
  readonly recurring: readonly Recurring[];
  readonly deadlines: readonly Deadline[];
  readonly findings: readonly Diagnostic[];
}

export interface TimetableOptions {
  /** ISO dates; by default twelve months from that of the first day of the procedure, or of the policy if that is earlier. */
  readonly from?: string;
  readonly to?: string;
}

/** A stage with days of its own that comes again: the same days so many months, weeks or days on. */
function turnsOfStage({ stage, from, to }: StageDays, timetable: Period): Period[] {
  const { cadence } = stage;
  if (cadence === null || from === null || to === null || from > to) return [];
  const turns: Period[] = [];
  for (let turn = 0; turn < 20_000; turn++) {
    const steps = turn * cadence.every;
    const begin =
      cadence.unit === 'month' ? monthsAfter(from, steps) : from + steps * (cadence.unit === 'week' ? 7 : 1);
    if (begin > timetable.to) break;
    if (begin + to - from >= timetable.from) turns.push({ from: begin, to: begin + to - from });
  }
  return turns;
}

/** How many turns end in each month. */
function turnsByMonth(turns: readonly Period[], { first, count }: Months): number[] {
  const times = new Array<number>(count).fill(0);
  for (const { to } of turns) {
    const at = monthIndexOf(to) - first;
    if (at >= 0 && at < count) times[at] = times[at]! + 1;
  }
  return times;
}

function recurringOf(
  policy: Policy,
  stages: readonly StageDays[],
  window: Period,
  months: Months,
): Recurring[] {
  const start = dayOf(policy.on);
  const again = stages.flatMap((one): Recurring[] => {
    const { stage, from, to } = one;
    if (stage.cadence === null) return [];
    const dated = from !== null && to !== null ? { from, to } : null;
    const turns =
      dated !== null ? turnsOfStage(one, window) : periodsOf(stage.cadence, start, window.from, window.to);
    return [{ kind: 'stage', rule: stage, dated, turns, byMonth: turnsByMonth(turns, months) }];
  });
  const duties = policy.duties.flatMap((rule): Recurring[] => {
    if (rule.cadence === null) return [];
    const turns = periodsOf(rule.cadence, start, window.from, window.to);
    return [{ kind: 'duty', rule, turns, byMonth: spreadOf(rule, policy, stages, months)(1) }];
  });
  return [...again, ...duties];
}

function deadlineOf(duty: Duty, stages: readonly StageDays[]): Deadline {
  const { within, after } = duty;
  const end = stages.find(({ stage }) => stage.id === after)?.to ?? null;
  if (within === null || end === null) return { duty, low: null, high: null };
  return {
    duty,
    low: dayAfter(end, within.low, within.unit),
    high: dayAfter(end, within.high, within.unit),
  };
}

/** The days for which a timetable is drawn up where none are asked for. */
function windowOf(policy: Policy, stages: readonly StageDays[], options: TimetableOptions): Period {
  const days = stages.flatMap(({ from, to }) => [from ?? to, to]).filter(day => day !== null);
  const from = options.from === undefined ? Math.min(dayOf(policy.on), ...days) : dayOf(options.from);
  const year = firstOfMonth(monthIndexOf(from) + 12) - 1;
  return { from, to: options.to === undefined ? Math.max(year, ...days) : dayOf(options.to) };
}

/** The timetable of a policy: the days of its procedure, what comes again, what is due once, and what is wrong with it. */
export function timetableOf(policy: Policy, options: TimetableOptions = {}): Timetable {
  const all = stageDays(policy);
  const window = windowOf(policy, all, options);
  const first = monthIndexOf(window.from);
  const months = { first, count: monthIndexOf(window.to) - first + 1 };
  return {
    policy,
    ...window,
    months,
    stages: all.filter(({ stage }) => stage.cadence === null),
    recurring: recurringOf(policy, all, window, months),
    deadlines: policy.duties
      .filter(({ cadence, atLeast }) => cadence === null && atLeast > 0)
      .map(duty => deadlineOf(duty, all)),
    findings: findingsOf(all),
  };
}
