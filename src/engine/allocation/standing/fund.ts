import type { Fund } from '../../../policy/policy.ts';
import { instanceOf } from '../../../population/instance-of.ts';
import type { Cause } from '../../answer.ts';
import { allCauses, toValue } from '../../reference/values.ts';
import { type FundResult, type FundSettlement, PLACE } from '../allocation.ts';
import { askersOf } from '../reference/fund.ts';
import { namesOf, neighbour, type RunGround } from './ground.ts';
import type { FundStanding, Payment } from './line.ts';

/** Why it is not known what a household asks. */
function claimCauses(fund: Fund, ground: RunGround, row: number): readonly Cause[] {
  const { policy, population, program } = ground;
  const instance = instanceOf(population, policy.vocabulary, row, policy.entity);
  const { outcomes } = program.decide(program.frame(instance), null);
  // Claims that the policy leaves open ask for nothing.
  const open = policy.benefits.map(
    (each, k) =>
      each.fund === fund.id && (outcomes[k]!.state === 'undetermined' || outcomes[k]!.high === null),
  );
  return allCauses(outcomes.flatMap(({ causes }, k) => (open[k] ? [causes] : [])));
}

/** Where a household stands in a fund. */
export function fundStanding(
  fund: Fund,
  result: FundResult,
  ground: RunGround,
  row: number,
): FundStanding | null {
  const { policy } = ground;
  const nameOf = namesOf(ground, policy.entity);
  const place = result.place[row];
  if (place === undefined || place === PLACE.none) return null;
  const { order, high, low } = result;
  const missed = order.find(each => high.served[each]! < high.asked[each]!) ?? -1;
  const { ranking, askers } = askersOf(
    fund,
    ground,
    each => each === row || each === high.last || each === missed,
  );
  const found = new Map(askers.map(asker => [asker.row, asker]));
  const own = found.get(row);
  const payment = ({ asked, served }: FundSettlement): Payment => ({
    asked: asked[row]!,
    served: served[row]!,
  });
  const lowest = payment(low);
  const at = order.indexOf(row);
  const unranked = own !== undefined && own.keys === null;
  const near = (other: number) => neighbour(nameOf, ranking, own, found.get(other), order.indexOf(other) + 1);
  return {
    kind: 'fund',
    id: fund.id,
    entity: policy.entity,
    row,
    of: nameOf(row),
    place: place === PLACE.contesting ? 'contesting' : place === PLACE.served ? 'served' : 'unserved',
    rank: at < 0 ? null : at + 1,
    claimants: order.length,
    contesting: result.contesting,
    keys: ranking.keys.map(({ key }, k) => ({ key, value: toValue(own!.values[k]!) })),
    waiting:
      place === PLACE.contesting
        ? {
            claim: !unranked,
            causes: allCauses([claimCauses(fund, ground, row), own?.causes ?? []]),
          }
        : null,
    total: result.total,
    askedTotal: high.askedTotal,
    low: lowest,
    high: high === low ? lowest : payment(high),
    last: near(high.last),
    missed: near(missed),
  };
}
