import type { Outcome } from '../analysis/outcome.ts';
import { type Lang, wordOf } from '../language/label.ts';
import type { Named } from '../language/print.ts';
import type { Policy } from '../policy/policy.ts';
import { inert } from './inert.ts';
import { specialWords } from './overview-words.ts';

/** Names of a policy's things in the reader's language, safe for a terminal. */
export const policyName = (policy: Policy, lang: Lang): string =>
  inert(wordOf(policy.label, lang, policy.id));

export function cardName(policy: Policy, id: string, lang: Lang): string {
  const card = policy.cards.find(card => card.id === id);
  return inert(card ? wordOf(card.label, lang, id) : id);
}

export function outcomeName(policy: Policy, outcome: Outcome, lang: Lang): string {
  return outcome.kind === 'card' ? cardName(policy, outcome.card, lang) : specialWords[outcome.kind][lang];
}

export function exclusionName(policy: Policy, id: string, lang: Lang): string {
  const exclusion = policy.exclusions.find(exclusion => exclusion.id === id);
  return inert(exclusion ? wordOf(exclusion.label, lang, id) : id);
}

export function benefitName(policy: Policy, id: string, lang: Lang): string {
  const benefit = policy.benefits.find(benefit => benefit.id === id);
  return inert(benefit ? wordOf(benefit.label, lang, id) : id);
}

export function fundName(policy: Policy, id: string | null, lang: Lang): string | null {
  if (id === null) return null;
  return inert(wordOf(policy.funds[id]?.label ?? {}, lang, id));
}

export function quotaName(policy: Policy, id: string, lang: Lang): string {
  const quota = policy.quotas.find(quota => quota.id === id);
  return inert(quota ? wordOf(quota.label, lang, id) : id);
}

/** What a policy calls another one whose results it uses. */
export function otherName(policy: Policy, id: string, lang: Lang): string {
  return inert(wordOf(policy.uses[id]?.label ?? {}, lang, id));
}

export function dutyName(policy: Policy, id: string, lang: Lang): string {
  const duty = policy.duties.find(duty => duty.id === id);
  return inert(duty ? wordOf(duty.label, lang, id) : id);
}

export function factName(policy: Policy, entity: string, id: string, lang: Lang): string {
  return inert(wordOf(policy.vocabulary.facts[`${entity}.${id}`]?.label ?? {}, lang, id));
}

type Speaking = Pick<Policy, 'vocabulary'>;

export function entityName({ vocabulary }: Speaking, id: string, lang: Lang): string {
  return inert(wordOf(vocabulary.entities[id]?.label ?? {}, lang, id));
}

/** Of a parameter, or of a policy used that leaves something open. */
export function parameterName(policy: Policy, id: string, lang: Lang): string {
  return inert(wordOf((policy.parameters[id] ?? policy.uses[id])?.label ?? {}, lang, id));
}

export function definitionName(policy: Policy, entity: string, id: string, lang: Lang): string {
  return inert(wordOf(policy.definitions[`${entity}.${id}`]?.label ?? {}, lang, id));
}

export function pluralName({ vocabulary }: Speaking, id: string, lang: Lang): string {
  const entity = vocabulary.entities[id];
  return inert(wordOf(entity?.pluralLabel ?? {}, lang, entity?.plural ?? id));
}

/** A value of an enumerated fact (`of` is its key) or, for `#card` and `#card:use`, a card. */
export function valueName(policy: Policy, of: string, id: string, lang: Lang): string {
  if (of === '#card') return cardName(policy, id, lang);
  const other = of.startsWith('#card:') ? policy.uses[of.slice('#card:'.length)] : undefined;
  if (other !== undefined) return cardName(other.policy, id, lang);
  const value = policy.vocabulary.facts[of]?.values.find(value => value.id === id);
  return inert(wordOf(value?.label ?? {}, lang, id));
}

/** What an expression names. */
export function nameOf(named: Named, policy: Policy, lang: Lang): string {
  switch (named.kind) {
    case 'fact':
      return factName(policy, named.entity, named.id, lang);
    case 'definition':
      return definitionName(policy, named.entity, named.id, lang);
    case 'parameter':
      return parameterName(policy, named.id, lang);
    case 'card':
      return cardName(policy, named.id, lang);
    case 'benefit':
      return benefitName(policy, named.id, lang);
    case 'entity':
      return named.plural ? pluralName(policy, named.id, lang) : entityName(policy, named.id, lang);
    case 'value':
      return valueName(policy, named.of, named.id, lang);
    case 'use':
      return otherName(policy, named.id, lang);
    case 'given':
      return named.text;
    case 'result': {
      const owner = named.use === null ? policy : (policy.uses[named.use]?.policy ?? policy);
      return named.what === 'benefit' ? benefitName(owner, named.id, lang) : quotaName(owner, named.id, lang);
    }
  }
}

/** The version of a policy in brackets, to follow its name; empty where it states none. */
export function versionText({ version }: Policy, lang: Lang): string {
  if (version === '') return '';
  return lang === 'zh' ? `（${inert(version)}）` : ` (${inert(version)})`;
}
