/** What the columnar engine gives up by name, and policies of which hardly anything is left. */
import { expect, test } from 'vitest';
import { probing } from '../../../src/analysis/probe.ts';
import { generate } from '../../../src/engine/kernel/program.ts';
import { runReference } from '../../../src/engine/reference/results.ts';
import { run } from '../../../src/engine/run.ts';
import type { Expr } from '../../../src/language/expr.ts';
import { definition, fact, gt, multiply, num, RATIO } from '../../support/expr.ts';
import { makePolicy } from '../../support/policy.ts';
import { makePopulation } from '../../support/population.ts';
import { isSame } from './cases.ts';

const households = (policy: ReturnType<typeof makePolicy>) =>
  makePopulation(
    [true, false, null].map(registered => ({ registered })),
    {},
    null,
    policy.vocabulary,
  );

test('a number squared thirty times is refused before anything is computed, and the reference evaluator calls it too large', () => {
  const squares: Record<string, Expr> = { 'household.a0': num(10) };
  for (let i = 1; i <= 30; i++) {
    const before = definition(`household.a${i - 1}`, RATIO);
    squares[`household.a${i}`] = multiply(before, before);
  }
  const policy = makePolicy({
    definitions: squares,
    cards: { vast: gt(definition('household.a30', RATIO), num(3)) },
  });
  const population = households(policy);
  expect(generate(policy, population)).toMatchObject({ refused: { en: 'figures that may pass 2^3900' } });
  const { engine, results } = run(policy, population);
  expect(engine).toBe('reference');
  expect([...results.possible]).toEqual([3, 3, 3]);
});

test('a policy that wants just one card and has none', () => {
  const asked = probing(makePolicy({ unique: true, cards: { red: fact('household.registered') } }), [
    { entity: 'household', condition: fact('household.registered') },
  ]);
  const population = households(asked);
  const found = run(asked, population);
  expect(found.engine).toBe('columnar');
  expect(isSame(found.results, runReference(asked, population))).toBe(true);
});
