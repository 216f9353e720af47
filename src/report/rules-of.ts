/** Under which rules something was worked out: the day, and the parameters that were set from outside. */
import type { Lang, Words } from '../language/label.ts';
import { wordOf } from '../language/label.ts';
import { nameKey } from '../language/normal.ts';
import type { Parameter, ParameterValue, Policy } from '../policy/policy.ts';
import { spanText } from './figures.ts';
import { inert } from './inert.ts';
import { flowLines } from './table.ts';
import { unitsOf, writtenUnit } from './units.ts';

/** Parameters set by `--set` or a scenario: names and values as given. */
export type Settings = Readonly<Record<string, string>>;

const words = {
  rulesOf: { zh: '按 {on} 的规定', en: 'rules of {on}' },
  early: { zh: '早于施行日 {effective}', en: 'before they take effect on {effective}' },
  set: { zh: '设定', en: 'set' },
} as const satisfies Record<string, Words>;

/** `rules of 2020-06-01`; says so where the policy is not in force on that day. */
export function rulesOf({ on, effective }: Policy, lang: Lang): string {
  const day = words.rulesOf[lang].replace('{on}', on);
  if (on >= effective) return day;
  const early = words.early[lang].replace('{effective}', effective);
  return lang === 'zh' ? `${day}，${early}` : `${day}, ${early}`;
}

/** The parameter that a setting names, and the name of one of its cells where it names one. */
function parameterOf(policy: Policy, name: string): { parameter: Parameter; cell: string } | null {
  const key = nameKey(name);
  for (const parameter of Object.values(policy.parameters)) {
    const { id, label } = parameter;
    for (const word of [id, label.zh, label.en]) {
      if (word === undefined) continue;
      const own = nameKey(word);
      if (key === own) return { parameter, cell: '' };
      if (key.startsWith(`${own}.`)) return { parameter, cell: key.slice(own.length) };
    }
  }
  return null;
}

function valueText(value: ParameterValue, parameter: Parameter, policy: Policy, lang: Lang): string | null {
  if (parameter.type.kind !== 'number' || (value.kind !== 'set' && value.kind !== 'range')) return null;
  const [low, high] = value.kind === 'set' ? [value.value, value.value] : [value.low, value.high];
  if (typeof low !== 'string' || typeof high !== 'string') return null;
  const unit = writtenUnit(parameter.unit, policy);
  return spanText(low, high, parameter.type.dimension, lang, { unit, units: unitsOf(policy) });
}

/** `set: warning line = 9,000 yuan/person/year`; no line where nothing is set. */
export function settingLines(policy: Policy, settings: Settings, lang: Lang): string[] {
  const items = Object.entries(settings).map(([name, written]) => {
    const found = parameterOf(policy, name);
    const label =
      found === null ? name : wordOf(found.parameter.label, lang, found.parameter.id) + found.cell;
    const value =
      found === null || found.cell !== ''
        ? null
        : valueText(found.parameter.value, found.parameter, policy, lang);
    return `${inert(label)} = ${value ?? inert(written)}`;
  });
  if (items.length === 0) return [];
  const [colon, semicolon] = lang === 'zh' ? ['：', '；'] : [': ', '; '];
  return flowLines(`${words.set[lang]}${colon}`, items, semicolon, 74);
}

/** The same for programs: values as given, by the parameter's id; absent where nothing is set. */
export function settingsJson(policy: Policy, settings: Settings): { set?: Record<string, string> } {
  const entries = Object.entries(settings).map(([name, written]): [string, string] => {
    const found = parameterOf(policy, name);
    return [found === null ? name : found.parameter.id + found.cell, written];
  });
  return entries.length === 0 ? {} : { set: Object.fromEntries(entries) };
}
