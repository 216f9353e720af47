/** Choosing an exact number among many, each as likely as its weight says. */
import type { Random } from './random.ts';

/** `total` split by weights into whole numbers that add up to it: largest remainders first. */
export function apportion(weights: readonly number[], total: number): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map(weight => (sum === 0 ? 0 : (weight * total) / sum));
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((a, b) => a + b, 0);
  const order = exact
    .map((value, i) => [value - parts[i]!, i] as const)
    .sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  for (let k = 0; k < left && k < order.length; k++) parts[order[k]![1]]!++;
  return parts;
}

/**
 * Marks `count` of the units, none with weight 0, with chances proportional to the weights as far as none passes certainty.
 * Systematic: one random start, equal steps through the summed weights, so that the choice is spread evenly over the order
 * in which the units stand (villages).
 */
export function chooseByWeight(weights: Float64Array, count: number, random: Random): Uint8Array {
  const n = weights.length;
  const chosen = new Uint8Array(n);
  const possible = weights.reduce((sum, weight) => sum + (weight > 0 ? 1 : 0), 0);
  const wanted = Math.min(Math.round(count), possible);
  if (wanted <= 0) return chosen;
  const factor = certaintyFactor(weights, wanted);
  let at = random();
  let sum = 0;
  let left = wanted;
  for (let i = 0; i < n; i++) {
    if (weights[i]! <= 0) continue;
    sum += Math.min(1, weights[i]! * factor);
    if (sum > at && left > 0) {
      chosen[i] = 1;
      left--;
      at += 1;
    }
  }
  // Sums of many small numbers may end a hair short of the last step.
  for (let i = n - 1; i >= 0 && left > 0; i--) {
    if (chosen[i] === 0 && weights[i]! > 0) {
      chosen[i] = 1;
      left--;
    }
  }
  return chosen;
}

/** The factor by which weights, cut at 1, sum to `count`. */
function certaintyFactor(weights: Float64Array, count: number): number {
  let factor = 0;
  for (let round = 0; round < 60; round++) {
    let certain = 0;
    let sum = 0;
    for (let i = 0; i < weights.length; i++) {
      const weight = weights[i]!;
      if (weight <= 0) continue;
      if (weight * factor >= 1) certain++;
      else sum += weight;
    }
    const next = sum === 0 ? factor : (count - certain) / sum;
    if (Math.abs(next - factor) <= factor * 1e-12 || sum === 0) return next;
    factor = next;
  }
  return factor;
}

/** Units in ascending order of their keys (any finite numbers); of equal keys the first stands first. */
export function orderByKey(keys: Float64Array): Int32Array {
  const n = keys.length;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < n; i++) {
    if (keys[i]! < least) least = keys[i]!;
    if (keys[i]! > most) most = keys[i]!;
  }
  // Key and place in one whole number below 2⁵³: numbers sort natively, pairs do not.
  let places = 2;
  while (places < n) places *= 2;
  const steps = 2 ** 52 / places;
  const scale = most > least ? (steps - 1) / (most - least) : 0;
  const packed = new Float64Array(n);
  for (let i = 0; i < n; i++) packed[i] = Math.floor((keys[i]! - least) * scale) * places + i;
  packed.sort();
  const order = new Int32Array(n);
  for (let i = 0; i < n; i++) order[i] = packed[i]! % places;
  return order;
}
