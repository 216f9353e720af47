import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawSample, type SampleSpec } from '../../../src/analysis/sample/draw.ts';
import { largestRemainder, sharesOfAtLeastOne } from '../../../src/analysis/sample/shares.ts';
import { type Results, STATUS } from '../../../src/engine/results.ts';
import type { Population } from '../../../src/population/columns.ts';
import { policyOf } from '../../support/load-text.ts';
import { population } from '../world.ts';

const sizes = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 40 });
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe('largest remainder', () => {
  test('by hand', () => {
    expect(largestRemainder(10, [33, 33, 34])).toEqual([3, 3, 4]);
    expect(largestRemainder(2, [1, 1, 1])).toEqual([1, 1, 0]);
    expect(largestRemainder(5, [0, 0])).toEqual([0, 0]);
    expect(sharesOfAtLeastOne(11, [1, 2, 33])).toEqual([1, 1, 9]);
    expect(sharesOfAtLeastOne(2, [1, 2, 33])).toEqual([0, 0, 2]);
  });

  test('meets the total, and lies within one of the exact share', () => {
    fc.assert(
      fc.property(sizes, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
        const total = Math.ceil(share * sum(all));
        const shares = largestRemainder(total, all);
        if (sum(all) > 0) expect(sum(shares)).toBe(total);
        for (const [at, size] of all.entries()) {
          expect(Math.abs(shares[at]! - (total * size) / Math.max(1, sum(all)))).toBeLessThan(1);
          expect(shares[at]).toBeLessThanOrEqual(size);
        }
      }),
    );
  });

  test('with one for everybody where the total allows', () => {
    fc.assert(
      fc.property(sizes, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
        const total = Math.ceil(share * sum(all));
        const shares = sharesOfAtLeastOne(total, all);
        if (sum(all) > 0) expect(sum(shares)).toBe(total);
        const filled = all.filter(size => size > 0).length;
        for (const [at, size] of all.entries()) {
          expect(shares[at]).toBeLessThanOrEqual(size);
          if (size > 0 && total >= filled) expect(shares[at]).toBeGreaterThanOrEqual(1);
        }
      }),
    );
  });

  test('is plain largest remainder where nobody falls below one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 100, max: 999 }), { minLength: 1, maxLength: 20 }), all => {
        const total = Math.ceil(sum(all) / 5);
        expect(sharesOfAtLeastOne(total, all)).toEqual(largestRemainder(total, all));
      }),
    );
  });
});

const policy = policyOf('卡类:\n  红卡: {编号: red, 当: 建档立卡}\n  黄卡: {编号: yellow, 其余: 是}\n');

interface Someone {
  readonly card: number;
  readonly township: number;
}

/** Households with ids of their own, in the order given. */
function county(all: readonly Someone[], order: readonly number[] = all.map((_, at) => at)) {
  const people = population(
    order.map(at => ({ township: all[at]!.township })),
    4,
  );
  const ids = order.map(at => `h${String(at).padStart(4, '0')}`);
  const household = { ...people.tables['household']!, ids };
  const named: Population = { ...people, tables: { ...people.tables, household } };
  const results: Results = {
    rows: all.length,
    status: new Uint8Array(all.length).fill(STATUS.decided),
    card: Int8Array.from(order, at => all[at]!.card),
    possible: new Uint32Array(all.length),
    barred: [],
    benefits: [],
    duties: [],
    claims: [],
  };
  return { people: named, results };
}

const spec: SampleSpec = {
  cards: null,
  share: '3/10',
  strata: ['#card', 'township'],
  seed: 1,
  teams: null,
};
const someone = fc.record({
  card: fc.integer({ min: -1, max: 1 }),
  township: fc.integer({ min: -1, max: 3 }),
});
const everybody = fc.array(someone, { minLength: 1, maxLength: 200 });

describe('a draw', () => {
  test('meets the share, stratum by stratum, each household at most once', () => {
    fc.assert(
      fc.property(everybody, fc.integer({ min: 1, max: 100 }), (all, percent) => {
        const { people, results } = county(all);
        const draw = drawSample(policy, people, results, { ...spec, share: `${percent}/100` });
        const carded = all.filter(({ card }) => card >= 0).length;
        expect(draw.households).toBe(carded);
        expect(draw.drawn).toHaveLength(Math.ceil((carded * percent) / 100));
        expect(new Set(draw.drawn.map(({ id }) => id)).size).toBe(draw.drawn.length);
        for (const [at, { drawn, households }] of draw.strata.entries()) {
          expect(draw.drawn.filter(({ stratum }) => stratum === at)).toHaveLength(drawn);
          expect(drawn).toBeLessThanOrEqual(households);
        }
      }),
    );
  });

  test('does not depend on the order of rows, and repeats by its seed', () => {
    fc.assert(
      fc.property(
        everybody,
        fc.integer({ min: 0, max: 2 ** 40 }),
        fc.infiniteStream(fc.nat()),
        (all, seed, noise) => {
          const order = all.map((_, at) => [at, noise.next().value as number] as const);
          order.sort((a, b) => a[1] - b[1]);
          const one = county(all);
          const other = county(
            all,
            order.map(([at]) => at),
          );
          const draws = [one, one, other].map(({ people, results }) =>
            drawSample(policy, people, results, { ...spec, seed, teams: 3 }),
          );
          expect(draws[1]!.drawn).toEqual(draws[0]!.drawn);
          expect(draws[2]!.drawn).toEqual(draws[0]!.drawn);
        },
      ),
    );
  });

  test('another seed draws others; every household has its chance', () => {
    const { people, results } = county(
      Array.from({ length: 40 }, (_, at) => ({ card: at % 2, township: 0 })),
    );
    const times = new Map<string, number>();
    for (let seed = 0; seed < 400; seed++)
      for (const { id } of drawSample(policy, people, results, { ...spec, seed }).drawn)
        times.set(id, (times.get(id) ?? 0) + 1);
    // 400 draws of 30 %: 120 each, with a deviation of about 9.
    expect(times.size).toBe(40);
    for (const count of times.values()) expect(Math.abs(count - 120)).toBeLessThan(46);
  });

  test('only of the cards asked for, and only where the card is decided', () => {
    const { people, results } = county(
      Array.from({ length: 10 }, (_, at) => ({ card: at % 2, township: 0 })),
    );
    results.status[0] = STATUS.undetermined;
    const draw = drawSample(policy, people, results, { ...spec, cards: ['red'], share: '1' });
    expect(draw.drawn.map(({ id, card }) => [id, card])).toEqual([
      ['h0002', 'red'],
      ['h0004', 'red'],
      ['h0006', 'red'],
      ['h0008', 'red'],
    ]);
    expect(draw.undecided).toBe(1);
  });

  test('one more household in one stratum leaves the draws of the others as they are', () => {
    const all = Array.from({ length: 60 }, (_, at) => ({ card: at % 2, township: at % 3 }));
    const drawn = (of: readonly Someone[]) => {
      const { people, results } = county(of);
      const { drawn } = drawSample(policy, people, results, { ...spec, share: '1/2' });
      return drawn.filter(({ card }) => card === 'yellow').map(({ id }) => id);
    };
    expect(drawn([...all, { card: 0, township: 3 }])).toEqual(drawn(all));
  });
});

describe('teams', () => {
  const all = Array.from({ length: 50 }, (_, at) => ({ card: at % 2, township: at % 3 }));

  test('one for each township', () => {
    const { people, results } = county(all);
    const draw = drawSample(policy, people, results, { ...spec, teams: 0 });
    expect(draw.teams.map(({ number, areas }) => [number, areas])).toEqual([
      [1, ['t1']],
      [2, ['t2']],
      [3, ['t3']],
    ]);
    for (const { above, team } of draw.drawn) expect(above[1]).toBe(`t${team}`);
  });

  test('so many, in equal parts', () => {
    const { people, results } = county(all);
    const draw = drawSample(policy, people, results, { ...spec, teams: 4 });
    expect(draw.teams.map(({ households }) => households)).toEqual([4, 4, 4, 3]);
    expect(draw.drawn.map(({ team }) => team)).toEqual([...draw.drawn.map(({ team }) => team)].sort());
  });

  test('never more than there are households', () => {
    const { people, results } = county(all.slice(0, 4));
    expect(drawSample(policy, people, results, { ...spec, teams: 9 }).teams.length).toBeLessThanOrEqual(4);
  });
});
