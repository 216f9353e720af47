import { PLACE } from '../../../src/engine/allocation/allocation.ts';
import { run } from '../../../src/engine/run.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import type { Population } from '../../../src/population/columns.ts';

/** Who got what, in a few words. */
export interface Places {
  /** The order: `h2 h1`. */
  readonly order: string;
  /** Those served, by area (`all`: the whole population): `{v1: 'h2 h3', all: 'h7'}`. */
  readonly served: Readonly<Record<string, string>>;
  readonly contesting: string;
  /** By area: `2/3`, seats taken of seats. */
  readonly seats: Readonly<Record<string, string>>;
  readonly problems: readonly string[];
}

export const settle = (policy: Policy, population: Population) =>
  run(policy, population, { engine: 'reference' });

/** What became of a quota. */
export function placesOf(policy: Policy, population: Population, index = 0): Places {
  const quota = settle(policy, population).allocation!.quotas[index]!;
  const ids = population.tables[quota.entity]!.ids;
  const names = (rows: Iterable<number>) => [...rows].map(row => ids[row]).join(' ');
  const areaName = (entity: string | null, row: number) =>
    entity === null || row < 0 ? 'all' : population.tables[entity]!.ids[row]!;
  const served: Record<string, string> = {};
  const seats: Record<string, string> = {};
  quota.pools.forEach((pool, at) => {
    const area = areaName(pool.entity, pool.row);
    seats[area] = `${pool.taken}/${pool.seats}`;
    const here = [...quota.order].filter(row => quota.servedIn[row] === at);
    if (here.length > 0) served[area] = names(here);
  });
  return {
    order: names(quota.order),
    served,
    contesting: names([...quota.place.keys()].filter(row => quota.place[row] === PLACE.contesting)),
    seats,
    problems: quota.problems.map(({ code, entity, row }) => `${code} ${areaName(entity, row)}`),
  };
}

/** What became of a fund, in fen for a year: by household `served of asked`, at the low and at the high end. */
export function paidBy(policy: Policy, population: Population, index = 0) {
  const fund = settle(policy, population).allocation!.funds[index]!;
  const ids = population.tables[policy.entity]!.ids;
  const paid = ({ asked, served }: typeof fund.low) =>
    Object.fromEntries(
      [...asked.keys()]
        .filter(row => asked[row]! > 0)
        .map(row => [ids[row]!, `${served[row]} of ${asked[row]}`]),
    );
  const contesting = [...fund.place.keys()].filter(row => fund.place[row] === PLACE.contesting);
  return {
    total: fund.total,
    low: paid(fund.low),
    high: paid(fund.high),
    contesting: contesting.map(row => ids[row]).join(' '),
  };
}
