import { isoOf, monthIndexOf } from '../../analysis/calendar/days.ts';
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
const NAMES = 18;
const CELL = 4;

export function cardsText(policy: Policy, cards: readonly string[] | null, lang: Lang): string {
  if (cards === null) return say('allCards', lang);
  return cards.map(id => cardName(policy, id, lang)).join(lang === 'zh' ? '、' : ', ');
}

function row(policy: Policy, one: Recurring, lang: Lang): string[] {
  const { rule, kind, turns } = one;
  const first = turns[0];
  return [
    ruleName(rule, lang),
    rule.role === null ? '' : roleName(policy, rule.role, lang),
    kind === 'duty' ? cardsText(policy, rule.cards, lang) : '',
    kind === 'duty'
      ? frequencyText(rule, lang)
      : rule.cadence === null
        ? ''
        : cadenceText(rule.cadence, lang),
    first === undefined ? '—' : isoOf(first.to),
  ];
}

/** How often something is due in each month. */
function byMonth({ kind, rule, turns }: Recurring): Map<number, number> {
  const counts = new Map<number, number>();
  const each = kind === 'duty' ? rule.atLeast : 1;
  for (const { to } of turns) counts.set(monthIndexOf(to), (counts.get(monthIndexOf(to)) ?? 0) + each);
  return counts;
}

function chartLines(timetable: Timetable, lang: Lang): string[] {
  const start = monthIndexOf(timetable.from);
  const count = monthIndexOf(timetable.to) - start + 1;
  const shown = timetable.recurring.filter(({ turns }) => turns.length > 0);
  if (count > MONTHS || shown.length === 0) return [];
  const months = Array.from({ length: count }, (_, k) => start + k);
  const names = Math.min(NAMES, Math.max(...shown.map(({ rule }) => width(ruleName(rule, lang)))));
  const month = (index: number) =>
    lang === 'zh' ? String((index % 12) + 1) : monthName((index % 12) + 1, lang);
  const head = months.map(index => padStart(month(index), CELL)).join('');
  const lines = shown.map(one => {
    const due = byMonth(one);
    const cells = months.map(month => padStart(String(due.get(month) ?? '·'), CELL)).join('');
    return `  ${padEnd(clip(ruleName(one.rule, lang), names), names)}${cells}`;
  });
  return [
    '',
    `  ${say('dueByMonth', lang)}`,
    `  ${padEnd(clip(say('monthsOf', lang), names), names)}${head}`,
    ...lines,
  ];
}

/** Duties, reviews and stages that come again, with when they are due over the months. */
export function recurringLines(timetable: Timetable, { lang, paint }: Look): string[] {
  const { policy, recurring } = timetable;
  if (recurring.length === 0) return [];
  const columns = (['what', 'role', 'cards', 'often', 'next'] as const).map(word => ({
    title: say(word, lang),
  }));
  return [
    paint.strong(say('recurring', lang)),
    ...fittedLines(
      columns,
      recurring.map(one => row(policy, one, lang)),
      paint,
    ),
    ...chartLines(timetable, lang),
    '',
  ];
}
