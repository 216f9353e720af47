/** A population written as it stands: townships with villages with households with members, each by its id. */
import type { Vocabulary } from '../../src/policy/vocabulary.ts';
import type { Population, Table } from '../../src/population/columns.ts';
import type { Facts } from './policy.ts';
import { makeTable } from './population.ts';
import { testVocabulary } from './vocabulary.ts';

export interface HouseholdSpec {
  readonly facts?: Facts;
  /** By id; left out: the list is unknown for everybody. */
  readonly members?: Readonly<Record<string, Facts>>;
}
export interface VillageSpec {
  readonly facts?: Facts;
  readonly households: Readonly<Record<string, HouseholdSpec>>;
}
export interface TownshipSpec {
  readonly facts?: Facts;
  readonly villages: Readonly<Record<string, VillageSpec>>;
}

interface Row {
  readonly id: string;
  readonly facts: Facts;
  readonly owner: number;
}

/** Households of `''` townships and villages stand in none that is recorded. */
export function makePlaces(
  townships: Readonly<Record<string, TownshipSpec>>,
  vocabulary: Vocabulary = testVocabulary,
): Population {
  const rows: Record<'township' | 'village' | 'household' | 'member', Row[]> = {
    township: [],
    village: [],
    household: [],
    member: [],
  };
  let people = false;
  /** Row of one just added; −1 for one without a name, which is not recorded. */
  const add = (entity: keyof typeof rows, id: string, facts: Facts = {}, owner = -1): number =>
    id === '' ? -1 : rows[entity].push({ id, facts, owner }) - 1;
  for (const [t, township] of Object.entries(townships)) {
    const inTownship = add('township', t, township.facts);
    for (const [v, village] of Object.entries(township.villages)) {
      const inVillage = add('village', v, village.facts, inTownship);
      for (const [h, household] of Object.entries(village.households)) {
        const inHousehold = add('household', h, household.facts, inVillage);
        people ||= household.members !== undefined;
        for (const [m, facts] of Object.entries(household.members ?? {}))
          add('member', m, facts, inHousehold);
      }
    }
  }
  const chain = ['township', 'village', 'household', ...(people ? (['member'] as const) : [])] as const;
  const tables: Record<string, Table> = {};
  chain.forEach((entity, k) => {
    const own = rows[entity];
    // Those without an owner come last, so that the parts of one owner stand together.
    const below = chain[k + 1];
    const parts: Record<string, Int32Array> = {};
    if (below !== undefined)
      parts[below] = Int32Array.from(
        { length: own.length + 1 },
        (_, row) => rows[below].filter(({ owner }) => owner >= 0 && owner < row).length,
      );
    tables[entity] = {
      ...makeTable(
        entity,
        own.map(({ facts }) => facts),
        own.map(({ id }) => id),
        vocabulary,
      ),
      owner: k === 0 ? null : Int32Array.from(own, ({ owner }) => owner),
      parts,
    };
  });
  return { tables, source: 'by hand', seed: null };
}
