/** Frequencies, times and roles as people write them, in both languages. */
import type { Lang, Words } from '../language/label.ts';
import { wordOf } from '../language/label.ts';
import type { Cadence, Duty, DutyAction, Policy, TimeSpan } from '../policy/policy.ts';
import { inert } from './inert.ts';

export const actionNames: Readonly<Record<DutyAction, Words>> = {
  visit: { zh: '走访', en: 'visits' },
  contact: { zh: '联络', en: 'contacts' },
  monitor: { zh: '监测', en: 'monitoring' },
  plan: { zh: '计划', en: 'plans' },
  review: { zh: '复核', en: 'reviews' },
  other: { zh: '其他', en: 'other' },
};

/** Cadences that have a word of their own. */
const NAMED: Readonly<Record<string, { readonly id: string } & Words>> = {
  '1 day': { id: 'day', zh: '天', en: 'day' },
  '1 week': { id: 'week', zh: '周', en: 'week' },
  '1 month': { id: 'month', zh: '月', en: 'month' },
  '3 month': { id: 'quarter', zh: '季度', en: 'quarter' },
  '6 month': { id: 'half-year', zh: '半年', en: 'half-year' },
  '12 month': { id: 'year', zh: '年', en: 'year' },
};

const key = ({ every, unit }: Cadence) => `${every} ${unit}`;

/** What a cadence is called by programs: `month`, `quarter`, `2 weeks`. */
export function cadenceId(cadence: Cadence): string {
  return NAMED[key(cadence)]?.id ?? `${cadence.every} ${cadence.unit}s`;
}

/** By what a duty is counted, for programs; `once` where it does not recur. */
export function perId({ cadence }: Pick<Duty, 'cadence'>): string {
  return cadence === null ? 'once' : cadenceId(cadence);
}

/** `每季度`, `every quarter`. */
export function cadenceText(cadence: Cadence, lang: Lang): string {
  const named = NAMED[key(cadence)];
  if (named !== undefined) return lang === 'zh' ? `每${named.zh}` : `every ${named.en}`;
  const { every, unit } = cadence;
  const years = unit === 'month' && every % 12 === 0;
  if (lang === 'en') return years ? `every ${every / 12} years` : `every ${every} ${unit}s`;
  return years ? `每 ${every / 12} 年` : `每 ${every} ${{ day: '天', week: '周', month: '个月' }[unit]}`;
}

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

/** `每月至少 2 次`, `at least twice a month`, of a review `每季度`; what is done once, or all along. */
export function frequencyText({ atLeast, cadence, action }: Duty, lang: Lang): string {
  if (atLeast === 0) return lang === 'zh' ? '未写明频次' : 'how often is not said';
  if (cadence === null) return lang === 'zh' ? `${atLeast} 次` : times(atLeast);
  if (action === 'review' && atLeast === 1) return cadenceText(cadence, lang);
  if (lang === 'zh') return `${cadenceText(cadence, lang)}至少 ${atLeast} 次`;
  const every = cadenceText(cadence, lang);
  const named = NAMED[key(cadence)];
  return `at least ${times(atLeast)} ${named === undefined ? every : `a ${named.en}`}`;
}

const UNITS: Readonly<
  Record<TimeSpan['unit'], { readonly zh: string; readonly one: string; readonly many: string }>
> = {
  day: { zh: '天', one: 'day', many: 'days' },
  'working-day': { zh: '个工作日', one: 'working day', many: 'working days' },
  week: { zh: '周', one: 'week', many: 'weeks' },
  month: { zh: '个月', one: 'month', many: 'months' },
};

/** `15 个工作日`, `1 至 2 年`, `12 to 24 months`. */
export function spanText({ low, high, unit }: TimeSpan, lang: Lang): string {
  const years = unit === 'month' && low % 12 === 0 && high % 12 === 0;
  const [from, to] = years ? [low / 12, high / 12] : [low, high];
  const words = years ? { zh: '年', one: 'year', many: 'years' } : UNITS[unit];
  const figure = from === to ? String(from) : lang === 'zh' ? `${from} 至 ${to}` : `${from} to ${to}`;
  return `${figure} ${lang === 'zh' ? words.zh : to === 1 ? words.one : words.many}`;
}

export function roleName(policy: Policy, id: string | null, lang: Lang): string {
  if (id === null) return lang === 'zh' ? '（未写明）' : '(not named)';
  return inert(wordOf(Object.hasOwn(policy.roles, id) ? policy.roles[id]!.label : {}, lang, id));
}

export function stageName(policy: Policy, id: string, lang: Lang): string {
  return inert(wordOf(policy.stages.find(one => one.id === id)?.label ?? {}, lang, id));
}

/** Safe for a terminal. */
export function ruleName({ id, label }: Pick<Duty, 'id' | 'label'>, lang: Lang): string {
  return inert(wordOf(label, lang, id));
}
