import type { Policy, Rule } from '../../policy/policy.ts';

/** What kind of rule a policy holds, in the order in which its sections are shown. */
export type RuleSection =
  | 'parameter'
  | 'definition'
  | 'score'
  | 'card'
  | 'exclusion'
  | 'exception'
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

/** What a trace shows of a rule; an exception has no id. */
export type NamedRule = Pick<Rule, 'id' | 'label' | 'cite' | 'clause' | 'span' | 'origin'>;

export interface SectionRule {
  readonly section: RuleSection;
  readonly rule: NamedRule;
}

/** Every rule of a policy that may carry a clause; what is made from others (conditions of cards, amounts left open) is not. */
export function everyRule(policy: Policy): SectionRule[] {
  const of = (section: RuleSection, rules: readonly NamedRule[]): SectionRule[] =>
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
    ...of('exception', exceptionsOf(policy)),
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

/** Exceptions that carry a clause of their own; whose they are says the rule that they stand in. */
function exceptionsOf(policy: Policy): NamedRule[] {
  const holders: readonly Rule[] = [
    ...policy.exclusions,
    ...policy.cards,
    ...policy.benefits,
    ...policy.quotas,
    ...policy.duties,
  ];
  return (policy.exceptions ?? []).map(({ span, label, cite, clause }) => {
    const holder = holders.find(
      ({ span: own }) => own.file === span.file && own.start <= span.start && span.end <= own.end,
    );
    return {
      id: holder?.id ?? '',
      label: Object.keys(label).length > 0 ? label : (holder?.label ?? {}),
      cite,
      clause,
      span,
      origin: holder?.origin ?? { policy: policy.id, change: 'original' },
    };
  });
}
