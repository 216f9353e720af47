import Fraction from 'fraction.js';
import type { Rational } from './expr.ts';

/** Exact arithmetic on rationals held as text. */
export function rational(value: string | bigint | number): Fraction {
  return new Fraction(value);
}

/** The text form that expressions carry: `"-12"`, `"1/3"`. */
export function textOf(value: Fraction): Rational {
  return value.toFraction();
}

export function times(a: Rational, b: Rational): Rational {
  return textOf(rational(a).mul(rational(b)));
}

export function over(a: Rational, b: Rational): Rational {
  return textOf(rational(a).div(rational(b)));
}

/** Is the value a whole number? */
export function isWhole(value: Rational): boolean {
  return !value.includes('/');
}

/**
 * The decimal text of a number, or null where it has no end or more than `places` places.
 */
export function decimalOf(value: Rational, places = 12): string | null {
  const [top, bottom = '1'] = value.split('/');
  let rest = BigInt(bottom!);
  let digits = 0;
  let scaled = BigInt(top!);
  while (rest !== 1n) {
    if (digits === places) return null;
    digits++;
    scaled *= 10n;
    const common = gcd(scaled < 0n ? -scaled : scaled, rest);
    scaled /= common;
    rest /= common;
  }
  if (digits === 0) return scaled.toString();
  const negative = scaled < 0n;
  const text = (negative ? -scaled : scaled).toString().padStart(digits + 1, '0');
  return `${negative ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}
