import { describe, expect, test } from 'vitest';
import type { Expr } from '../../../src/language/expr.ts';
import { BOOL } from '../../../src/language/types.ts';
import * as x from '../../support/expr.ts';
import { fen, makeHousehold, open, range, set } from '../../support/policy.ts';
import { makeVocabulary, testFacts } from '../../support/vocabulary.ts';
import { causesOf, evaluated, worth } from './evaluate.ts';

const registered = x.fact('household.registered');
const car = x.fact('household.car');
const ill = x.fact('household.ill');
const income = x.fact('household.income');
const costs = x.fact('household.costs');

describe('conditions', () => {
  const household = makeHousehold({ registered: true, ill: false });
  test.each([
    ['true and unknown', x.and(registered, car), null],
    ['false and unknown', x.and(ill, car), false],
    ['unknown and false', x.and(car, ill), false],
    ['true or unknown', x.or(registered, car), true],
    ['unknown or true', x.or(car, registered), true],
    ['false or unknown', x.or(ill, car), null],
    ['not unknown', x.not(car), null],
    ['not false', x.not(ill), true],
    ['one of three sure', x.atLeast(1, ill, registered, car), true],
    ['two of three open', x.atLeast(2, ill, registered, car), null],
    ['three of three impossible', x.atLeast(3, ill, registered, car), false],
    ['at least none', x.atLeast(0, ill), true],
    ['is it known', x.known(car), false],
    ['is a false one known', x.known(ill), true],
    ['default', x.orElse(car, x.no), false],
    ['no default needed', x.orElse(registered, x.no), true],
  ])('%s', (_, expr, expected) => {
    expect(worth(expr, household)).toBe(expected);
  });

  test('an unknown one names all its unknown operands, a decided one none', () => {
    expect(causesOf(evaluated(x.and(car, x.fact('household.note'), registered), household))).toEqual([
      'car',
      'note',
    ]);
    expect(causesOf(evaluated(x.and(car, ill), household))).toEqual([]);
  });
});

describe('comparing on the line', () => {
  const line = x.multiply(x.num('6/5'), x.money(2952));
  const on = makeHousehold({ income: '354240' });
  test.each([
    [x.lt, false],
    [x.le, true],
    [x.eq, true],
    [x.ne, false],
    [x.ge, true],
    [x.gt, false],
  ])('1.2 × 2952 yuan to the fen: %#', (compare, expected) => {
    expect(worth(compare(income, line), on)).toBe(expected);
  });

  test('a third of a fen counts', () => {
    const third = x.divide(x.num(100), x.num(3));
    expect(worth(x.gt(third, x.num('33')))).toBe(true);
    expect(worth(x.eq(x.multiply(third, x.num(3)), x.num(100)))).toBe(true);
  });

  test('words and dates', () => {
    const household = makeHousehold({ housing: 'c', exit_date: '2019-12-31' });
    expect(worth(x.eq(x.fact('household.housing'), x.word('household.housing', 'c')), household)).toBe(true);
    expect(worth(x.isIn(x.fact('household.housing'), 'a', 'b'), household)).toBe(false);
    expect(worth(x.lt(x.fact('household.exit_date'), x.date('2020-01-01')), household)).toBe(true);
    expect(worth(x.eq(x.fact('household.status'), x.word('household.status', 'exited')), household)).toBe(
      null,
    );
  });

  test('a number among several', () => {
    const rooms = x.isIn(x.fact('household.rooms'), '2', '3');
    expect(worth(rooms, makeHousehold({ rooms: 3 }))).toBe(true);
    expect(worth(rooms, makeHousehold({ rooms: 4 }))).toBe(false);
    expect(worth(rooms, makeHousehold())).toBe(null);
    const doubled = x.isIn(x.parameter('p'), '5', '9');
    expect(worth(doubled, undefined, { parameters: { p: range(6, 8) } })).toBe(false);
    expect(worth(doubled, undefined, { parameters: { p: range(4, 8) } })).toBe(null);
  });

  test('disjoint intervals differ, overlapping ones may be equal', () => {
    const low = x.min(income, x.money(100));
    expect(worth(x.eq(low, x.money(200)))).toBe(false);
    expect(worth(x.ne(low, x.money(200)))).toBe(true);
    expect(worth(x.eq(low, x.money(50)))).toBe(null);
  });
});

describe('inapplicable values', () => {
  const vocabulary = makeVocabulary(testFacts, {
    'household.status': { when: registered },
    'household.costs': { when: registered },
  });
  const spec = { vocabulary };
  const outside = makeHousehold({ registered: false, income: fen(1000) });
  const status = x.fact('household.status');
  const exited = x.word('household.status', 'exited');

  test.each([
    ['equal', x.eq(status, exited), false],
    ['not equal', x.ne(status, exited), true],
    ['among', x.isIn(status, 'exited', 'relapsed'), false],
    ['below', x.lt(costs, x.money(1)), false],
    ['at least', x.ge(costs, x.money(1)), false],
    ['known', x.known(status), true],
    ['sum', x.add(income, costs), 'inapplicable'],
    ['least', x.min(income, costs), 'inapplicable'],
    ['default', x.orElse(costs, x.money(7)), '700'],
  ])('%s', (_, expr, expected) => {
    expect(worth(expr, outside, spec)).toBe(expected);
  });

  test('stands for false as a condition, also under not', () => {
    const truth = makeVocabulary(testFacts, { 'household.ill': { when: registered } });
    expect(worth(x.and(ill, x.yes), outside, { vocabulary: truth })).toBe(false);
    expect(worth(x.not(ill), outside, { vocabulary: truth })).toBe(true);
    expect(worth(x.choose(ill, x.num(1), x.num(2)), outside, { vocabulary: truth })).toBe('2');
  });

  test('whatever the data say; unknown condition: a recorded value counts', () => {
    const recorded = { status: 'exited' };
    expect(worth(status, makeHousehold({ ...recorded, registered: false }), spec)).toBe('inapplicable');
    expect(worth(status, makeHousehold(recorded), spec)).toBe('exited');
    expect(causesOf(evaluated(status, makeHousehold(), spec))).toEqual(['status', 'registered']);
    expect(causesOf(evaluated(status, makeHousehold({ registered: true }), spec))).toEqual(['status']);
  });
});

describe('arithmetic', () => {
  const household = makeHousehold({ income: fen(300), rooms: 0 });
  const rooms = x.fact('household.rooms');

  test('is exact', () => {
    expect(worth(x.divide(income, x.num(7)), household)).toBe('30000/7');
    expect(worth(x.subtract(x.money(1), income), household)).toBe('-29900');
    expect(worth(x.negate(income), household)).toBe('-30000');
  });

  test('division by zero is unknown for that reason alone', () => {
    const value = evaluated(x.divide(costs, rooms), household);
    expect([value, causesOf(value)]).toMatchObject([{ low: null, high: null }, ['zero']]);
    expect(causesOf(evaluated(x.divide(income, x.fact('household.repair')), household))).toEqual(['repair']);
  });

  test('a divisor that may be zero leaves everything open', () => {
    const spec = { parameters: { p: range(-1, 1), q: range(2, 4) } };
    expect(worth(x.divide(x.num(8), x.parameter('p')), household, spec)).toBe(null);
    expect(worth(x.divide(x.num(8), x.parameter('q')), household, spec)).toEqual(['2', '4']);
    const least = x.max(costs, x.money(4));
    expect(worth(x.divide(income, least), household)).toEqual(['0', '75']);
  });

  test('rules that square again and again end in an unknown figure, at once', () => {
    const definitions: Record<string, Expr> = { 'household.d0': x.divide(rooms, x.num(7)) };
    for (let k = 1; k < 60; k++) {
      const before = x.definition(`household.d${k - 1}`, x.RATIO);
      definitions[`household.d${k}`] = x.multiply(before, before);
    }
    const last = x.definition('household.d59', x.RATIO);
    expect(causesOf(evaluated(last, makeHousehold({ rooms: 3 }), { definitions }))).toEqual(['too large']);
    expect(worth(last, household, { definitions })).toBe('0');
  });

  test('zero times the unbounded is unknown', () => {
    expect(worth(x.multiply(rooms, costs), household)).toBe(null);
    expect(worth(x.multiply(rooms, x.min(costs, x.money(3))), household)).toBe(null);
    expect(worth(x.multiply(rooms, x.parameter('p')), household, { parameters: { p: range(1, 2) } })).toBe(
      '0',
    );
  });

  test('bounds survive where they can', () => {
    expect(worth(x.max(costs, income), household)).toEqual(['30000', null]);
    expect(worth(x.cap(costs, x.money(3)), household)).toEqual([null, '300']);
    expect(worth(x.floor(x.cap(costs, x.money(3)), x.money(1)), household)).toEqual(['100', '300']);
    expect(worth(x.max(x.cap(costs, x.money(3)), x.money(3)), household)).toBe('300');
  });

  test.each([
    ['5/2', 'half-up', '3'],
    ['-5/2', 'half-up', '-3'],
    ['7/3', 'half-up', '2'],
    ['7/3', 'up', '3'],
    ['-7/3', 'up', '-2'],
    ['-7/3', 'down', '-3'],
  ] as const)('rounding %s %s', (value, mode, expected) => {
    expect(worth(x.round(x.num(value), 1, mode))).toBe(expected);
  });

  test('rounding to tens, and to thirds', () => {
    expect(worth(x.round(x.num(125), 10))).toBe('130');
    expect(worth(x.round(x.num('5/7'), '1/3', 'down'))).toBe('2/3');
  });
});

describe('choices', () => {
  const spec = { parameters: { p: range(10, 20), q: open() } };
  test('an unknown choice spans both branches', () => {
    expect(worth(x.choose(car, x.num(1), x.num(3)))).toEqual(['1', '3']);
    expect(worth(x.choose(car, x.num(2), x.num(2)))).toBe('2');
    expect(worth(x.choose(car, x.text('a'), x.text('a')))).toBe('a');
    expect(worth(x.choose(car, x.yes, x.no))).toBe(null);
    expect(causesOf(evaluated(x.choose(car, x.parameter('p'), x.parameter('q')), undefined, spec))).toEqual([
      'car',
      'range p',
      'open q',
    ]);
  });

  test('with one branch inapplicable it is unknown, with both inapplicable', () => {
    const vocabulary = makeVocabulary(testFacts, { 'household.costs': { when: registered } });
    const household = makeHousehold({ registered: false, income: fen(1) });
    expect(worth(x.choose(car, costs, income), household, { vocabulary })).toBe(null);
    expect(worth(x.choose(car, costs, costs), household, { vocabulary })).toBe('inapplicable');
  });
});

describe('a ranged parameter has one value throughout', () => {
  const p = x.parameter('p');
  const spec = { parameters: { p: range(10, 20), q: range(10, 20), fixed: range(5, 5), line: set(12) } };
  test.each([
    ['2p − p', x.subtract(x.multiply(x.num(2), p), p), ['10', '20']],
    ['p − p', x.subtract(p, p), '0'],
    ['p − q', x.subtract(p, x.parameter('q')), ['-10', '10']],
    ['−p ÷ 2', x.divide(x.negate(p), x.num(2)), ['-10', '-5']],
    ['p < 2p', x.lt(p, x.multiply(x.num(2), p)), true],
    ['p = p', x.eq(p, p), true],
    ['p < q', x.lt(p, x.parameter('q')), null],
    ['p at most 20', x.le(p, x.num(20)), true],
    ['p below 20', x.lt(p, x.num(20)), null],
    ['a range of one value', x.parameter('fixed'), '5'],
    ['p × p', x.multiply(p, p), ['100', '400']],
    ['either way p', x.subtract(x.choose(car, p, p), p), '0'],
    ['last year is another', x.subtract(x.lastYear('p'), p), ['-10', '10']],
  ])('%s', (_, expr, expected) => {
    expect(worth(expr, undefined, spec)).toEqual(expected);
  });

  test('through definitions', () => {
    const definitions = { 'household.line': x.multiply(p, x.num(3)) };
    const line = x.definition('household.line', x.RATIO);
    expect(worth(x.subtract(line, p), undefined, { ...spec, definitions })).toEqual(['20', '40']);
    expect(causesOf(evaluated(x.gt(line, x.num(40)), undefined, { ...spec, definitions }))).toEqual([
      'range p',
    ]);
  });
});

describe('dates', () => {
  const household = makeHousehold({ exit_date: '2020-01-31' });
  const exit = x.fact('household.exit_date');
  test.each([
    ['a month on, the last day', x.addMonths(exit, x.months(1)), '2020-02-29'],
    ['two months on, the same day', x.addMonths(exit, x.months(2)), '2020-03-31'],
    ['a part of a month is dropped', x.addMonths(exit, x.num('5/2', x.MONTHS)), '2020-03-31'],
    ['back a year', x.addMonths(exit, x.years(-1)), '2019-01-31'],
    ['days', x.addDays(exit, x.days(30)), '2020-03-01'],
    ['not past the last year', x.addMonths(exit, x.years(100000)), '9999-12-31'],
    ['nor before the first', x.addDays(exit, x.days(-9999999)), '0001-01-01'],
    ['whole months', x.elapsed('month', exit, x.date('2020-02-29')), '1'],
    ['a day short', x.elapsed('month', exit, x.date('2020-02-28')), '0'],
    ['whole years, in months', x.elapsed('year', exit, x.date('2022-01-31')), '24'],
    ['a day back is a year down', x.elapsed('year', exit, x.date('2020-01-30')), '-12'],
    ['days between', x.elapsed('day', exit, x.date('2021-01-31')), '366'],
    ['the year', x.yearOf(exit), '2020'],
    ['today', x.elapsed('month', exit, x.today()), '1'],
  ])('%s', (_, expr, expected) => {
    expect(worth(expr, household)).toBe(expected);
  });

  test('unknown operands give nothing', () => {
    expect(causesOf(evaluated(x.elapsed('year', exit, x.today())))).toEqual(['exit_date']);
    expect(worth(x.addMonths(exit, x.parameter('p')), household, { parameters: { p: range(1, 2) } })).toBe(
      null,
    );
  });
});

test('a policy with rules in a circle is refused', () => {
  const a = x.definition('household.a', BOOL);
  const policy = { definitions: { 'household.a': a } };
  expect(() => worth(x.not(a), undefined, policy)).toThrow(/depends on itself/);
});
