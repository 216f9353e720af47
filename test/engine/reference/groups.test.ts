import { describe, expect, test } from 'vitest';
import type { BenefitAnswer } from '../../../src/engine/answer.ts';
import { decide } from '../../../src/engine/reference/decide.ts';
import type { Instance } from '../../../src/population/instance.ts';
import * as x from '../../support/expr.ts';
import {
  type GroupSpec,
  makeHousehold,
  makePolicy,
  open,
  type PolicySpec,
  range,
} from '../../support/policy.ts';
import { causesOf } from './evaluate.ts';

const ill = x.fact('household.ill');
const car = x.fact('household.car');
const fenOf = (n: number | string) => x.num(n, x.MONEY);

function short({ id, state, low, high }: BenefitAnswer): string {
  return `${id}: ${state} ${low === high ? low : `${low}–${high ?? '∞'}`}`;
}
const paid = (spec: PolicySpec, household: Instance = makeHousehold()) =>
  decide(makePolicy(spec), household).benefits.map(short);

function grouped(
  benefits: NonNullable<PolicySpec['benefits']>,
  group: Omit<GroupSpec, 'benefits'>,
  parameters: PolicySpec['parameters'] = {},
): PolicySpec {
  return { benefits, groups: { g: { benefits: Object.keys(benefits), ...group } }, parameters };
}

describe('the best counts', () => {
  const best = { counts: 'best' } as const;
  test('the others lapse; of equals the first', () => {
    expect(paid(grouped({ a: { amount: fenOf(3) }, b: { amount: fenOf(5) } }, best))).toEqual(['b: due 5']);
    expect(paid(grouped({ a: { amount: fenOf(5) }, b: { amount: fenOf(5) } }, best))).toEqual(['a: due 5']);
  });
  test('of ranges the largest low and the largest high, with all causes', () => {
    const spec = grouped({ a: { amount: x.parameter('p', x.MONEY) }, b: { amount: fenOf(6) } }, best, {
      p: range(3, 10, x.MONEY),
    });
    expect(paid(spec)).toEqual(['a: due 6–10']);
    const doubtful = grouped({ a: { when: ill, amount: fenOf(9) }, b: { amount: fenOf(6) } }, best);
    expect(paid(doubtful)).toEqual(['a: undetermined 6–9']);
    expect(causesOf(decide(makePolicy(doubtful), makeHousehold()).benefits[0]!)).toEqual(['ill']);
  });
  test('no doubt remains where the rival cannot win', () => {
    expect(paid(grouped({ a: { when: ill, amount: fenOf(4) }, b: { amount: fenOf(6) } }, best))).toEqual([
      'b: due 6',
    ]);
  });
  test('an unset one stays listed and competes for nothing', () => {
    const spec = grouped({ a: { amount: x.parameter('p', x.MONEY) }, b: { amount: fenOf(6) } }, best, {
      p: open(x.MONEY),
    });
    expect(paid(spec)).toEqual(['a: unset 0', 'b: due 6']);
  });
});

describe('the first counts', () => {
  const first = { counts: 'first' } as const;
  test('the first surely entitled one ends the list', () => {
    const spec = grouped(
      { a: { when: ill, amount: fenOf(3) }, b: { amount: fenOf(5) }, c: { amount: fenOf(7) } },
      first,
    );
    expect(paid(spec, makeHousehold({ ill: true }))).toEqual(['a: due 3']);
    expect(paid(spec, makeHousehold({ ill: false }))).toEqual(['b: due 5']);
    expect(paid(spec)).toEqual(['a: undetermined 0–3', 'b: undetermined 0–5']);
  });
  test('also where its amount is unset', () => {
    const spec = grouped({ a: { amount: x.parameter('p', x.MONEY) }, b: { amount: fenOf(5) } }, first, {
      p: open(x.MONEY),
    });
    expect(paid(spec)).toEqual(['a: unset 0']);
  });
  test('one after an uncertain one has that doubt too', () => {
    const spec = grouped({ a: { when: ill }, b: { amount: fenOf(5) } }, first);
    const answer = decide(makePolicy(spec), makeHousehold());
    expect(answer.benefits.map(short)).toEqual(['a: undetermined 0', 'b: undetermined 0–5']);
    expect(causesOf(answer.benefits[1]!)).toEqual(['ill']);
  });
});

describe('caps', () => {
  const three = { a: { amount: fenOf(60) }, b: { amount: fenOf(30) }, c: { amount: fenOf(30) } };
  test('cut the last written first', () => {
    expect(paid(grouped(three, { caps: [{ amount: fenOf(100) }] }))).toEqual([
      'a: due 60',
      'b: due 30',
      'c: due 10',
    ]);
    expect(paid(grouped(three, { caps: [{ amount: fenOf(70) }] }))).toEqual([
      'a: due 60',
      'b: due 10',
      'c: due 0',
    ]);
    expect(paid(grouped(three, { caps: [{ amount: fenOf(-5) }] }))).toEqual([
      'a: due 0',
      'b: due 0',
      'c: due 0',
    ]);
  });
  test('or all in proportion', () => {
    const proportional = { caps: [{ amount: fenOf(60), proportional: true }] };
    expect(paid(grouped(three, proportional))).toEqual(['a: due 30', 'b: due 15', 'c: due 15']);
    expect(paid(grouped(three, { caps: [{ amount: fenOf(500), proportional: true }] }))).toEqual([
      'a: due 60',
      'b: due 30',
      'c: due 30',
    ]);
  });
  test('several bind at once, in their order', () => {
    const caps = [{ amount: fenOf(80), proportional: true }, { amount: fenOf(50) }];
    expect(paid(grouped(three, { caps }))).toEqual(['a: due 40', 'b: due 10', 'c: due 0']);
  });
  test('rounding never carries the sum above the cap', () => {
    const halves = { a: { amount: fenOf('1/2') }, b: { amount: fenOf('1/2') }, c: { amount: fenOf('1/2') } };
    expect(paid(grouped(halves, {}))).toEqual(['a: due 1', 'b: due 1', 'c: due 1']);
    expect(paid(grouped(halves, { caps: [{ amount: fenOf('3/2') }] }))).toEqual([
      'a: due 1',
      'b: due 0',
      'c: due 0',
    ]);
    const thirds = { a: { amount: fenOf(50) }, b: { amount: fenOf(50) }, c: { amount: fenOf(50) } };
    expect(paid(grouped(thirds, { caps: [{ amount: fenOf(100), proportional: true }] }))).toEqual([
      'a: due 33',
      'b: due 33',
      'c: due 33',
    ]);
    const two = { a: { amount: fenOf(50) }, b: { amount: fenOf(50) } };
    expect(paid(grouped(two, { caps: [{ amount: fenOf(75), proportional: true }] }))).toEqual([
      'a: due 38',
      'b: due 37',
    ]);
  });
  test('uncertain claims leave room, or not', () => {
    const spec = grouped(
      { a: { when: ill, amount: fenOf(60) }, b: { amount: fenOf(60) } },
      { caps: [{ amount: fenOf(100) }] },
    );
    const answer = decide(makePolicy(spec), makeHousehold());
    expect(answer.benefits.map(short)).toEqual(['a: undetermined 0–60', 'b: undetermined 40–60']);
    expect(causesOf(answer.benefits[1]!)).toEqual(['ill']);
    const shares = grouped(
      { a: { when: ill, amount: fenOf(60) }, b: { amount: fenOf(60) } },
      { caps: [{ amount: fenOf(60), proportional: true }] },
    );
    expect(paid(shares)).toEqual(['a: undetermined 0–30', 'b: undetermined 30–60']);
  });
  test('a ranged cap leaves a due range, an open one leaves what it may cut unset', () => {
    const cap = { caps: [{ amount: x.parameter('p', x.MONEY) }] };
    expect(paid(grouped(three, cap, { p: range(70, 95, x.MONEY) }))).toEqual([
      'a: due 60',
      'b: due 10–30',
      'c: due 0–5',
    ]);
    expect(paid(grouped({ a: { amount: fenOf(60) } }, cap, { p: open(x.MONEY) }))).toEqual(['a: unset 0']);
  });
  test('an unbounded claim', () => {
    const unbounded = {
      a: { amount: x.max(x.fact('household.repair'), fenOf(20)) },
      b: { amount: fenOf(30) },
    };
    expect(paid(grouped(unbounded, { caps: [{ amount: fenOf(100) }] }))).toEqual([
      'a: undetermined 20–100',
      'b: undetermined 0–30',
    ]);
    expect(paid(grouped(unbounded, { caps: [{ amount: fenOf(100), proportional: true }] }))).toEqual([
      'a: undetermined 20–100',
      'b: undetermined 0–30',
    ]);
  });
});

describe('members', () => {
  const care = { entity: 'member', amount: x.fact('member.wage') };
  const aid = { entity: 'member', when: x.fact('member.severe'), amount: fenOf(50) };
  const household = makeHousehold(
    {},
    {
      members: [
        { wage: '80', severe: true },
        { wage: '40', severe: true },
        { wage: '30', severe: false },
      ],
    },
  );
  test('each by themselves', () => {
    expect(paid(grouped({ care, aid }, { over: 'member', counts: 'best' }), household)).toEqual([
      'care: due 110',
      'aid: due 50',
    ]);
    expect(
      paid(
        grouped({ care, aid }, { over: 'member', caps: [{ amount: fenOf(70), per: 'person' }] }),
        household,
      ),
    ).toEqual(['care: due 140', 'aid: due 30']);
  });
  test('a cap per head and per household at once', () => {
    const caps = [{ amount: fenOf(70), per: 'person' } as const, { amount: fenOf(150) }];
    expect(paid(grouped({ care, aid }, { over: 'member', caps }), household)).toEqual([
      'care: due 140',
      'aid: due 10',
    ]);
    const later = grouped({ aid, care }, { over: 'member', caps: [{ amount: fenOf(120) }] });
    expect(paid(later, household)).toEqual(['aid: due 100', 'care: due 20']);
  });
  test('one claim each in a group over the household', () => {
    expect(paid(grouped({ care, aid }, { counts: 'best' }), household)).toEqual(['care: due 150']);
    const perHead = grouped({ care, aid }, { caps: [{ amount: fenOf(60), per: 'person' }] });
    expect(paid(perHead, household)).toEqual(['care: due 150', 'aid: due 30']);
  });
  test('a later benefit sees what is left for each', () => {
    const spec = grouped({ care, aid }, { over: 'member', caps: [{ amount: fenOf(70), per: 'person' }] });
    const seen = {
      entity: 'member',
      amount: x.subtract(fenOf(100), x.add(x.benefit('care'), x.benefit('aid'))),
    };
    const policy = { ...spec, benefits: { ...spec.benefits, seen } };
    expect(paid(policy, household)).toContain('seen: due 130');
  });
  test('head counts come before the group', () => {
    const spec = grouped(
      { a: { amount: fenOf('5/3'), times: x.count('member') }, b: { amount: fenOf(4) } },
      { counts: 'best' },
    );
    expect(paid(spec, household)).toEqual(['a: due 5']);
  });
});

test('groups look at other groups', () => {
  const spec: PolicySpec = {
    benefits: {
      late: { amount: x.benefit('early') },
      early: { amount: fenOf(9) },
      rival: { amount: fenOf(4) },
    },
    groups: {
      one: { benefits: ['late'], caps: [{ amount: fenOf(5) }] },
      two: { benefits: ['early', 'rival'], caps: [{ amount: x.choose(car, fenOf(10), fenOf(12)) }] },
    },
  };
  expect(paid(spec, makeHousehold({ car: true }))).toEqual(['late: due 5', 'early: due 9', 'rival: due 1']);
  expect(paid(spec)).toEqual(['late: due 5', 'early: due 9', 'rival: undetermined 1–3']);
});
