/** Areas without a name only hold together those whose area is not recorded. */
import { describe, expect, test } from 'vitest';
import { CLAIM, STATUS } from '../../src/engine/results.ts';
import { run } from '../../src/engine/run.ts';
import type { Policy } from '../../src/policy/policy.ts';
import type { Population } from '../../src/population/columns.ts';
import * as x from '../support/expr.ts';
import { makePlaces } from '../support/places.ts';
import { makePolicy } from '../support/policy.ts';

const engines = ['columnar', 'reference'] as const;
const { outOfScope, decided, undetermined, unrecorded } = STATUS;

/** Two villages in a township, and two households of which only the township is recorded. */
const places = makePlaces({
  t1: {
    villages: {
      v1: { households: { h1: { facts: { income: 1 } } } },
      v2: { households: { h2: { facts: { income: 2 } } } },
      stray: { households: { h3: { facts: { income: 3 } }, h4: { facts: { income: 4 } } } },
    },
  },
});
const village = { ...places.tables['village']!, ids: ['v1', 'v2', ''] };
const population: Population = { ...places, tables: { ...places.tables, village } };

const villages = makePolicy({
  id: 'villages',
  entity: 'village',
  cards: { big: x.ge(x.count('household'), x.num(1)) },
  benefits: { road: { amount: x.money(100) } },
});

const statuses = (policy: Policy, engine: (typeof engines)[number]) =>
  [...run(policy, population, { engine }).results.status].map(Number);

describe.each(engines)('by the %s engine', engine => {
  test('they are not judged', () => {
    const { results } = run(villages, population, { engine });
    expect([...results.status]).toEqual([decided, decided, unrecorded]);
    expect([...results.card]).toEqual([0, 0, -1]);
    expect([...results.benefits[0]!.state]).toEqual([CLAIM.due, CLAIM.due, CLAIM.none]);
    expect([...results.benefits[0]!.high]).toEqual([10_000, 10_000, 0]);
  });

  test('whoever looks up what they are given does not know it', () => {
    const policy = makePolicy({
      uses: { villages },
      scope: x.gt(x.usedBenefit('villages', 'road', 'village'), x.money(0)),
      cards: { poor: x.yes },
    });
    expect(statuses(policy, engine)).toEqual([decided, decided, undetermined, undetermined]);
  });

  test('they are no villages of the township, but their households are its households', () => {
    const counting = (of: string, number: string) =>
      makePolicy({
        entity: 'township',
        scope: x.eq(x.count(of), x.num(number)),
        cards: { c: x.yes },
      });
    expect(statuses(counting('village', '2'), engine)).toEqual([decided]);
    expect(statuses(counting('village', '3'), engine)).toEqual([outOfScope]);
    expect(statuses(counting('household', '4'), engine)).toEqual([decided]);
  });
});
