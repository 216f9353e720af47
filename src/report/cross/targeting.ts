import type { ShareBounds, Targeting } from '../../analysis/cross/targeting.ts';
import type { Words } from '../../language/label.ts';
import { meaningWords } from '../../language/words.ts';
import type { Meaning, Policy } from '../../policy/policy.ts';
import { count } from '../amount.ts';
import { inert } from '../inert.ts';
import { judgedWord } from '../judged.ts';
import { policyName } from '../names.ts';
import { type Look, letter } from '../overview-view.ts';
import { type Column, foldLines, tableLines } from '../table.ts';
import type { Reference, TargetingView } from './view.ts';
import { say } from './words.ts';

/** `12.3%`, `12.3–15.0%`; `–` where there is nobody. */
export function boundsText(bounds: ShareBounds | null): string {
  if (bounds === null) return '–';
  const [low, high] = [bounds.low, bounds.high].map(value => (value * 100).toFixed(1));
  return low === high ? `${low}%` : `${low}–${high}%`;
}

const rolesText = (roles: readonly Meaning[], { lang }: Look) =>
  roles.map(role => meaningWords[role][lang][0]!).join(lang === 'zh' ? '、' : ', ');

/** Inclusion and exclusion error of every policy, in what is judged and in people. */
export function targetingSection(
  view: TargetingView | null,
  policies: readonly Policy[],
  look: Look,
): string[] {
  if (view === null) return [];
  const { lang, paint } = look;
  const { reference, found } = view;
  const several = policies.length > 1;
  const lines = found.flatMap((one, index) => {
    const policy = policies[index]!;
    const people = one.given.people !== null && policy.entity !== 'member';
    const name = (unit: string) => (several ? `${letter(index, lang)}  ${unit}` : unit);
    return [
      { name: name(judgedWord(policy, lang)), one, of: 'households' as const },
      ...(people ? [{ name: name(say('people', lang)), one, of: 'people' as const }] : []),
    ];
  });
  const columns = (...words: Parameters<typeof say>[0][]): Column[] => [
    { title: '' },
    ...words.map((word): Column => ({ title: say(word, lang), align: 'right' })),
  ];
  return [
    paint.strong(say('targeting', lang, { reference: referenceText(reference, look) })),
    `  ${say('roles', lang, { roles: rolesText(reference.roles, look) })}`,
    ...tableLines(
      columns('given', 'group', 'both', 'leaked', 'missed', 'open'),
      lines.map(({ name, one, of }) => [name, ...counts(one, of)]),
      paint,
    ),
    '',
    ...tableLines(
      columns('inclusion', 'exclusion'),
      lines.map(({ name, one, of }) => [
        name,
        boundsText(one.inclusionError[of]),
        boundsText(one.exclusionError[of]),
      ]),
      paint,
    ),
    ...foldLines(say('definitions', lang), 76).map(line => `  ${paint.faint(line)}`),
  ];
}

function counts(one: Targeting, of: 'households' | 'people'): string[] {
  const heads = [one.given, one.reference, one.both, one.leaked, one.missed, one.undetermined];
  return heads.map(each => count(each[of] ?? 0));
}

function referenceText({ kind, policy, text, roles }: Reference, look: Look): string {
  if (kind === 'condition') return inert(text);
  const params = { policy: policyName(policy, look.lang), roles: rolesText(roles, look) };
  return say('schemeReference', look.lang, params);
}

type Json = Record<string, unknown>;

/** The same for programs. */
export function targetingJson({ reference, found }: TargetingView): Json {
  const { kind, policy, text, roles } = reference;
  return {
    reference: kind === 'scheme' ? { policy: policy.id } : { condition: text },
    roles,
    policies: found.map((one, index) => ({
      policy: index,
      given: one.given,
      reference: one.reference,
      both: one.both,
      leaked: one.leaked,
      missed: one.missed,
      undetermined: one.undetermined,
      inclusion_error: one.inclusionError,
      exclusion_error: one.exclusionError,
    })),
  };
}

/** Both languages of a role, for messages. */
export const roleWords = (role: Meaning): Words => ({
  zh: meaningWords[role].zh[0]!,
  en: meaningWords[role].en[0]!,
});
