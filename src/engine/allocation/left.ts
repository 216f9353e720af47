/** What quotas and funds leave of the claims of a run. */
import type { Policy } from '../../policy/policy.ts';
import { timesAYear } from '../../policy/yearly.ts';
import type { Population } from '../../population/columns.ts';
import { CLAIM, type Results } from '../results.ts';
import { type FundResult, PLACE, type QuotaResult } from './allocation.ts';
import { areaFinder } from './columnar/areas.ts';
import { quotasOf } from './order.ts';
import { rowsOf } from './places.ts';

/** Results of quotas and funds by id, as far as they are settled. */
export interface Settled {
  readonly quotas: ReadonlyMap<string, QuotaResult>;
  readonly funds: ReadonlyMap<string, FundResult>;
}

/** By row of the classified entity, fen per period; nothing for claims unset. */
export interface Left {
  readonly low: Float64Array;
  /** `Infinity`: unbounded. */
  readonly high: Float64Array;
  /** 1: somebody is contesting a seat or the money, so that anything from `low` to `high` may be left. */
  readonly contesting: Uint8Array;
}

/** The part of a whole amount, rounded down; exact. */
export function partOf(amount: number, part: number, whole: number): number {
  if (part === whole || amount === 0) return amount;
  if (!Number.isFinite(amount)) return part === 0 ? 0 : amount;
  const product = amount * part;
  if (product <= Number.MAX_SAFE_INTEGER) return Math.floor(product / whole);
  return Number((BigInt(amount) * BigInt(part)) / BigInt(whole));
}

/** How many of a household's beneficiaries were served, are contesting, and claim a seat at all. */
interface Seated {
  readonly served: Int32Array;
  readonly contesting: Int32Array;
  readonly claiming: Int32Array;
}

/** By row of the beneficiaries, what all quotas together come to: a seat is had where each of them gives one. */
function placesOf(results: readonly QuotaResult[]): Uint8Array {
  const [first, ...others] = results;
  if (others.length === 0) return first!.place;
  const all = first!.place.slice();
  for (const { place } of others) {
    for (let row = 0; row < all.length; row++) {
      const [a, b] = [all[row]!, place[row]!];
      if (a === PLACE.unserved || b === PLACE.unserved) all[row] = PLACE.unserved;
      else if (a === PLACE.contesting || b === PLACE.contesting) all[row] = PLACE.contesting;
      else all[row] = a === PLACE.none ? b : a;
    }
  }
  return all;
}

/** Who has a seat in each of the quotas that bind the benefit; null: none binds it. */
function seated(policy: Policy, population: Population, benefit: string, settled: Settled): Seated | null {
  const quotas = quotasOf(policy, benefit);
  const [first] = quotas;
  if (first === undefined) return null;
  const place = placesOf(quotas.map(({ id }) => settled.quotas.get(id)!));
  const rows = rowsOf(population, policy.entity);
  const counts = () => new Int32Array(rows);
  const seats: Seated = { served: counts(), contesting: counts(), claiming: counts() };
  const householdOf = areaFinder(population, policy.vocabulary, first.entity, policy.entity);
  for (let row = 0; row < place.length; row++) {
    if (place[row] === PLACE.none) continue;
    const household = householdOf(row);
    if (household < 0) continue;
    seats.claiming[household]!++;
    if (place[row] === PLACE.served) seats.served[household]!++;
    if (place[row] === PLACE.contesting) seats.contesting[household]!++;
  }
  return seats;
}

/** What quotas leave of the claims to a benefit. */
export function leftByQuotas(
  policy: Policy,
  population: Population,
  results: Results,
  index: number,
  settled: Settled,
): Left {
  const { state, low, high } = results.benefits[index]!;
  const seats = seated(policy, population, policy.benefits[index]!.id, settled);
  const left = {
    low: new Float64Array(results.rows),
    high: new Float64Array(results.rows),
    contesting: new Uint8Array(results.rows),
  };
  for (let row = 0; row < results.rows; row++) {
    if (state[row] === CLAIM.none || state[row] === CLAIM.unset) continue;
    const [least, most] = [low[row]!, high[row]!];
    if (seats === null) {
      left.low[row] = least;
      left.high[row] = most;
      continue;
    }
    const [served, contesting, claiming] = [seats.served[row]!, seats.contesting[row]!, seats.claiming[row]!];
    // Where the members are not known nobody stands for the claim.
    if (claiming === 0) {
      left.high[row] = most;
      left.contesting[row] = most > 0 ? 1 : 0;
      continue;
    }
    left.low[row] = partOf(least, served, claiming);
    left.high[row] = partOf(most, served + contesting, claiming);
    left.contesting[row] = contesting > 0 ? 1 : 0;
  }
  return left;
}

/** What quotas and funds leave of the claims to a benefit, by index. */
export function leftOf(
  policy: Policy,
  population: Population,
  results: Results,
  index: number,
  settled: Settled,
): Left {
  const left = leftByQuotas(policy, population, results, index, settled);
  const fund = settled.funds.get(policy.benefits[index]!.fund ?? '');
  if (fund === undefined) return left;
  for (let row = 0; row < results.rows; row++) {
    if (fund.place[row] === PLACE.contesting) {
      left.low[row] = 0;
      left.contesting[row] = left.high[row]! > 0 ? 1 : 0;
    } else if (results.benefits[index]!.state[row] === CLAIM.due) {
      left.low[row] = partOf(left.low[row]!, fund.low.served[row]!, fund.low.asked[row]!);
      left.high[row] = partOf(left.high[row]!, fund.high.served[row]!, fund.high.asked[row]!);
    }
  }
  return left;
}

/** Fen for a year. */
export function yearly(policy: Policy, index: number, left: Float64Array): Float64Array {
  const times = timesAYear(policy.benefits[index]!);
  return left.map(amount => amount * times);
}
