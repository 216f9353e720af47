/** Schemes of different colours against each other, and against a reference group. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRuns } from '../../src/analysis/compare.ts';
import { crossOf, roleOf } from '../../src/analysis/cross/roles.ts';
import { givenRows, TARGET_ROLES, targetingOf } from '../../src/analysis/cross/targeting.ts';
import { outcomeRows, outcomesOf } from '../../src/analysis/outcome.ts';
import { TRUTH } from '../../src/analysis/probe.ts';
import { summarise } from '../../src/analysis/summary.ts';
import type { Meaning, Policy } from '../../src/policy/policy.ts';
import { yes } from '../support/expr.ts';
import { makePolicy } from '../support/policy.ts';
import { asRun, type Household, population, results } from './world.ts';

/** A scheme of its own: what its cards are called says nothing of what they stand for. */
function scheme(id: string, cards: Readonly<Record<string, Meaning | null>>): Policy {
  const policy = makePolicy({ id, cards: Object.fromEntries(Object.keys(cards).map(card => [card, yes])) });
  return {
    ...policy,
    file: `${id}/policy.yaml`,
    cards: policy.cards.map(card => ({
      ...card,
      meaning: cards[card.id]!,
      origin: { policy: id, change: 'original' },
    })),
  };
}

const north = scheme('north', { red: 'safety-net', yellow: 'poor', green: 'exited' });
const south = scheme('south', { green: 'safety-net', red: 'exited', blue: 'at-risk', plain: null });

const household = (policy: Policy) =>
  fc.record({
    is: fc.constantFrom(...policy.cards.map(({ id }) => id), 'none', 'undetermined', 'out-of-scope'),
    people: fc.integer({ min: 1, max: 5 }),
  });

const both = fc.array(fc.tuple(household(north), household(south)), { maxLength: 30 }).map(pairs => ({
  first: pairs.map(([a]) => a) as Household[],
  second: pairs.map(([a, b]) => ({ ...b, people: a.people })) as Household[],
}));

const crossed = (first: readonly Household[], second: readonly Household[]) =>
  crossOf(
    compareRuns(
      population(first),
      { policy: north, results: results(north, first) },
      { policy: south, results: results(south, second) },
    ),
  );

describe('a cross table by role', () => {
  it('pairs cards by what they stand for, never by colour', () => {
    const cross = crossed([{ is: 'red', people: 2 }, { is: 'green' }], [{ is: 'green' }, { is: 'green' }]);
    expect(cross.cells).toEqual([
      { from: 'safety-net', to: 'safety-net', households: 1, people: 2 },
      { from: 'exited', to: 'safety-net', households: 1, people: 1 },
    ]);
    expect(cross.agreement).toMatchObject({ judged: { households: 2 }, same: { households: 1, people: 2 } });
  });

  it('leaves out of the agreement those whom one scheme does not judge, and keeps the undetermined apart', () => {
    const cross = crossed(
      [{ is: 'out-of-scope' }, { is: 'none' }, { is: 'undetermined' }, { is: 'yellow' }],
      [{ is: 'green' }, { is: 'none' }, { is: 'blue' }, { is: 'plain' }],
    );
    expect(cross.agreement).toEqual({
      judged: { households: 2, people: 2 },
      same: { households: 1, people: 1 },
      undetermined: { households: 1, people: 1 },
    });
  });

  it('has the margins of the two summaries', () => {
    fc.assert(
      fc.property(both, ({ first, second }) => {
        const cross = crossed(first, second);
        const sides = [
          [north, first, 'from'],
          [south, second, 'to'],
        ] as const;
        for (const [policy, households, side] of sides) {
          const { outcomes } = summarise(policy, population(first), asRun(results(policy, households)));
          const margins = new Map<string, [number, number]>();
          for (const { outcome, households: count, people } of outcomes) {
            const role = roleOf(policy, outcome);
            const [a, b] = margins.get(role) ?? [0, 0];
            margins.set(role, [a + count, b + people!]);
          }
          for (const [role, sums] of margins) {
            const cells = cross.cells.filter(cell => cell[side] === role);
            const sum = (of: 'households' | 'people') => cells.reduce((all, cell) => all + cell[of]!, 0);
            expect([sum('households'), sum('people')]).toEqual(sums);
          }
        }
      }),
    );
  });
});

describe('what is given', () => {
  it('counts cards of the target roles, and says perhaps only where it may go either way', () => {
    const households: Household[] = [{ is: 'red' }, { is: 'green' }, { is: 'none' }, { is: 'out-of-scope' }];
    const found = results(north, households);
    expect([...givenRows(north, found, TARGET_ROLES)]).toEqual([TRUTH.yes, TRUTH.no, TRUTH.no, TRUTH.no]);
    const open = results(north, [{ is: 'undetermined' }, { is: 'undetermined' }, { is: 'undetermined' }]);
    open.possible.set([0b0011, 0b0101, 0b1100]);
    expect([...givenRows(north, open, TARGET_ROLES)]).toEqual([TRUTH.yes, TRUTH.unknown, TRUTH.no]);
    expect(outcomeRows(north, open)[0]).toBe(
      outcomesOf(north).findIndex(({ kind }) => kind === 'undetermined'),
    );
  });
});

/** Both shares of one way to settle everything; null where there is nobody. */
function settled(given: readonly boolean[], reference: readonly boolean[], people: readonly number[]) {
  let [both, leaked, missed] = [0, 0, 0];
  given.forEach((is, row) => {
    if (is && reference[row]) both += people[row]!;
    else if (is) leaked += people[row]!;
    else if (reference[row]) missed += people[row]!;
  });
  return {
    inclusion: both + leaked === 0 ? null : leaked / (both + leaked),
    exclusion: both + missed === 0 ? null : missed / (both + missed),
  };
}

/** Every way to settle what is unknown. */
function ways(rows: readonly number[]): boolean[][] {
  return rows.reduce<boolean[][]>(
    (all, truth) =>
      all.flatMap(way =>
        truth === TRUTH.unknown
          ? [
              [...way, true],
              [...way, false],
            ]
          : [[...way, truth === TRUTH.yes]],
      ),
    [[]],
  );
}

describe('inclusion and exclusion error', () => {
  it('of known households, by hand', () => {
    const { yes: y, no: n } = TRUTH;
    const found = targetingOf(
      Uint8Array.of(y, y, y, n, n),
      Uint8Array.of(y, y, n, y, n),
      Int32Array.of(0, 1, 2, 6, 8, 9),
    );
    expect(found.both).toEqual({ households: 2, people: 2 });
    expect(found.leaked).toEqual({ households: 1, people: 4 });
    expect(found.missed).toEqual({ households: 1, people: 2 });
    expect(found.inclusionError).toEqual({
      households: { low: 1 / 3, high: 1 / 3 },
      people: { low: 4 / 6, high: 4 / 6 },
    });
    expect(found.exclusionError.people).toEqual({ low: 2 / 4, high: 2 / 4 });
  });

  it('are the least and the greatest that any way to settle what is unknown gives, between 0 and 1', () => {
    const truth = fc.constantFrom(TRUTH.no, TRUTH.yes, TRUTH.unknown);
    const rows = fc.array(fc.tuple(truth, truth, fc.integer({ min: 1, max: 4 })), { maxLength: 6 });
    fc.assert(
      fc.property(rows, list => {
        const given = list.map(([a]) => a);
        const reference = list.map(([, b]) => b);
        const people = list.map(([, , heads]) => heads);
        const offsets = Int32Array.from([
          0,
          ...people.map((_, at) => people.slice(0, at + 1).reduce((a, b) => a + b, 0)),
        ]);
        const found = targetingOf(Uint8Array.from(given), Uint8Array.from(reference), offsets);
        const ones = people.map(() => 1);
        for (const [key, weights] of [
          ['households', ones],
          ['people', people],
        ] as const) {
          const all = ways(given).flatMap(g => ways(reference).map(r => settled(g, r, weights)));
          for (const [bounds, kind] of [
            [found.inclusionError[key], 'inclusion'],
            [found.exclusionError[key], 'exclusion'],
          ] as const) {
            const shares = all.map(one => one[kind]).filter(share => share !== null);
            if (shares.length === 0) expect(bounds).toBeNull();
            else {
              expect(bounds!.low).toBeCloseTo(Math.min(...shares), 12);
              expect(bounds!.high).toBeCloseTo(Math.max(...shares), 12);
              expect(bounds!.low).toBeGreaterThanOrEqual(0);
              expect(bounds!.high).toBeLessThanOrEqual(1);
            }
          }
        }
      }),
    );
  });
});
