import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeKernel } from '../../../src/engine/kernel/kernel.ts';
import { generate } from '../../../src/engine/kernel/program.ts';
import { runReference } from '../../../src/engine/reference/results.ts';
import { run } from '../../../src/engine/run.ts';
import type { Expr } from '../../../src/language/expr.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import type { Population } from '../../../src/population/columns.ts';
import * as x from '../../support/expr.ts';
import { type Facts, makePolicy, type PolicySpec, range, set } from '../../support/policy.ts';
import { makePopulation } from '../../support/population.ts';
import { makeVocabulary, testFacts } from '../../support/vocabulary.ts';
import { cases, columnsOf, seed } from './cases.ts';

/** Runs both engines, which must agree; what the columnar one says of itself. */
function agreed(policy: Policy, population: Population) {
  const { results, ...said } = run(policy, population);
  expect(columnsOf(results)).toEqual(columnsOf(runReference(policy, population)));
  return { results, ...said };
}

const paying = (amount: Expr, rest: PolicySpec = {}): Policy =>
  makePolicy({ ...rest, benefits: { b: { amount } } });
const income = x.fact('household.income');
const rooms = x.fact('household.rooms');

describe('figures', () => {
  const values = [0, 1, 2, 3, 7, 99, 100, 101, 4_503_599_627_370_495, 9_007_199_254_740];
  const households = values.flatMap(value =>
    [1, 2, 3, 7, 1000].map(count => ({ income: value, rooms: count })),
  );

  it.each(['half-up', 'up', 'down'] as const)('are rounded %s exactly, however large', mode => {
    const { engine } = agreed(paying(x.round(x.divide(income, rooms), 1, mode)), makePopulation(households));
    expect(engine).toBe('columnar');
  });

  it('keep their fractions until the end', () => {
    const third = x.multiply(income, x.num('1/3'));
    const { engine, results } = agreed(
      paying(x.add(x.add(third, third), third)),
      makePopulation(households.filter(({ income: value }) => value < 1e12)),
    );
    expect(engine).toBe('columnar');
    expect(results.benefits[0]!.low[0]).toBe(0);
  });

  it('are compared across unlike denominators', () => {
    const policy = makePolicy({
      cards: {
        low: x.lt(x.divide(income, rooms), x.multiply(x.num('6/5'), x.money(1))),
        at: x.eq(x.divide(income, rooms), x.divide(x.fact('household.costs'), x.count('member'))),
      },
    });
    const rows = [0, 119, 120, 121, 240, 360].flatMap(value =>
      [1, 2, 3].map(count => ({ income: value, rooms: count, costs: 240 })),
    );
    const members = rows.map((_, row) => Array.from({ length: (row % 3) + 1 }, () => ({ age: 12 })));
    expect(agreed(policy, makePopulation(rows, { member: members })).engine).toBe('columnar');
  });
});

describe('households with figures beyond what doubles hold', () => {
  const policy = paying(x.multiply(income, x.num('7/3')));
  const rows: Facts[] = [
    { income: 300 },
    { income: 9_007_199_254_740_991 },
    { income: 9_007_199_254_740_990 },
    {},
  ];

  it('are handed to the reference evaluator, and counted', () => {
    const { engine, handed } = agreed(policy, makePopulation(rows));
    expect({ engine, handed }).toEqual({ engine: 'columnar', handed: 2 });
  });

  it('are those of whom a member or the village has such a figure', () => {
    const members = rows.map((_, row) => [{ wage: row === 0 ? 9_007_199_254_740_991 : 5 }]);
    const ofMembers = paying(x.multiply(x.sum('member', x.fact('member.wage')), x.num('7/3')));
    expect(agreed(ofMembers, makePopulation(rows, { member: members })).handed).toBe(1);
    const ofVillage = paying(x.multiply(x.fact('village.revenue'), x.num('7/3')));
    const village = { revenue: 9_007_199_254_740_991 };
    expect(agreed(ofVillage, makePopulation(rows, { member: members }, village)).handed).toBe(4);
  });
});

describe('what the columnar engine can’t do', () => {
  const p = x.parameter('p', x.MONEY);
  const population = makePopulation([{ income: 100_000_000, rooms: 2 }], {
    member: [
      [
        { age: 24, wage: 7 },
        { age: 36, wage: 9 },
      ],
    ],
  });
  it.each<[string, Policy, RegExp]>([
    [
      'a ranged parameter twice in one expression',
      paying(x.subtract(x.multiply(p, x.num(2)), p), { parameters: { p: range(1, 5, x.MONEY) } }),
      /^the ranged parameter p twice in one expression$/,
    ],
    [
      'quotients that differ from part to part, added up',
      paying(x.sum('member', x.divide(x.fact('member.wage'), x.fact('member.age')))),
      /^a sum of quotients that differ from part to part$/,
    ],
    [
      'an order of enumerated values',
      makePolicy({ cards: { c: x.lt(x.fact('household.housing'), x.word('household.housing', 'b')) } }),
      /^an order of enum values$/,
    ],
    [
      'more cards than there are bits',
      makePolicy({
        cards: Object.fromEntries(Array.from({ length: 30 }, (_, k) => [`c${k}`, x.gt(rooms, x.num(k))])),
      }),
      /^more than 29 cards$/,
    ],
    [
      'figures too large for any column',
      paying(x.multiply(x.multiply(income, income), x.multiply(income, x.multiply(income, income)))),
      /^figures that may pass 2\^53$/,
    ],
  ])('is named, and done by the reference evaluator: %s', (_, policy, words) => {
    const { engine, refused, handed } = agreed(policy, population);
    expect({ engine, handed }).toEqual({ engine: 'reference', handed: 0 });
    expect(refused?.en).toMatch(words);
    expect(refused?.zh).toMatch(/\p{Script=Han}/u);
  });
});

it('refuses what is nested too deeply, instead of falling over', () => {
  let sum = income;
  for (let k = 0; k < 30_000; k++) sum = x.add(sum, rooms);
  const made = generate(paying(sum), makePopulation([{ income: 1, rooms: 1 }]));
  expect(made).toMatchObject({ refused: { en: 'expressions nested too deeply' } });
});

describe('facts that do not apply everywhere', () => {
  const plain = makeVocabulary(testFacts);
  const registered = x.fact('household.registered', plain);
  const vocabulary = makeVocabulary(testFacts, { 'household.status': { when: registered } });
  const policy = makePolicy({
    vocabulary,
    cards: { out: x.eq(x.fact('household.status', vocabulary), x.word('household.status', 'exited')) },
  });

  it('cost no mask where they are recorded wherever they apply', () => {
    const population = makePopulation(
      [{ registered: true, status: 'exited' }, { registered: false }],
      {},
      null,
      vocabulary,
    );
    const made = generate(policy, population);
    expect('program' in made && made.program.decide.complete).toBe(true);
    agreed(policy, population);
  });

  it('may be missing where they apply', () => {
    const population = makePopulation(
      [{ registered: true, status: null }, { registered: false }],
      {},
      null,
      vocabulary,
    );
    const made = generate(policy, population);
    expect('program' in made && made.program.decide.complete).toBe(false);
    agreed(policy, population);
  });
});

describe('villages', () => {
  const poor = x.count('household', x.lt(income, x.money(1)));
  const spec: PolicySpec = {
    definitions: {
      'village.incidence': x.divide(poor, x.count('household')),
      'village.oldest': x.maximum('member', x.fact('member.age')),
    },
    cards: { red: x.ge(x.definition('village.incidence', x.RATIO), x.num('1/2')) },
    benefits: { b: { amount: x.multiply(x.definition('village.oldest', x.MONTHS), x.num(3)) } },
  };

  it('are worked out once, before their households', () => {
    const rows = [{ income: 50 }, { income: 99 }, { income: 100 }, { income: null }];
    const population = makePopulation(
      rows,
      { member: rows.map((_, row) => [{ age: 12 * row }]) },
      { revenue: 1 },
    );
    const made = generate(makePolicy(spec), population);
    expect('program' in made && made.program.above.length).toBe(2);
    expect(agreed(makePolicy(spec), population).engine).toBe('columnar');
  });
});

describe('benefits in functions of their own', () => {
  it('pay the same', () => {
    for (const { policy, population } of fc.sample(cases, { seed: seed + 1, numRuns: 120 })) {
      const made = generate(policy, population, { longest: 400 });
      if ('refused' in made || made.program.handed.length > 0) continue;
      const results = makeKernel(made.program).run();
      expect(columnsOf(results)).toEqual(columnsOf(runReference(policy, population)));
    }
  });
});

describe('a run', () => {
  const policy = makePolicy({
    parameters: { line: set(5, x.MONEY) },
    cards: { c: x.lt(income, x.parameter('line', x.MONEY)) },
  });

  it('tells how far it is', () => {
    const seen: [number, number][] = [];
    const rows = Array.from({ length: 5000 }, (_, k) => ({ income: k % 9 }));
    run(policy, makePopulation(rows), { onProgress: (done, all) => seen.push([done, all]) });
    expect(seen).toEqual([
      [4096, 5000],
      [5000, 5000],
    ]);
  });

  it('is the reference evaluator’s where that is asked for', () => {
    const { engine, refused } = run(policy, makePopulation([{ income: 4 }]), { engine: 'reference' });
    expect({ engine, refused }).toEqual({ engine: 'reference', refused: null });
  });

  it('of nobody has no rows', () => {
    const { engine, results } = run(policy, makePopulation([]));
    expect({ engine, rows: results.rows, cards: [...results.card] }).toEqual({
      engine: 'columnar',
      rows: 0,
      cards: [],
    });
  });
});
