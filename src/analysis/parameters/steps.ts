/** By how much the keys change a parameter, and over what stretch a curve of it is worth drawing. Figures in its own unit. */

/** What kind of figure it is. */
export type Measure = 'times' | 'percent' | 'count' | 'time' | 'amount';

export interface Stretch {
  readonly step: number;
  /** Decimals with which figures of it are shown at most. */
  readonly decimals: number;
  readonly from: number;
  readonly to: number;
}

interface Given {
  readonly measure: Measure;
  /** Null: left open. */
  readonly low: number | null;
  readonly high: number | null;
  /** Bounds that the policy states; null: none. */
  readonly least: number | null;
  readonly most: number | null;
}

/** Steps of ratios, percentages and whole things; amounts go by their size. */
const STEPS = { times: 0.05, percent: 1, count: 1, time: 1 } as const;
/** Where nothing is known yet. */
const UNKNOWN = { times: 2, percent: 100, count: 10, time: 60, amount: 10_000 } as const;
/** About so much of an amount is a step. */
const SHARE = 0.02;
/** A stated range is gone through in so many steps at least. */
const LEAST_STEPS = 20;

/** The number of the row 1, 2, 5, 10, 20, 50 … nearest to the one given, by ratio. */
export function roundStep(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const [best] = [1, 2, 5, 10]
    .map(digit => digit * power)
    .sort((a, b) => Math.abs(Math.log(a / value)) - Math.abs(Math.log(b / value)));
  return Number(best!.toPrecision(1));
}

export function stretchOf(given: Given): Stretch {
  const { measure, low, high, least, most } = given;
  const value = high ?? low;
  const bounded = least !== null && most !== null && most > least;
  const span = bounded ? most - least : null;
  const own =
    measure === 'amount' ? roundStep((Math.abs(value ?? 0) || UNKNOWN.amount) * SHARE) : STEPS[measure];
  const isWhole = measure === 'count' || measure === 'time';
  const step = span === null || isWhole ? own : Math.min(own, roundStep(span / LEAST_STEPS));
  const decimals = Math.max(
    decimalsOf(step),
    ...[low, high].map(end => (end === null ? 0 : decimalsOf(end))),
  );
  const [from, to] = bounded ? [least, most] : aroundOf(measure, low, high, step);
  const start = Math.max(from, least ?? from);
  const end = Math.min(to, most ?? to);
  if (end > start) return { step, decimals, from: start, to: end };
  // One bound lies beyond what would be looked at otherwise.
  const further = LEAST_STEPS * step;
  return {
    step,
    decimals,
    from: most === end ? end - further : start,
    to: most === end ? end : start + further,
  };
}

/** From nothing to twice what it is; ratios over their whole range. */
function aroundOf(measure: Measure, low: number | null, high: number | null, step: number): [number, number] {
  const end = high ?? low;
  if (end === null || end === 0) return [0, UNKNOWN[measure]];
  if (measure === 'percent' && end > 0 && end <= 100) return [0, 100];
  const [from, to] = end > 0 ? [0, 2 * end] : [2 * end, 0];
  const wide = (value: number) => Number((Math.round(value / step) * step).toPrecision(12));
  return measure === 'count' ? [wide(from), Math.max(wide(to), UNKNOWN.count)] : [wide(from), wide(to)];
}

/** Decimals that a figure is written with, six at most. */
export function decimalsOf(value: number): number {
  for (let places = 0; places < 6; places++)
    if (Math.abs(value - Number(value.toFixed(places))) < 1e-9 * Math.max(1, Math.abs(value))) return places;
  return 6;
}
