import { isoOf } from '../../analysis/calendar/days.ts';
import type { Deadline, Timetable } from '../../analysis/calendar/timetable.ts';
import type { Lang } from '../../language/label.ts';
import type { Policy } from '../../policy/policy.ts';
import { roleName, ruleName, spanText, stageName } from '../duty-words.ts';
import { fittedLines } from '../fitted.ts';
import { benefitName } from '../names.ts';
import type { Look } from '../overview-view.ts';
import type { Sources } from '../place.ts';
import { wordsOf } from '../quotation.ts';
import { cardsText } from './recurring.ts';
import { say } from './words.ts';

function withinText(policy: Policy, { duty }: Deadline, lang: Lang): string {
  if (duty.within === null) return '';
  const span = spanText(duty.within, lang);
  if (duty.after === null) return lang === 'zh' ? `${span}内` : `within ${span}`;
  const stage = stageName(policy, duty.after, lang);
  return lang === 'zh' ? `${stage}后 ${span}内` : `within ${span} of ${stage}`;
}

function dayText({ low, high, duty }: Deadline, lang: Lang): string {
  if (high === null) return duty.within === null ? '—' : say('afterCard', lang);
  return low === null || low === high ? isoOf(high) : `${isoOf(low)} – ${isoOf(high)}`;
}

function deadlineLines({ policy, deadlines }: Timetable, { lang, paint }: Look): string[] {
  if (deadlines.length === 0) return [];
  const columns = (['what', 'role', 'cards', 'within', 'by'] as const).map(word => ({
    title: say(word, lang),
  }));
  const rows = deadlines.map(one => [
    ruleName(one.duty, lang),
    one.duty.role === null ? '' : roleName(policy, one.duty.role, lang),
    cardsText(policy, one.duty.cards, lang),
    withinText(policy, one, lang),
    dayText(one, lang),
  ]);
  return [paint.strong(say('once', lang)), ...fittedLines(columns, rows, paint), ''];
}

function standingLines({ policy }: Timetable, { lang, paint }: Look): string[] {
  const standing = policy.duties.filter(({ atLeast }) => atLeast === 0);
  if (standing.length === 0) return [];
  const columns = (['what', 'role', 'cards'] as const).map(word => ({ title: say(word, lang) }));
  const rows = standing.map(one => [
    ruleName(one, lang),
    one.role === null ? '' : roleName(policy, one.role, lang),
    cardsText(policy, one.cards, lang),
  ]);
  return [paint.strong(say('standing', lang)), ...fittedLines(columns, rows, paint), ''];
}

function transitionLines({ policy }: Timetable, { lang, paint }: Look, sources: Sources): string[] {
  if (policy.transitions.length === 0) return [];
  const columns = (['what', 'start', 'within', 'goesOn'] as const).map(word => ({ title: say(word, lang) }));
  const rows = policy.transitions.map(one => [
    ruleName(one, lang),
    one.from === null ? say('notSaid', lang) : wordsOf(one.from, policy, sources, lang),
    spanText(one.lasts, lang),
    one.benefits.map(id => benefitName(policy, id, lang)).join(lang === 'zh' ? '、' : ', '),
  ]);
  return [paint.strong(say('transitions', lang)), ...fittedLines(columns, rows, paint), ''];
}

/** What is done once and by when, what is owed all along, and how long things go on after an exit. */
export function onceLines(timetable: Timetable, look: Look, sources: Sources): string[] {
  return [
    ...deadlineLines(timetable, look),
    ...standingLines(timetable, look),
    ...transitionLines(timetable, look, sources),
  ];
}
