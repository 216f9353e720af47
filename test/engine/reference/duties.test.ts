import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/engine/reference/decide.ts';
import * as x from '../../support/expr.ts';
import { type Facts, makeHousehold, makePolicy, open, type PolicySpec } from '../../support/policy.ts';
import { causesOf } from './evaluate.ts';

const income = x.fact('household.income');
const spec: PolicySpec = {
  scope: x.fact('household.registered'),
  cards: { red: x.lt(income, x.money(10)), yellow: x.lt(income, x.money(30)) },
  parameters: { line: open(x.MONEY) },
  duties: {
    contact: { cards: ['red'] },
    visit: { cards: ['red', 'yellow'] },
    watch: {},
    nurse: { cards: ['red', 'yellow'], when: x.fact('household.ill') },
    warn: { when: x.lt(income, x.parameter('line', x.MONEY)) },
    named: { when: x.eq(x.card(), x.word('#card', 'red')) },
  },
};
const policy = makePolicy(spec);
const owed = (facts: Facts) =>
  decide(policy, makeHousehold({ registered: true, ...facts }))
    .duties.map(({ id, state }) => (state === 'due' ? id : `${id}?`))
    .join(' ');

describe('duties', () => {
  test('are owed to the cards that they name, or to everybody in scope', () => {
    expect(owed({ income: 500, ill: false })).toBe('contact visit watch warn? named');
    expect(owed({ income: 2000, ill: true })).toBe('visit watch nurse warn?');
    expect(owed({ income: 9000 })).toBe('watch warn?');
    expect(owed({ registered: false, income: 500 })).toBe('');
  });

  test('what holds under every possible card is owed, what holds under one of them perhaps', () => {
    expect(owed({ ill: false })).toBe('contact? visit? watch warn? named?');
    const between = makePolicy({ ...spec, cards: { ...spec.cards, green: x.yes } });
    expect(decide(between, makeHousehold({ registered: true })).duties[2]).toMatchObject({
      id: 'watch',
      state: 'due',
    });
  });

  test('a scope that is not known leaves all of them open', () => {
    expect(owed({ registered: null, income: 500, ill: false })).toBe('contact? visit? watch? warn? named?');
  });

  test('say what keeps them open', () => {
    const { duties } = decide(policy, makeHousehold({ registered: true, income: 500 }));
    const causes = Object.fromEntries(
      duties.map(duty => [duty.id, causesOf({ ...duty, causes: duty.causes } as never)]),
    );
    expect(causes).toMatchObject({ contact: [], nurse: ['ill'], warn: ['open line'] });
  });

  test('have their conditions among the reasons, under each hypothesis', () => {
    const reasons = decide(policy, makeHousehold({ registered: true, ill: true }), { trace: true }).reasons;
    const under = reasons.filter(step => step.role === 'hypothesis');
    expect(
      under.map(step => [
        step.id,
        step.steps
          .filter(s => s.role === 'duty')
          .map(s => s.id)
          .join(' '),
      ]),
    ).toEqual([
      ['red', 'contact visit watch nurse warn named'],
      ['yellow', 'visit watch nurse warn named'],
      ['', 'watch warn named'],
    ]);
  });
});
