import { type DayNumber, isoOf } from '../../analysis/calendar/days.ts';
import type { NoticeLength } from '../../analysis/calendar/notice.ts';
import type { StageDays } from '../../analysis/calendar/stages.ts';
import type { Deadline, Recurring, Timetable } from '../../analysis/calendar/timetable.ts';
import { coveredYears } from '../../analysis/calendar/working-days.ts';
import type { TimeSpan } from '../../policy/policy.ts';
import { perId } from '../duty-words.ts';
import { wordsAt } from '../explain/source-words.ts';
import type { Sources } from '../place.ts';

type Json = Record<string, unknown>;

const iso = (day: DayNumber | null): string | null => (day === null ? null : isoOf(day));
const span = (time: TimeSpan | null): Json | null =>
  time === null ? null : { low: time.low, high: time.high, unit: time.unit };

function noticeJson({ notice, ways }: NoticeLength): Json {
  return {
    lasts: span(notice.lasts),
    first_day_counts: notice.countsFirst,
    last_day_counts: notice.countsLast,
    counts: ways.map(way => ({
      first_day_counts: way.countsFirst,
      last_day_counts: way.countsLast,
      days: way.days,
      working_days: way.workingDays,
      enough: way.enough,
    })),
  };
}

function stageJson({
  stage,
  from,
  to,
  computed,
  after,
  deadline,
  days,
  workingDays,
  notice,
  samples,
}: StageDays): Json {
  return {
    id: stage.id,
    label: stage.label,
    role: stage.role,
    from: iso(from),
    to: iso(to),
    computed: { from: computed.from, to: computed.to },
    after: after === null ? null : after.stage.id,
    within: span(stage.within),
    deadline: deadline === null ? null : { low: iso(deadline.low), high: iso(deadline.high) },
    days,
    working_days: workingDays,
    notice: notice === null ? null : noticeJson(notice),
    parallel: stage.parallel,
    samples: samples.map(({ id }) => id),
    cite: stage.cite,
  };
}

function recurringJson(one: Recurring): Json {
  const { kind, rule, turns } = one;
  return {
    kind,
    id: rule.id,
    label: rule.label,
    role: rule.role,
    ...(kind === 'duty'
      ? { action: rule.action, cards: rule.cards, at_least: rule.atLeast }
      : { dated: one.dated !== null }),
    per: perId(rule),
    turns: turns.map(turn => ({ from: isoOf(turn.from), to: isoOf(turn.to) })),
    cite: rule.cite,
  };
}

function deadlineJson({ duty, low, high }: Deadline): Json {
  return {
    id: duty.id,
    label: duty.label,
    role: duty.role,
    action: duty.action,
    cards: duty.cards,
    times: duty.atLeast,
    within: span(duty.within),
    after: duty.after,
    due: high === null ? null : { low: iso(low), high: iso(high) },
    cite: duty.cite,
  };
}

/** The timetable for programs; `findings` are its findings in the form of all diagnostics. */
export function calendarJson(timetable: Timetable, findings: readonly Json[], sources: Sources): Json {
  const { policy } = timetable;
  return {
    policy: policy.id,
    version: policy.version,
    on: policy.on,
    from: isoOf(timetable.from),
    to: isoOf(timetable.to),
    holidays_known: coveredYears,
    stages: timetable.stages.map(stageJson),
    recurring: timetable.recurring.map(recurringJson),
    once: timetable.deadlines.map(deadlineJson),
    standing: policy.duties
      .filter(({ atLeast }) => atLeast === 0)
      .map(({ id, label, role, cards }) => ({ id, label, role, cards })),
    transitions: policy.transitions.map(one => ({
      id: one.id,
      label: one.label,
      from: one.from === null ? null : wordsAt(one.from.span, sources),
      lasts: span(one.lasts),
      benefits: one.benefits,
      cite: one.cite,
    })),
    findings,
  };
}
