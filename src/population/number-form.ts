import type { Label } from '../language/label.ts';
import type { Fact } from '../policy/vocabulary.ts';

/** How the numbers of one fact stand in files and columns: a file's figure × 10^decimals is the column's whole number. */
export interface NumberForm {
  readonly decimals: number;
  readonly money: boolean;
  readonly unit: Label;
  /** Bounds of the column's whole number. */
  readonly least: number;
  readonly most: number;
  /** Base units = column's number × factor[0] / factor[1]. */
  readonly factor: readonly [number, number];
}

/** Fractions of `perUnit` and of bounds: `"100"`, `"1/3"`. */
function fraction(text: string): [bigint, bigint] {
  const [above = '0', below = '1'] = text.split('/');
  return [BigInt(above), BigInt(below)];
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b);
}

/** A bound in base units as a bound of the column's numbers, rounded inward. */
function bound(text: string, factor: readonly [number, number], up: boolean): number {
  const [above, below] = fraction(text);
  const n = above * BigInt(factor[1]);
  const d = below * BigInt(factor[0]);
  const floor = n >= 0n ? n / d : -((-n + d - 1n) / d);
  return Number(up && floor * d !== n ? floor + 1n : floor);
}

/**
 * Only money may be negative where the vocabulary states no lower bound: ages, areas, months and counts are sizes.
 */
export function numberForm(fact: Fact): NumberForm {
  const decimals = fact.unit?.decimals ?? 0;
  const [above, below] = fraction(fact.unit?.perUnit ?? '1');
  const scaled = below * 10n ** BigInt(decimals);
  const common = gcd(above, scaled);
  const factor: [number, number] = [Number(above / common), Number(scaled / common)];
  const dimension = fact.type.kind === 'number' ? fact.type.dimension : {};
  const money = dimension['money'] === 1;
  return {
    decimals,
    money,
    unit: fact.unit?.label ?? {},
    least:
      fact.least === null
        ? money
          ? -Number.MAX_SAFE_INTEGER
          : 0
        : Math.max(bound(fact.least, factor, true), -Number.MAX_SAFE_INTEGER),
    most:
      fact.most === null
        ? Number.MAX_SAFE_INTEGER
        : Math.min(bound(fact.most, factor, false), Number.MAX_SAFE_INTEGER),
    factor,
  };
}

/** A column's whole number as it stands in a file: `1234.5`. */
export function figure(value: number, decimals: number): string {
  if (decimals === 0) return String(value);
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  const rest = digits.slice(cut).replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${digits.slice(0, cut)}${rest ? `.${rest}` : ''}`;
}
