import type { Quota } from '../../../policy/policy.ts';
import { instanceOf } from '../../../population/instance-of.ts';
import type { Cause } from '../../answer.ts';
import { toNumber, toRational } from '../../reference/exact.ts';
import { allCauses, toValue } from '../../reference/values.ts';
import { OWED } from '../../results.ts';
import { PLACE, type Pool, type QuotaResult } from '../allocation.ts';
import { areaOfRow, idOf } from '../places.ts';
import { claimantsOf } from '../reference/quota.ts';
import { namesOf, neighbour, type RunGround } from './ground.ts';
import type { PoolStanding, QuotaStanding, Waiting } from './line.ts';

/** A pool as it was when its turn came. */
interface Open {
  readonly index: number;
  readonly pool: Pool;
  /** Rows of those who stood in it, the first first. */
  readonly contenders: readonly number[];
  readonly missed: number;
}

/** The pools in which a claimant stood, up to the one where it was served. */
function poolsOf(result: QuotaResult, ground: RunGround, row: number): Open[] {
  const { policy, population } = ground;
  const areaIn = (of: number, pool: Pool) =>
    pool.row < 0 ? -1 : areaOfRow(population, policy.vocabulary, result.entity, of, pool.entity);
  const end = result.servedIn[row]! < 0 ? result.pools.length : result.servedIn[row]! + 1;
  return result.pools.slice(0, end).flatMap((pool, index) => {
    if (areaIn(row, pool) !== pool.row) return [];
    const contenders = [...result.order].filter(each => {
      const at = result.servedIn[each]!;
      return (at < 0 || at >= index) && areaIn(each, pool) === pool.row;
    });
    const missed = contenders.find(each => result.servedIn[each] !== index) ?? -1;
    return [{ index, pool, contenders, missed }];
  });
}

/** Why the claim itself is not sure. */
function claimCauses(quota: Quota, ground: RunGround, row: number): readonly Cause[] {
  const { policy, population, program } = ground;
  const household = areaOfRow(population, policy.vocabulary, quota.entity, row, policy.entity);
  const instance = instanceOf(population, policy.vocabulary, household, policy.entity);
  const { judgement, outcomes } = program.decide(program.frame(instance), null);
  const { of } = quota;
  const index = of.kind === 'benefit' ? policy.benefits.findIndex(({ id }) => id === of.id) : -1;
  return allCauses([judgement.causes, outcomes[index]?.causes ?? []]);
}

/** Where a claimant stands in a quota. */
export function quotaStanding(
  quota: Quota,
  result: QuotaResult,
  ground: RunGround,
  row: number,
): QuotaStanding | null {
  const { policy, population, run } = ground;
  const { entity } = quota;
  const nameOf = namesOf(ground, entity);
  const place = result.place[row];
  if (place === undefined || place === PLACE.none) return null;
  const open = place === PLACE.contesting ? [] : poolsOf(result, ground, row);
  const asked = new Set([row, ...open.flatMap(({ pool, missed }) => [pool.last, missed])]);
  // Seats go past somebody where the list goes on, so that what was free at its turn depends on who came before it.
  if (quota.skip && quota.takes !== null)
    for (const { contenders, index } of open)
      for (const each of contenders.slice(0, contenders.indexOf(row)))
        if (result.servedIn[each] === index) asked.add(each);
  const { ranking, claimants } = claimantsOf(quota, ground, each => asked.has(each));
  const found = new Map(claimants.map(claimant => [claimant.row, claimant]));
  const own = found.get(row);
  const takesOf = (each: number) => toNumber(found.get(each)?.takes ?? 0n);

  function standing({ index, pool, contenders, missed }: Open): PoolStanding {
    const rankOf = (each: number) => contenders.indexOf(each) + 1;
    const rank = rankOf(row);
    const served = result.servedIn[row] === index;
    const before = contenders.slice(0, rank - 1).filter(each => result.servedIn[each] === index);
    const used =
      quota.takes === null
        ? before.length
        : quota.skip
          ? before.reduce((sum, each) => sum + takesOf(each), 0)
          : pool.taken;
    const ended = !quota.skip && missed >= 0 && missed !== row && rankOf(missed) < rank;
    return {
      entity: pool.entity,
      row: pool.row,
      id: pool.row < 0 ? '' : idOf(population, pool.entity, pool.row),
      seats: pool.seats,
      taken: pool.taken,
      contenders: pool.contenders,
      contesting: pool.contesting,
      rank,
      served,
      free: served || ended ? null : pool.seats - used,
      last: neighbour(nameOf, ranking, own, found.get(pool.last), rankOf(pool.last)),
      missed: neighbour(nameOf, ranking, own, found.get(missed), rankOf(missed)),
    };
  }

  const unsure = run.results.claims[policy.quotas.indexOf(quota)]?.[row] === OWED.perhaps;
  const waiting: Waiting | null =
    place === PLACE.contesting
      ? {
          claim: unsure,
          causes: allCauses([unsure ? claimCauses(quota, ground, row) : [], own?.causes ?? []]),
        }
      : null;
  const at = result.order.indexOf(row);
  return {
    kind: 'quota',
    id: quota.id,
    entity,
    row,
    of: nameOf(row),
    place: place === PLACE.contesting ? 'contesting' : place === PLACE.served ? 'served' : 'unserved',
    rank: at < 0 ? null : at + 1,
    claimants: result.order.length,
    contesting: result.place.reduce((sum, each) => (each === PLACE.contesting ? sum + 1 : sum), 0),
    keys: ranking.keys.map(({ key }, k) => ({ key, value: toValue(own!.values[k]!) })),
    waiting,
    takes: own?.takes == null ? null : toRational(own.takes),
    pools: open.map(standing),
    problems: result.problems.filter(
      problem =>
        problem.entity === null ||
        areaOfRow(population, policy.vocabulary, entity, row, problem.entity) === problem.row,
    ),
  };
}
