/** A small vocabulary for tests of the evaluators: members and holdings under the household, villages above it. */
import type { Expr } from '../../src/language/expr.ts';
import { BOOL, DATE, type Dimension, TEXT, type Type } from '../../src/language/types.ts';
import type { Entity, Fact, Vocabulary } from '../../src/policy/vocabulary.ts';

/** `bool`, `date`, `text`, `money` (yuan), `number` (whole), `years` (kept in months), or the values of an enumeration. */
export type FactSpec = 'bool' | 'date' | 'text' | 'money' | 'number' | 'years' | readonly string[];
/** Entity → fact → what it holds. */
export type FactSpecs = Readonly<Record<string, Readonly<Record<string, FactSpec>>>>;
/** By fact key (`member.age`): when it applies, what it is taken from. */
export type FactRules = Readonly<Record<string, { readonly when?: Expr; readonly from?: Expr }>>;

const UNITS = {
  money: { label: { zh: '元', en: 'yuan' }, perUnit: '100', decimals: 2 },
  number: { label: {}, perUnit: '1', decimals: 0 },
  years: { label: { zh: '岁', en: 'years' }, perUnit: '12', decimals: 0 },
} as const;
const DIMENSIONS: Record<keyof typeof UNITS, Dimension> = {
  money: { money: 1 },
  number: {},
  years: { month: 1 },
};

function typeOf(spec: FactSpec, key: string): Type {
  if (typeof spec !== 'string') return { kind: 'enum', of: key };
  if (spec === 'bool') return BOOL;
  if (spec === 'date') return DATE;
  if (spec === 'text') return TEXT;
  return { kind: 'number', dimension: DIMENSIONS[spec] };
}

function makeFact(entity: string, id: string, spec: FactSpec, rules: FactRules): Fact {
  const key = `${entity}.${id}`;
  return {
    id,
    entity,
    label: {},
    type: typeOf(spec, key),
    values: typeof spec === 'string' ? [] : spec.map(value => ({ id: value, label: {} })),
    unit: spec === 'money' || spec === 'number' || spec === 'years' ? UNITS[spec] : null,
    least: null,
    most: null,
    when: rules[key]?.when ?? null,
    from: rules[key]?.from ?? null,
    collected: {},
    span: { file: 'vocabulary.yaml', start: 0, end: 0 },
  };
}

function makeEntity(id: string, plural: string, within: string | null): Entity {
  return { id, label: {}, plural, pluralLabel: {}, within, key: `${id}_id` };
}

/** Standard entities with the facts given; add entities of your own with `extra`. */
export function makeVocabulary(
  specs: FactSpecs,
  rules: FactRules = {},
  extra: readonly Entity[] = [],
): Vocabulary {
  const entities = [
    makeEntity('township', 'townships', null),
    makeEntity('village', 'villages', 'township'),
    makeEntity('household', 'households', 'village'),
    makeEntity('member', 'members', 'household'),
    makeEntity('holding', 'holdings', 'household'),
    ...extra,
  ];
  const facts: Record<string, Fact> = {};
  for (const [entity, group] of Object.entries(specs)) {
    for (const [id, spec] of Object.entries(group))
      facts[`${entity}.${id}`] = makeFact(entity, id, spec, rules);
  }
  return { id: 'test', entities: Object.fromEntries(entities.map(e => [e.id, e])), facts, units: [] };
}

export const testFacts = {
  household: {
    income: 'money',
    costs: 'money',
    repair: 'money',
    registered: 'bool',
    car: 'bool',
    ill: 'bool',
    status: ['not_exited', 'exited', 'relapsed'],
    housing: ['a', 'b', 'c', 'd'],
    exit_date: 'date',
    rooms: 'number',
    note: 'text',
  },
  member: {
    age: 'years',
    birth_date: 'date',
    severe: 'bool',
    wage: 'money',
    labour: ['full', 'weak', 'lost', 'none'],
  },
  holding: { area: 'number', crop: ['rice', 'tea'] },
  village: { village_type: ['supervised', 'poor', 'ordinary'], revenue: 'money' },
  township: { supervised: 'bool' },
} as const satisfies FactSpecs;

export const testVocabulary: Vocabulary = makeVocabulary(testFacts);
