/** What holds of every allocation, whatever the quota. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PLACE, type QuotaResult } from '../../../src/engine/allocation/allocation.ts';
import { share } from '../../../src/engine/allocation/reference/shares.ts';
import type { Population } from '../../../src/population/columns.ts';
import * as x from '../../support/expr.ts';
import { makePlaces } from '../../support/places.ts';
import { type Facts, makePolicy, type QuotaSpec } from '../../support/policy.ts';
import { settle } from './outcome.ts';
import { seed } from './schemes.ts';

const VILLAGES = ['v1', 'v2', 'v3'] as const;
const TOWNSHIP = { v1: 't1', v2: 't1', v3: 't2' } as const;

interface Household {
  readonly id: string;
  readonly village: (typeof VILLAGES)[number];
  readonly rooms: number | null;
  readonly income: number;
  readonly size: number;
}

const household: fc.Arbitrary<Omit<Household, 'id'>> = fc.record({
  village: fc.constantFrom(...VILLAGES),
  rooms: fc.constantFrom(1, 2, 3, 1, 2, null),
  income: fc.nat(4),
  size: fc.integer({ min: 1, max: 4 }),
});
const households = fc
  .array(household, { maxLength: 14 })
  .map(all => all.map((each, k): Household => ({ ...each, id: `h${k}` })));

function population(all: readonly Household[]): Population {
  const village = (name: string) => ({
    facts: { revenue: 100 } satisfies Facts,
    households: Object.fromEntries(
      all
        .filter(each => each.village === name)
        .map(({ id, rooms, income, size }) => [
          id,
          {
            facts: { rooms, income },
            members: Object.fromEntries(Array.from({ length: size }, (_, m) => [`${id}-${m}`, {}])),
          },
        ]),
    ),
  });
  const township = (name: string) => ({
    villages: Object.fromEntries(VILLAGES.filter(v => TOWNSHIP[v] === name).map(v => [v, village(v)])),
  });
  return makePlaces({ t1: township('t1'), t2: township('t2') });
}

interface Setting {
  readonly village: number;
  readonly township: number;
  readonly more: number;
  readonly bySize: boolean;
  readonly skip: boolean;
  readonly passesUp: boolean;
}
const settings: fc.Arbitrary<Setting> = fc.record({
  village: fc.nat(3),
  township: fc.nat(3),
  more: fc.nat(4),
  bySize: fc.boolean(),
  skip: fc.boolean(),
  passesUp: fc.boolean(),
});

function quota({ village, township, more, bySize, skip, passesUp }: Setting): QuotaSpec {
  return {
    of: 'post',
    levels: { village: x.num(village), township: x.num(township) },
    total: x.num(3 * village + 2 * township + more),
    ...(bySize && { takes: x.count('member') }),
    rank: [
      ['low', x.fact('household.rooms')],
      ['high', x.fact('household.income')],
    ],
    skip,
    passesUp,
  };
}

const policyOf = (spec: QuotaSpec) => makePolicy({ benefits: { post: {} }, quotas: { posts: spec } });
const settled = (setting: Setting, all: Population): QuotaResult =>
  settle(policyOf(quota(setting)), all).allocation!.quotas[0]!;

const served = (result: QuotaResult, all: Population): Set<string> =>
  new Set(
    [...result.place.keys()]
      .filter(row => result.place[row] === PLACE.served)
      .map(row => all.tables['household']!.ids[row]!),
  );

const check = (property: fc.IProperty<[Household[], Setting]>) => fc.assert(property, { seed, numRuns: 150 });

describe(`every allocation (seed ${seed})`, () => {
  test('nobody without a seat stands before somebody who got one in the same pool, unless it did not fit', () => {
    check(
      fc.property(households, settings, (list, setting) => {
        const all = population(list);
        const result = settled(setting, all);
        const sizeOf = (row: number) =>
          setting.bySize ? list.find(({ id }) => id === all.tables['household']!.ids[row])!.size : 1;
        const villageOf = (row: number) => all.tables['household']!.owner![row]!;
        const townshipOf = (row: number) => all.tables['village']!.owner![villageOf(row)]!;
        result.pools.forEach((pool, at) => {
          const inside = (row: number) =>
            pool.row < 0 || (pool.entity === 'village' ? villageOf(row) : townshipOf(row)) === pool.row;
          let free = pool.seats;
          let refused = false;
          for (const row of result.order) {
            const where = result.servedIn[row]!;
            if (!inside(row) || (where >= 0 && where < at)) continue;
            if (where === at) {
              expect(refused && !setting.skip).toBe(false);
              free -= sizeOf(row);
            } else {
              // Whoever was refused did not fit, or came after the list had ended.
              expect(sizeOf(row) > free || (refused && !setting.skip)).toBe(true);
              refused = true;
            }
          }
          expect(free).toBeGreaterThanOrEqual(0);
          expect(pool.seats - pool.taken).toBe(free);
        });
      }),
    );
  });

  test('who is ranked is served or not, who is not ranked is contesting', () => {
    check(
      fc.property(households, settings, (list, setting) => {
        const all = population(list);
        const { order, place } = settled(setting, all);
        const ids = all.tables['household']!.ids;
        const unknown = new Set(list.filter(({ rooms }) => rooms === null).map(({ id }) => id));
        expect(order.length + unknown.size).toBe(list.length);
        for (const row of place.keys()) expect(place[row] === PLACE.contesting).toBe(unknown.has(ids[row]!));
      }),
    );
  });

  test('one seat more unseats nobody, where each takes one', () => {
    check(
      fc.property(households, settings, (list, setting) => {
        const all = population(list);
        const single = { ...setting, bySize: false };
        const before = served(settled(single, all), all);
        const after = served(settled({ ...single, more: single.more + 1 }, all), all);
        for (const id of before) expect(after.has(id)).toBe(true);
        expect(after.size - before.size).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('in whichever order the rows stand, the same are served', () => {
    fc.assert(
      fc.property(
        households,
        settings,
        fc.array(fc.nat(), { minLength: 14, maxLength: 14 }),
        (list, setting, keys) => {
          const shuffled = list
            .map((each, k) => ({ each, key: keys[k]! }))
            .sort((a, b) => a.key - b.key)
            .map(({ each }) => each);
          const [one, other] = [population(list), population(shuffled)];
          expect(served(settled(setting, one), one)).toEqual(served(settled(setting, other), other));
        },
      ),
      { seed, numRuns: 150 },
    );
  });
});

describe(`shares (seed ${seed})`, () => {
  const weights = fc.array(fc.integer({ min: -3, max: 40 }), { minLength: 1, maxLength: 9 });
  const shared = (total: number, all: readonly number[]) =>
    share(
      BigInt(total),
      all.map((weight, row) => ({ row, id: `v${row}`, weight: BigInt(weight) })),
    );

  test('add up to the total, each within one of its exact part, and a larger weight never gets less', () => {
    fc.assert(
      fc.property(fc.nat(50), weights, (total, all) => {
        const parts = shared(total, all);
        const positive = all.map(weight => Math.max(0, weight));
        const sum = positive.reduce((a, b) => a + b, 0);
        if (parts === null) {
          expect(sum).toBe(0);
          return;
        }
        const seats = all.map((_, row) => Number(parts.get(row)));
        expect(seats.reduce((a, b) => a + b, 0)).toBe(total);
        seats.forEach((own, row) => {
          const exact = (total * positive[row]!) / sum;
          expect(Math.abs(own - exact)).toBeLessThan(1);
          seats.forEach((other, k) => {
            if (positive[row]! > positive[k]!) expect(own).toBeGreaterThanOrEqual(other);
          });
        });
      }),
      { seed },
    );
  });
});

describe(`funds (seed ${seed})`, () => {
  test('pay no more than the total nor than is asked, and leave nothing while somebody goes short', () => {
    fc.assert(
      fc.property(households, fc.nat(30), (list, total) => {
        const all = population(list);
        const policy = makePolicy({
          benefits: { relief: { amount: x.fact('household.income'), fund: 'relief' } },
          funds: { relief: { total: x.num(total, x.MONEY), rank: [['low', x.fact('household.rooms')]] } },
        });
        const fund = settle(policy, all).allocation!.funds[0]!;
        const { asked, served: paid, askedTotal, servedTotal } = fund.low;
        expect(servedTotal).toBe(Math.min(total, askedTotal));
        for (const row of asked.keys()) expect(paid[row]!).toBeLessThanOrEqual(asked[row]!);
        expect([...paid].reduce((a, b) => a + b, 0)).toBe(servedTotal);
        // In order: in full, then perhaps one in part, then nothing.
        const stages = [...fund.order].map(row => (paid[row] === asked[row] ? 0 : paid[row]! > 0 ? 1 : 2));
        expect(stages).toEqual([...stages].sort());
        expect(stages.filter(stage => stage === 1).length).toBeLessThanOrEqual(1);
      }),
      { seed },
    );
  });
});
