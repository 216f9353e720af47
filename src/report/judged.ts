/** What a policy judges, in words: households, members, villages. */
import type { Lang } from '../language/label.ts';
import type { Policy } from '../policy/policy.ts';
import { PERSON, UNIT } from '../population/standard.ts';
import { count } from './amount.ts';
import { entityName, pluralName } from './names.ts';

type Judging = Pick<Policy, 'entity' | 'vocabulary'>;

/** The head of a column of counts: `户`, `人`, `村`; `households`, `members`, `villages`. */
export function judgedWord({ entity, vocabulary }: Judging, lang: Lang): string {
  if (lang === 'en') return entity === UNIT ? 'households' : pluralName({ vocabulary }, entity, lang);
  return entity === UNIT ? '户' : entity === PERSON ? '人' : entityName({ vocabulary }, entity, lang);
}

/** How one of them is counted: `户`, `人`, `个村`; in English as `judgedWord`, or in the singular. */
export function judgedUnit(policy: Judging, lang: Lang, one = false): string {
  const { entity, vocabulary } = policy;
  if (lang === 'en') {
    if (!one) return judgedWord(policy, lang);
    return entity === UNIT ? 'household' : entityName({ vocabulary }, entity, lang);
  }
  return entity === UNIT || entity === PERSON ? judgedWord(policy, lang) : `个${judgedWord(policy, lang)}`;
}

/** What messages with `{units}`, `{Units}` and `{unit}` take. */
export function judgedParams(
  policy: Judging,
  lang: Lang,
): Readonly<Record<'units' | 'Units' | 'unit', string>> {
  const units = judgedWord(policy, lang);
  return { units, Units: units.charAt(0).toUpperCase() + units.slice(1), unit: judgedUnit(policy, lang) };
}

/** `1,200 户`, `12 个村`; `1 household`. */
export function judgedCount(policy: Judging, number: number, lang: Lang): string {
  return `${count(number)} ${judgedUnit(policy, lang, number === 1)}`;
}
