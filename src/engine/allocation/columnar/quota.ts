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
import { type Ground, rowsWhere, standing } from './standing.ts';

export function settleQuota(
  quota: Quota,
  index: number,
  results: Results,
  ground: Ground,
): QuotaResult | { readonly refused: Words } {
  const { entity, takes } = quota;
  const claims = results.claims[index]!;
  const sure = rowsWhere(ground, entity, row => claims[row] === OWED.yes);
  const placed = standing(ground, entity, sure, quota.rank, takes === null ? [] : [takes], ([size]) =>
    size === undefined ? null : known(size),
  );
  if ('refused' in placed) return placed;
  const { order, unknown, others } = placed;
  const place = new Uint8Array(claims.length).fill(PLACE.none);
  for (let row = 0; row < claims.length; row++)
    if (claims[row] === OWED.perhaps) place[row] = PLACE.contesting;
  for (const row of unknown) place[row] = PLACE.contesting;
  for (let i = 0; i < order.length; i++) place[order[i]!] = PLACE.unserved;
  const servedIn = new Int32Array(claims.length).fill(-1);

  const result = attempt(() => {
    const { areas, problems } = seatsOverColumns(quota, ground);
    const size = takesOf(others[0], order);
    const contesting = rowsWhere(ground, entity, row => place[row] === PLACE.contesting);
    const pools = serve(quota, ground, inParts(areas ?? [], size), size, order, contesting, {
      place,
      servedIn,
    });
    return { id: quota.id, entity, order, place, servedIn, pools, problems };
  });
  return 'done' in result ? result.done : { refused: result.refusal.what };
}

/** Exact, applicable and at least 0. */
function known({ values, exact, na }: FigureColumn): (row: number) => boolean {
  return row => (exact === null || exact[row] === 1) && (na === null || na[row] === 0) && values[row]! >= 0;
}

/** What the rows take. */
function takesOf(column: FigureColumn | undefined, rows: Int32Array): Takes {
  if (column === undefined) return { by: null, parts: 1 };
  const { values, dens, unit } = column;
  if (dens !== null || unit === null) return refuse(refusals.takes);
  const [above, below] = [Number(unit.n), Number(unit.d)];
  if (above > Number.MAX_SAFE_INTEGER || below > Number.MAX_SAFE_INTEGER) refuse(refusals.largeKeys);
  let most = 0;
  for (let i = 0; i < rows.length; i++) most = Math.max(most, values[rows[i]!]! * above);
  if (most > Number.MAX_SAFE_INTEGER) refuse(refusals.largeKeys);
  // Narrow where it may be: these are looked up in any order.
  const by = most <= 0xff ? new Uint8Array(values.length) : new Float64Array(values.length);
  for (let i = 0; i < rows.length; i++) by[rows[i]!] = values[rows[i]!]! * above;
  return { by, parts: below };
}

function inParts(areas: readonly ExactArea[], { parts }: Takes): Area[] {
  // What comes up from others is added: even all of them together have to be exact.
  const all = areas.reduce((sum, { seats }) => sum + seats, 0n) * BigInt(parts);
  if (all > BigInt(Number.MAX_SAFE_INTEGER)) refuse(refusals.largeKeys);
  return areas.map(area => ({ ...area, seats: Number(area.seats) * parts }));
}
