/** The facts of a household, its members and the areas around it, as they are shown and typed. */

import type { Value } from '../../engine/answer.ts';
import { factsOf as factsRead } from '../../engine/facts.ts';
import type { Lang } from '../../language/label.ts';
import { decimalOf, over } from '../../language/rational.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Fact, Vocabulary } from '../../policy/vocabulary.ts';
import { isKey } from '../../population/header.ts';
import type { FactValue, Instance } from '../../population/instance.ts';
import { valueText } from '../../report/explain/value.ts';
import { inert } from '../../report/inert.ts';
import { entityName, valueName } from '../../report/names.ts';
import type { FactLine, InstanceView, ParameterKind } from '../protocol.ts';
import { wordsFor } from './texts.ts';

const KINDS: Readonly<Record<Fact['type']['kind'], ParameterKind>> = {
  number: 'number',
  bool: 'bool',
  enum: 'choice',
  date: 'date',
  text: 'text',
};

/** The household, what is part of it, and what lies around it; `plain`: the same as the data have it. */
export function instanceViews(
  household: Instance,
  plain: Instance,
  policies: readonly Policy[],
  vocabulary: Vocabulary,
  lang: Lang,
): InstanceView[] {
  const read = new Set(policies.flatMap(policy => [...factsRead(policy)]));
  const views: InstanceView[] = [];
  const add = (instance: Instance, before: Instance | undefined) => {
    views.push({
      entity: instance.entity,
      entityLabel: entityName({ vocabulary }, instance.entity, lang),
      id: inert(instance.id),
      facts: factLines(instance, before, read, policies[0]!, vocabulary, lang),
    });
  };
  const addBelow = (instance: Instance, before: Instance | undefined) => {
    add(instance, before);
    for (const [entity, parts] of Object.entries(instance.parts))
      for (const [k, part] of parts.entries()) addBelow(part, before?.parts[entity]?.[k]);
  };
  addBelow(household, plain);
  let before = plain.owner;
  for (let at = household.owner; at !== null; at = at.owner) {
    add(at, before ?? undefined);
    before = before?.owner ?? null;
  }
  return views;
}

export function factLines(
  instance: Instance,
  before: Instance | undefined,
  read: ReadonlySet<string>,
  policy: Policy,
  vocabulary: Vocabulary,
  lang: Lang,
): FactLine[] {
  const facts = Object.values(vocabulary.facts).filter(({ entity }) => entity === instance.entity);
  return facts.map(fact => {
    const value = instance.facts[fact.id] ?? null;
    return {
      entity: instance.entity,
      id: inert(instance.id),
      fact: fact.id,
      label: wordsFor(fact.label, fact.id)[lang],
      text: value === null ? '' : textOf(value, fact, policy, lang),
      written: value === null ? '' : writtenOf(value, fact, policy, lang),
      missing: value === null,
      edit: isKey(fact, vocabulary) ? 'none' : KINDS[fact.type.kind],
      choices: choicesOf(fact, policy, lang),
      edited: before !== undefined && (before.facts[fact.id] ?? null) !== value,
      read: read.has(`${fact.entity}.${fact.id}`),
    };
  });
}

function textOf(value: FactValue, fact: Fact, policy: Policy, lang: Lang): string {
  const causes = [] as const;
  const as: Value =
    typeof value === 'boolean'
      ? { kind: 'bool', value, causes }
      : fact.type.kind === 'number'
        ? { kind: 'number', low: value, high: value, causes }
        : { kind: 'word', value, causes };
  return valueText(as, fact.type, { unit: fact.unit }, policy, lang);
}

/** As a household file would have it: numbers in the unit of the fact, without it. */
function writtenOf(value: FactValue, fact: Fact, policy: Policy, lang: Lang): string {
  if (typeof value === 'boolean') return yesNo[lang][Number(value)]!;
  if (value === null) return '';
  if (fact.type.kind === 'enum') return valueName(policy, fact.type.of, value, lang);
  if (fact.type.kind !== 'number') return inert(value);
  const figure = over(value, fact.unit?.perUnit ?? '1');
  return decimalOf(figure) ?? figure;
}

const yesNo = { zh: ['否', '是'], en: ['no', 'yes'] } as const;

function choicesOf(fact: Fact, policy: Policy, lang: Lang): FactLine['choices'] {
  if (fact.type.kind === 'bool')
    return [
      { id: 'yes', label: yesNo[lang][1] },
      { id: 'no', label: yesNo[lang][0] },
    ];
  return fact.values.map(({ id }) => ({
    id,
    label: valueName(policy, `${fact.entity}.${fact.id}`, id, lang),
  }));
}
