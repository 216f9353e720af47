import { expect, test } from 'vitest';
import { assertionVerdicts } from '../../src/analysis/assertions.ts';
import { run } from '../../src/engine/run.ts';
import * as x from '../support/expr.ts';
import { makePlaces } from '../support/places.ts';
import { makePolicy } from '../support/policy.ts';

test('assertions about the whole may ask what is left after quotas and funds', () => {
  const households = makePlaces({
    t1: {
      villages: {
        v1: {
          households: {
            h1: { facts: { income: 100, repair: 4000 } },
            h2: { facts: { income: 200, repair: 4000 } },
            h3: { facts: { income: 300, repair: 4000 } },
          },
        },
      },
    },
  });
  const money = (yuan: number) => x.num(yuan * 100, x.MONEY);
  const policy = makePolicy({
    cards: { red: x.le(x.fact('household.income'), money(2)), green: x.yes },
    benefits: {
      homes: { amount: x.fact('household.repair'), fund: 'homes' },
      course: { amount: money(5) },
    },
    quotas: { places: { of: 'course', total: x.num(2) } },
    funds: { homes: { total: money(100), rank: [['low', x.fact('household.income')]] } },
    assertions: {
      claimed: { on: 'overall', must: x.eq(x.total('money', '#all', 'homes'), money(120)) },
      paid: { on: 'overall', must: x.eq(x.totalServed('#all', 'homes'), money(100)) },
      red: { on: 'overall', must: x.eq(x.totalServed('red', 'homes'), money(80)) },
      courses: { on: 'overall', must: x.eq(x.totalServed('#all', 'course'), money(10)) },
      wrong: { on: 'overall', must: x.eq(x.totalServed('#all', 'course'), money(15)) },
    },
  });
  for (const engine of ['reference', 'columnar'] as const) {
    const verdicts = assertionVerdicts(policy, households, run(policy, households, { engine }));
    expect(verdicts.map(({ assertion, holds }) => [assertion.id, holds])).toEqual([
      ['claimed', true],
      ['paid', true],
      ['red', true],
      ['courses', true],
      ['wrong', false],
    ]);
  }
});
