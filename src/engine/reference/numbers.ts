import type { RoundMode } from '../../language/expr.ts';
import type { Cause } from '../answer.ts';
import type { Exact } from './exact.ts';
import * as e from './exact.ts';
import {
  allCauses,
  bothCauses,
  exactNumber,
  exactOf,
  higher,
  highOf,
  interval,
  lower,
  lowOf,
  type Num,
  type Term,
  unknownNumber,
} from './values.ts';

const plus = (a: Exact | null, b: Exact | null): Exact | null =>
  a === null || b === null ? null : e.add(a, b);

function addTerms(a: readonly Term[] | null, b: readonly Term[] | null): readonly Term[] | null {
  if (a === null || b === null) return a ?? b;
  const sums = new Map(a.map(({ of, factor }) => [of, factor]));
  for (const { of, factor } of b) sums.set(of, e.add(sums.get(of) ?? 0n, factor));
  const terms = [...sums]
    .filter(([, factor]) => e.sign(factor) !== 0)
    .map(([of, factor]) => ({ of, factor }));
  return terms.length === 0 ? null : terms;
}

export function add(a: Num, b: Num): Num {
  const x = exactOf(a);
  const y = exactOf(b);
  if (x !== null && y !== null) return exactNumber(e.add(x, y));
  return interval(
    plus(a.low, b.low),
    plus(a.high, b.high),
    bothCauses(a.causes, b.causes),
    addTerms(a.terms, b.terms),
  );
}

/** The product with an exact number. 0 × ∞ is unknown. */
function scale(a: Num, by: Exact): Num {
  const side = e.sign(by);
  if (side === 0) return a.low === null || a.high === null ? unknownNumber(a.causes) : exactNumber(0n);
  const low = a.low === null ? null : e.multiply(a.low, by);
  const high = a.high === null ? null : e.multiply(a.high, by);
  const terms = a.terms?.map(({ of, factor }) => ({ of, factor: e.multiply(factor, by) })) ?? null;
  return side > 0 ? interval(low, high, a.causes, terms) : interval(high, low, a.causes, terms);
}

export function negate(a: Num): Num {
  return scale(a, -1n);
}

export function subtract(a: Num, b: Num): Num {
  const x = exactOf(a);
  const y = exactOf(b);
  if (x !== null && y !== null) return exactNumber(e.subtract(x, y));
  return add(a, negate(b));
}

/** An end of an interval: a number or an infinity. */
type End = Exact | 'inf' | '-inf';
const signOf = (a: End): number => (a === 'inf' ? 1 : a === '-inf' ? -1 : e.sign(a));
const isInfinite = (a: End): a is 'inf' | '-inf' => a === 'inf' || a === '-inf';

/** null: 0 × ∞. */
function timesEnd(a: End, b: End): End | null {
  if (!isInfinite(a) && !isInfinite(b)) return e.multiply(a, b);
  const side = signOf(a) * signOf(b);
  return side === 0 ? null : side > 0 ? 'inf' : '-inf';
}

function compareEnds(a: End, b: End): number {
  if (a === b) return 0;
  if (a === 'inf' || b === '-inf') return 1;
  if (a === '-inf' || b === 'inf') return -1;
  return e.compare(a, b);
}

function timesInterval(al: End, ah: End, bl: End, bh: End, causes: readonly Cause[]): Num {
  let low: End = 'inf';
  let high: End = '-inf';
  for (const [x, y] of [
    [al, bl],
    [al, bh],
    [ah, bl],
    [ah, bh],
  ] as const) {
    const product = timesEnd(x, y);
    if (product === null) return unknownNumber(causes);
    if (compareEnds(product, low) < 0) low = product;
    if (compareEnds(product, high) > 0) high = product;
  }
  return interval(isInfinite(low) ? null : low, isInfinite(high) ? null : high, causes);
}

export function multiply(a: Num, b: Num): Num {
  const x = exactOf(a);
  const y = exactOf(b);
  if (x !== null && y !== null) return exactNumber(e.multiply(x, y));
  if (x !== null) return scale(b, x);
  if (y !== null) return scale(a, y);
  const causes = bothCauses(a.causes, b.causes);
  return timesInterval(
    lowOf(a) ?? '-inf',
    highOf(a) ?? 'inf',
    lowOf(b) ?? '-inf',
    highOf(b) ?? 'inf',
    causes,
  );
}

/** `byZero` are the causes where the divisor is exactly 0. */
export function divide(a: Num, b: Num, byZero: readonly Cause[]): Num {
  const y = exactOf(b);
  if (y !== null) {
    if (e.sign(y) === 0) return unknownNumber(byZero);
    const x = exactOf(a);
    return x === null ? scale(a, e.divide(1n, y)) : exactNumber(e.divide(x, y));
  }
  const causes = bothCauses(a.causes, b.causes);
  const low = lowOf(b);
  const high = highOf(b);
  const above = low !== null && e.sign(low) > 0;
  const below = high !== null && e.sign(high) < 0;
  if (!above && !below) return unknownNumber(causes);
  const reciprocalLow = high === null ? 0n : e.divide(1n, high);
  const reciprocalHigh = low === null ? 0n : e.divide(1n, low);
  return timesInterval(lowOf(a) ?? '-inf', highOf(a) ?? 'inf', reciprocalLow, reciprocalHigh, causes);
}

/** The least of several, on each end. */
export function minimum(all: readonly Num[]): Num {
  let low: Exact | null = lowOf(all[0]!);
  let high: Exact | null = highOf(all[0]!);
  for (const next of all.slice(1)) {
    low = lower(low, lowOf(next));
    const top = highOf(next);
    high = high === null ? top : top === null ? high : e.least(high, top);
  }
  return interval(low, high, allCauses(all.map(a => a.causes)));
}

/** The greatest of several, on each end. */
export function maximum(all: readonly Num[]): Num {
  let low: Exact | null = lowOf(all[0]!);
  let high: Exact | null = highOf(all[0]!);
  for (const next of all.slice(1)) {
    high = higher(high, highOf(next));
    const bottom = lowOf(next);
    low = low === null ? bottom : bottom === null ? low : e.greatest(low, bottom);
  }
  return interval(low, high, allCauses(all.map(a => a.causes)));
}

export function round(a: Num, step: Exact, mode: RoundMode): Num {
  const to = (end: Exact | null) => (end === null ? null : e.roundTo(end, step, mode));
  const x = exactOf(a);
  return x === null ? interval(to(lowOf(a)), to(highOf(a)), a.causes) : exactNumber(e.roundTo(x, step, mode));
}

function sameTerms(a: readonly Term[] | null, b: readonly Term[] | null): boolean {
  return (
    a === b ||
    (addTerms(a, b?.map(({ of, factor }) => ({ of, factor: e.negate(factor) })) ?? null) ?? []).length === 0
  );
}

/** Everything that either may be; `doubt` says why it is not known which. */
export function hull(a: Num, b: Num, doubt: readonly Cause[]): Num {
  const causes = allCauses([doubt, a.causes, b.causes]);
  if (sameTerms(a.terms, b.terms))
    return interval(lower(a.low, b.low), higher(a.high, b.high), causes, a.terms);
  return interval(lower(lowOf(a), lowOf(b)), higher(highOf(a), highOf(b)), causes);
}

/** Is a ≤ b (strict: a < b) everywhere (true), nowhere (false), or undecided (null)? */
export function atMost(a: Num, b: Num, strict: boolean): boolean | null {
  if (a.terms !== null || b.terms !== null) {
    const difference = subtract(a, b);
    return atMostEnds(lowOf(difference), highOf(difference), 0n, 0n, strict);
  }
  return atMostEnds(a.low, a.high, b.low, b.high, strict);
}

function atMostEnds(
  al: Exact | null,
  ah: Exact | null,
  bl: Exact | null,
  bh: Exact | null,
  strict: boolean,
): boolean | null {
  if (ah !== null && bl !== null) {
    const order = e.compare(ah, bl);
    if (order < 0 || (order === 0 && !strict)) return true;
  }
  if (al !== null && bh !== null) {
    const order = e.compare(al, bh);
    if (order > 0 || (order === 0 && strict)) return false;
  }
  return null;
}

export function equal(a: Num, b: Num): boolean | null {
  const x = exactOf(a);
  const y = exactOf(b);
  if (x !== null && y !== null) return e.compare(x, y) === 0;
  if (atMost(a, b, true) === true || atMost(b, a, true) === true) return false;
  return a.terms !== null && exactOf(subtract(a, b)) === 0n ? true : null;
}
