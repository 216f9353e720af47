import { describe, expect, it } from 'vitest';
import { changedAnywhere, compareRuns } from '../../src/analysis/compare.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { rangeText, yuan } from '../../src/report/amount.ts';
import { money, yes } from '../support/expr.ts';
import { makePolicy } from '../support/policy.ts';
import { type Household, population, results } from './world.ts';

const policy = makePolicy({
  cards: { red: yes, yellow: yes, green: yes },
  benefits: { cash: { amount: money(1) }, post: { amount: money(1) }, training: {} },
});

function compare(before: readonly Household[], after: readonly Household[], other: Policy = policy) {
  return compareRuns(
    population(before),
    { policy, results: results(policy, before) },
    { policy: other, results: results(other, after) },
  );
}
const cash = (...claims: NonNullable<Household['claims']>[string][]): Household[] =>
  claims.map(claim => ({ is: 'red', claims: { cash: claim } }));

describe('transitions', () => {
  it('count households and people, with examples in the order of the population', () => {
    const before = [
      { is: 'red', people: 2 },
      { is: 'yellow', people: 3 },
      { is: 'yellow', people: 1 },
      { is: 'undetermined' },
    ];
    const after = [{ is: 'red' }, { is: 'green' }, { is: 'green' }, { is: 'none' }];
    const { transitions, changed } = compare(before, after);
    expect(
      transitions.map(({ from, to, households, people }) => [
        from.card ?? from.kind,
        to.card ?? to.kind,
        households,
        people,
      ]),
    ).toEqual([
      ['red', 'red', 1, 2],
      ['yellow', 'green', 2, 4],
      ['undetermined', 'none', 1, 1],
    ]);
    expect(transitions[1]!.examples).toEqual(['h2', 'h3']);
    expect(changed).toEqual({ households: 3, people: 5 });
  });

  it('change nothing where the policy is the same', () => {
    const households = [{ is: 'red' }, { is: 'none' }, { is: 'out-of-scope' }];
    expect(compare(households, households).changed.households).toBe(0);
  });

  it('between unrelated schemes go by the role of a card, not by its colour', () => {
    const scheme = (id: string, meanings: Record<string, 'poor' | 'exited'>): Policy => {
      const made = makePolicy({ cards: Object.fromEntries(Object.keys(meanings).map(card => [card, yes])) });
      const origin = { policy: id, change: 'original' } as const;
      const cards = made.cards.map(card => ({ ...card, origin, meaning: meanings[card.id]! }));
      return { ...made, id, file: `${id}.yaml`, cards };
    };
    const here = scheme('here', { yellow: 'poor', green: 'exited' });
    const there = scheme('there', { blue: 'exited', yellow: 'poor' });
    const before = [{ is: 'yellow' }, { is: 'green' }, { is: 'green' }];
    const after = [{ is: 'yellow' }, { is: 'blue' }, { is: 'yellow' }];
    const { changed } = compareRuns(
      population(before),
      { policy: here, results: results(here, before) },
      { policy: there, results: results(there, after) },
    );
    expect(changed.households).toBe(1);
  });
});

describe('gains and losses', () => {
  it('are found household by household', () => {
    const { gains, losses, equal } = compare(cash(100, 100, 100), cash(250, 40, 100));
    expect(gains).toMatchObject({ households: 1, low: 15_000, high: 15_000, largest: 'h1' });
    expect(losses).toMatchObject({ households: 1, low: 6_000, high: 6_000, largest: 'h2' });
    expect(equal.households).toBe(1);
  });

  it('settle a range at the same place in both policies', () => {
    const { gains, equal, either } = compare(
      cash([1_000, 5_000], [10, 20], [10, 20]),
      cash([1_000, 6_000], [10, 20], [5, 30]),
    );
    expect(gains).toMatchObject({ households: 1, low: 0, high: 100_000 });
    expect(equal.households).toBe(1);
    expect(either.households).toBe(1);
  });

  it('lie between their ends in order where only the first policy has a range', () => {
    const before = cash([1_000, 5_000], [0, 10], [500, 900]);
    const after = cash(6_000, 5, 100);
    const { transitions, gains, losses, either } = compare(before, after);
    expect(gains).toMatchObject({ households: 1, low: 100_000, high: 500_000 });
    expect(losses).toMatchObject({ households: 1, low: 40_000, high: 80_000 });
    expect(either.households).toBe(1);
    expect(transitions.map(({ gain }) => gain)).toEqual([
      { low: 100_000 - 500 - 80_000, high: 500_000 + 500 - 40_000 },
    ]);
  });

  it('may be a loss without end', () => {
    const { losses, transitions } = compare(cash([100, Number.POSITIVE_INFINITY]), cash(40));
    expect(losses).toMatchObject({ households: 1, low: 6_000, high: null });
    const { gain } = transitions[0]!;
    expect(rangeText(gain, 'zh', yuan)).toBe('−60 元 以下，没有下限');
    expect(rangeText(gain, 'en', yuan)).toBe('−60 yuan or less, no lower bound');
  });

  it('are unknown where facts are missing, and leave unset amounts out', () => {
    const { unknown, gains, unset } = compare(
      [
        { is: 'red', claims: { cash: { open: [0, 5] } } },
        { is: 'red', claims: { cash: 10, post: 'unset' } },
      ],
      [
        { is: 'red', claims: { cash: 5 } },
        { is: 'red', claims: { cash: 30, post: 'unset' } },
      ],
    );
    expect(unknown.households).toBe(1);
    expect(gains).toMatchObject({ households: 1, low: 2_000 });
    expect(unset.households).toBe(1);
  });

  it('do not look at benefits without money', () => {
    const { unknown, equal } = compare(
      [{ is: 'red', claims: { training: { open: [0, 0] } } }],
      [{ is: 'red', claims: { training: 0 } }],
    );
    expect(unknown.households).toBe(0);
    expect(equal.households).toBe(1);
  });

  it('count an amount unbounded in both as equal, in one as a gain without end', () => {
    const endless = [1, Number.POSITIVE_INFINITY] as const;
    const { equal, gains } = compare(cash(endless, 1), cash(endless, endless));
    expect(equal.households).toBe(1);
    expect(gains).toMatchObject({ households: 1, low: 0, high: null });
  });

  it('are spread over bands, with a median that occurs', () => {
    const { gains } = compare(cash(0, 0, 0, 0), cash(100, 200, 300, 30_000));
    expect(gains.distribution.median).toBe(20_000);
    expect(gains.distribution.greatest).toBe(3_000_000);
    expect(gains.distribution.bands.map(({ to, households }) => [to, households])).toEqual([
      [20_000, 2],
      [50_000, 1],
      [100_000, 0],
      [200_000, 0],
      [500_000, 0],
      [1_000_000, 0],
      [2_000_000, 0],
      [null, 1],
    ]);
  });
});

describe('changedAnywhere', () => {
  it('counts a household once, however many policies move it', () => {
    const runs = [
      ['red', 'red', 'red'],
      ['red', 'green', 'green'],
      ['red', 'red', 'none'],
    ].map(cards => {
      const households = cards.map(is => ({ is }));
      return { policy, results: results(policy, households) };
    });
    expect(changedAnywhere(runs)).toBe(2);
  });
});
