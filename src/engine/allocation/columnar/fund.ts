/** One limited fund over columns; see "Funds" in `docs/evaluation.md`. */
import type { Words } from '../../../language/label.ts';
import type { Fund } from '../../../policy/policy.ts';
import { timesAYear } from '../../../policy/yearly.ts';
import { refusals } from '../../kernel/refusals.ts';
import { floor } from '../../reference/exact.ts';
import { programOf } from '../../reference/policy-program.ts';
import { CLAIM, type Results } from '../../results.ts';
import { type FundResult, type FundSettlement, PLACE } from '../allocation.ts';
import { leftByQuotas, type Settled } from '../left.ts';
import { figureOfAll } from '../reference/seats.ts';
import { type Ground, rowsAt, rowsWhere, standing } from './standing.ts';

/** What each household asks for, fen for a year; `open` where that is not known. */
interface Requests {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly open: Uint8Array;
}

function requestsOf(fund: Fund, results: Results, ground: Ground, settled: Settled): Requests {
  const { policy, population } = ground;
  const { rows } = results;
  const requests = {
    low: new Float64Array(rows),
    high: new Float64Array(rows),
    open: new Uint8Array(rows),
  };
  for (const [index, benefit] of policy.benefits.entries()) {
    if (benefit.fund !== fund.id) continue;
    const { state, high } = results.benefits[index]!;
    const left = leftByQuotas(policy, population, results, index, settled);
    const times = timesAYear(benefit);
    for (let row = 0; row < rows; row++) {
      if (state[row] === CLAIM.none || state[row] === CLAIM.unset) continue;
      if (state[row] === CLAIM.undetermined || left.contesting[row] === 1 || high[row] === Infinity) {
        requests.open[row] = 1;
        continue;
      }
      requests.low[row]! += left.low[row]! * times;
      requests.high[row]! += left.high[row]! * times;
    }
  }
  return requests;
}

function handOut(total: number, rows: number, order: Int32Array, asks: Float64Array): FundSettlement {
  const asked = new Float64Array(rows);
  const served = new Float64Array(rows);
  let remaining = total;
  let askedTotal = 0;
  let last = -1;
  let [full, part, unserved] = [0, 0, 0];
  for (let i = 0; i < order.length; i++) {
    const row = order[i]!;
    const wanted = asks[row]!;
    const given = wanted <= remaining ? wanted : remaining;
    askedTotal += wanted;
    asked[row] = wanted;
    served[row] = given;
    // One that cannot have all takes what is left: nothing remains for those after it.
    remaining -= given;
    if (given > 0) last = row;
    if (wanted === 0) continue;
    if (given === wanted) full++;
    else if (given > 0) part++;
    else unserved++;
  }
  return { asked, served, askedTotal, servedTotal: total - remaining, last, full, part, unserved };
}

export function settleFund(
  fund: Fund,
  results: Results,
  ground: Ground,
  settled: Settled,
): FundResult | { readonly refused: Words } {
  const { policy, population } = ground;
  const { rows } = results;
  const { low, high, open } = requestsOf(fund, results, ground, settled);
  const asks = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) asks[row] = open[row] === 0 && high[row]! > 0 ? 1 : 0;
  const asking = rowsWhere(ground, policy.entity, asks, 1);
  const placed = standing(ground, policy.entity, asking, fund.rank);
  if ('refused' in placed) return placed;
  const total = totalOf(fund, { policy, population, program: programOf(policy, false) });
  if (!isExact(total, high)) return { refused: refusals.largeKeys };

  const place = new Uint8Array(rows).fill(PLACE.none);
  for (let row = 0; row < rows; row++) if (open[row] === 1) place[row] = PLACE.contesting;
  for (const row of placed.unknown) place[row] = PLACE.contesting;
  const standingRows = rowsAt(asking, placed.order);
  const order = total === null ? new Int32Array(0) : standingRows;
  let ranged = false;
  for (let i = 0; i < standingRows.length; i++) {
    const row = standingRows[i]!;
    place[row] = total === null ? PLACE.contesting : PLACE.unserved;
    ranged ||= total !== null && low[row] !== high[row];
  }
  const atLow = handOut(total ?? 0, rows, order, low);
  const atHigh = ranged ? handOut(total ?? 0, rows, order, high) : atLow;
  for (let i = 0; i < order.length; i++) if (atHigh.served[order[i]!]! > 0) place[order[i]!] = PLACE.served;
  let contesting = 0;
  for (let row = 0; row < rows; row++) if (place[row] === PLACE.contesting) contesting++;
  return { id: fund.id, total, order, place, contesting, low: atLow, high: atHigh };
}

/** Whole fen, at least 0; null: not exact. */
function totalOf(fund: Fund, ground: Parameters<typeof figureOfAll>[0]): number | null {
  const figure = figureOfAll(ground, fund.total!, ground.policy.entity);
  if (figure === null) return null;
  const fen = floor(figure);
  return fen < 0n ? 0 : Number(fen);
}

/** Are all sums within what doubles hold exactly? */
function isExact(total: number | null, asks: Float64Array): boolean {
  let sum = 0;
  for (let row = 0; row < asks.length; row++) sum += asks[row]!;
  return sum <= Number.MAX_SAFE_INTEGER && (total ?? 0) <= Number.MAX_SAFE_INTEGER;
}
