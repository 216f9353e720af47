import { describe, expect, test } from 'vitest';
import type { BenefitAnswer } from '../../../src/engine/answer.ts';
import { decide } from '../../../src/engine/reference/decide.ts';
import type { Instance } from '../../../src/population/instance.ts';
import * as x from '../../support/expr.ts';
import {
  type Facts,
  fen,
  makeHousehold,
  makePolicy,
  open,
  type PolicySpec,
  range,
} from '../../support/policy.ts';
import { makeVocabulary, testFacts } from '../../support/vocabulary.ts';
import { causesOf } from './evaluate.ts';

const repair = x.fact('household.repair');
const income = x.fact('household.income');
const ill = x.fact('household.ill');
const severe = x.fact('member.severe');

/** `id: state low–high` in fen. */
function short({ id, state, low, high }: BenefitAnswer): string {
  return `${id}: ${state} ${low === high ? low : `${low}–${high ?? '∞'}`}`;
}
const paid = (spec: PolicySpec, household: Instance = makeHousehold()) =>
  decide(makePolicy(spec), household).benefits.map(short);
const alone = (amount: PolicySpec['benefits'], parameters: PolicySpec['parameters'] = {}) => ({
  benefits: amount!,
  parameters,
});

describe('one benefit', () => {
  const capped = alone({ a: { amount: x.cap(repair, x.money(20000)) } });
  test('what it costs, at most 20000', () => {
    expect(paid(capped, makeHousehold({ repair: fen(12000) }))).toEqual(['a: due 1200000']);
    expect(paid(capped, makeHousehold({ repair: fen(20001) }))).toEqual(['a: due 2000000']);
    expect(paid(capped)).toEqual(['a: undetermined 0–2000000']);
  });

  test('below zero pays zero; inapplicable too', () => {
    const rest = alone({ a: { amount: x.subtract(x.money(100), income) } });
    expect(paid(rest, makeHousehold({ income: fen(250) }))).toEqual(['a: due 0']);
    const vocabulary = makeVocabulary(testFacts, { 'household.repair': { when: ill } });
    expect(paid({ ...capped, vocabulary }, makeHousehold({ ill: false }))).toEqual(['a: due 0']);
  });

  test('without money', () => {
    expect(paid(alone({ a: { when: ill } }), makeHousehold({ ill: true }))).toEqual(['a: due 0']);
    expect(paid(alone({ a: { when: ill } }), makeHousehold({ ill: false }))).toEqual([]);
    expect(paid(alone({ a: { when: ill } }))).toEqual(['a: undetermined 0']);
  });

  test('uncertain entitlement may come to nothing', () => {
    expect(paid(alone({ a: { when: ill, amount: x.money(300) } }))).toEqual(['a: undetermined 0–30000']);
  });

  test('a range of the policy is due; an open amount is unset, in no total', () => {
    const amount = x.parameter('p', x.MONEY);
    expect(paid(alone({ a: { amount } }, { p: range(100, 500, x.MONEY) }))).toEqual(['a: due 100–500']);
    expect(paid(alone({ a: { amount } }, { p: open(x.MONEY) }))).toEqual(['a: unset 0']);
    expect(paid(alone({ a: { amount, when: ill } }, { p: open(x.MONEY) }))).toEqual(['a: unset 0']);
    expect(
      paid(alone({ a: { amount, when: ill } }, { p: open(x.MONEY) }), makeHousehold({ ill: false })),
    ).toEqual([]);
    const floor = x.max(x.cap(amount, x.money(3)), x.money(3));
    expect(paid(alone({ a: { amount: floor } }, { p: open(x.MONEY) }))).toEqual(['a: due 300']);
  });

  test('an open threshold of entitlement leaves it unset, a ranged one due from nothing', () => {
    const when = x.gt(income, x.parameter('line', x.MONEY));
    const household = makeHousehold({ income: '150' });
    expect(paid(alone({ a: { when, amount: x.money(2) } }, { line: open(x.MONEY) }), household)).toEqual([
      'a: unset 0',
    ]);
    expect(
      paid(alone({ a: { when, amount: x.money(2) } }, { line: range(100, 200, x.MONEY) }), household),
    ).toEqual(['a: due 0–200']);
  });
});

describe('rounding', () => {
  const third = x.divide(income, x.num(3));
  const at = (
    amount: Parameters<typeof x.cap>[0],
    rounding?: { step: string; mode: 'half-up' | 'up' | 'down' },
  ) => paid(alone({ a: { amount, ...(rounding ? { rounding } : {}) } }), makeHousehold({ income: '500' }))[0];
  test('to the fen, half up', () => {
    expect(at(third)).toBe('a: due 167');
    expect(at(x.divide(income, x.num(8)))).toBe('a: due 63');
  });
  test('as the policy says', () => {
    expect(at(third, { step: '100', mode: 'up' })).toBe('a: due 200');
    expect(at(third, { step: '100', mode: 'down' })).toBe('a: due 100');
  });
  test('never above a cap at the root', () => {
    expect(at(x.cap(third, x.num(170, x.MONEY)), { step: '100', mode: 'up' })).toBe('a: due 100');
    expect(at(x.cap(third, x.num(200, x.MONEY)), { step: '100', mode: 'up' })).toBe('a: due 200');
    expect(at(x.floor(x.cap(third, x.num(180, x.MONEY)), x.money(1)), { step: '100', mode: 'up' })).toBe(
      'a: due 100',
    );
    expect(at(x.add(x.cap(third, x.num(1, x.MONEY)), x.num('1/2')))).toBe('a: due 2');
  });
  test('each end of a range', () => {
    const spec = alone({ a: { amount: x.parameter('p', x.MONEY) } }, { p: range('1/3', '5/3', x.MONEY) });
    expect(paid(spec)).toEqual(['a: due 0–2']);
  });
});

describe('cards', () => {
  const spec: PolicySpec = {
    cards: { red: ill, yellow: x.yes },
    benefits: {
      house: { amount: { red: x.money(500), yellow: x.money(400) } },
      table: { amount: { red: x.money(1) } },
      only: { cards: ['yellow'], amount: x.money(7) },
      always: { amount: x.money(9) },
      named: { amount: x.choose(x.eq(x.card(), x.word('#card', 'red')), x.money(2), x.money(3)) },
    },
  };
  test('amounts by card; no entry, no claim', () => {
    expect(paid(spec, makeHousehold({ ill: true }))).toEqual([
      'house: due 50000',
      'table: due 100',
      'always: due 900',
      'named: due 200',
    ]);
    expect(paid(spec, makeHousehold({ ill: false }))).toEqual([
      'house: due 40000',
      'only: due 700',
      'always: due 900',
      'named: due 300',
    ]);
  });
  test('an undetermined card spans its hypotheses', () => {
    const answer = decide(makePolicy(spec), makeHousehold());
    expect(answer.benefits.map(short)).toEqual([
      'house: undetermined 40000–50000',
      'table: undetermined 0–100',
      'only: undetermined 0–700',
      'always: undetermined 900',
      'named: undetermined 200–300',
    ]);
    expect(answer.benefits.map(causesOf)).toEqual([['ill'], ['ill'], ['ill'], ['ill'], ['ill']]);
  });
  test('unset under some hypotheses, a figure under others', () => {
    const mixed: PolicySpec = {
      cards: spec.cards!,
      parameters: { p: open(x.MONEY) },
      benefits: {
        a: { amount: { red: x.parameter('p', x.MONEY), yellow: x.money(4) } },
        b: { amount: { red: x.parameter('p', x.MONEY) } },
      },
    };
    expect(paid(mixed)).toEqual(['a: undetermined 0–400', 'b: unset 0']);
  });
  test('no card: only what is for everybody', () => {
    expect(paid({ ...spec, cards: { red: ill } }, makeHousehold({ ill: false }))).toEqual([
      'always: due 900',
      'named: due 300',
    ]);
  });
  test('an unknown scope: perhaps nothing at all', () => {
    const scoped = { ...spec, scope: x.fact('household.registered') };
    expect(paid(scoped, makeHousehold({ ill: true }))).toContain('always: undetermined 0–900');
    expect(paid(scoped, makeHousehold({ ill: true, registered: false }))).toEqual([]);
  });
});

describe('members', () => {
  const each: PolicySpec = alone({
    care: { entity: 'member', when: severe, amount: x.cap(x.fact('member.wage'), x.money(3)) },
  });
  const members = (...list: Facts[]) => makeHousehold({}, { members: list });
  test('add up', () => {
    const household = members(
      { severe: true, wage: '100' },
      { severe: false, wage: '200' },
      { severe: true, wage: '900' },
    );
    expect(paid(each, household)).toEqual(['care: due 400']);
    expect(paid(each, members({ severe: false }))).toEqual([]);
    expect(paid(each, members({ wage: '100' }, { severe: true, wage: '200' }))).toEqual([
      'care: undetermined 200–300',
    ]);
  });
  test('an unknown list of members', () => {
    expect(paid(each)).toEqual(['care: undetermined 0–∞']);
    expect(paid(alone({ post: { entity: 'member', when: severe } }))).toEqual(['post: undetermined 0']);
    expect(
      paid(
        { ...each, cards: { red: ill }, benefits: { care: { ...each.benefits!['care']!, cards: ['red'] } } },
        makeHousehold({ ill: false }),
      ),
    ).toEqual([]);
  });
  test('one unset makes it unset', () => {
    const amount = x.choose(x.ge(x.fact('member.age'), x.years(60)), x.parameter('p', x.MONEY), x.money(1));
    const spec = alone({ a: { entity: 'member', amount } }, { p: open(x.MONEY) });
    expect(paid(spec, members({ age: 720 }, { age: 12 }))).toEqual(['a: unset 0']);
    expect(paid(spec, members({ age: 24 }, { age: 12 }))).toEqual(['a: due 200']);
  });
  test('per person: rounded, then times the head count', () => {
    const spec = alone({ a: { amount: x.divide(income, x.num(3)), times: x.count('member') } });
    expect(paid(spec, makeHousehold({ income: '500' }, { members: [{}, {}, {}] }))).toEqual(['a: due 501']);
    expect(paid(spec, makeHousehold({ income: '500' }, { members: [] }))).toEqual(['a: due 0']);
    expect(paid(spec, makeHousehold({ income: '500' }))).toEqual(['a: undetermined 0–∞']);
  });
});

describe('benefits that look at others', () => {
  const rest = x.subtract(x.fact('household.costs'), x.benefit('first'));
  test('see the rounded amount, in whatever order they are written', () => {
    const spec = alone({
      second: { amount: rest },
      first: { amount: x.divide(income, x.num(3)) },
    });
    expect(paid(spec, makeHousehold({ income: '500', costs: '1000' }))).toEqual([
      'second: due 833',
      'first: due 167',
    ]);
  });
  test('nothing where it is not due, its causes where it is not known', () => {
    const spec = alone({ first: { when: ill, amount: x.money(4) }, second: { amount: rest } });
    expect(paid(spec, makeHousehold({ ill: false, costs: '1000' }))).toEqual(['second: due 1000']);
    const answer = decide(makePolicy(spec), makeHousehold({ costs: '1000' }));
    expect(answer.benefits.map(short)).toEqual([
      'first: undetermined 0–400',
      'second: undetermined 600–1000',
    ]);
    expect(causesOf(answer.benefits[1]!)).toEqual(['ill']);
  });
  test('an unset one makes them unset', () => {
    const spec = alone(
      { first: { amount: x.parameter('p', x.MONEY) }, second: { amount: rest } },
      { p: open(x.MONEY) },
    );
    expect(paid(spec, makeHousehold({ costs: '1000' }))).toEqual(['first: unset 0', 'second: unset 0']);
  });
  test('a member sees its own, the household the sum', () => {
    const spec = alone({
      first: { entity: 'member', amount: x.fact('member.wage') },
      own: { entity: 'member', amount: x.divide(x.benefit('first'), x.num(10)) },
      sum: { amount: x.benefit('first') },
      most: { amount: x.maximum('member', x.benefit('first')) },
    });
    const household = makeHousehold({}, { members: [{ wage: '100' }, { wage: '300' }] });
    expect(paid(spec, household)).toEqual(['first: due 400', 'own: due 40', 'sum: due 400', 'most: due 300']);
  });
  test('also through definitions, for each hypothesis anew', () => {
    const spec: PolicySpec = {
      cards: { red: ill, yellow: x.yes },
      definitions: { 'household.support': x.multiply(x.benefit('a'), x.num(2)) },
      benefits: {
        a: { amount: { red: x.money(5), yellow: x.money(3) } },
        b: { amount: x.definition('household.support', x.MONEY) },
      },
    };
    expect(paid(spec)).toEqual(['a: undetermined 300–500', 'b: undetermined 600–1000']);
  });
  test('in a circle is refused', () => {
    const spec = alone({ a: { amount: x.benefit('b') }, b: { amount: x.benefit('a') } });
    expect(() => paid(spec)).toThrow(/circle/);
  });
});
