/** A scenario that fills the blanks of a policy, with a mark in every place where a figure has to be written. */
import type { Blank } from '../../analysis/blanks/blanks.ts';
import { type Lang, type Words, wordOf } from '../../language/label.ts';
import { figureName } from '../../policy/figure-names.ts';
import type { Policy } from '../../policy/policy.ts';
import { PLACE_TO_FILL } from '../../policy/scenario.ts';
import { OTHERWISE } from '../../policy/with-parameters.ts';
import { inert } from '../inert.ts';
import { blankName, blankState, unitIn } from './text.ts';
import { usagesText } from './words.ts';

const words = {
  scenario: { zh: '情景', en: 'scenario' },
  policies: { zh: '政策', en: 'policies' },
  set: { zh: '设定', en: 'set' },
  name: { zh: '{policy}：待定的数定下以后', en: '{policy}: with its blanks filled' },
  fill: {
    zh: '每个 ____ 换成县里定的数，单位已经写好；暂时定不下来的，删去那一行（那一项仍是待定）。',
    en: 'Replace every ____ by the figure that the county settles; its unit stands there. Delete a line that cannot be settled yet: it stays open.',
  },
  then: { zh: '填好以后：', en: 'Then:' },
  elsewhere: {
    zh: '不能在情景里单独定，请直接写在政策里。',
    en: 'It cannot be set by itself in a scenario; write it in the policy.',
  },
  yesNo: { zh: '是 或 否', en: 'yes or no' },
} as const satisfies Record<string, Words>;

/** The name by which a blank is set, here or with `--set`: by id, or in Chinese as its label; null: it has none of its own. */
export function settingName(
  { policy, uses, parameter, cell, kind }: Blank,
  lang: Lang = 'en',
): string | null {
  if (cell === OTHERWISE || kind === 'last-year') return null;
  const named = parameter.implicit
    ? figureName(policy, parameter.id, lang)
    : (parameter.label.zh ?? parameter.id);
  const name = lang === 'zh' ? named : parameter.id;
  return [...uses, name, ...(cell === null ? [] : [cell])].join('.');
}

const PLAIN = /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u;
const yamlKey = (text: string) => (PLAIN.test(text) ? text : JSON.stringify(text));

export interface SkeletonPaths {
  /** Of the policy, from the folder of the scenario. */
  readonly policy: string;
  /** Of the schema, likewise; null: there is none in the project. */
  readonly schema: string | null;
  /** Of the scenario, as the reader named it. */
  readonly scenario: string;
}

/** The text of the scenario file, in the reader's language. */
export function scenarioSkeleton(
  policy: Policy,
  blanks: readonly Blank[],
  paths: SkeletonPaths,
  lang: Lang,
): string {
  const name = words.name[lang].replace('{policy}', () => comment(wordOf(policy.label, lang, policy.id)));
  const colon = ': ';
  return [
    ...(paths.schema === null ? [] : [`# yaml-language-server: $schema=${paths.schema}`]),
    `# ${words.fill[lang]}`,
    `# ${words.then[lang]} npx mingbai check ${comment(paths.scenario)}`,
    '',
    `${words.scenario[lang]}${colon}${JSON.stringify(name)}`,
    `${words.policies[lang]}${colon}${JSON.stringify(paths.policy)}`,
    `${words.set[lang]}:`,
    ...blanks.flatMap(blank => entry(blank, lang)),
    '',
  ].join('\n');
}

function entry(blank: Blank, lang: Lang): string[] {
  const { parameter, clauses, usages } = blank;
  const about = [blankName(blank, lang), blankState(blank, lang), clauses.join(' '), parameter.cite]
    .filter(text => text !== '')
    .map(comment)
    .join(' · ');
  const name = settingName(blank, lang);
  const hint = parameter.type.kind === 'bool' ? [`  # ${words.yesNo[lang]}`] : [];
  return [
    `  # ${about}`,
    ...(usages.length === 0 ? [] : [`  # ${comment(usagesText(usages, lang))}`]),
    ...hint,
    name === null ? `  # ${words.elsewhere[lang]}` : `  ${yamlKey(name)}: ${value(unitIn(blank, lang))}`,
  ];
}

/** The mark with the unit behind it. */
function value(unit: string): string {
  const text = unit === '' ? PLACE_TO_FILL : `${PLACE_TO_FILL} ${unit}`;
  return /^[\p{L}\p{N}_ /%]+$/u.test(text) ? text : JSON.stringify(text);
}

/** Text that stays within the line of a comment. */
const comment = (text: string) => inert(text).replace(/\s+/g, ' ').trim();
