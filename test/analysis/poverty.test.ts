import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ascending, type Indices, indicesOf } from '../../src/analysis/poverty.ts';

/** `[income per head, people]` of each household. */
type Households = readonly (readonly [number, number])[];

function measure(households: Households, line: number | null): Indices {
  const incomes = {
    perHead: Float64Array.from(households, ([income]) => income),
    people: Int32Array.from(households, ([, people]) => people),
  };
  return indicesOf(incomes, ascending(incomes), line);
}

describe('worked by hand', () => {
  test('four people, a line of 100: two below it, by 50 % and 20 %', () => {
    const found = measure(
      [
        [50, 1],
        [80, 1],
        [100, 1],
        [170, 1],
      ],
      100,
    );
    expect(found.headcount).toBe(2 / 4);
    expect(found.gap).toBeCloseTo((0.5 + 0.2) / 4, 12);
    expect(found.severity).toBeCloseTo((0.25 + 0.04) / 4, 12);
    // Sum over all pairs of |difference| ÷ (2 × n² × mean) = 2 × (30 + 50 + 120 + 20 + 90 + 70) ÷ (2 × 16 × 100)
    expect(found.gini).toBeCloseTo(0.2375, 12);
    expect(found).toMatchObject({ people: 4, unknown: 0 });
  });

  test('people count, not households: one poor household of three, one of one that is not', () => {
    const found = measure(
      [
        [40, 3],
        [200, 1],
      ],
      100,
    );
    expect(found.headcount).toBe(3 / 4);
    expect(found.gap).toBeCloseTo((3 * 0.6) / 4, 12);
    expect(found.severity).toBeCloseTo((3 * 0.36) / 4, 12);
    // Mean 80; pairs: 3 × 160 counted twice.
    expect(found.gini).toBeCloseTo((2 * 3 * 160) / (2 * 16 * 80), 12);
  });

  test('nobody is below where all stand on the line; no income at all is a gap of one', () => {
    expect(
      measure(
        [
          [100, 2],
          [100, 5],
        ],
        100,
      ),
    ).toMatchObject({ headcount: 0, gap: 0, severity: 0, gini: 0 });
    expect(
      measure(
        [
          [0, 2],
          [-30, 1],
        ],
        100,
      ),
    ).toMatchObject({ headcount: 1, gap: 1, severity: 1, gini: null });
  });

  test('incomes that are not known are kept apart; households without people count for nothing', () => {
    const found = measure(
      [
        [Number.NaN, 4],
        [50, 2],
        [10, 0],
      ],
      100,
    );
    expect(found).toMatchObject({ headcount: 1, people: 2, unknown: 4 });
    expect(found.gap).toBeCloseTo(0.5, 12);
  });

  test('without a line or without people there is nothing to tell', () => {
    expect(
      measure(
        [
          [50, 1],
          [70, 1],
        ],
        null,
      ),
    ).toMatchObject({ headcount: null, gap: null, severity: null });
    expect(measure([], 100)).toEqual({
      headcount: null,
      gap: null,
      severity: null,
      gini: null,
      people: 0,
      unknown: 0,
    });
  });

  test('one has all: the Gini coefficient is 1 − 1/n', () => {
    expect(
      measure(
        [
          [0, 9],
          [500, 1],
        ],
        100,
      ).gini,
    ).toBeCloseTo(0.9, 12);
  });
});

const household = fc.tuple(fc.integer({ min: -50, max: 2000 }), fc.integer({ min: 1, max: 9 }));
const county = fc.array(household, { minLength: 2, maxLength: 40 });
const line = fc.integer({ min: 1, max: 1500 });

describe('properties', () => {
  test('all lie between 0 and 1; severity ≤ gap ≤ headcount', () => {
    fc.assert(
      fc.property(county, line, (households, at) => {
        const { headcount, gap, severity, gini } = measure(households, at);
        expect(headcount!).toBeLessThanOrEqual(1);
        expect(gap!).toBeLessThanOrEqual(headcount! + 1e-12);
        expect(severity!).toBeLessThanOrEqual(gap! + 1e-12);
        expect(severity!).toBeGreaterThanOrEqual(0);
        if (gini !== null) {
          expect(gini).toBeGreaterThanOrEqual(0);
          expect(gini).toBeLessThan(1);
        }
      }),
    );
  });

  test('scale: incomes and line in another currency change nothing; nor does everybody twice', () => {
    fc.assert(
      fc.property(county, line, fc.integer({ min: 2, max: 50 }), (households, at, times) => {
        const base = measure(households, at);
        const scaled = measure(
          households.map(([income, people]) => [income * times, people] as const),
          at * times,
        );
        const doubled = measure([...households, ...households], at);
        for (const other of [scaled, doubled])
          for (const key of ['headcount', 'gap', 'severity', 'gini'] as const)
            if (base[key] === null) expect(other[key]).toBeNull();
            else expect(other[key]!).toBeCloseTo(base[key]!, 9);
      }),
    );
  });

  test('transfer: what a poor person gives to a richer one makes severity and inequality no smaller', () => {
    fc.assert(
      fc.property(
        county,
        line,
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 200 }),
        (given, at, i, j, sum) => {
          const households = given.map(([income]) => [Math.max(0, income), 1] as [number, number]);
          const [a, b] = [households[i % households.length]!, households[j % households.length]!];
          const [poor, rich] = a[0] <= b[0] ? [a, b] : [b, a];
          if (poor === rich || poor[0] >= at) return;
          const before = measure(households, at);
          const moved = Math.min(sum, poor[0]);
          poor[0] -= moved;
          rich[0] += moved;
          const after = measure(households, at);
          expect(after.severity!).toBeGreaterThanOrEqual(before.severity! - 1e-12);
          if (before.gini !== null) expect(after.gini!).toBeGreaterThanOrEqual(before.gini - 1e-12);
        },
      ),
    );
  });

  test('the order in which households are listed does not matter, nor how people are put together in them', () => {
    fc.assert(
      fc.property(county, line, (households, at) => {
        const base = measure(households, at);
        const apart = households.flatMap(([income, people]) =>
          Array.from({ length: people }, () => [income, 1] as const),
        );
        const other = measure(apart.reverse(), at);
        for (const key of ['headcount', 'gap', 'severity', 'gini'] as const)
          if (base[key] !== null) expect(other[key]!).toBeCloseTo(base[key]!, 9);
        expect(other.people).toBe(base.people);
      }),
    );
  });
});
