/**
 * Choosing so that several totals come out right at once: how many people, how much income, how many disabled. First the chances
 * are calibrated (a logistic tilt of the given weights, by Newton's method), then the cube method of Deville and Tillé draws
 * with these chances while keeping every total, up to the last few units.
 */
import type { Random } from './random.ts';

export interface Balance {
  /** Adds up over the chosen … */
  readonly of: Float64Array;
  /** … to this. */
  readonly total: number;
}

/**
 * Marks units. `weights` (0: never) say how much likelier one is than another, as odds; `balances` what must add up. Totals that
 * cannot all be had are met as nearly as the method gets.
 */
export function chooseBalanced(
  weights: Float64Array,
  balances: readonly Balance[],
  random: Random,
): Uint8Array {
  const units: number[] = [];
  for (let i = 0; i < weights.length; i++) if (weights[i]! > 0) units.push(i);
  const features = balances.map(({ of, total }) => {
    const picked = new Float64Array(units.length);
    for (let i = 0; i < units.length; i++) picked[i] = of[units[i]!]!;
    const scale = picked.reduce((sum, value) => sum + Math.abs(value), 0) / Math.max(1, units.length) || 1;
    return { values: picked.map(value => value / scale), total: total / scale };
  });
  const base = Float64Array.from(units, unit => Math.log(weights[unit]!));
  const chances = calibrate(base, features);
  const drawn = cube(
    chances,
    features.map(feature => feature.values),
    random,
  );
  const chosen = new Uint8Array(weights.length);
  drawn.forEach((mark, i) => {
    chosen[units[i]!] = mark;
  });
  return chosen;
}

interface Feature {
  readonly values: Float64Array;
  readonly total: number;
}

/** Chances σ(base + λ·features) whose expected totals are the wanted ones. */
function calibrate(base: Float64Array, features: readonly Feature[]): Float64Array {
  const p = features.length;
  let tilt = new Array<number>(p).fill(0);
  let best = evaluate(base, features, tilt);
  for (let round = 0; round < 60 && best.error > 1e-9; round++) {
    const step = solve(best.slopes, best.gaps);
    let next = best;
    for (let size = 1; size > 1e-4; size /= 2) {
      const tried = tilt.map((value, i) => value + size * step[i]!);
      next = evaluate(base, features, tried);
      if (next.error < best.error) {
        tilt = tried;
        break;
      }
    }
    if (next.error >= best.error) break;
    best = next;
  }
  return best.chances;
}

interface Evaluation {
  readonly chances: Float64Array;
  readonly gaps: number[];
  readonly slopes: number[][];
  readonly error: number;
}

function evaluate(base: Float64Array, features: readonly Feature[], tilt: readonly number[]): Evaluation {
  const p = features.length;
  const n = base.length;
  const chances = new Float64Array(n);
  const sums = new Float64Array(p);
  const slopes = Array.from({ length: p }, () => new Array<number>(p).fill(0));
  const values = features.map(feature => feature.values);
  for (let i = 0; i < n; i++) {
    let score = base[i]!;
    for (let a = 0; a < p; a++) score += tilt[a]! * values[a]![i]!;
    const chance = 1 / (1 + Math.exp(-score));
    chances[i] = chance;
    const spread = chance * (1 - chance);
    for (let a = 0; a < p; a++) {
      const value = values[a]![i]!;
      sums[a]! += chance * value;
      const row = slopes[a]!;
      for (let b = 0; b <= a; b++) row[b]! += spread * value * values[b]![i]!;
    }
  }
  for (let a = 0; a < p; a++) for (let b = a + 1; b < p; b++) slopes[a]![b] = slopes[b]![a]!;
  const gaps = features.map((feature, a) => feature.total - sums[a]!);
  const error = gaps.reduce((sum, gap, a) => sum + (gap / (Math.abs(features[a]!.total) + 1)) ** 2, 0);
  return { chances, gaps, slopes, error };
}

/** Solves a small symmetric system; a little is added to the diagonal where it is nearly singular. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const n = right.length;
  const rows = matrix.map((row, i) => [
    ...row.map((value, k) => (i === k ? value * (1 + 1e-9) + 1e-12 : value)),
    right[i]!,
  ]);
  for (let col = 0; col < n; col++) {
    let pivot = col;
    for (let r = col + 1; r < n; r++) if (Math.abs(rows[r]![col]!) > Math.abs(rows[pivot]![col]!)) pivot = r;
    [rows[col], rows[pivot]] = [rows[pivot]!, rows[col]!];
    const head = rows[col]![col]!;
    if (head === 0) continue;
    for (let r = 0; r < n; r++) {
      if (r === col) continue;
      const ratio = rows[r]![col]! / head;
      for (let k = col; k <= n; k++) rows[r]![k]! -= ratio * rows[col]![k]!;
    }
  }
  return rows.map((row, i) => (row[i] === 0 ? 0 : row[n]! / row[i]!));
}

const SETTLED = 1e-9;

/**
 * The fast cube method: of as many undecided units as there are totals, plus one, the chances are moved along a direction that
 * changes no total, until one of them is decided.
 */
function cube(chances: Float64Array, features: readonly Float64Array[], random: Random): Uint8Array {
  const chosen = new Uint8Array(chances.length);
  const open: number[] = [];
  let next = 0;
  for (let p = features.length; p >= 0; p--) {
    const used = features.slice(0, p);
    const bench = makeBench(p);
    for (;;) {
      while (open.length <= p && next < chances.length) {
        const chance = chances[next]!;
        if (chance > SETTLED && chance < 1 - SETTLED) open.push(next);
        else chosen[next] = chance > 0.5 ? 1 : 0;
        next++;
      }
      if (open.length <= p) break;
      move(chances, open, used, bench, random);
      for (let k = open.length - 1; k >= 0; k--) {
        const unit = open[k]!;
        const chance = chances[unit]!;
        if (chance > SETTLED && chance < 1 - SETTLED) continue;
        chosen[unit] = chance > 0.5 ? 1 : 0;
        open.splice(k, 1);
      }
    }
    // All units seen: the last few are settled with one total less at a time.
  }
  return chosen;
}

/** Room for one step, used again and again: millions of them are taken. */
interface Bench {
  readonly rows: Float64Array[];
  readonly pivots: Int32Array;
  readonly direction: Float64Array;
}

function makeBench(p: number): Bench {
  return {
    rows: Array.from({ length: p }, () => new Float64Array(p + 1)),
    pivots: new Int32Array(p + 1),
    direction: new Float64Array(p + 1),
  };
}

function move(
  chances: Float64Array,
  open: readonly number[],
  features: readonly Float64Array[],
  bench: Bench,
  random: Random,
): void {
  nullDirection(open, features, bench);
  const { direction } = bench;
  let up = Number.POSITIVE_INFINITY;
  let down = Number.POSITIVE_INFINITY;
  for (let k = 0; k < open.length; k++) {
    const u = direction[k]!;
    const chance = chances[open[k]!]!;
    if (u > 1e-12) {
      up = Math.min(up, (1 - chance) / u);
      down = Math.min(down, chance / u);
    } else if (u < -1e-12) {
      up = Math.min(up, -chance / u);
      down = Math.min(down, (chance - 1) / u);
    }
  }
  const size = random() * (up + down) < down ? up : -down;
  for (let k = 0; k < open.length; k++) chances[open[k]!]! += size * direction[k]!;
}

/** Finds a direction, one entry for each open unit, in which no feature's total changes (Gauss–Jordan, one column too many). */
function nullDirection(open: readonly number[], features: readonly Float64Array[], bench: Bench): void {
  const { rows, pivots, direction } = bench;
  const p = features.length;
  const n = open.length;
  for (let r = 0; r < p; r++) for (let k = 0; k < n; k++) rows[r]![k] = features[r]![open[k]!]!;
  let rank = 0;
  let free = n - 1;
  for (let col = 0; col < n; col++) {
    let pivot = -1;
    let size = 1e-10;
    for (let r = rank; r < p; r++) {
      const found = Math.abs(rows[r]![col]!);
      if (found > size) {
        size = found;
        pivot = r;
      }
    }
    if (pivot < 0) {
      free = col;
      break;
    }
    const head = rows[pivot]!;
    rows[pivot] = rows[rank]!;
    rows[rank] = head;
    for (let r = 0; r < p; r++) {
      if (r === rank) continue;
      const row = rows[r]!;
      const ratio = row[col]! / head[col]!;
      if (ratio !== 0) for (let k = col; k < n; k++) row[k]! -= ratio * head[k]!;
    }
    pivots[col] = rank++;
  }
  direction.fill(0);
  direction[free] = 1;
  let largest = 1;
  for (let col = 0; col < free; col++) {
    const row = rows[pivots[col]!]!;
    direction[col] = -row[free]! / row[col]!;
    largest = Math.max(largest, Math.abs(direction[col]!));
  }
  for (let col = 0; col <= free; col++) direction[col]! /= largest;
}
