import { expect, test } from 'vitest';
import { factsOf } from '../../src/engine/facts.ts';
import * as x from '../support/expr.ts';
import { makePolicy } from '../support/policy.ts';
import { makeVocabulary, testFacts } from '../support/vocabulary.ts';

test('the facts that a policy may read, through definitions, other facts, groups and keys', () => {
  const vocabulary = makeVocabulary(testFacts, {
    'household.status': { when: x.fact('household.registered') },
    'member.age': { from: x.elapsed('year', x.fact('member.birth_date'), x.today()) },
  });
  const policy = makePolicy({
    vocabulary,
    scope: x.known(x.fact('village.village_type')),
    definitions: {
      'household.old': x.any('member', x.ge(x.fact('member.age'), x.years(60))),
      'household.unused': x.fact('household.note'),
    },
    cards: {
      red: x.and(
        x.definition('household.old', { kind: 'bool' }),
        x.eq(x.fact('household.status'), x.word('household.status', 'exited')),
      ),
    },
    exclusions: { car: { cards: ['red'], when: x.fact('household.car') } },
    benefits: {
      a: {
        amount: x.parameter('p', x.MONEY, x.fact('household.housing')),
        times: x.count('member', x.fact('member.severe')),
      },
    },
    groups: { g: { benefits: ['a'], caps: [{ amount: x.fact('household.repair') }] } },
    assertions: { some: { on: 'household', must: x.gt(x.fact('household.rooms'), x.num(0)) } },
  });
  expect([...factsOf(policy)].sort()).toEqual([
    'household.car',
    'household.housing',
    'household.registered',
    'household.repair',
    'household.rooms',
    'household.status',
    'member.age',
    'member.birth_date',
    'member.severe',
    'village.village_type',
  ]);
});

test('what quotas, funds and duties ask, names of those who take seats, and what policies used read', () => {
  const vocabulary = makeVocabulary({ ...testFacts, member: { ...testFacts.member, member_id: 'text' } });
  const base = makePolicy({
    vocabulary,
    entity: 'village',
    cards: { poor: x.lt(x.fact('village.revenue'), x.money(1)) },
  });
  const policy = makePolicy({
    vocabulary,
    uses: { base },
    benefits: { post: { entity: 'member' } },
    duties: { visit: { when: x.fact('household.ill') } },
    quotas: {
      posts: {
        of: 'post',
        takes: x.divide(x.fact('member.age'), x.years(1)),
        levels: { village: x.num(1), township: x.choose(x.fact('township.supervised'), x.num(3), x.num(2)) },
        rank: [['high', x.fact('member.severe')]],
      },
      shared: {
        of: 'post',
        total: x.num(3),
        shares: { village: x.count('household', x.fact('household.registered')) },
      },
    },
    funds: { relief: { total: x.money(1), rank: [['low', x.fact('household.income')]] }, other: {} },
  });
  expect([...factsOf(policy)].sort()).toEqual([
    'household.ill',
    'household.income',
    'household.registered',
    'member.age',
    'member.member_id',
    'member.severe',
    'township.supervised',
    'village.revenue',
  ]);
});
