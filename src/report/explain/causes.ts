import type { Cause } from '../../engine/answer.ts';
import { inert } from '../inert.ts';
import { benefitName, entityName, factName, otherName, parameterName, quotaName } from '../names.ts';
import { wordsAt } from './source-words.ts';
import { notYet } from './value.ts';
import type { ExplainView } from './view.ts';
import { bracketed, say } from './words.ts';

/** An instance to people: its kind, with its id where there are several of it. */
export function instanceName(entity: string, id: string, { policy, lang }: ExplainView): string {
  const name = entityName(policy, entity, lang);
  const { vocabulary } = policy;
  for (let at: string | null = policy.entity; at !== null; at = vocabulary.entities[at]?.within ?? null) {
    if (at === entity) return name;
  }
  return `${name} ${inert(id)}`;
}

/** What would have to be known, one line for each instance; then what the policy itself leaves open. */
export function causeLines(causes: readonly Cause[], view: ExplainView): string[] {
  const { policy, lang, sources } = view;
  const facts = new Map<string, string[]>();
  const parameters: string[] = [];
  const others: string[] = [];
  for (const cause of causes) {
    switch (cause.kind) {
      case 'missing': {
        const of = instanceName(cause.entity, cause.of, view);
        facts.set(of, [...(facts.get(of) ?? []), factName(policy, cause.entity, cause.fact, lang)]);
        break;
      }
      case 'parts': {
        const parts = entityName(policy, cause.entity, lang);
        const owner = policy.vocabulary.entities[cause.entity]?.within ?? policy.entity;
        const own = owner === policy.entity;
        const of = own ? '' : instanceName(owner, cause.of, view);
        others.push(own ? say('ownParts', lang, { parts }) : say('parts', lang, { parts, of }));
        break;
      }
      case 'open':
        parameters.push(openName(cause.parameter, view));
        break;
      case 'used': {
        const inner = usedCauseLines(cause, view);
        const use = otherName(policy, cause.use, lang);
        const of = instanceName(cause.entity, cause.of, view);
        if (inner.length === 0) others.push(say('usedUnknown', lang, { use, of }));
        others.push(...inner.map(line => say('inUse', lang, { use, line })));
        break;
      }
      case 'served': {
        const owner = cause.use === null ? policy : (policy.uses[cause.use]?.policy ?? policy);
        const quota = owner.quotas.some(({ id }) => id === cause.id);
        const name = quota ? quotaName(owner, cause.id, lang) : benefitName(owner, cause.id, lang);
        others.push(say('servedUnknown', lang, { name }));
        break;
      }
      case 'zero-division':
        others.push(say('zeroDivision', lang, { words: wordsAt(cause.span, sources) }));
        break;
      case 'too-large':
        others.push(say('tooLarge', lang, { words: wordsAt(cause.span, sources) }));
        break;
      case 'no-parts':
        others.push(say('noParts', lang, { words: wordsAt(cause.span, sources) }));
        break;
    }
  }
  const comma = say('comma', lang);
  return [
    ...[...facts].map(([of, names]) => say('missing', lang, { of, facts: [...new Set(names)].join(comma) })),
    ...new Set(others),
    ...(parameters.length === 0
      ? []
      : [say('openParameter', lang, { names: [...new Set(parameters)].join(comma) })]),
  ];
}

/** Why another policy can't say: in its own names, its instances seen from the household judged here. */
function usedCauseLines({ use, because }: Extract<Cause, { kind: 'used' }>, view: ExplainView): string[] {
  const found = view.policy.uses[use]?.policy;
  if (found === undefined) return [];
  const { set: _, ...own } = view;
  return causeLines(because, { ...own, policy: { ...found, entity: view.policy.entity } });
}

/** An amount left open in place has no name of its own. */
function openName(id: string, { policy, lang }: ExplainView): string {
  const parameter = policy.parameters[id];
  if (parameter?.implicit === true) return say('itself', lang);
  const name = parameterName(policy, id, lang);
  const when = parameter === undefined ? null : notYet(parameter, policy.on, parameter.value.kind !== 'open');
  return when === null ? name : name + bracketed(say(when, lang), lang);
}
