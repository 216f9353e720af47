import type { Policy, Rule } from '../../policy/policy.ts';

/** What kind of rule a policy holds, in the order in which its sections are shown. */
export type RuleSection =
  | 'parameter'
  | 'definition'
  | 'score'
  | 'card'
  | 'exclusion'
  | 'benefit'
  | 'group'
  | 'quota'
  | 'duty'
  | 'review'
  | 'stage'
  | 'sample'
  | 'transition'
  | 'form'
  | 'assertion';

export interface SectionRule {
  readonly section: RuleSection;
  readonly rule: Rule;
}

/** Every rule of a policy that may carry a clause; what is made from others (conditions of cards, amounts left open) is not. */
export function everyRule(policy: Policy): SectionRule[] {
  const of = (section: RuleSection, rules: readonly Rule[]): SectionRule[] =>
    rules.map(rule => ({ section, rule }));
  const definitions = Object.values(policy.definitions);
  return [
    ...of(
      'parameter',
      Object.values(policy.parameters).filter(({ implicit }) => !implicit),
    ),
    ...of(
      'definition',
      definitions.filter(({ kind }) => kind === 'definition'),
    ),
    ...of(
      'score',
      definitions.filter(({ kind }) => kind === 'score'),
    ),
    ...of('card', policy.cards),
    ...of('exclusion', policy.exclusions),
    ...of('benefit', policy.benefits),
    ...of('group', policy.groups),
    ...of('quota', policy.quotas),
    ...policy.duties.map(
      (rule): SectionRule => ({ section: rule.action === 'review' ? 'review' : 'duty', rule }),
    ),
    ...of('stage', policy.stages),
    ...of('sample', policy.samples),
    ...of('transition', policy.transitions),
    ...of('form', policy.form?.parts ?? []),
    ...of('assertion', policy.assertions),
  ];
}
