import type { Fund } from '../../../policy/policy.ts';
import { timesAYear } from '../../../policy/yearly.ts';
import { floor, toNumber } from '../../reference/exact.ts';
import { CLAIM, type Results } from '../../results.ts';
import { type FundResult, type FundSettlement, PLACE } from '../allocation.ts';
import { leftByQuotas, type Settled } from '../left.ts';
import { eachOf } from './claimants.ts';
import { pathFinder } from './path.ts';
import { compileRank, inOrder, type Ranked, type Ranking, rankOf } from './rank.ts';
import { figureOfAll, type Ground } from './seats.ts';

/** What one household asks of a fund, fen for a year. */
interface Request {
  low: bigint;
  high: bigint;
  /** Not known. */
  open: boolean;
}

/** What each household asks, by row. */
function requests(fund: Fund, results: Results, { policy, population }: Ground, settled: Settled): Request[] {
  const all = Array.from({ length: results.rows }, (): Request => ({ low: 0n, high: 0n, open: false }));
  for (const [index, benefit] of policy.benefits.entries()) {
    if (benefit.fund !== fund.id) continue;
    const { state, high } = results.benefits[index]!;
    const left = leftByQuotas(policy, population, results, index, settled);
    const times = BigInt(timesAYear(benefit));
    all.forEach((request, row) => {
      if (state[row] === CLAIM.none || state[row] === CLAIM.unset) return;
      const unclear = state[row] === CLAIM.undetermined || left.contesting[row] === 1;
      if (unclear || !Number.isFinite(high[row]!)) {
        request.open = true;
        return;
      }
      request.low += BigInt(left.low[row]!) * times;
      request.high += BigInt(left.high[row]!) * times;
    });
  }
  return all;
}

/** Those who ask, with what they stand by; `wanted` names the households that are asked about. */
export function askersOf(
  fund: Fund,
  ground: Ground,
  wanted: (row: number) => boolean,
): { ranking: Ranking; askers: Ranked[] } {
  const { policy, population, program } = ground;
  const ranking = compileRank(program, fund.rank, policy.entity);
  const askers: Ranked[] = [];
  const pathOf = pathFinder(policy, population, policy.entity);
  eachOf(policy, population, program, policy.entity, wanted, (row, frame) => {
    askers.push(rankOf(ranking, policy, frame, row, pathOf(row)));
  });
  return { ranking, askers };
}

function handOut(
  total: bigint,
  rows: number,
  order: readonly Ranked[],
  asks: (row: number) => bigint,
): FundSettlement {
  const asked = new Float64Array(rows);
  const served = new Float64Array(rows);
  let remaining = total;
  let ended = false;
  let askedTotal = 0n;
  let last = -1;
  const count = { full: 0, part: 0, unserved: 0 };
  for (const { row } of order) {
    const wanted = asks(row);
    const given = ended ? 0n : wanted <= remaining ? wanted : remaining;
    if (given < wanted) ended = true;
    remaining -= given;
    askedTotal += wanted;
    asked[row] = Number(wanted);
    served[row] = Number(given);
    if (given > 0n) last = row;
    if (wanted === 0n) continue;
    if (given === wanted) count.full++;
    else if (given > 0n) count.part++;
    else count.unserved++;
  }
  const servedTotal = Number(total - remaining);
  return { asked, served, askedTotal: Number(askedTotal), servedTotal, last, ...count };
}

/** Who gets money; see "Funds" in `docs/evaluation.md`. */
export function settleFund(fund: Fund, results: Results, ground: Ground, settled: Settled): FundResult {
  const { policy } = ground;
  const { rows } = results;
  const asked = requests(fund, results, ground, settled);
  const { ranking, askers } = askersOf(fund, ground, row => !asked[row]!.open && asked[row]!.high > 0n);
  const figure = figureOfAll(ground, fund.total!, policy.entity);
  const floored = figure === null ? null : floor(figure);
  const total = floored === null ? null : floored < 0n ? 0n : floored;

  const place = new Uint8Array(rows).fill(PLACE.none);
  asked.forEach(({ open }, row) => {
    if (open) place[row] = PLACE.contesting;
  });
  for (const { row, keys } of askers) {
    place[row] = total === null || keys === null ? PLACE.contesting : PLACE.unserved;
  }
  const order = inOrder(
    ranking,
    askers.filter(({ row }) => place[row] === PLACE.unserved),
  );
  const low = handOut(total ?? 0n, rows, order, row => asked[row]!.low);
  const ranged = order.some(({ row }) => asked[row]!.low !== asked[row]!.high);
  const high = ranged ? handOut(total ?? 0n, rows, order, row => asked[row]!.high) : low;
  for (const { row } of order) if (high.served[row]! > 0) place[row] = PLACE.served;
  return {
    id: fund.id,
    total: total === null ? null : toNumber(total),
    order: Int32Array.from(order, ({ row }) => row),
    place,
    contesting: place.reduce((sum, each) => (each === PLACE.contesting ? sum + 1 : sum), 0),
    low,
    high,
  };
}
