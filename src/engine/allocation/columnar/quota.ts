/** One quota over columns; see "Quotas" in `docs/evaluation.md`. */
import type { Words } from '../../../language/label.ts';
import type { Quota } from '../../../policy/policy.ts';
import type { FigureColumn } from '../../kernel/figures.ts';
import { refusals } from '../../kernel/refusals.ts';
import { attempt, refuse } from '../../kernel/refuse.ts';
import { OWED, type Results } from '../../results.ts';
import { PLACE, type QuotaResult } from '../allocation.ts';
import type { Area as ExactArea } from '../reference/seats.ts';
import { seatsOverColumns } from './seats.ts';
import { type Area, type Claimants, serve, type Takes } from './serve.ts';
import { type Fits, type Ground, rowsAt, rowsWhere, standing } from './standing.ts';

export function settleQuota(
  quota: Quota,
  index: number,
  results: Results,
  ground: Ground,
): QuotaResult | { readonly refused: Words } {
  const { entity, takes } = quota;
  const claims = results.claims[index]!;
  const sure = rowsWhere(ground, entity, claims, OWED.yes);
  const size = takes === null ? null : { expr: takes, fits: isSize };
  const placed = standing(ground, entity, sure, quota.rank, size);
  if ('refused' in placed) return placed;
  const contesting = both(rowsWhere(ground, entity, claims, OWED.perhaps), placed.unknown);
  const result = attempt(() => {
    const { areas, problems } = seatsOverColumns(quota, ground);
    const taken = takesOf(placed.other, placed.order, sure.length);
    const claimants = { rows: sure, order: placed.order, taken, contesting };
    const { pools, servedIn } = serve(quota, ground, inParts(areas ?? [], taken), claimants);
    return { id: quota.id, entity, ...noted(claims.length, claimants, servedIn), pools, problems };
  });
  return 'done' in result ? result.done : { refused: result.refusal.what };
}

/** What became of each row of the table. */
function noted(
  length: number,
  { rows, order, contesting }: Claimants,
  served: Int32Array,
): Pick<QuotaResult, 'order' | 'place' | 'servedIn'> {
  const place = new Uint8Array(length);
  const servedIn = new Int32Array(length).fill(-1);
  for (let at = 0; at < rows.length; at++) {
    place[rows[at]!] = served[at]! < 0 ? PLACE.unserved : PLACE.served;
    servedIn[rows[at]!] = served[at]!;
  }
  for (let i = 0; i < contesting.length; i++) place[contesting[i]!] = PLACE.contesting;
  return { order: rowsAt(rows, order), place, servedIn };
}

function both(a: Int32Array, b: Int32Array): Int32Array {
  const all = new Int32Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

/** Exact, applicable and at least 0. */
function isSize({ values, exact, na }: FigureColumn): Fits {
  return at => (exact === null || exact[at] === 1) && (na === null || na[at] === 0) && values[at]! >= 0;
}

/** What those in order take, by their place in the list of `count`. */
function takesOf(column: FigureColumn | null, order: Int32Array, count: number): Takes {
  if (column === null) return { by: null, parts: 1 };
  const { values, dens, unit } = column;
  if (dens !== null || unit === null) return refuse(refusals.takes);
  const [above, below] = [Number(unit.n), Number(unit.d)];
  if (above > Number.MAX_SAFE_INTEGER || below > Number.MAX_SAFE_INTEGER) refuse(refusals.largeKeys);
  let most = 0;
  for (let i = 0; i < order.length; i++) most = Math.max(most, values[order[i]!]! * above);
  if (most > Number.MAX_SAFE_INTEGER) refuse(refusals.largeKeys);
  // Narrow where it may be, since it is looked up in any order; figures of those who stand in none mean nothing.
  const by = most <= 0xff ? new Uint8Array(count) : new Float64Array(count);
  for (let at = 0; at < count; at++) by[at] = values[at]! * above;
  return { by, parts: below };
}

function inParts(areas: readonly ExactArea[], { parts }: Takes): Area[] {
  // What comes up from others is added: even all of them together have to be exact.
  const all = areas.reduce((sum, { seats }) => sum + seats, 0n) * BigInt(parts);
  if (all > BigInt(Number.MAX_SAFE_INTEGER)) refuse(refusals.largeKeys);
  return areas.map(area => ({ ...area, seats: Number(area.seats) * parts }));
}
