import { describe, expect, test } from 'vitest';
import type { QuotaStanding } from '../../../src/engine/allocation/standing/line.ts';
import { standingOf, standingsOf } from '../../../src/engine/allocation/standing.ts';
import { run } from '../../../src/engine/run.ts';
import * as x from '../../support/expr.ts';
import { makePlaces } from '../../support/places.ts';
import { makePolicy, open, type PolicySpec, type QuotaSpec } from '../../support/policy.ts';

const sized = (...sizes: number[]) =>
  makePlaces({
    t1: {
      villages: {
        v1: {
          facts: { revenue: null },
          households: Object.fromEntries(
            sizes.map((size, k) => [
              `h${k + 1}`,
              {
                facts: { income: k * 100 },
                members: Object.fromEntries(Array.from({ length: size }, (_, m) => [`h${k + 1}-${m}`, {}])),
              },
            ]),
          ),
        },
      },
    },
  });

const income = x.fact('household.income');
const quota = (more: Omit<QuotaSpec, 'of'>, spec: PolicySpec = {}) =>
  makePolicy({
    benefits: { post: {} },
    quotas: { posts: { of: 'post', rank: [['low', income]], ...more } },
    ...spec,
  });

function standing(
  policy: ReturnType<typeof quota>,
  people: ReturnType<typeof sized>,
  row: number,
): QuotaStanding {
  return standingOf(policy, people, run(policy, people), { kind: 'quota', index: 0 }, row) as QuotaStanding;
}

describe('where one stands', () => {
  const people = sized(3, 4, 2, 1);
  const takes = x.count('member');

  test('the one that did not fit, and those behind it once the list has ended', () => {
    const policy = quota({ total: x.num(6), takes });
    expect(standing(policy, people, 0)).toMatchObject({
      place: 'served',
      rank: 1,
      takes: '3',
      pools: [{ rank: 1, served: true, last: null, missed: { id: 'h2', rank: 2 } }],
    });
    expect(standing(policy, people, 1)).toMatchObject({
      place: 'unserved',
      pools: [{ rank: 2, free: 3, last: { id: 'h1' }, missed: null }],
    });
    expect(standing(policy, people, 2)).toMatchObject({
      place: 'unserved',
      pools: [{ rank: 3, free: null, missed: { id: 'h2', decider: { by: 'key' } } }],
    });
  });

  test('where it may be passed over, what was free at its turn', () => {
    const policy = quota({ total: x.num(6), takes, skip: true });
    expect(standing(policy, people, 1)).toMatchObject({
      place: 'unserved',
      pools: [{ rank: 2, free: 3, last: { id: 'h4', rank: 4 } }],
    });
    expect(standing(policy, people, 3)).toMatchObject({
      place: 'served',
      pools: [{ last: null, missed: { id: 'h2' } }],
    });
  });

  test('equal by every key: the id decided', () => {
    const policy = quota({ total: x.num(1), rank: [] });
    expect(standing(policy, people, 1).pools[0]).toMatchObject({ last: { id: 'h1', decider: { by: 'id' } } });
  });

  test('the keys with both values', () => {
    const policy = quota({ total: x.num(1) });
    const { keys, pools } = standing(policy, people, 2);
    expect(keys.map(({ value }) => value)).toMatchObject([{ low: '200', high: '200' }]);
    expect(pools[0]!.last!.decider).toMatchObject({
      by: 'key',
      own: { low: '200' },
      other: { low: '0' },
    });
  });

  test('problems of its own areas', () => {
    const unknown = quota({ levels: { village: x.divide(x.fact('village.revenue'), x.money(1)) } });
    expect(standing(unknown, people, 0)).toMatchObject({
      place: 'unserved',
      pools: [{ seats: 0 }],
      problems: [{ code: 'seats-unknown', entity: 'village' }],
    });
    const unsettled = quota({ total: x.parameter('n') }, { parameters: { n: open() } });
    expect(standing(unsettled, people, 0)).toMatchObject({
      pools: [],
      problems: [{ code: 'total-unknown' }],
    });
  });

  test('nothing for those who claim nothing; why for those who contest', () => {
    const policy = quota({ total: x.num(2) }, { benefits: { post: { when: x.fact('household.ill') } } });
    const some = makePlaces({
      t1: {
        villages: {
          v1: {
            households: {
              h1: { facts: { ill: false, income: 1 } },
              h2: { facts: { income: 2 } },
              h3: { facts: { ill: true } },
            },
          },
        },
      },
    });
    const ran = run(policy, some);
    expect(standingsOf(policy, some, ran, 0)).toEqual([]);
    expect(standingsOf(policy, some, ran, 1)).toMatchObject([
      {
        place: 'contesting',
        rank: null,
        waiting: { claim: true, causes: [{ kind: 'missing', fact: 'ill' }] },
      },
    ]);
    expect(standingsOf(policy, some, ran, 2)).toMatchObject([
      { place: 'contesting', waiting: { claim: false, causes: [{ kind: 'missing', fact: 'income' }] } },
    ]);
  });

  test('a rank that asks what another quota served', () => {
    const policy = makePolicy({
      benefits: { post: {}, course: {} },
      quotas: {
        posts: { of: 'post', total: x.num(1), rank: [['low', income]] },
        courses: { of: 'course', total: x.num(1), rank: [['low', x.seat('posts')]] },
      },
    });
    const ran = run(policy, people);
    const [, course] = standingsOf(policy, people, ran, 0);
    expect(course).toMatchObject({
      id: 'courses',
      place: 'unserved',
      keys: [{ value: { kind: 'bool', value: true } }],
      pools: [{ last: { id: 'h2', decider: { own: { value: true }, other: { value: false } } } }],
    });
  });
});
