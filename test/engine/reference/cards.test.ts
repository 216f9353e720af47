import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/engine/reference/decide.ts';
import { BOOL } from '../../../src/language/types.ts';
import * as x from '../../support/expr.ts';
import { fen, makeHousehold, makePolicy, open, type PolicySpec, range } from '../../support/policy.ts';
import { causesOf } from './evaluate.ts';

const registered = x.fact('household.registered');
const car = x.fact('household.car');
const ill = x.fact('household.ill');
const poor = x.le(x.fact('household.income'), x.money(5000));

const spec: PolicySpec = {
  cards: { red: x.and(registered, ill), yellow: x.and(registered, poor), blue: poor },
  exclusions: {
    consumer: { cards: ['yellow', 'blue'], when: car },
    rooms: { cards: ['blue'], when: x.gt(x.fact('household.rooms'), x.num(9)) },
  },
};
const policy = makePolicy(spec);
const settled = { registered: true, ill: false, income: fen(5000), car: false, rooms: 3 };
const answer = (facts: Record<string, string | boolean | number | null>, of = policy) =>
  decide(of, makeHousehold({ ...settled, ...facts }));

describe('cards in their order', () => {
  test('the first that holds, exactly on the line too', () => {
    expect(answer({ ill: true })).toMatchObject({ status: 'decided', card: 'red', possible: ['red'] });
    expect(answer({})).toMatchObject({ status: 'decided', card: 'yellow' });
    expect(answer({ registered: false })).toMatchObject({ status: 'decided', card: 'blue' });
    expect(answer({ income: '500001' })).toMatchObject({ status: 'decided', card: null, possible: [null] });
  });

  test('those that facts leave open are all possible, up to one that is sure', () => {
    const doubtful = answer({ ill: null });
    expect(doubtful).toMatchObject({ status: 'undetermined', card: null, possible: ['red', 'yellow'] });
    expect(causesOf(doubtful)).toEqual(['ill']);
    const poorer = answer({ income: null });
    expect(poorer).toMatchObject({ possible: ['yellow', 'blue', null] });
    expect(causesOf(poorer)).toEqual(['income']);
  });

  test('what cannot change the card is not asked for', () => {
    expect(answer({ ill: true, income: null, car: null })).toMatchObject({ status: 'decided', causes: [] });
    expect(causesOf(answer({ registered: null, income: '500001', car: null }))).toEqual([]);
    expect(causesOf(answer({ registered: null, ill: null, income: '500001' }))).toEqual([
      'registered',
      'ill',
    ]);
  });
});

describe('exclusions', () => {
  test('take a card away, and the household goes on down the list', () => {
    expect(answer({ car: true })).toMatchObject({
      status: 'decided',
      card: null,
      barred: [
        { card: 'yellow', by: 'consumer' },
        { card: 'blue', by: 'consumer' },
      ],
    });
    expect(answer({ rooms: 10 })).toMatchObject({ card: 'yellow', barred: [] });
    expect(answer({ registered: false, rooms: 10 })).toMatchObject({
      barred: [{ card: 'blue', by: 'rooms' }],
    });
  });

  test('an unknown one leaves the card open', () => {
    const doubtful = answer({ car: null });
    expect(doubtful).toMatchObject({
      status: 'undetermined',
      possible: ['yellow', 'blue', null],
      barred: [],
    });
    expect(causesOf(doubtful)).toEqual(['car']);
  });

  test('a sure one ends all doubt about a card', () => {
    expect(answer({ income: null, car: true })).toMatchObject({
      status: 'decided',
      card: null,
      barred: [],
      causes: [],
    });
    expect(answer({ registered: false, car: null, rooms: 10 })).toMatchObject({
      status: 'decided',
      barred: [{ card: 'blue', by: 'rooms' }],
    });
  });
});

describe('scope', () => {
  const scoped = makePolicy({ ...spec, scope: registered });
  test('outside it nothing is possible, which is not the same as no card', () => {
    expect(answer({ registered: false, car: true }, scoped)).toEqual({
      id: 'h1',
      status: 'out-of-scope',
      card: null,
      possible: [],
      barred: [],
      causes: [],
      benefits: [],
      duties: [],
      reasons: [],
    });
  });
  test('unknown: undetermined, none among the possible', () => {
    const doubtful = answer({ registered: null, ill: true }, scoped);
    expect(doubtful).toMatchObject({ status: 'undetermined', possible: ['red', 'yellow', 'blue', null] });
    expect(causesOf(doubtful)).toEqual(['registered']);
    expect(answer({ registered: null, income: '500001' }, scoped)).toMatchObject({
      status: 'undetermined',
      possible: [null],
    });
  });
});

describe('one condition only', () => {
  const unique = makePolicy({ ...spec, unique: true });
  test('two that hold are a conflict, barred or not', () => {
    expect(answer({}, unique)).toMatchObject({
      status: 'conflict',
      card: null,
      possible: ['yellow', 'blue'],
      benefits: [],
      duties: [],
    });
    expect(answer({ car: true }, unique)).toMatchObject({ status: 'conflict' });
  });
  test('one is decided, order does not help', () => {
    expect(answer({ registered: false }, unique)).toMatchObject({ status: 'decided', card: 'blue' });
    expect(answer({ registered: false, income: '500001' }, unique)).toMatchObject({
      status: 'decided',
      card: null,
    });
    expect(answer({ registered: null }, unique)).toMatchObject({
      status: 'undetermined',
      possible: ['yellow', 'blue'],
    });
  });
});

test('a ranged line decides where its whole range agrees', () => {
  const line = x.multiply(x.parameter('multiple'), x.parameter('national', x.MONEY));
  const ranged = makePolicy({
    parameters: { multiple: range('6/5', '3/2'), national: { kind: 'set', value: fen(4000) } },
    cards: { watched: x.lt(x.fact('household.income'), line) },
  });
  const at = (yuan: number) => decide(ranged, makeHousehold({ income: fen(yuan) }));
  expect([at(4799), at(4800), at(5999), at(6000)].map(a => a.status)).toEqual([
    'decided',
    'undetermined',
    'undetermined',
    'decided',
  ]);
  expect(causesOf(at(5000))).toEqual(['range multiple']);
});

test('an open parameter is no missing fact', () => {
  const few = x.le(x.count('member', x.fact('member.severe')), x.parameter('few', x.PERSONS));
  const policy = makePolicy({ parameters: { few: open(x.PERSONS) }, cards: { a: few } });
  const household = makeHousehold({}, { members: [{ severe: true }] });
  expect(causesOf(decide(policy, household))).toEqual(['open few']);
});

test('the complement of other conditions, through their definitions', () => {
  const rest = makePolicy({
    cards: {
      red: ill,
      other: x.not(x.definition('household.card.red', BOOL)),
    },
    exclusions: { consumer: { cards: ['red'], when: car } },
  });
  expect(decide(rest, makeHousehold({ ill: true, car: true }))).toMatchObject({ card: null });
  expect(decide(rest, makeHousehold({ ill: false }))).toMatchObject({ card: 'other' });
});

test('a policy without cards, and steps only on request', () => {
  expect(decide(makePolicy({}), makeHousehold())).toMatchObject({
    status: 'decided',
    card: null,
    reasons: [],
  });
  const [red, yellow] = decide(policy, makeHousehold(settled), { trace: true }).reasons;
  expect(red).toMatchObject({ role: 'card', id: 'red', value: { value: false } });
  expect(yellow).toMatchObject({ role: 'card', id: 'yellow', value: { value: true } });
});
