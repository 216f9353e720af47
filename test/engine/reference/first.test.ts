import { expect, test } from 'vitest';
import { decide } from '../../../src/engine/reference/decide.ts';
import * as x from '../../support/expr.ts';
import { fen, makeHousehold, makePolicy } from '../../support/policy.ts';

const policy = makePolicy({
  definitions: { 'household.per_head': x.divide(x.fact('household.income'), x.count('member')) },
  cards: {
    red: x.and(x.fact('household.registered'), x.every('member', x.eq(x.fact('member.labour'), x.word('member.labour', 'none')))),
    yellow: x.le(x.definition('household.per_head', x.MONEY), x.money(5000)),
  },
  exclusions: { car: { cards: ['yellow'], when: x.fact('household.car') } },
  benefits: { repair: { cards: ['red', 'yellow'], amount: x.cap(x.fact('household.repair'), x.money(20000)) } },
});

test('a first card', () => {
  const household = makeHousehold(
    { registered: true, income: fen(10000), car: false, repair: fen(12000) },
    { members: [{ labour: 'full' }, { labour: 'none' }] },
  );
  const answer = decide(policy, household, { trace: true });
  expect(answer).toMatchObject({ status: 'decided', card: 'yellow', possible: ['yellow'], causes: [] });
  expect(answer.benefits).toEqual([{ id: 'repair', state: 'due', low: 1200000, high: 1200000, causes: [] }]);
  console.log(JSON.stringify(answer.reasons, null, 1).slice(0, 3000));
});
