import type { Quota } from '../../../policy/policy.ts';
import { add, compare, type Exact, sign, subtract, toNumber } from '../../reference/exact.ts';
import { exactOf, type Num } from '../../reference/values.ts';
import { OWED, type Results } from '../../results.ts';
import { PLACE, type Pool, type QuotaResult } from '../allocation.ts';
import { areaOfRow, rowsOf } from '../places.ts';
import { eachOf } from './claimants.ts';
import { pathFinder } from './path.ts';
import { compileRank, inOrder, type Ranked, type Ranking, rankOf } from './rank.ts';
import { type Area, type Ground, seatsOf } from './seats.ts';

/** Somebody sure of a claim, with the seats one takes; null: not known, or below 0. */
interface Claimant extends Ranked {
  readonly takes: Exact | null;
}

/** Those who surely claim a seat, with what they stand by. */
export function claimantsOf(
  quota: Quota,
  ground: Ground,
  wanted: (row: number) => boolean,
): { ranking: Ranking; claimants: Claimant[] } {
  const { policy, population, program } = ground;
  const { entity, takes } = quota;
  const ranking = compileRank(program, quota.rank, entity);
  const size = takes === null ? null : program.compiling.compile(takes, entity);
  const claimants: Claimant[] = [];
  const pathOf = pathFinder(policy, population, entity);
  eachOf(policy, population, program, entity, wanted, (row, frame) => {
    const ranked = rankOf(ranking, policy, frame, row, pathOf(row));
    if (size === null) {
      claimants.push({ ...ranked, takes: 1n });
      return;
    }
    const value = size(frame);
    const exact = value.kind === 'number' ? exactOf(value as Num) : null;
    const fits = exact !== null && sign(exact) >= 0;
    const causes = value.kind === 'inapplicable' ? [] : value.causes;
    claimants.push({ ...ranked, takes: fits ? exact : null, causes: [...ranked.causes, ...causes] });
  });
  return { ranking, claimants };
}

const isContesting = ({ keys, takes }: Claimant): boolean => keys === null || takes === null;

/** Who gets a seat; see "Quotas" in `docs/evaluation.md`. */
export function settleQuota(quota: Quota, index: number, results: Results, ground: Ground): QuotaResult {
  const { policy, population } = ground;
  const { entity } = quota;
  const rows = rowsOf(population, entity);
  const claims = results.claims[index]!;
  const { ranking, claimants } = claimantsOf(quota, ground, row => claims[row] === OWED.yes);
  const contesting = new Set(claimants.filter(isContesting).map(({ row }) => row));
  const order = inOrder(
    ranking,
    claimants.filter(claimant => !isContesting(claimant)),
  ) as Claimant[];

  const place = new Uint8Array(rows).fill(PLACE.none);
  for (let row = 0; row < rows; row++) {
    if (claims[row] === OWED.perhaps || contesting.has(row)) place[row] = PLACE.contesting;
  }
  for (const { row } of order) place[row] = PLACE.unserved;

  const { areas, problems } = seatsOf(quota, ground);
  const standsIn = (row: number, area: Area): boolean =>
    area.row < 0 || areaOfRow(population, policy.vocabulary, entity, row, area.entity) === area.row;
  const servedIn = new Int32Array(rows).fill(-1);
  const pools: Pool[] = [];
  const cameUp: Exact[] = (areas ?? []).map(() => 0n);
  for (const [at, area] of (areas ?? []).entries()) {
    const seats = add(area.seats, cameUp[at]!);
    const contenders = order.filter(({ row }) => servedIn[row]! < 0 && standsIn(row, area));
    let free = seats;
    let last = -1;
    let served = 0;
    for (const { row, takes } of contenders) {
      if (compare(takes!, free) > 0) {
        if (quota.skip) continue;
        break;
      }
      free = subtract(free, takes!);
      place[row] = PLACE.served;
      servedIn[row] = at;
      last = row;
      served++;
    }
    if (quota.passesUp && area.around !== null) cameUp[area.around] = add(cameUp[area.around]!, free);
    let waiting = 0;
    for (let row = 0; row < rows; row++) {
      if (place[row] === PLACE.contesting && standsIn(row, area)) waiting++;
    }
    pools.push({
      entity: area.entity,
      row: area.row,
      seats: toNumber(seats),
      taken: toNumber(subtract(seats, free)),
      contenders: contenders.length,
      served,
      contesting: waiting,
      last,
    });
  }
  return {
    id: quota.id,
    entity,
    order: Int32Array.from(order, ({ row }) => row),
    place,
    servedIn,
    pools,
    problems,
  };
}
