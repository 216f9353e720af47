import { describe, expect, test } from 'vitest';
import {
  checkHousehold,
  checkHouseholds,
  checkOverall,
  checkParameters,
} from '../../../src/engine/reference/assertions.ts';
import { verdictDiagnostics } from '../../../src/engine/reference/verdicts.ts';
import * as x from '../../support/expr.ts';
import { makeHousehold, makePolicy, open, type PolicySpec, range, set } from '../../support/policy.ts';
import { makePopulation } from '../../support/population.ts';

const ill = x.fact('household.ill');

describe('assertions about parameters', () => {
  const must = (parameters: Parameters<typeof makePolicy>[0]['parameters']) =>
    checkParameters(
      makePolicy({
        parameters: parameters!,
        assertions: {
          twice: {
            on: 'parameters',
            must: x.ge(x.parameter('yellow'), x.multiply(x.num(2), x.parameter('green'))),
          },
        },
      }),
    ).map(({ holds, causes }) => [holds, causes.length]);
  test('are told with the names that they wait for', () => {
    const told = (parameters: NonNullable<PolicySpec['parameters']>) => {
      const policy = makePolicy({
        parameters,
        assertions: { one: { on: 'parameters', must: x.gt(x.parameter('p'), x.num(1)) } },
      });
      return verdictDiagnostics(checkParameters(policy), policy).map(({ code, severity, params }) => [
        code,
        severity,
        params['open'],
      ]);
    };
    expect(told({ p: set(2) })).toEqual([]);
    expect(told({ p: set(1) })).toEqual([['assertion-failed', 'error', undefined]]);
    expect(told({ p: open() })).toEqual([['assertion-open', 'note', [{ zh: 'p', en: 'p' }]]]);
  });
  test('hold, fail, or wait for what is open', () => {
    expect(must({ yellow: set(4), green: set(2) })).toEqual([[true, 0]]);
    expect(must({ yellow: set(4), green: set('5/2') })).toEqual([[false, 0]]);
    expect(must({ yellow: set(4), green: range(1, 3) })).toEqual([[null, 1]]);
    expect(must({ yellow: open(), green: open() })).toEqual([[null, 2]]);
  });
});

describe('assertions about households', () => {
  const policy = makePolicy({
    scope: x.fact('household.registered'),
    cards: { red: ill, yellow: x.not(x.fact('household.car')) },
    benefits: { a: { amount: { red: x.money(3), yellow: x.money(1) } } },
    assertions: {
      card: { on: 'household', must: x.known(x.card()) },
      carded: { on: 'household', must: x.isIn(x.card(), 'red', 'yellow') },
      some: { on: 'household', must: x.ge(x.benefit('a'), x.money(1)) },
    },
  });
  const holds = (facts: object) =>
    checkHousehold(policy, makeHousehold({ registered: true, ...facts })).map(v => v.holds);
  test('see its card and benefits', () => {
    expect(holds({ ill: true })).toEqual([true, true, true]);
    expect(holds({ ill: false, car: true })).toEqual([true, false, false]);
  });
  test('an undetermined card: what every hypothesis agrees on', () => {
    expect(holds({ car: false })).toEqual([true, true, true]);
    expect(holds({ ill: true, registered: null })).toEqual([true, true, true]);
    expect(holds({})).toEqual([true, null, null]);
    expect(holds({ ill: false, car: true, registered: null })).toEqual([true, null, null]);
  });
  test('nothing is asserted out of scope', () => {
    expect(checkHousehold(policy, makeHousehold({ registered: false }))).toEqual([]);
  });
  test('over a population, with a witness', () => {
    const population = makePopulation([
      { registered: true, ill: true },
      { registered: true, ill: false },
      { registered: true, ill: false, car: true },
      { registered: false, ill: false, car: true },
    ]);
    const verdicts = checkHouseholds(policy, population);
    expect(
      verdictDiagnostics(verdicts, policy).map(({ code, params }) => [
        code,
        params['count'],
        params['household'],
      ]),
    ).toEqual([
      ['assertion-failed-households', 1, 'h3'],
      ['assertion-failed-households', 1, 'h3'],
    ]);
    expect(verdicts.slice(1)).toMatchObject([
      { holds: false, witness: 'h3', failed: 1, unknown: 1 },
      { holds: false, witness: 'h3', failed: 1, unknown: 1 },
    ]);
  });
});

test('assertions about the whole result take its figures', () => {
  const policy = makePolicy({
    assertions: {
      share: {
        on: 'overall',
        must: x.le(x.multiply(x.num(10), x.total('households', 'red')), x.total('households')),
      },
      budget: { on: 'overall', must: x.le(x.total('money', '#all', 'a'), x.money(50)) },
    },
  });
  const verdicts = checkOverall(policy, (what, card) => {
    if (what === 'money') return { low: 1000, high: 9000 };
    return card === 'red' ? { low: 10, high: 10 } : { low: 100, high: null };
  });
  expect(verdicts.map(v => [v.assertion.id, v.holds])).toEqual([
    ['share', true],
    ['budget', null],
  ]);
});
