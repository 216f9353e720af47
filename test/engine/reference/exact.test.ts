import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import * as e from '../../../src/engine/reference/exact.ts';

const rational = fc
  .tuple(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.bigInt(1n, 10n ** 6n))
  .map(([n, d]) => new Fraction(n, d).toFraction());

describe('exact numbers', () => {
  test('compute as fractions do, whole ones without them', () => {
    fc.assert(
      fc.property(rational, rational, (a, b) => {
        const [x, y] = [e.exact(a), e.exact(b)];
        expect(e.toRational(e.add(x, y))).toBe(new Fraction(a).add(b).toFraction());
        expect(e.toRational(e.subtract(x, y))).toBe(new Fraction(a).sub(b).toFraction());
        expect(e.toRational(e.multiply(x, y))).toBe(new Fraction(a).mul(b).toFraction());
        expect(Math.sign(e.compare(x, y))).toBe(Math.sign(new Fraction(a).compare(b)));
        if (e.sign(y) !== 0) expect(e.toRational(e.divide(x, y))).toBe(new Fraction(a).div(b).toFraction());
        expect(e.floor(x) <= e.ceiling(x)).toBe(true);
        expect(typeof e.add(x, e.negate(x))).toBe('bigint');
      }),
      { seed: 3 },
    );
  });

  test('the three ways of rounding enclose the number', () => {
    fc.assert(
      fc.property(rational, fc.constantFrom('1', '10', '1/3', '2500/7'), (a, by) => {
        const [x, step] = [e.exact(a), e.exact(by)];
        const [down, up, half] = (['down', 'up', 'half-up'] as const).map(mode => e.roundTo(x, step, mode));
        expect(e.compare(down!, x) <= 0 && e.compare(x, up!) <= 0).toBe(true);
        expect(e.compare(e.subtract(up!, down!), step) <= 0).toBe(true);
        expect([down, up].some(end => e.compare(end!, half!) === 0)).toBe(true);
        const distance = e.subtract(half!, x);
        expect(e.compare(e.multiply(e.greatest(distance, e.negate(distance)), 2n), step) <= 0).toBe(true);
      }),
      { seed: 4 },
    );
  });

  test('past 2^53 nothing is lost', () => {
    const large = e.exact('9007199254740993');
    expect(e.toRational(e.subtract(e.add(large, 1n), 1n))).toBe('9007199254740993');
  });
});
