import { isoOf } from '../../analysis/calendar/days.ts';
import type { NoticeCount } from '../../analysis/calendar/notice.ts';
import type { StageDays } from '../../analysis/calendar/stages.ts';
import type { Timetable } from '../../analysis/calendar/timetable.ts';
import { analysisMessages } from '../../analysis/messages.ts';
import type { Lang } from '../../language/label.ts';
import { roleName, ruleName, spanText } from '../duty-words.ts';
import { fittedLines } from '../fitted.ts';
import { messageOf } from '../message.ts';
import { policyName, versionText } from '../names.ts';
import type { Look } from '../overview-view.ts';
import type { Sources } from '../place.ts';
import { foldLines } from '../table.ts';
import { ganttLines } from './gantt.ts';
import { onceLines } from './once.ts';
import { recurringLines } from './recurring.ts';
import { type CalendarWord, say, severityName } from './words.ts';

/** No line of what is told in sentences is longer. */
const COLUMNS = 80;

const day = (at: number | null, computed: boolean): string =>
  at === null ? '—' : `${isoOf(at)}${computed ? '*' : ''}`;

function inWindow({ from, to }: StageDays, timetable: Timetable): boolean {
  const [first, last] = [from ?? to, to ?? from];
  return first === null || last === null || (first <= timetable.to && last >= timetable.from);
}

function procedureLines(timetable: Timetable, { lang, paint }: Look): string[] {
  const { policy } = timetable;
  const shown = timetable.stages.filter(one => inWindow(one, timetable));
  if (timetable.stages.length === 0) return [];
  const rows = shown.map(({ stage, from, to, computed, days, workingDays }) => [
    ruleName(stage, lang),
    stage.role === null ? '' : roleName(policy, stage.role, lang),
    day(from, computed.from),
    day(to, computed.to),
    days === null ? '' : String(days),
    workingDays === null ? '' : String(workingDays),
  ]);
  const left = (['stage', 'role', 'from', 'to'] as const).map(word => ({ title: say(word, lang) }));
  const right = (['days', 'working'] as const).map(word => ({
    title: say(word, lang),
    align: 'right' as const,
  }));
  const bars = shown.flatMap(({ stage, from, to }) =>
    (from === null && to === null) || (from !== null && to !== null && from > to)
      ? []
      : [{ name: ruleName(stage, lang), from, to }],
  );
  const chart = ganttLines(bars, lang);
  const outside = timetable.stages.length - shown.length;
  return [
    heading('procedure', { lang, paint }),
    ...fittedLines([...left, ...right], rows, paint),
    ...(shown.some(({ computed }) => computed.from || computed.to) ? [`  ${say('computed', lang)}`] : []),
    ...(outside > 0 ? [`  ${say('outside', lang, { count: outside })}`] : []),
    ...(chart.length > 0 ? ['', ...chart] : []),
    '',
  ];
}

export function heading(word: CalendarWord, { lang, paint }: Look): string {
  return paint.strong(say(word, lang));
}

function wayText({ countsFirst, countsLast, days, workingDays, enough }: NoticeCount, lang: Lang): string {
  const which = [
    countsFirst ? say('withFirst', lang) : `${say('withoutFirst', lang)}${say('statute', lang)}`,
    ...(countsLast ? [] : [say('withoutLast', lang)]),
  ].join(lang === 'zh' ? '、' : ', ');
  const count = say('count', lang, { days, working: workingDays });
  const verdict = say(enough ? 'enough' : 'short', lang);
  return lang === 'zh' ? `${which}：${count}，${verdict}` : `${which}: ${count}: ${verdict}`;
}

/** A sentence on lines that are not too long, the further ones set in. */
function indented(text: string): string[] {
  return foldLines(text, COLUMNS - 6).map((line, at) => (at === 0 ? `    ${line}` : `      ${line}`));
}

function noticeLines({ stages }: Timetable, { lang, paint }: Look): string[] {
  const lines = stages.flatMap(({ stage, notice }) =>
    notice === null
      ? []
      : [
          `  ${ruleName(stage, lang)}${lang === 'zh' ? '：' : ': '}${say('lasts', lang, { span: spanText(notice.notice.lasts, lang) })}`,
          ...notice.ways.flatMap(way => indented(wayText(way, lang))),
        ],
  );
  return lines.length === 0 ? [] : [heading('notices', { lang, paint }), ...lines, ''];
}

function findingLines({ findings }: Timetable, { lang, paint }: Look): string[] {
  const colon = lang === 'zh' ? '：' : ': ';
  const lines = findings.flatMap(one => {
    const head = `${severityName(one.severity, lang)}${colon}`;
    const [first = '', ...rest] = foldLines(`${head}${messageOf(one, analysisMessages, lang)}`, COLUMNS - 4);
    return [`  ${paint[one.severity](first)}`, ...rest.map(line => `    ${line}`)];
  });
  return [heading('findings', { lang, paint }), ...(lines.length === 0 ? [`  ${say('fine', lang)}`] : lines)];
}

/** The timetable for people: stages with a chart, notices, what comes again and what is due once, what is wrong. */
export function calendarLines(timetable: Timetable, look: Look, sources: Sources): string[] {
  const { policy } = timetable;
  const { lang, paint } = look;
  const title = say('title', lang, { policy: `${policyName(policy, lang)}${versionText(policy, lang)}` });
  const window = say('span', lang, { from: isoOf(timetable.from), to: isoOf(timetable.to) });
  const isEmpty = policy.stages.length + policy.duties.length + policy.transitions.length === 0;
  if (isEmpty) return [paint.strong(title), say('nothing', lang)];
  return [
    paint.strong(title),
    window,
    '',
    ...procedureLines(timetable, look),
    ...noticeLines(timetable, look),
    ...recurringLines(timetable, look),
    ...onceLines(timetable, look, sources),
    ...findingLines(timetable, look),
  ];
}
