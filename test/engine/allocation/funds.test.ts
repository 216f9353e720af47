import { describe, expect, test } from 'vitest';
import type { Expr } from '../../../src/language/expr.ts';
import * as x from '../../support/expr.ts';
import { makePlaces } from '../../support/places.ts';
import {
  type BenefitSpec,
  type Facts,
  makePolicy,
  open,
  type PolicySpec,
  range,
} from '../../support/policy.ts';
import { paidBy } from './outcome.ts';

const income = x.fact('household.income');
const repair = x.fact('household.repair');

const people = (households: Readonly<Record<string, Facts>>) =>
  makePlaces({
    t1: {
      villages: {
        v1: {
          households: Object.fromEntries(Object.entries(households).map(([id, facts]) => [id, { facts }])),
        },
      },
    },
  });

/** Repairs paid by a fund of so many yuan, the poorest first. */
const repairs = (yuan: number, benefit: BenefitSpec = {}, more: PolicySpec = {}) =>
  makePolicy({
    benefits: { repair: { amount: repair, fund: 'homes', ...benefit } },
    funds: { homes: { total: x.money(yuan), rank: [['low', income]] } },
    ...more,
  });

const four = people({
  h1: { income: 400, repair: 3000 },
  h2: { income: 100, repair: 5000 },
  h3: { income: 200, repair: 4000 },
  h4: { income: 300, repair: 1000 },
});

describe('funds with a total', () => {
  test('in order each gets what it asks, the first that cannot gets the rest, and all after it nothing', () => {
    expect(paidBy(repairs(80), four)).toMatchObject({
      total: 8000,
      low: { h1: '0 of 3000', h2: '5000 of 5000', h3: '3000 of 4000', h4: '0 of 1000' },
      contesting: '',
    });
  });

  test('nobody goes short where the total is enough', () => {
    expect(paidBy(repairs(130), four).low).toEqual({
      h1: '3000 of 3000',
      h2: '5000 of 5000',
      h3: '4000 of 4000',
      h4: '1000 of 1000',
    });
  });

  test('claims count for a year', () => {
    expect(paidBy(repairs(1000, { period: 'month' }), four).low).toMatchObject({ h2: '60000 of 60000' });
    expect(paidBy(repairs(1000, { period: 'month', periods: 4 }), four).low).toMatchObject({
      h2: '20000 of 20000',
    });
  });

  test('all benefits of a fund are asked for together', () => {
    const policy = repairs(
      60,
      {},
      {
        benefits: {
          repair: { amount: repair, fund: 'homes' },
          stove: { amount: x.money(5), fund: 'homes' },
          school: { amount: x.money(99) },
        },
      },
    );
    expect(paidBy(policy, four).low).toMatchObject({ h2: '5500 of 5500', h3: '500 of 4500' });
  });

  test('a range is handed out twice, at its low and at its high end', () => {
    const policy = repairs(
      100,
      { amount: x.multiply(repair, x.parameter('rate')) },
      {
        parameters: { rate: range('1', '2') },
      },
    );
    const { low, high } = paidBy(policy, four);
    expect(low).toEqual({
      h1: '0 of 3000',
      h2: '5000 of 5000',
      h3: '4000 of 4000',
      h4: '1000 of 1000',
    });
    expect(high).toEqual({ h1: '0 of 6000', h2: '10000 of 10000', h3: '0 of 8000', h4: '0 of 2000' });
  });

  test('who may claim, or has no known rank, is contesting; what the policy leaves open asks for nothing', () => {
    const some = people({
      h1: { income: 400, repair: 3000 },
      h2: { income: 100 },
      h3: { repair: 4000 },
      h4: { income: 300, repair: 0 },
    });
    expect(paidBy(repairs(80), some)).toEqual({
      total: 8000,
      low: { h1: '3000 of 3000' },
      high: { h1: '3000 of 3000' },
      contesting: 'h2 h3',
    });
    const unset = repairs(
      80,
      { amount: x.parameter('amount', x.MONEY) },
      {
        parameters: { amount: open(x.MONEY) },
      },
    );
    expect(paidBy(unset, some)).toMatchObject({ low: {}, contesting: '' });
  });

  test('a total left open serves nobody; one below nothing is nothing, and fen are whole', () => {
    const total = (expr: Expr) =>
      paidBy(repairs(0, {}, { funds: { homes: { total: expr } }, parameters: { sum: open(x.MONEY) } }), four);
    expect(total(x.parameter('sum', x.MONEY))).toMatchObject({
      total: null,
      low: {},
      contesting: 'h1 h2 h3 h4',
    });
    expect(total(x.money(-5))).toMatchObject({ total: 0, contesting: '' });
    expect(total(x.num('10001/2', x.MONEY))).toMatchObject({ total: 5000 });
  });
});

describe('quotas before funds', () => {
  test('only those with a seat ask for money', () => {
    const policy = repairs(
      70,
      {},
      {
        quotas: { homes: { of: 'repair', total: x.num(2), rank: [['high', income]] } },
      },
    );
    // By the quota the better off, h1 and h4, then the poorer of them first.
    expect(paidBy(policy, four).low).toEqual({ h1: '3000 of 3000', h4: '1000 of 1000' });
  });

  test('of a members’ benefit as much as members have a seat, whole fen per period', () => {
    const workers = makePlaces({
      t1: {
        villages: {
          v1: {
            households: {
              h1: {
                members: { a: { wage: 100, age: 360 }, b: { wage: 150, age: 480 }, c: { wage: 1, age: 600 } },
              },
              h2: { members: { d: { wage: 70, age: 240 } } },
            },
          },
        },
      },
    });
    const policy = makePolicy({
      benefits: { post: { entity: 'member', amount: x.fact('member.wage'), fund: 'posts', period: 'month' } },
      quotas: { posts: { of: 'post', total: x.num(2), rank: [['high', x.fact('member.age')]] } },
      funds: { posts: { total: x.money(1000) } },
    });
    // h1 claims 251 fen a month for three members, two of whom have a seat: 251 × 2/3, down to 167, twelve times.
    expect(paidBy(policy, workers).low).toEqual({ h1: '2004 of 2004' });
  });

  test('who is contesting a seat is contesting the money', () => {
    const some = people({ h1: { income: 400, repair: 3000 }, h2: { repair: 1000 } });
    const policy = repairs(
      70,
      {},
      {
        quotas: { homes: { of: 'repair', total: x.num(2), rank: [['high', income]] } },
        funds: { homes: { total: x.money(70) } },
      },
    );
    expect(paidBy(policy, some)).toMatchObject({ low: { h1: '3000 of 3000' }, contesting: 'h2' });
  });

  test('a fund may rank by who has a seat', () => {
    const policy = makePolicy({
      benefits: { post: {}, repair: { amount: repair, fund: 'homes' } },
      quotas: { posts: { of: 'post', total: x.num(1), rank: [['low', income]] } },
      funds: {
        homes: {
          total: x.money(80),
          rank: [
            ['low', x.seat('posts')],
            ['low', income],
          ],
        },
      },
    });
    expect(paidBy(policy, four).low).toEqual({
      h1: '3000 of 3000',
      h2: '0 of 5000',
      h3: '4000 of 4000',
      h4: '1000 of 1000',
    });
  });
});
