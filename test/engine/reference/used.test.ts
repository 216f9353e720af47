import { describe, expect, test } from 'vitest';
import { decideIn } from '../../../src/engine/decide-in.ts';
import { decide } from '../../../src/engine/reference/decide.ts';
import { STATUS } from '../../../src/engine/results.ts';
import { run } from '../../../src/engine/run.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import * as x from '../../support/expr.ts';
import { makePlaces } from '../../support/places.ts';
import { type Facts, makeHousehold, makePolicy, open, range } from '../../support/policy.ts';
import { causesOf, worth } from './evaluate.ts';

const income = x.fact('household.income');

/** The registration of the poor, as a scheme that others build on. */
const register = makePolicy({
  id: 'register',
  scope: x.fact('household.registered'),
  cards: { poor: x.lt(income, x.money(10)), exited: x.lt(income, x.money(30)) },
  parameters: { share: range(100, 300, x.MONEY), open: open(x.MONEY) },
  benefits: {
    relief: { cards: ['poor'], amount: x.money(50), period: 'month' },
    seeds: { cards: ['exited'], amount: x.parameter('share', x.MONEY) },
    loan: { cards: ['exited'], amount: x.parameter('open', x.MONEY) },
  },
});
const uses = { register };
const of = (facts: Facts) => makeHousehold({ registered: true, ...facts });
const card = x.usedCard('register');

describe('what another policy gives', () => {
  test('its card: a word, inapplicable where it gives none or the household is out of its scope', () => {
    expect(worth(card, of({ income: 900 }), { uses })).toBe('poor');
    expect(worth(card, of({ income: 2000 }), { uses })).toBe('exited');
    expect(worth(card, of({ income: 5000 }), { uses })).toBe('inapplicable');
    expect(worth(card, of({ registered: false, income: 900 }), { uses })).toBe('inapplicable');
    expect(worth(card, of({}), { uses })).toBeNull();
  });

  test('a benefit per period, and all of them in a year', () => {
    const relief = x.usedBenefit('register', 'relief');
    expect(worth(relief, of({ income: 900 }), { uses })).toBe('5000');
    expect(worth(relief, of({ income: 2000 }), { uses })).toBe('0');
    expect(worth(relief, of({ registered: false }), { uses })).toBe('0');
    expect(worth(relief, of({}), { uses })).toEqual(['0', '5000']);
    expect(worth(x.usedAmount('register'), of({ income: 900 }), { uses })).toBe('60000');
  });

  test('a range of that policy stays one; what it leaves open is open', () => {
    expect(worth(x.usedBenefit('register', 'seeds'), of({ income: 2000 }), { uses })).toEqual(['100', '300']);
    expect(worth(x.usedBenefit('register', 'loan'), of({ income: 2000 }), { uses })).toBeNull();
    const policy = makePolicy({
      uses,
      benefits: {
        seeds: { amount: x.usedBenefit('register', 'seeds') },
        loan: { amount: x.usedBenefit('register', 'loan') },
      },
    });
    const [seeds, loan] = decide(policy, of({ income: 2000 })).benefits;
    expect(seeds).toMatchObject({ state: 'due', low: 100, high: 300 });
    expect(causesOf(seeds!)).toEqual(['range register']);
    expect(loan).toMatchObject({ state: 'unset' });
    expect(causesOf(loan!)).toEqual(['open register']);
  });

  test('where it is not settled, the facts that it lacks are told', () => {
    const policy = makePolicy({ uses, cards: { red: x.eq(card, x.word('#card:register', 'poor')) } });
    const answer = decide(policy, of({}));
    expect(answer.status).toBe('undetermined');
    expect(causesOf(answer)).toEqual(['used register h1']);
    expect(answer.causes).toMatchObject([{ because: [{ kind: 'missing', fact: 'income' }] }]);
  });

  test('a benefit that starts from what an earlier one leaves', () => {
    const policy = makePolicy({
      uses,
      benefits: {
        rest: { amount: x.subtract(x.money(800), x.usedAmount('register')) },
      },
    });
    expect(decide(policy, of({ income: 900 })).benefits).toMatchObject([{ low: 20000, high: 20000 }]);
  });
});

describe('above and below', () => {
  const incomes = (...yuan: (number | null)[]) => ({
    households: Object.fromEntries(
      yuan.map((each, k) => [
        `h${k}-${yuan.length}`,
        { facts: { registered: true, income: each === null ? null : each * 100 } },
      ]),
    ),
  });
  const county = makePlaces({
    t1: { villages: { v1: incomes(5, 8, 25, 90), v2: incomes(20, null, 90), v3: incomes(90, 90) } },
  });
  /** A village is poor where at least half of its households are. */
  const villages = makePolicy({
    id: 'villages',
    entity: 'village',
    uses,
    definitions: {
      'village.incidence': x.divide(
        x.count('household', x.eq(card, x.word('#card:register', 'poor'))),
        x.count('household'),
      ),
    },
    cards: { poor: x.ge(x.definition('village.incidence', x.RATIO), x.num('1/2')) },
    duties: { plan: { cards: ['poor'] } },
  });

  test('villages are judged by how their households are', () => {
    const { results } = run(villages, county, { engine: 'reference' });
    expect([...results.card]).toEqual([0, -1, -1]);
    expect([...results.status]).toEqual([STATUS.decided, STATUS.decided, STATUS.decided]);
    expect([...results.duties[0]!]).toEqual([1, 0, 0]);
  });

  test('a household sees the card of its village, members that of their household', () => {
    const policy = makePolicy({
      uses: { villages, register },
      cards: { red: x.eq(x.usedCard('villages', 'village'), x.word('#card:villages', 'poor')) },
      benefits: {
        course: { entity: 'member', when: x.eq(card, x.word('#card:register', 'poor')), amount: x.money(1) },
      },
    });
    const ran = run(policy, county, { engine: 'reference' });
    expect([...ran.results.card]).toEqual([0, 0, 0, 0, -1, -1, -1, -1, -1]);
    expect(Object.keys(ran.used)).toEqual(['villages', 'register']);
    expect(ran.used['villages']!.used['register']).toBe(ran.used['register']);
  });

  test('a village that is not recorded has no known card', () => {
    const policy = makePolicy({
      uses: { villages },
      cards: { red: x.known(x.usedCard('villages', 'village')) },
    });
    expect(decide(policy, of({ income: 1 }))).toMatchObject({ status: 'decided', card: null });
    expect(worth(x.usedCard('villages', 'village'), of({}), { uses: { villages } })).toBeNull();
  });

  test('members may be classified as well', () => {
    const members: Policy = makePolicy({
      id: 'labour',
      entity: 'member',
      cards: { able: x.isIn(x.fact('member.labour'), 'full', 'weak'), unable: x.yes },
    });
    const policy = makePolicy({
      uses: { labour: members },
      cards: {
        red: x.every('member', x.eq(x.usedCard('labour', 'member'), x.word('#card:labour', 'unable'))),
        green: x.yes,
      },
    });
    const village = (...labour: (string | null)[]) =>
      makeHousehold({}, { members: labour.map(each => ({ labour: each })) });
    expect(decide(policy, village('lost', 'none')).card).toBe('red');
    expect(decide(policy, village('lost', 'weak')).card).toBe('green');
    expect(causesOf(decide(policy, village('lost', null)))).toEqual(['used labour m2']);
  });
});

describe('what another policy served', () => {
  const households = makePlaces({
    t1: {
      villages: {
        v1: {
          households: { h1: { facts: { income: 100 } }, h2: { facts: { income: 300 } }, h3: { facts: {} } },
        },
      },
    },
  });
  const dibao = makePolicy({
    id: 'dibao',
    benefits: { dibao: { amount: x.money(5) } },
    quotas: { places: { of: 'dibao', total: x.num(1), rank: [['low', income]] } },
  });
  const policy = makePolicy({
    uses: { dibao },
    cards: { covered: x.seat('places', 'household', 'dibao'), other: x.yes },
    benefits: {
      rest: { amount: x.subtract(x.money(8), x.servedBenefit('dibao', 'household', 'dibao')) },
      whole: { amount: x.subtract(x.money(8), x.usedBenefit('dibao', 'dibao')) },
    },
  });

  test('is known with a population, but for those who contest', () => {
    const { results } = run(policy, households, { engine: 'reference' });
    expect([...results.card]).toEqual([0, 1, -1]);
    expect([...results.benefits[0]!.low]).toEqual([300, 800, 300]);
    expect([...results.benefits[0]!.high]).toEqual([300, 800, 800]);
    // Entitlements are as they were before the quota.
    expect([...results.benefits[1]!.low]).toEqual([300, 300, 300]);
  });

  test('and unknown without one', () => {
    const answer = decide(policy, makeHousehold({ income: 100 }));
    expect(answer.status).toBe('undetermined');
    expect(causesOf(answer)).toEqual(['served places h1']);
    const ran = run(policy, households);
    expect(decideIn(policy, households, ran, 0)).toMatchObject({ status: 'decided', card: 'covered' });
    // Nothing stays at hand once it was looked at.
    expect(decide(policy, makeHousehold({ income: 100 })).status).toBe('undetermined');
  });

  test('a policy between sees it too', () => {
    const between = makePolicy({
      uses: { policy },
      cards: { red: x.eq(x.usedCard('policy'), x.word('#card:policy', 'covered')), blue: x.yes },
    });
    expect([...run(between, households, { engine: 'reference' }).results.card]).toEqual([0, 1, -1]);
    expect([...run(between, households).results.card]).toEqual([0, 1, -1]);
  });
});
