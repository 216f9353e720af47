import { members } from '../language/members.ts';
import type { Span } from '../language/source.ts';
import type { Desk } from './desk.ts';
import type { RawPolicy } from './raw-policy.ts';
import type { RawWords } from './raw-words.ts';
import { entityNames } from './vocabulary-entities.ts';

/** Every name that expressions may use. */
export function allNames(words: RawWords, policy: RawPolicy | null): string[] {
  const rules =
    policy === null ? [] : [...policy.rules.parameters, ...policy.rules.definitions, ...policy.rules.scores];
  const things =
    policy === null
      ? []
      : [...policy.rules.cards, ...policy.rules.benefits, ...policy.rules.quotas, ...policy.rules.uses];
  const results = things.length > 0 ? Object.values(members.served).flat() : [];
  return [
    ...Object.values(words.entities).flatMap(entityNames),
    ...words.facts.flatMap(({ names, values }) => [
      ...names,
      ...values.flatMap(({ id, label }) => [id, ...Object.values(label)]),
    ]),
    ...[...words.definitions, ...rules, ...things].flatMap(({ names }) => names),
    ...results,
  ];
}

interface Bearer {
  readonly what: string;
  readonly id: string;
  readonly at: Span;
}

/**
 * A parameter, definition, score or policy used may not bear the name of another of these, of a fact, a card, a benefit
 * or a quota: an expression could not tell them apart.
 */
export function checkNames(desk: Desk, words: RawWords, policy: RawPolicy): void {
  const bearers = new Map<string, Bearer[]>();
  const add = (what: string, id: string, names: readonly string[], at: Span) => {
    for (const name of names) bearers.set(name, [...(bearers.get(name) ?? []), { what, id, at }]);
  };
  for (const { id, entity, names, at } of words.facts) add('fact', `${entity}.${id}`, names, at);
  for (const { id, names, at } of words.definitions) add('derived', id, names, at);
  const { parameters, definitions, scores, cards, benefits, quotas, uses } = policy.rules;
  for (const [what, rules] of Object.entries({
    parameters,
    definitions,
    scores,
    cards,
    benefits,
    quotas,
    uses,
  }))
    for (const { id, names, at } of rules) add(what, id, names, at);
  const told = new Set<Span>();
  for (const [name, list] of bearers) {
    const own = list.filter(({ what }) => what !== 'fact' && what !== 'derived');
    const last = own.at(-1);
    const other = list.find(one => one !== last && one.what !== last?.what);
    if (last === undefined || other === undefined || told.has(last.at)) continue;
    // A benefit or card is never confused with a fact: each has places of its own.
    const located = ['fact', 'derived'].includes(other.what);
    if (located && ['cards', 'benefits', 'quotas'].includes(last.what)) continue;
    told.add(last.at);
    taken(desk, name, last.at, [other.at]);
  }
  // `村.村类型` and `登记.卡` look alike.
  const entities = new Set(Object.values(words.entities).flatMap(entityNames));
  for (const { names, at } of uses) {
    const name = told.has(at) ? undefined : names.find(one => entities.has(one));
    if (name !== undefined) taken(desk, name, at, []);
  }
}

function taken(desk: Desk, name: string, span: Span, related: readonly Span[]): void {
  const more = related.length > 0 ? { related } : {};
  desk.report({ code: 'name-taken', severity: 'error', params: { name }, span, ...more });
}
