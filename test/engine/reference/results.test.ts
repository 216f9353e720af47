import { expect, test } from 'vitest';
import { runReference } from '../../../src/engine/reference/results.ts';
import { CLAIM, STATUS } from '../../../src/engine/results.ts';
import * as x from '../../support/expr.ts';
import { makePolicy } from '../../support/policy.ts';
import { makePopulation } from '../../support/population.ts';

const policy = makePolicy({
  scope: x.fact('household.registered'),
  cards: {
    red: x.every('member', x.fact('member.severe')),
    yellow: x.le(x.fact('household.income'), x.money(50)),
  },
  exclusions: {
    village: {
      cards: ['yellow'],
      when: x.eq(x.fact('village.village_type'), x.word('village.village_type', 'ordinary')),
    },
    car: { cards: ['yellow'], when: x.fact('household.car') },
  },
  benefits: {
    a: { cards: ['red'], entity: 'member', amount: x.fact('member.wage') },
    b: { amount: x.fact('household.costs') },
    c: { amount: x.max(x.fact('household.costs'), x.money(0)), when: x.fact('household.ill') },
  },
});

const population = makePopulation(
  [
    { registered: true, income: '5000', costs: '100', car: false, ill: false },
    { registered: true, income: '5001', costs: '-7', car: false, ill: true },
    { registered: true, income: '5000', costs: '100', car: true, ill: false },
    { registered: false },
    { registered: true, income: '5000', car: null, ill: true },
  ],
  {
    member: [
      [
        { severe: true, wage: '30' },
        { severe: true, wage: '12' },
      ],
      [{ severe: false }],
      [{ severe: false }],
      [{}],
      [{ wage: '5' }],
    ],
  },
  { village_type: 'poor' },
);

test('a population, household by household', () => {
  const progress: number[] = [];
  const results = runReference(policy, population, { onProgress: done => progress.push(done) });
  const { decided, outOfScope, undetermined } = STATUS;
  expect(results.rows).toBe(5);
  expect([...results.status]).toEqual([decided, decided, decided, outOfScope, undetermined]);
  expect([...results.card]).toEqual([0, -1, -1, -1, -1]);
  expect([...results.possible]).toEqual([1, 4, 4, 0, 7]);
  expect(results.barred.map(column => column && [...column])).toEqual([null, [0, 0, 2, 0, 0]]);
  const [a, b, c] = results.benefits;
  expect([...a!.state]).toEqual([CLAIM.due, 0, 0, 0, CLAIM.undetermined]);
  expect([...a!.low]).toEqual([42, 0, 0, 0, 0]);
  expect([...a!.high]).toEqual([42, 0, 0, 0, 5]);
  expect([...b!.low]).toEqual([100, 0, 100, 0, 0]);
  expect([...b!.high]).toEqual([100, 0, 100, 0, Number.POSITIVE_INFINITY]);
  expect([...c!.state]).toEqual([0, CLAIM.due, 0, 0, CLAIM.undetermined]);
});
