import type { Diagnostic, Param, Severity } from '../../language/diagnostic.ts';
import type { Words } from '../../language/label.ts';
import type { Stage } from '../../policy/policy.ts';
import { called } from '../../policy/rule.ts';
import { type DayNumber, isoOf, yearOf } from './days.ts';
import type { StageDays } from './stages.ts';
import { coveredYears, isCovered, workingDays } from './working-days.ts';

/** More of one kind would tell nobody more. */
const MOST = 200;

interface Dated extends StageDays {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

const isDated = (one: StageDays): one is Dated =>
  one.from !== null && one.to !== null && one.from <= one.to && one.stage.cadence === null;

function finding(
  code: string,
  severity: Severity,
  stage: Stage,
  params: Readonly<Record<string, Param>>,
  related: readonly Stage[] = [],
): Diagnostic {
  return {
    code,
    severity,
    params: { stage: called(stage), ...params },
    span: stage.span,
    ...(related.length === 0 ? {} : { related: related.map(({ span }) => span) }),
  };
}

/** A day as words: it is ours, so no quotation marks. */
function bare(text: string): Words {
  return { zh: text, en: text };
}

const dayWords = (day: DayNumber | null): Words => bare(day === null ? '' : isoOf(day));

/** What is wrong with one stage by itself, or with its place after the one that it follows. */
function ownFindings(one: StageDays): Diagnostic[] {
  const { stage, from, to, after, deadline } = one;
  const found: Diagnostic[] = [];
  const dates = { from: dayWords(from), to: dayWords(to) };
  const other = after?.stage;
  const early = after?.to != null && ((from !== null && from <= after.to) || (to !== null && to <= after.to));
  if (early && other !== undefined && after?.to != null) {
    const params = { other: called(other), ends: dayWords(after.to), begins: dayWords(from ?? to) };
    found.push(finding('stage-before-preceding', 'error', stage, params, [other]));
  }
  if (!early && from !== null && to !== null && from > to)
    found.push(finding('stage-backwards', 'error', stage, dates));
  if (deadline !== null && to !== null && to > deadline.high)
    found.push(
      finding(
        'stage-late',
        'error',
        stage,
        { to: dates.to, latest: dayWords(deadline.high) },
        other ? [other] : [],
      ),
    );
  if (from !== null && to !== null && from <= to && workingDays(from, to) === 0)
    found.push(finding('stage-on-days-off', 'warning', stage, dates));
  return [...found, ...noticeFindings(one)];
}

const units: Readonly<Record<string, Words>> = {
  day: { zh: '天', en: 'days' },
  'working-day': { zh: '个工作日', en: 'working days' },
  week: { zh: '周', en: 'weeks' },
  month: { zh: '个月', en: 'months' },
};

function noticeFindings({ stage, notice }: StageDays): Diagnostic[] {
  if (notice === null || notice.ways.every(({ enough }) => enough)) return [];
  const { low, unit } = notice.notice.lasts;
  const most = notice.ways[0]!;
  const least = notice.ways.at(-1)!;
  const inWork = unit === 'working-day';
  const length = ({ days, workingDays }: typeof most) => (inWork ? workingDays : days);
  const unitWords = inWork ? units['working-day']! : units['day']!;
  const params = {
    asked: low,
    unit: units[unit] ?? unitWords,
    counted: length(most),
    counted_in: unitWords,
    without: length(least),
  };
  const code = notice.ways.some(({ enough }) => enough) ? 'notice-depends' : 'notice-too-short';
  return [finding(code, code === 'notice-depends' ? 'warning' : 'error', stage, params)];
}

/** Stages that run at one time without being meant to; and ones written later that begin earlier. */
function overlaps(stages: readonly StageDays[]): Diagnostic[] {
  const dated = stages.filter(isDated).filter(({ stage }) => !stage.parallel);
  const found: Diagnostic[] = [];
  dated.forEach((one, index) => {
    for (const before of dated.slice(0, index)) {
      // That is told of the stage itself.
      if (found.length === MOST || one.stage.after === before.stage.id) continue;
      const other = { other: called(before.stage) };
      if (one.from < before.from && before === dated[index - 1]) {
        const params = { ...other, begins: dayWords(one.from), first: dayWords(before.from) };
        found.push(finding('stage-out-of-order', 'error', one.stage, params, [before.stage]));
      }
      const [from, to] = [Math.max(one.from, before.from), Math.min(one.to, before.to)];
      if (from > to) continue;
      const params = { ...other, from: dayWords(from), to: dayWords(to), days: to - from + 1 };
      found.push(finding('stages-overlap', 'warning', one.stage, params, [before.stage]));
    }
  });
  return found;
}

/** Days between stages on which none runs. */
function gaps(stages: readonly StageDays[]): Diagnostic[] {
  const dated = stages.filter(isDated).sort((a, b) => a.from - b.from || a.to - b.to);
  const found: Diagnostic[] = [];
  let last: Dated | undefined;
  for (const one of dated) {
    if (last !== undefined && one.from > last.to + 1 && found.length < MOST) {
      const [from, to] = [last.to + 1, one.from - 1];
      const working = workingDays(from, to);
      const params = {
        other: called(last.stage),
        from: dayWords(from),
        to: dayWords(to),
        days: to - from + 1,
        working,
      };
      found.push(finding('stages-gap', working === 0 ? 'note' : 'warning', one.stage, params, [last.stage]));
    }
    if (last === undefined || one.to > last.to) last = one;
  }
  return found;
}

/** Days in years whose public holidays are not known. */
function beyondHolidays(stages: readonly StageDays[]): Diagnostic[] {
  const days = stages.flatMap(({ from, to }) => [from, to]).filter(day => day !== null);
  const years = [...new Set(days.filter(day => !isCovered(day)).map(yearOf))].sort((a, b) => a - b);
  if (years.length === 0) return [];
  const params = { years: years.map(year => bare(String(year))), ...coveredYears };
  return [{ code: 'holidays-unknown', severity: 'warning', params }];
}

/** Stages without any day, since what they follow has no last day. */
function undated(stages: readonly StageDays[]): Diagnostic[] {
  const lost = stages.filter(
    ({ stage, from, to, after }) => stage.cadence === null && from === null && to === null && after !== null,
  );
  if (lost.length === 0) return [];
  const params = { stages: lost.map(({ stage }) => called(stage)) };
  return [{ code: 'stages-undated', severity: 'note', params }];
}

/** What is wrong with a procedure, by stage in the order written; what concerns all of it comes last. */
export function findingsOf(stages: readonly StageDays[]): Diagnostic[] {
  const between = [...overlaps(stages), ...gaps(stages)];
  return [
    ...stages.flatMap(one => [...ownFindings(one), ...between.filter(({ span }) => span === one.stage.span)]),
    ...undated(stages),
    ...beyondHolidays(stages),
  ];
}
