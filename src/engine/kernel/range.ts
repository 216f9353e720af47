/** Bounds of what a figure can be while the code runs; infinite ends (which mean "unbounded") are not counted. */
import { refuseMagnitude } from './refuse.ts';

/** Empty (`min` above `max`) where a figure is never finite. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

export const NOTHING: Range = { min: Infinity, max: -Infinity };

const isEmpty = ({ min, max }: Range): boolean => min > max;

/** Whole numbers up to here are exact in a double, and so is the sum of two before rounding shows. */
const SAFE = Number.MAX_SAFE_INTEGER;

/** The range itself, once it is sure that every figure in it is exact. */
export function safe(range: Range): Range {
  if (!isEmpty(range) && (range.max > SAFE || range.min < -SAFE)) refuseMagnitude();
  return range;
}

export const hull = (a: Range, b: Range): Range => ({
  min: Math.min(a.min, b.min),
  max: Math.max(a.max, b.max),
});

export function add(a: Range, b: Range): Range {
  if (isEmpty(a) || isEmpty(b)) return NOTHING;
  return safe({ min: a.min + b.min, max: a.max + b.max });
}

export function negate(a: Range): Range {
  return isEmpty(a) ? a : { min: -a.max, max: -a.min };
}

export function multiply(a: Range, b: Range): Range {
  if (isEmpty(a) || isEmpty(b)) return NOTHING;
  const ends = [a.min * b.min, a.min * b.max, a.max * b.min, a.max * b.max];
  return safe({ min: Math.min(...ends), max: Math.max(...ends) });
}

export const exactly = (value: number): Range => ({ min: value, max: value });

/** By a whole number above 0. */
export const scale = (a: Range, by: number): Range => multiply(a, exactly(by));
