import Fraction from 'fraction.js';
import type { Rational, RoundMode } from '../../language/expr.ts';

/**
 * An exact rational: a `bigint` where it is whole, else a `Fraction` (never a whole one). Most figures of a policy are
 * whole fen or months, and whole ones need no greatest common divisor.
 */
export type Exact = bigint | Fraction;

function plain(value: Fraction): Exact {
  return value.d === 1n ? value.s * value.n : value;
}

const numerator = (a: Exact): bigint => (typeof a === 'bigint' ? a : a.s * a.n);
const denominator = (a: Exact): bigint => (typeof a === 'bigint' ? 1n : a.d);

/** Reads `"-12"` or `"1/3"`. Throws on anything else: rationals are written by the program, never by users. */
export function exact(text: Rational): Exact {
  return text.includes('/') ? plain(new Fraction(text)) : BigInt(text);
}

/** As it was read: whole, or a fraction in lowest terms. */
export function toRational(a: Exact): Rational {
  return typeof a === 'bigint' ? a.toString() : a.toFraction();
}

/** The nearest double. */
export function toNumber(a: Exact): number {
  return typeof a === 'bigint' ? Number(a) : a.valueOf();
}

export function add(a: Exact, b: Exact): Exact {
  return typeof a === 'bigint' && typeof b === 'bigint' ? a + b : plain(new Fraction(a).add(b));
}

export function subtract(a: Exact, b: Exact): Exact {
  return typeof a === 'bigint' && typeof b === 'bigint' ? a - b : plain(new Fraction(a).sub(b));
}

export function multiply(a: Exact, b: Exact): Exact {
  return typeof a === 'bigint' && typeof b === 'bigint' ? a * b : plain(new Fraction(a).mul(b));
}

/** Throws where `b` is 0. */
export function divide(a: Exact, b: Exact): Exact {
  if (typeof a === 'bigint' && typeof b === 'bigint' && b !== 0n && a % b === 0n) return a / b;
  return plain(new Fraction(a).div(b));
}

export function negate(a: Exact): Exact {
  return typeof a === 'bigint' ? -a : a.neg();
}

/** Below 0, 0 or above 0 as `a` is below, at or above `b`. */
export function compare(a: Exact, b: Exact): number {
  if (typeof a === 'bigint' && typeof b === 'bigint') return a < b ? -1 : a > b ? 1 : 0;
  const left = numerator(a) * denominator(b);
  const right = numerator(b) * denominator(a);
  return left < right ? -1 : left > right ? 1 : 0;
}

export function sign(a: Exact): number {
  const n = numerator(a);
  return n < 0n ? -1 : n > 0n ? 1 : 0;
}

export function least(a: Exact, b: Exact): Exact {
  return compare(a, b) <= 0 ? a : b;
}

export function greatest(a: Exact, b: Exact): Exact {
  return compare(a, b) >= 0 ? a : b;
}

const MOST = 2n ** 4096n;

/** Small enough to go on computing with: rules that square again and again would never end. */
export function isManageable(a: Exact): boolean {
  if (typeof a === 'bigint') return a < MOST && a > -MOST;
  return a.n < MOST && a.d < MOST;
}

function floorDivide(n: bigint, d: bigint): bigint {
  const quotient = n / d;
  return n % d !== 0n && n < 0n !== d < 0n ? quotient - 1n : quotient;
}

/** The greatest whole number not above `a`. */
export function floor(a: Exact): bigint {
  return typeof a === 'bigint' ? a : floorDivide(numerator(a), a.d);
}

export function ceiling(a: Exact): bigint {
  return -floor(negate(a));
}

/** Without the part after the point, towards 0. */
export function truncate(a: Exact): bigint {
  return numerator(a) / denominator(a);
}

/** To a multiple of `step` (above 0): `up` towards +∞, `down` towards −∞, `half-up` halves away from 0. */
export function roundTo(a: Exact, step: Exact, mode: RoundMode): Exact {
  if (typeof a === 'bigint' && step === 1n) return a;
  const n = numerator(a) * denominator(step);
  const d = denominator(a) * numerator(step);
  if (mode === 'down') return multiply(floorDivide(n, d), step);
  if (mode === 'up') return multiply(-floorDivide(-n, d), step);
  const size = floorDivide(2n * (n < 0n ? -n : n) + d, 2n * d);
  return multiply(n < 0n ? -size : size, step);
}
