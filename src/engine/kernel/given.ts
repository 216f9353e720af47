/** What another policy gives the instances that it classifies, as columns that generated code reads. */
import type { Policy } from '../../policy/policy.ts';
import { timesAYear } from '../../policy/yearly.ts';
import { CLAIM, type Results, STATUS } from '../results.ts';
import { OPEN, OTHER, RANGED } from './value.ts';

/** The card given: by row its index where `known` and not `na`. Null: so everywhere, or nowhere. */
export interface GivenCard {
  readonly code: Uint8Array;
  readonly known: Uint8Array | null;
  readonly na: Uint8Array | null;
}

/** Money in fen. Where not `known` low and high are infinite, unless they are one column: then they are 0. */
export interface GivenFigure {
  readonly low: Float64Array;
  /** `low` itself where they never differ. */
  readonly high: Float64Array;
  readonly known: Uint8Array | null;
  /** Kinds of causes that there may be, and by row those of them that decide a claim's state. */
  readonly kinds: number;
  readonly bits: Uint8Array;
  /** Bounds of finite figures, 0 included. */
  readonly least: number;
  readonly most: number;
  /** Some highs are unbounded. */
  readonly unbounded: boolean;
}

/** A truth value by row: in the three-valued form of `value.ts`. */
export interface GivenTruth {
  readonly tri: Uint8Array;
  /** Nowhere unknown. */
  readonly decided: boolean;
}

export type Given = GivenCard | GivenFigure | GivenTruth;

const orNull = (flags: Uint8Array, usual: 0 | 1): Uint8Array | null =>
  flags.includes(usual === 0 ? 1 : 0) ? flags : null;

export function givenCard({ rows, status, card }: Results): GivenCard {
  const code = new Uint8Array(rows);
  const known = new Uint8Array(rows);
  const na = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const decided = status[row] === STATUS.decided;
    const outside = status[row] === STATUS.outOfScope;
    const index = card[row]!;
    known[row] = decided || outside ? 1 : 0;
    na[row] = outside || (decided && index < 0) ? 1 : 0;
    code[row] = index < 0 ? 0 : index;
  }
  return { code, known: orNull(known, 1), na: orNull(na, 0) };
}

/** Why a claim's figure is not exact, by its state. */
const CAUSE: Readonly<Record<number, number>> = {
  [CLAIM.none]: 0,
  [CLAIM.due]: RANGED,
  [CLAIM.undetermined]: OTHER,
  [CLAIM.unset]: OPEN,
};

/** One benefit per its period, or (`index` null) all of them for a year. */
export function givenFigure({ benefits }: Policy, results: Results, index: number | null): GivenFigure {
  const { rows } = results;
  const low = new Float64Array(rows);
  const high = new Float64Array(rows);
  const known = new Uint8Array(rows).fill(1);
  const causes = new Uint8Array(rows);
  for (let row = 0; row < rows; row++)
    if (results.status[row] === STATUS.unrecorded) {
      known[row] = 0;
      causes[row] = OTHER;
    }
  for (const [k, benefit] of benefits.entries()) {
    if (index !== null && k !== index) continue;
    const times = index === null ? timesAYear(benefit) : 1;
    const column = results.benefits[k]!;
    for (let row = 0; row < rows; row++) {
      const state = column.state[row]!;
      if (state === CLAIM.none) continue;
      if (state === CLAIM.unset) known[row] = 0;
      else {
        low[row]! += column.low[row]! * times;
        high[row]! += column.high[row]! * times;
      }
      if (state === CLAIM.unset || column.low[row] !== column.high[row]) causes[row]! |= CAUSE[state]!;
    }
  }
  return bounded(low, high, known, causes);
}

/** What is left of claims: anything from low to high where these differ, not known where `unset`. */
export function settledFigure(low: Float64Array, high: Float64Array, unset: Uint8Array): GivenFigure {
  const known = unset.map(flag => 1 - flag);
  const causes = low.map((least, row) => (unset[row] === 1 || least !== high[row] ? OTHER : 0));
  return bounded(low.slice(), high.slice(), known, Uint8Array.from(causes));
}

function bounded(low: Float64Array, high: Float64Array, known: Uint8Array, causes: Uint8Array): GivenFigure {
  let [kinds, least, most] = [0, 0, 0];
  let [spans, unbounded] = [false, false];
  for (let row = 0; row < low.length; row++) {
    kinds |= causes[row]!;
    if (known[row] === 0) continue;
    spans ||= low[row] !== high[row];
    least = Math.min(least, low[row]!);
    if (high[row] === Infinity) unbounded = true;
    most = Math.max(most, low[row]!, high[row] === Infinity ? 0 : high[row]!);
  }
  const gaps = orNull(known, 1);
  if (gaps !== null)
    for (let row = 0; row < low.length; row++) {
      if (known[row] === 1) continue;
      low[row] = spans ? -Infinity : 0;
      high[row] = spans ? Infinity : 0;
    }
  const bits = causes.map(kind => kind & (OPEN | OTHER));
  return { low, high: spans ? high : low, known: gaps, kinds, bits, least, most, unbounded };
}
