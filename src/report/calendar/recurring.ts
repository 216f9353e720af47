import { isoOf } from '../../analysis/calendar/days.ts';
import type { Recurring, Timetable } from '../../analysis/calendar/timetable.ts';
import type { Lang } from '../../language/label.ts';
import type { Policy } from '../../policy/policy.ts';
import { cadenceText, frequencyText, roleName, ruleName } from '../duty-words.ts';
import { fittedLines } from '../fitted.ts';
import { cardName } from '../names.ts';
import type { Look } from '../overview-view.ts';
import { clip, padEnd, padStart } from '../table.ts';
import { width } from '../width.ts';
import { monthName, say } from './words.ts';

/** More months do not fit beside the names. */
const MONTHS = 14;
const NAMES = 24;
const CELL = 4;
const COLUMNS = 80;

export function cardsText(policy: Policy, cards: readonly string[] | null, lang: Lang): string {
  if (cards === null) return say('allCards', lang);
  return cards.map(id => cardName(policy, id, lang)).join(lang === 'zh' ? '、' : ', ');
}

function row(policy: Policy, one: Recurring, isDated: boolean, lang: Lang): string[] {
  const { rule, kind, turns } = one;
  const first = turns[0];
  const often = kind === 'duty' ? frequencyText(rule, lang) : rule.cadence && cadenceText(rule.cadence, lang);
  return [
    ruleName(rule, lang),
    rule.role === null ? '' : roleName(policy, rule.role, lang),
    kind === 'duty' ? cardsText(policy, rule.cards, lang) : '',
    often ?? '',
    ...(isDated ? [first === undefined ? '—' : isoOf(first.to)] : []),
  ];
}

function chartLines(timetable: Timetable, lang: Lang): string[] {
  const { first, count } = timetable.months;
  const shown = timetable.recurring.filter(({ byMonth }) => byMonth.some(times => times > 0));
  if (count > MONTHS || shown.length === 0) return [];
  const months = Array.from({ length: count }, (_, k) => first + k);
  const names = Math.min(
    COLUMNS - 2 - CELL * count,
    NAMES,
    Math.max(...shown.map(({ rule }) => width(ruleName(rule, lang)))),
  );
  const month = (index: number) =>
    lang === 'zh' ? String((index % 12) + 1) : monthName((index % 12) + 1, lang);
  const head = months.map(index => padStart(month(index), CELL)).join('');
  const lines = shown.map(one => {
    const cells = one.byMonth.map(times => padStart(times === 0 ? '·' : String(times), CELL)).join('');
    return `  ${padEnd(clip(ruleName(one.rule, lang), names), names)}${cells}`;
  });
  return [
    '',
    `  ${say('dueByMonth', lang)}`,
    `  ${padEnd(clip(say('monthsOf', lang), names), names)}${head}`,
    ...lines,
  ];
}

/** Duties, reviews and stages that come again, and how they fall on the months. */
export function recurringLines(timetable: Timetable, { lang, paint }: Look): string[] {
  const { policy, recurring } = timetable;
  if (recurring.length === 0) return [];
  const chart = chartLines(timetable, lang);
  // Where the chart tells the months, days are told only of what has days of its own.
  const isDated = chart.length === 0 || recurring.some(one => one.kind === 'stage' && one.dated !== null);
  const titles = ['what', 'role', 'cards', 'often', ...(isDated ? (['next'] as const) : [])] as const;
  const columns = titles.map(word => ({ title: say(word, lang) }));
  const rows = recurring.map(one => row(policy, one, isDated, lang));
  return [
    paint.strong(say('recurring', lang)),
    ...fittedLines(columns, rows, paint, [say('often', lang)]),
    ...chart,
    '',
  ];
}
