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
import { type Area, serve, type Takes } from './serve.ts';
import { type Fits, type Ground, rowsWhere, standing } from './standing.ts';

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
  const { order } = placed;
  const contesting = both(rowsWhere(ground, entity, claims, OWED.perhaps), placed.unknown);
  const place = new Uint8Array(claims.length);
  for (let i = 0; i < contesting.length; i++) place[contesting[i]!] = PLACE.contesting;
  for (let i = 0; i < order.length; i++) place[order[i]!] = PLACE.unserved;
  const servedIn = new Int32Array(claims.length).fill(-1);

  const result = attempt(() => {
    const { areas, problems } = seatsOverColumns(quota, ground);
    const taken = takesOf(placed.other, placed.listed);
    const pools = serve(
      quota,
      ground,
      inParts(areas ?? [], taken),
      { order, taken, contesting },
      { place, servedIn },
    );
    return { id: quota.id, entity, order, place, servedIn, pools, problems };
  });
  return 'done' in result ? result.done : { refused: result.refusal.what };
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

/** What those in order take, who stand at `listed` in the column. */
function takesOf(column: FigureColumn | null, listed: Int32Array): Takes {
  if (column === null) return { by: null, parts: 1 };
  const { values, dens, unit } = column;
  if (dens !== null || unit === null) return refuse(refusals.takes);
  const [above, below] = [Number(unit.n), Number(unit.d)];
  if (above > Number.MAX_SAFE_INTEGER || below > Number.MAX_SAFE_INTEGER) refuse(refusals.largeKeys);
  const by = new Float64Array(listed.length);
  for (let i = 0; i < by.length; i++) {
    by[i] = values[listed[i]!]! * above;
    if (by[i]! > Number.MAX_SAFE_INTEGER) refuse(refusals.largeKeys);
  }
  return { by, parts: below };
}

function inParts(areas: readonly ExactArea[], { parts }: Takes): Area[] {
  // What comes up from others is added: even all of them together have to be exact.
  const all = areas.reduce((sum, { seats }) => sum + seats, 0n) * BigInt(parts);
  if (all > BigInt(Number.MAX_SAFE_INTEGER)) refuse(refusals.largeKeys);
  return areas.map(area => ({ ...area, seats: Number(area.seats) * parts }));
}
