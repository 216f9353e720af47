import { monthText } from '../../analysis/calendar/days.ts';
import type { Amount, Load, Workload, WorkloadRow } from '../../analysis/workload/workload.ts';
import type { Lang } from '../../language/label.ts';
import type { DutyAction } from '../../policy/policy.ts';
import { actionNames, frequencyText, roleName, ruleName } from '../duty-words.ts';
import { fittedLines } from '../fitted.ts';
import { inert } from '../inert.ts';
import { entityName, policyName, versionText } from '../names.ts';
import type { Look } from '../overview-view.ts';
import { type Column, foldLines } from '../table.ts';
import { width } from '../width.ts';
import { say, type WorkloadWord } from './words.ts';

const COLUMNS = 80;
/** Of the two columns of text before the months, with their gaps: wide enough to tell the rows apart, where they need it. */
const [NARROWEST, WIDEST] = [26, 52];

const separated = (figure: number): string => String(figure).replace(/\B(?=(\d{3})+$)/g, ',');

export const amountText = ({ low, high }: Amount): string =>
  low === high ? separated(low) : `${separated(low)}–${separated(high)}`;

const right = (title: string): Column => ({ title, align: 'right' });

const kind = (
  policy: Workload['policy'],
  { role, action }: Pick<WorkloadRow, 'role' | 'action'>,
  lang: Lang,
) => [roleName(policy, role, lang), actionNames[action][lang]];

/** As many months as fit side by side, the same number in each block. */
function blocksOf({ policy, roles, total, months }: Workload, lang: Lang): number[][] {
  const names = roles.map(row => kind(policy, row, lang));
  const needed = [0, 1].reduce((sum, at) => sum + Math.max(0, ...names.map(row => width(row[at]!))) + 2, 0);
  const lead = Math.min(WIDEST, Math.max(NARROWEST, needed));
  const widest = Math.max(7, ...total.months.map(one => width(amountText(one)))) + 2;
  const room = COLUMNS - lead - 2;
  const fits = Math.max(1, Math.floor(room / widest));
  const blocks = Math.ceil(months.count / fits);
  const each = Math.ceil(months.count / blocks);
  const found = Array.from({ length: blocks }, (_, block) =>
    Array.from({ length: Math.min(each, months.count - block * each) }, (_, at) => block * each + at),
  );
  // The total has a block of its own where it finds no room beside the last months.
  const last = found.at(-1)!.length * widest + Math.max(7, width(amountText(total.total))) + 2;
  return last <= room ? found : [...found, []];
}

function monthLines(workload: Workload, look: Look): string[] {
  const { lang, paint } = look;
  const { policy, roles, total, months } = workload;
  const blocks = blocksOf(workload, lang);
  return blocks.flatMap((block, index) => {
    const isLast = index === blocks.length - 1;
    const cells = (load: Load) => [
      ...block.map(at => amountText(load.months[at]!)),
      ...(isLast ? [amountText(load.total)] : []),
    ];
    const columns: Column[] = [
      { title: say('role', lang) },
      { title: say('action', lang) },
      ...block.map(at => right(monthText(months.first + at))),
      ...(isLast ? [right(say('total', lang))] : []),
    ];
    const rows = [
      ...roles.map(row => [...kind(policy, row, lang), ...cells(row)]),
      [say('total', lang), '', ...cells(total)],
    ];
    return [...fittedLines(columns, rows, paint), ''];
  });
}

/** Areas by what is done there, roles below each other. */
function areaLines(workload: Workload, look: Look): string[] {
  const { lang, paint } = look;
  const { policy, rows, areaEntity, months } = workload;
  if (areaEntity === null || rows.length === 0) return [];
  const actions = [...new Set(rows.map(({ action }) => action))];
  const sum = (amounts: readonly (Amount | null)[]): Amount =>
    amounts.reduce<Amount>((a, b) => ({ low: a.low + (b?.low ?? 0), high: a.high + (b?.high ?? 0) }), {
      low: 0,
      high: 0,
    });
  const areas = [...new Set(rows.map(({ area }) => area))];
  const lines = areas.flatMap(area => {
    const own = rows.filter(row => row.area === area);
    const roles = [...new Set(own.map(({ role }) => role))];
    return roles.map((role, at) => {
      const cells = actions.map(
        action => own.find(row => row.role === role && row.action === action)?.total ?? null,
      );
      return [
        at > 0 ? '' : area === null ? say('unrecorded', lang) : inert(area),
        roleName(policy, role, lang),
        ...cells.map(cell => (cell === null ? '' : amountText(cell))),
        amountText(sum(cells)),
      ];
    });
  });
  const ofAction = (action: DutyAction) =>
    sum(workload.roles.filter(row => row.action === action).map(row => row.total));
  const last = [
    say('total', lang),
    '',
    ...actions.map(action => amountText(ofAction(action))),
    amountText(workload.total.total),
  ];
  const columns: Column[] = [
    { title: entityName(policy, areaEntity, lang) },
    { title: say('role', lang) },
    ...actions.map(action => right(actionNames[action][lang])),
    right(say('total', lang)),
  ];
  const area = entityName(policy, areaEntity, lang);
  return [
    paint.strong(say('byArea', lang, { area, count: months.count })),
    ...fittedLines(columns, [...lines, last], paint),
    '',
  ];
}

function dutyLines({ policy, duties }: Workload, { lang, paint }: Look): string[] {
  const columns: Column[] = [
    { title: say('duty', lang) },
    { title: say('role', lang) },
    { title: say('often', lang) },
    right(say('households', lang)),
    right(say('times', lang)),
  ];
  const rows = duties.map(({ duty, households, total }) => [
    ruleName(duty, lang),
    duty.role === null ? '' : roleName(policy, duty.role, lang),
    frequencyText(duty, lang),
    amountText(households),
    amountText(total),
  ]);
  return [paint.strong(say('byDuty', lang)), ...fittedLines(columns, rows, paint), ''];
}

function noteLines({ duties, total }: Workload, { lang, paint }: Look): string[] {
  const standing = duties.filter(({ duty }) => duty.atLeast === 0).map(({ duty }) => ruleName(duty, lang));
  const rules: WorkloadWord[] = ['even', 'due', 'first', 'once'];
  const isOpen = total.total.low !== total.total.high;
  const texts = [
    ...rules.map(rule => say(rule, lang)),
    ...(isOpen ? [say('doubt', lang)] : []),
    ...(standing.length === 0
      ? []
      : [say('standing', lang, { names: standing.join(lang === 'zh' ? '、' : ', ') })]),
  ];
  return [
    paint.strong(say('notes', lang)),
    ...texts.flatMap(text =>
      foldLines(text, COLUMNS - 4).map((line, at) => (at === 0 ? `  ${line}` : `    ${line}`)),
    ),
  ];
}

/** The workload for people: by month, by area, by duty, and how it is counted. */
export function workloadLines(workload: Workload, look: Look): string[] {
  const { lang, paint } = look;
  const { policy, months } = workload;
  const name = `${policyName(policy, lang)}${versionText(policy, lang)}`;
  const span = {
    from: monthText(months.first),
    to: monthText(months.first + months.count - 1),
    count: months.count,
  };
  return [
    paint.strong(say('title', lang, { policy: name })),
    say('span', lang, span),
    '',
    paint.strong(say('byMonth', lang)),
    ...monthLines(workload, look),
    ...areaLines(workload, look),
    ...dutyLines(workload, look),
    ...noteLines(workload, look),
  ];
}
