import { describe, expect, test } from 'vitest';
import { type CaseRun, runCases } from '../../src/analysis/cases.ts';
import { pathOf, schemes, wholeSchemes } from './shipped.ts';

const boundaries = /线上|分|恰|不满|满|倍|一元|两万|一天/;

const runs = new Map<string, CaseRun>(
  schemes.map(scheme => [scheme, runCases(`${pathOf(scheme)}/cases.yaml`)]),
);

describe.each(schemes)('cases of %s', scheme => {
  const run = runs.get(scheme)!;

  test('hold', () => {
    expect(run.diagnostics).toEqual([]);
    const failed = run.results.filter(({ mismatches }) => mismatches.length > 0);
    expect(failed.map(({ name, mismatches }) => [name, mismatches])).toEqual([]);
  });

  test('try every rule both ways', () => {
    const half = run.coverage.filter(({ yes, no }) => yes === 0 || no === 0);
    expect(half.map(({ kind, id, yes, no }) => `${kind} ${id}: ${yes} yes, ${no} no`)).toEqual([]);
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
    expect(run.results.filter(({ name }) => boundaries.test(name)).length).toBeGreaterThanOrEqual(4);
  });
});

test('cases of the four-card plan bar each card that an exclusion names, by that exclusion', () => {
  const { policy, results } = runs.get('county-four-cards')!;
  for (const { id, cards } of policy!.exclusions)
    for (const card of cards) {
      const barred = results.filter(({ answer }) =>
        answer.barred.some(one => one.card === card && one.by === id),
      );
      expect(barred.length, `${id} bars ${card}`).toBeGreaterThan(0);
    }
});

test.each(wholeSchemes)(
  'cases of %s give each benefit, withhold it, and leave doubt where a fact decides it',
  scheme => {
    const { policy, results } = runs.get(scheme)!;
    const states = (benefit: string, state: string | null) =>
      results.filter(
        ({ answer }) => (answer.benefits.find(one => one.id === benefit)?.state ?? null) === state,
      ).length;
    for (const { id, when, amounts } of policy!.benefits) {
      expect(states(id, 'due') + states(id, 'unset'), `${id} given`).toBeGreaterThan(0);
      expect(states(id, null), `${id} withheld`).toBeGreaterThan(0);
      if (when === null && amounts.every(({ amount }) => amount.op === 'number')) continue;
      expect(states(id, 'undetermined') + states(id, 'unset'), `${id} in doubt`).toBeGreaterThan(0);
    }
  },
);
