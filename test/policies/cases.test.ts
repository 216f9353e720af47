import { describe, expect, test } from 'vitest';
import { type CaseResult, runCases } from '../../src/analysis/cases.ts';
import { pathOf, schemes } from './shipped.ts';

const boundaries = /线上|多一分|少一分|恰|不满|满 60|倍|一分|两万/;

describe.each(schemes)('cases of %s', scheme => {
  const run = runCases(`${pathOf(scheme)}/cases.yaml`);

  test('hold', () => {
    expect(run.diagnostics).toEqual([]);
    const failed = run.results.filter(({ mismatches }) => mismatches.length > 0);
    expect(failed.map(({ name, mismatches }) => [name, mismatches])).toEqual([]);
  });

  test('meet each card, and doubt about each card', () => {
    for (const { id } of run.policy?.cards ?? []) {
      if (scheme.includes('drafts') && id === 'red') continue;
      expect(run.results.filter(({ answer }) => answer.card === id).length, `given ${id}`).toBeGreaterThan(0);
      if (scheme.includes('drafts')) continue;
      const doubted = run.results.filter(
        ({ answer }) => answer.status === 'undetermined' && answer.possible.includes(id),
      );
      expect(doubted.length, `doubted ${id}`).toBeGreaterThan(0);
    }
  });

  test('stand on lines', () => {
    expect(run.results.filter(({ name }) => boundaries.test(name)).length).toBeGreaterThan(4);
  });
});

describe('cases of whole schemes', () => {
  const results = ['county-four-cards', 'lancang-five-cards'].flatMap(
    scheme => runCases(`${pathOf(scheme)}/cases.yaml`).results as CaseResult[],
  );

  test('bar each card that an exclusion names, by that exclusion, and leave it in doubt', () => {
    const { policy } = results[0]!;
    for (const { id, cards } of policy.exclusions)
      for (const card of cards) {
        const barred = results.filter(({ answer }) =>
          answer.barred.some(one => one.card === card && one.by === id),
        );
        expect(barred.length, `${id} bars ${card}`).toBeGreaterThan(0);
      }
  });

  test('give each benefit, withhold it, and leave doubt where a fact decides it', () => {
    const policies = new Set(results.map(({ policy }) => policy.id));
    for (const id of policies) {
      const own = results.filter(({ policy }) => policy.id === id);
      const states = (benefit: string, state: string | null) =>
        own.filter(({ answer }) => (answer.benefits.find(one => one.id === benefit)?.state ?? null) === state)
          .length;
      for (const { id: benefit, when, amounts } of own[0]!.policy.benefits) {
        expect(states(benefit, 'due') + states(benefit, 'unset'), `${benefit} given`).toBeGreaterThan(0);
        expect(states(benefit, null), `${benefit} withheld`).toBeGreaterThan(0);
        if (when === null && amounts.every(({ amount }) => amount.op === 'number')) continue;
        expect(
          states(benefit, 'undetermined') + states(benefit, 'unset'),
          `${benefit} in doubt`,
        ).toBeGreaterThan(0);
      }
    }
  });
});
