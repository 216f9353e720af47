import { type DayNumber, dayOf, isoOf, weekdayOf } from '../../analysis/calendar/days.ts';
import type { StageDays } from '../../analysis/calendar/stages.ts';
import type { Deadline, Recurring, Timetable } from '../../analysis/calendar/timetable.ts';
import type { Lang } from '../../language/label.ts';
import { wordOf } from '../../language/label.ts';
import type { Cadence, Policy, Rule } from '../../policy/policy.ts';
import { cadenceText, frequencyText, spanText } from '../duty-words.ts';
import { foldedLine, icsText } from './ics-lines.ts';
import { say } from './words.ts';

const date = (day: DayNumber): string => isoOf(day).replaceAll('-', '');
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

interface Event {
  readonly uid: string;
  readonly from: DayNumber;
  /** Included; the calendar says the day after. */
  readonly to: DayNumber;
  readonly summary: string;
  readonly description: string;
  readonly rule: string | null;
}

/** Users' words as they stand: a calendar is no terminal. */
const nameOf = ({ id, label }: Pick<Rule, 'id' | 'label'>, lang: Lang): string => wordOf(label, lang, id);

function described(
  policy: Policy,
  rule: Rule & { readonly role: string | null },
  lines: readonly string[],
  lang: Lang,
): string {
  const role = rule.role === null ? undefined : policy.roles[rule.role];
  const colon = lang === 'zh' ? '：' : ': ';
  return [
    ...(role === undefined ? [] : [`${say('role', lang)}${colon}${wordOf(role.label, lang, role.id)}`]),
    ...lines,
    ...(rule.cite === '' ? [] : [rule.cite]),
  ].join('\n');
}

/**
 * How dates that come again are told; `until` is included. Of months, `day` is the day of the month, or the last one. Null
 * for the 29th and 30th, which not every month has: the part of RFC 5545 that could tell them (`BYSETPOS`) is not understood
 * by every program.
 */
function recurrenceRule(
  cadence: Cadence,
  first: DayNumber,
  day: number | 'last',
  until: DayNumber,
): string | null {
  const end = `;UNTIL=${date(until)}`;
  const interval = cadence.every === 1 ? '' : `;INTERVAL=${cadence.every}`;
  if (cadence.unit === 'day') return `FREQ=DAILY${interval}${end}`;
  if (cadence.unit === 'week') return `FREQ=WEEKLY${interval};BYDAY=${WEEKDAYS[weekdayOf(first) - 1]}${end}`;
  if (day === 29 || day === 30) return null;
  return `FREQ=MONTHLY${interval};BYMONTHDAY=${day === 'last' || day === 31 ? -1 : day}${end}`;
}

function stageEvent(policy: Policy, { stage, from, to, notice }: StageDays, lang: Lang): Event[] {
  const [first, last] = [from ?? to, to ?? from];
  if (first === null || last === null || first > last) return [];
  const asked = notice === null ? [] : [say('lasts', lang, { span: spanText(notice.notice.lasts, lang) })];
  return [
    {
      uid: `stage.${stage.id}`,
      from: first,
      to: last,
      summary: nameOf(stage, lang),
      description: described(policy, stage, asked, lang),
      rule: null,
    },
  ];
}

/** Reviews and stages that come again: an event on the last day of each period, or on the days of the stage itself. */
function recurringEvent(timetable: Timetable, one: Recurring, lang: Lang): Event[] {
  const { kind, rule, turns } = one;
  const first = turns[0];
  const last = turns.at(-1);
  if (first === undefined || last === undefined || rule.cadence === null) return [];
  if (kind === 'duty' && rule.action !== 'review') return [];
  const dated = kind === 'stage' ? one.dated : null;
  const from = dated === null ? first.to : first.from;
  const until = dated === null ? last.to : last.from;
  const day = dated === null ? 'last' : Number(isoOf(dated.from).slice(8));
  const often = kind === 'duty' ? frequencyText(rule, lang) : cadenceText(rule.cadence, lang);
  const event = {
    uid: `${kind}.${rule.id}`,
    from,
    to: first.to,
    summary: nameOf(rule, lang),
    description: described(timetable.policy, rule, [often], lang),
    rule: recurrenceRule(rule.cadence, from, day, until),
  };
  if (event.rule !== null) return [event];
  return turns.map(turn => ({ ...event, ...turn, uid: `${event.uid}.${date(turn.from)}` }));
}

function deadlineEvent(policy: Policy, { duty, high }: Deadline, lang: Lang): Event[] {
  if (high === null || duty.within === null) return [];
  return [
    {
      uid: `duty.${duty.id}`,
      from: high,
      to: high,
      summary: nameOf(duty, lang),
      description: described(policy, duty, [spanText(duty.within, lang)], lang),
      rule: null,
    },
  ];
}

/** The timetable as an iCalendar file; the same policy gives the same bytes. */
export function calendarIcs(timetable: Timetable, lang: Lang): string {
  const { policy } = timetable;
  const events = [
    ...timetable.stages.flatMap(one => stageEvent(policy, one, lang)),
    ...timetable.recurring.flatMap(one => recurringEvent(timetable, one, lang)),
    ...timetable.deadlines.flatMap(one => deadlineEvent(policy, one, lang)),
  ];
  const stamp = `${date(dayOf(policy.on))}T000000Z`;
  const language = lang === 'zh' ? 'zh-CN' : 'en';
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Mingbai//Timetable//${language.slice(0, 2).toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${icsText(wordOf(policy.label, lang, policy.id))}`,
    ...events.flatMap(({ uid, from, to, summary, description, rule }) => [
      'BEGIN:VEVENT',
      `UID:${icsText(`${uid}.${policy.id}@mingbai`)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${date(from)}`,
      `DTEND;VALUE=DATE:${date(to + 1)}`,
      ...(rule === null ? [] : [`RRULE:${rule}`]),
      `SUMMARY;LANGUAGE=${language}:${icsText(summary)}`,
      ...(description === '' ? [] : [`DESCRIPTION;LANGUAGE=${language}:${icsText(description)}`]),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map(foldedLine).join('');
}
