import { add, compare, divide, type Exact, floor, multiply, sign, subtract } from '../../reference/exact.ts';

/** Somebody among whom seats are shared out. */
export interface Heir {
  readonly row: number;
  readonly id: string;
  readonly weight: Exact | null;
}

/** Whole parts of a total in proportion to weights, by largest remainder; null: nobody has any weight. */
export function share(total: bigint, heirs: readonly Heir[]): Map<number, bigint> | null {
  const weightOf = ({ weight }: Heir): Exact => (weight === null || sign(weight) < 0 ? 0n : weight);
  const sum = heirs.map(weightOf).reduce(add, 0n);
  if (sign(sum) === 0) return null;
  const quotas = heirs.map(heir => {
    const weight = weightOf(heir);
    const quota = divide(multiply(total, weight), sum);
    const seats = floor(quota);
    return { heir, weight, seats, rest: subtract(quota, seats) };
  });
  const given = quotas.reduce((all, { seats }) => all + seats, 0n);
  const neediest = [...quotas].sort(
    (a, b) =>
      compare(b.rest, a.rest) ||
      compare(b.weight, a.weight) ||
      (a.heir.id < b.heir.id ? -1 : a.heir.id > b.heir.id ? 1 : a.heir.row - b.heir.row),
  );
  const lucky = new Set(neediest.slice(0, Number(total - given)));
  return new Map(quotas.map(quota => [quota.heir.row, quota.seats + (lucky.has(quota) ? 1n : 0n)]));
}
