import { describe, expect, test } from 'vitest';
import type { Expr } from '../../../src/language/expr.ts';
import * as x from '../../support/expr.ts';
import { makePlaces, type VillageSpec } from '../../support/places.ts';
import {
  type Facts,
  makePolicy,
  open,
  type PolicySpec,
  type QuotaSpec,
  range,
} from '../../support/policy.ts';
import { placesOf } from './outcome.ts';

const income = x.fact('household.income');
const poorestFirst: QuotaSpec['rank'] = [['low', income]];

/** Everybody may have a post; there are only so many. */
const posts = (quota: Omit<QuotaSpec, 'of'>, more: PolicySpec = {}) =>
  makePolicy({
    benefits: { post: {} },
    quotas: { posts: { of: 'post', rank: poorestFirst, ...quota } },
    ...more,
  });

/** Households by id with their income. */
const village = (incomes: Readonly<Record<string, number | null>>, facts: Facts = {}): VillageSpec => ({
  facts,
  households: Object.fromEntries(
    Object.entries(incomes).map(([id, value]) => [id, { facts: { income: value } }]),
  ),
});

describe('the order', () => {
  const hills = makePlaces({ t1: { villages: { v1: village({ h1: 300, h2: 100, h3: 200 }) } } });

  test('the first by the rank get the seats', () => {
    expect(placesOf(posts({ total: x.num(2) }), hills)).toEqual({
      order: 'h2 h3 h1',
      served: { all: 'h2 h3' },
      contesting: '',
      seats: { all: '2/2' },
      problems: [],
    });
    expect(placesOf(posts({ total: x.num(2), rank: [['high', income]] }), hills)).toMatchObject({
      order: 'h1 h3 h2',
      served: { all: 'h1 h3' },
    });
  });

  test('a condition counts 1 or 0, and ties go to the next key, at last to the id', () => {
    const people = makePlaces({
      t1: {
        villages: {
          v1: {
            households: {
              h9: { facts: { ill: true, income: 900 } },
              h5: { facts: { ill: false, income: 100 } },
              h10: { facts: { ill: true, income: 900 } },
              h1: { facts: { ill: true, income: 400 } },
            },
          },
        },
      },
    });
    const rank: QuotaSpec['rank'] = [
      ['high', x.fact('household.ill')],
      ['low', income],
    ];
    // By code units `h10` stands before `h9`.
    expect(placesOf(posts({ total: x.num(4), rank }), people).order).toBe('h1 h10 h9 h5');
  });

  test('a word stands by its place among the values, a date by its day, a text by its code units', () => {
    const facts = (housing: string, exit_date: string, note: string): { facts: Facts } => ({
      facts: { housing, exit_date, note },
    });
    const people = makePlaces({
      t1: {
        villages: {
          v1: {
            households: {
              h1: facts('b', '2019-12-31', 'z'),
              h2: facts('d', '2017-01-01', 'Z'),
              h3: facts('a', '2019-02-03', '桥'),
            },
          },
        },
      },
    });
    const by = (fact: string, order: 'low' | 'high' = 'low') =>
      placesOf(posts({ total: x.num(1), rank: [[order, x.fact(`household.${fact}`)]] }), people).order;
    expect(by('housing', 'high')).toBe('h2 h1 h3');
    expect(by('exit_date')).toBe('h2 h3 h1');
    expect(by('note')).toBe('h2 h1 h3');
  });

  test('who a key does not apply to comes last under it, whichever its direction', () => {
    const people = makePlaces({ t1: { villages: { v1: village({ h1: 300, h2: 100 }) } } });
    const spec: PolicySpec = {
      cards: { poor: x.lt(income, x.money(2)) },
      benefits: { post: { amount: x.money(1) } },
    };
    const byCard = (order: 'low' | 'high') =>
      placesOf(posts({ total: x.num(1), rank: [[order, x.card()]] }, spec), people).order;
    expect(byCard('low')).toBe('h2 h1');
    expect(byCard('high')).toBe('h2 h1');
  });

  test('cards stand in the order of the policy', () => {
    const spec: PolicySpec = {
      cards: { red: x.lt(income, x.money(2)), yellow: x.yes },
      benefits: { post: {} },
    };
    const rank: QuotaSpec['rank'] = [['low', x.card()]];
    expect(placesOf(posts({ total: x.num(1), rank }, spec), hills).order).toBe('h2 h1 h3');
  });

  test('a key may look at what a benefit comes to', () => {
    const spec: PolicySpec = { benefits: { post: { amount: x.subtract(x.money(10), income) } } };
    const rank: QuotaSpec['rank'] = [['low', x.benefit('post')]];
    expect(placesOf(posts({ total: x.num(1), rank }, spec), hills).order).toBe('h1 h3 h2');
  });
});

describe('contesting', () => {
  const people = makePlaces({
    t1: { villages: { v1: village({ h1: 300, h2: null, h3: 200 }) } },
  });

  test('an unknown rank takes no seat', () => {
    expect(placesOf(posts({ total: x.num(3) }), people)).toMatchObject({
      order: 'h3 h1',
      served: { all: 'h3 h1' },
      contesting: 'h2',
      seats: { all: '2/3' },
    });
  });

  test('nor does a claim that is not sure', () => {
    const spec: PolicySpec = { benefits: { post: { when: x.lt(income, x.money(2.5)) } } };
    expect(placesOf(posts({ total: x.num(3), rank: [] }, spec), people)).toMatchObject({
      order: 'h3',
      contesting: 'h2',
    });
  });

  test('nor a number of seats that is not exact, or below none', () => {
    const takes = x.subtract(x.divide(income, x.money(1)), x.num(2));
    expect(placesOf(posts({ total: x.num(9), takes, rank: [] }), people)).toMatchObject({
      order: 'h1 h3',
      served: { all: 'h1 h3' },
      contesting: 'h2',
      seats: { all: '1/9' },
    });
    const fewer = x.subtract(takes, x.num(1));
    expect(placesOf(posts({ total: x.num(9), takes: fewer, rank: [] }), people).contesting).toBe('h2 h3');
  });

  test('a card that is not decided', () => {
    const cards = { red: x.lt(income, x.money(2.5)), yellow: x.yes };
    const policy = makePolicy({ cards, quotas: { size: { of: ['red'], total: x.num(5) } } });
    expect(placesOf(policy, people)).toMatchObject({ order: 'h3', contesting: 'h2' });
    const either = makePolicy({ cards, quotas: { size: { of: ['red', 'yellow'], total: x.num(5) } } });
    expect(placesOf(either, people)).toMatchObject({ order: 'h1 h3', contesting: 'h2' });
  });

  test('a benefit that every possible card gives is a sure claim; a key that asks for the card is not', () => {
    const spec: PolicySpec = {
      cards: { red: x.lt(income, x.money(2.5)), yellow: x.yes },
      benefits: { post: {} },
    };
    expect(placesOf(posts({ total: x.num(5), rank: [] }, spec), people).order).toBe('h1 h2 h3');
    const rank: QuotaSpec['rank'] = [['low', x.card()]];
    expect(placesOf(posts({ total: x.num(5), rank }, spec), people).contesting).toBe('h2');
  });
});

describe('whole households by persons', () => {
  const of = (...people: number[]) => ({
    households: Object.fromEntries(
      people.map((count, k) => [
        `h${k + 1}`,
        {
          facts: { income: (k + 1) * 100 },
          members: Object.fromEntries(Array.from({ length: count }, (_, m) => [`p${k + 1}${m}`, {}])),
        },
      ]),
    ),
  });
  const people = makePlaces({ t1: { villages: { v1: of(3, 4, 2, 1) } } });
  const takes = x.count('member');

  test('the first one that does not fit ends the list', () => {
    expect(placesOf(posts({ total: x.num(6), takes }), people)).toMatchObject({
      served: { all: 'h1' },
      seats: { all: '3/6' },
    });
  });

  test('unless it may be passed over', () => {
    expect(placesOf(posts({ total: x.num(6), takes, skip: true }), people)).toMatchObject({
      served: { all: 'h1 h3 h4' },
      seats: { all: '6/6' },
    });
  });

  test('a list of members that is not known contests', () => {
    const some = makePlaces({ t1: { villages: { v1: village({ h1: 1, h2: 2 }) } } });
    expect(placesOf(posts({ total: x.num(6), takes }), some).contesting).toBe('h1 h2');
  });
});

describe('members', () => {
  const workers = makePlaces({
    t1: {
      villages: {
        v1: {
          households: {
            h1: {
              members: {
                a: { labour: 'full', age: 360 },
                b: { labour: 'weak', age: 720 },
                c: { labour: 'none' },
              },
            },
            h2: { members: { d: { labour: 'weak', age: 480 }, e: { age: 240 } } },
          },
        },
      },
    },
  });
  const able = x.isIn(x.fact('member.labour'), 'full', 'weak');
  const policy = (more: Partial<QuotaSpec> = {}) =>
    makePolicy({
      benefits: { post: { entity: 'member', when: able } },
      quotas: { posts: { of: 'post', total: x.num(2), rank: [['high', x.fact('member.age')]], ...more } },
    });

  test('have seats of their own', () => {
    expect(placesOf(policy(), workers)).toMatchObject({
      order: 'b d a',
      served: { all: 'b d' },
      contesting: 'e',
    });
  });

  test('at most one of a household, where that is a level too', () => {
    const levels = { household: x.num(1) };
    expect(placesOf(policy({ levels, total: x.num(2) }), workers)).toMatchObject({
      served: { h1: 'b', h2: 'd' },
      seats: { h1: '1/1', h2: '1/1', all: '0/0' },
    });
  });
});

describe('seats by level', () => {
  // Posts as in the county scheme: so many for each village by its type, each township and the county.
  const county = makePlaces({
    t1: {
      facts: { supervised: true },
      villages: {
        v1: village({ h1: 100, h2: 200, h3: 300 }, { village_type: 'poor' }),
        v2: village({ h4: 150, h5: 250 }, { village_type: 'ordinary' }),
      },
    },
    t2: {
      facts: { supervised: false },
      villages: { v3: village({ h6: 50, h7: 350 }, { village_type: 'ordinary' }) },
    },
  });
  const inVillage = x.choose(
    x.eq(x.fact('village.village_type'), x.word('village.village_type', 'poor')),
    x.num(2),
    x.num(1),
  );
  const inTownship = x.choose(x.fact('township.supervised'), x.num(1), x.num(0));

  test('innermost first; who is left stands in the next one out', () => {
    const levels = { village: inVillage, township: inTownship };
    expect(placesOf(posts({ levels }), county)).toEqual({
      order: 'h6 h1 h4 h2 h5 h3 h7',
      served: { v1: 'h1 h2', v2: 'h4', v3: 'h6', t1: 'h5' },
      contesting: '',
      seats: { v1: '2/2', v2: '1/1', v3: '1/1', t1: '1/1', t2: '0/0' },
      problems: [],
    });
  });

  test('a total says how many there are in all: the rest is for everybody', () => {
    const levels = { village: inVillage, township: inTownship };
    expect(placesOf(posts({ levels, total: x.num(6) }), county)).toMatchObject({
      served: { v1: 'h1 h2', v2: 'h4', v3: 'h6', t1: 'h5', all: 'h3' },
      seats: { all: '1/1' },
    });
  });

  test('at least so many: only what is lacking is added', () => {
    const levels = { village: inVillage, township: inTownship };
    expect(placesOf(posts({ levels, least: x.num(7) }), county).seats).toMatchObject({ all: '2/2' });
    expect(placesOf(posts({ levels, least: x.num(3) }), county).seats).toMatchObject({ all: '0/0' });
  });

  test('a total below what the levels need serves nobody', () => {
    expect(placesOf(posts({ levels: { village: inVillage }, total: x.num(3) }), county)).toMatchObject({
      order: 'h6 h1 h4 h2 h5 h3 h7',
      served: {},
      seats: {},
      problems: ['seats-below-minimums all'],
    });
  });

  test('what a level with just one instance at the top has includes the rest', () => {
    const one = makePlaces({ t1: { villages: { v1: village({ h1: 1, h2: 2, h3: 3 }) } } });
    const levels = { village: x.num(1), township: x.num(1) };
    expect(placesOf(posts({ levels, total: x.num(3) }), one)).toMatchObject({
      served: { v1: 'h1', t1: 'h2 h3' },
      seats: { v1: '1/1', t1: '2/2' },
    });
  });

  test('seats are whole and not below none; an unknown number is none, and said to be', () => {
    const some = makePlaces({
      t1: {
        villages: {
          v1: village({ h1: 1, h2: 2 }, { revenue: 199 }),
          v2: village({ h3: 3 }, { revenue: -100 }),
          v3: village({ h4: 4 }),
        },
      },
    });
    const levels = { village: x.divide(x.fact('village.revenue'), x.money(1)) };
    expect(placesOf(posts({ levels }), some)).toMatchObject({
      served: { v1: 'h1' },
      seats: { v1: '1/1', v2: '0/0', v3: '0/0' },
      problems: ['seats-unknown v3'],
    });
  });

  test('a total left open serves nobody; a range that is not settled neither', () => {
    for (const total of [open(), range(1, 2)]) {
      const policy = posts({ total: x.parameter('seats') }, { parameters: { seats: total } });
      expect(placesOf(policy, county)).toMatchObject({ served: {}, problems: ['total-unknown all'] });
    }
  });

  test('vacant seats stay vacant, or pass up', () => {
    const few = makePlaces({
      t1: { villages: { v1: village({ h1: 1 }), v2: village({ h2: 2, h3: 3, h4: 4 }) } },
      t2: { villages: { v3: village({ h5: 5, h6: 6 }) } },
    });
    const levels = { village: x.num(2), township: x.num(0) };
    expect(placesOf(posts({ levels }), few)).toMatchObject({
      served: { v1: 'h1', v2: 'h2 h3', v3: 'h5 h6' },
      seats: { v1: '1/2', t1: '0/0' },
    });
    expect(placesOf(posts({ levels, passesUp: true }), few)).toMatchObject({
      served: { v1: 'h1', v2: 'h2 h3', v3: 'h5 h6', t1: 'h4' },
      seats: { v1: '1/2', t1: '1/1', t2: '0/0' },
    });
  });

  test('they pass through to the rest for everybody', () => {
    const few = makePlaces({
      t1: { villages: { v1: village({ h1: 1 }) } },
      t2: { villages: { v2: village({ h2: 2, h3: 3, h4: 4 }) } },
    });
    const levels = { village: x.num(2), township: x.num(0) };
    expect(placesOf(posts({ levels, total: x.num(4), passesUp: true }), few)).toMatchObject({
      served: { v1: 'h1', v2: 'h2 h3', all: 'h4' },
      seats: { t1: '0/1', t2: '0/0', all: '1/1' },
    });
  });

  test('a household whose village is not recorded stands further out only', () => {
    const some = makePlaces({
      t1: { villages: { v1: village({ h1: 5 }) } },
      '': { villages: { '': village({ h2: 1 }) } },
    });
    expect(placesOf(posts({ levels: { village: x.num(1) }, total: x.num(1) }), some).served).toEqual({
      v1: 'h1',
    });
    expect(placesOf(posts({ levels: { village: x.num(1) }, total: x.num(2) }), some).served).toEqual({
      v1: 'h1',
      all: 'h2',
    });
  });
});

describe('shares', () => {
  const shared = (shares: Readonly<Record<string, Expr>>, total: number, more: Partial<QuotaSpec> = {}) =>
    posts({ total: x.num(total), shares, ...more });
  const weighed = (weights: Readonly<Record<string, number | null>>) =>
    Object.fromEntries(
      Object.entries(weights).map(([id, revenue]) => [id, village({ [`${id}-h`]: 1 }, { revenue })]),
    );
  const weight = x.fact('village.revenue');
  const seatsOf = (weights: Readonly<Record<string, number | null>>, total: number) =>
    Object.fromEntries(
      Object.entries(
        placesOf(shared({ village: weight }, total), makePlaces({ t1: { villages: weighed(weights) } }))
          .seats,
      ).map(([id, seats]) => [id, Number(seats.split('/')[1])]),
    );

  test('in proportion, whole parts first, then one each to the largest remainders', () => {
    // 10 × 41/100, 10 × 33/100, 10 × 26/100: 4.1, 3.3, 2.6
    expect(seatsOf({ v1: 41, v2: 33, v3: 26 }, 10)).toEqual({ v1: 4, v2: 3, v3: 3 });
    expect(seatsOf({ v1: 1, v2: 1, v3: 1 }, 0)).toEqual({ v1: 0, v2: 0, v3: 0 });
  });

  test('equal remainders: the larger weight, then the id', () => {
    // 2 × 3/4 and 2 × 1/4: 1.5 and 0.5
    expect(seatsOf({ v1: 1, v2: 3 }, 2)).toEqual({ v1: 0, v2: 2 });
    expect(seatsOf({ v2: 1, v1: 1, v3: 1 }, 4)).toEqual({ v1: 2, v2: 1, v3: 1 });
  });

  test('a weight below none counts none; where there are only such, nobody has a seat', () => {
    expect(seatsOf({ v1: -5, v2: 2 }, 3)).toEqual({ v1: 0, v2: 3 });
    const none = makePlaces({ t1: { villages: weighed({ v1: 0, v2: -1 }) } });
    expect(placesOf(shared({ village: weight }, 3), none)).toMatchObject({
      served: {},
      problems: ['weights-zero all'],
    });
  });

  test('a weight that is not known leaves those who share with it without seats', () => {
    const some = makePlaces({
      t1: { villages: weighed({ v1: 1, v2: null }) },
      t2: { villages: weighed({ v3: 1, v4: 3 }) },
    });
    const shares = { township: x.num(1), village: weight };
    expect(placesOf(shared(shares, 8), some)).toMatchObject({
      seats: { v1: '0/0', v2: '0/0', v3: '1/1', v4: '1/3' },
      problems: ['weight-unknown v2'],
    });
  });

  test('an area without a name, which holds those of whom none is recorded, has no share, no seats and no pool', () => {
    const some = makePlaces({
      t1: { villages: weighed({ v1: 1, v2: 3 }) },
      t0: { villages: weighed({ v0: null }) },
    });
    const unnamed = (entity: string, name: string) => {
      const table = some.tables[entity]!;
      return { [entity]: { ...table, ids: table.ids.map(id => (id === name ? '' : id)) } };
    };
    const read = {
      ...some,
      tables: { ...some.tables, ...unnamed('township', 't0'), ...unnamed('village', 'v0') },
    };
    expect(placesOf(shared({ township: x.num(1), village: weight }, 8), read)).toMatchObject({
      seats: { v1: '1/2', v2: '1/6' },
      problems: [],
    });
    expect(
      placesOf(posts({ levels: { village: weight, township: x.num(1) }, total: x.num(5) }), read),
    ).toMatchObject({
      seats: { v1: '1/1', v2: '1/3', t1: '0/1' },
      problems: [],
    });
  });

  test('by areas of which none is recorded there are no seats, and it is said', () => {
    const bare = makePlaces({ '': { villages: { '': village({ h1: 1 }) } } });
    expect(placesOf(shared({ township: x.num(1) }, 3), bare)).toMatchObject({
      served: {},
      problems: ['weight-unknown all'],
    });
    expect(placesOf(posts({ levels: { village: x.num(1) }, total: x.num(1) }), bare)).toMatchObject({
      served: { all: 'h1' },
      problems: ['seats-unknown all'],
    });
  });

  test('down the levels: to townships by one weight, in each to its villages by another', () => {
    const county = makePlaces({
      t1: {
        villages: { v1: village({ h1: 1, h2: 2 }, { revenue: 1 }), v2: village({ h3: 3 }, { revenue: 1 }) },
      },
      t2: { villages: { v3: village({ h4: 4, h5: 5, h6: 6 }, { revenue: 7 }) } },
    });
    const shares = { township: x.count('household'), village: weight };
    expect(placesOf(shared(shares, 4), county)).toMatchObject({
      served: { v1: 'h1', v2: 'h3', v3: 'h4 h5' },
      seats: { v1: '1/1', v2: '1/1', v3: '2/2' },
    });
  });

  test('each village takes whole households up to its share of persons', () => {
    const members = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, k) => [`m${k}`, {}]));
    const county = makePlaces({
      t1: {
        villages: {
          v1: {
            facts: { revenue: 2 },
            households: {
              h1: { facts: { income: 1 }, members: members(3) },
              h2: { facts: { income: 2 }, members: members(2) },
              h3: { facts: { income: 3 }, members: members(1) },
            },
          },
          v2: { facts: { revenue: 1 }, households: { h4: { facts: { income: 1 }, members: members(2) } } },
        },
      },
    });
    const quota = { takes: x.count('member') };
    // Of 6 persons 4 and 2.
    expect(placesOf(shared({ village: weight }, 6, quota), county)).toMatchObject({
      served: { v1: 'h1', v2: 'h4' },
      seats: { v1: '3/4', v2: '2/2' },
    });
    expect(placesOf(shared({ village: weight }, 6, { ...quota, skip: true }), county).served).toEqual({
      v1: 'h1 h3',
      v2: 'h4',
    });
  });

  test('a village of no recorded township shares in nothing', () => {
    const some = makePlaces({
      t1: { villages: weighed({ v1: 1 }) },
      '': { villages: weighed({ v2: 1 }) },
    });
    expect(placesOf(shared({ township: x.num(1), village: weight }, 2), some).seats).toEqual({
      v1: '1/2',
      v2: '0/0',
    });
  });
});

describe('quotas that read others', () => {
  const people = makePlaces({ t1: { villages: { v1: village({ h1: 100, h2: 200, h3: 300 }) } } });

  test('are settled after them, though written before', () => {
    const policy = makePolicy({
      benefits: { post: {}, course: {} },
      quotas: {
        courses: {
          of: 'course',
          total: x.num(2),
          // Whoever has no post is trained first.
          rank: [
            ['low', x.seat('posts')],
            ['low', income],
          ],
        },
        posts: { of: 'post', total: x.num(1), rank: poorestFirst },
      },
    });
    expect(placesOf(policy, people, 0).order).toBe('h2 h3 h1');
    expect(placesOf(policy, people, 1).served).toEqual({ all: 'h1' });
  });

  test('what a used policy served counts, and its entitlement stays what it was', () => {
    const dibao = makePolicy({
      id: 'dibao',
      benefits: { dibao: { amount: x.money(5) } },
      quotas: { places: { of: 'dibao', total: x.num(1), rank: poorestFirst } },
    });
    const policy = makePolicy({
      uses: { dibao },
      benefits: { post: { when: x.gt(x.usedBenefit('dibao', 'dibao'), x.money(0)) } },
      quotas: {
        posts: {
          of: 'post',
          total: x.num(2),
          rank: [
            ['low', x.servedBenefit('dibao', 'household', 'dibao')],
            ['high', income],
          ],
        },
      },
    });
    expect(placesOf(policy, people).order).toBe('h3 h2 h1');
  });
});
