/** Where to look along a parameter, and where the figure found there jumps. */

export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** Multiples of the step, as few times as it takes to have at most so many places; both ends and `here` among them. */
export function placesAlong({ from, to, step }: Stretch, here: number | null, most = 41): number[] {
  if (!(to > from) || !(step > 0)) return [from];
  const steps = (to - from) / step;
  const stride = step * Math.max(1, Math.ceil(steps / (most - 1)));
  const tidy = (value: number) => Number(value.toPrecision(12));
  const found = new Set([from, to].map(tidy));
  for (let k = Math.ceil(tidy(from / stride)); k * stride < to; k++) {
    const value = tidy(k * stride);
    if (value > from) found.add(value);
  }
  if (here !== null && here >= from && here <= to) found.add(tidy(here));
  return [...found].sort((a, b) => a - b);
}

/** The same places so that the outline shows early: ends first, then the middle of the widest gaps. */
export function outlineFirst(places: readonly number[]): number[] {
  const order: number[] = [];
  const taken = new Set<number>();
  const take = (at: number) => {
    if (at < 0 || at >= places.length || taken.has(at)) return;
    taken.add(at);
    order.push(places[at]!);
  };
  take(0);
  take(places.length - 1);
  for (let gap = places.length - 1; gap >= 1; gap = gap === 1 ? 0 : Math.ceil(gap / 2))
    for (let at = 0; at < places.length; at += gap) take(at);
  return order;
}

export interface Point {
  readonly value: number;
  readonly figure: number;
}

/** Of the whole rise and fall, and of the usual one between two places, that a step has to pass. */
const SHARE = 0.2;
const TIMES = 4;
/** Of fewer places nothing is said. */
const FEWEST = 5;

/**
 * Pairs of neighbouring places between which the figure changes at a stroke: by more than a fifth of all its ups and downs and
 * more than four times what it usually changes. Points by ascending value.
 */
export function jumpsOf(points: readonly Point[]): { readonly before: number; readonly after: number }[] {
  if (points.length < FEWEST) return [];
  const changes = points.slice(1).map((point, k) => Math.abs(point.figure - points[k]!.figure));
  const all = changes.reduce((sum, change) => sum + change, 0);
  if (!(all > 0) || !Number.isFinite(all)) return [];
  // A jump takes place over no distance, so the distance between places does not enter.
  const usual = median(changes);
  return changes.flatMap((change, k) =>
    change > SHARE * all && change > TIMES * usual
      ? [{ before: points[k]!.value, after: points[k + 1]!.value }]
      : [],
  );
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
