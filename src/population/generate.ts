/** Synthetic populations from a spec. */
import { idColumn } from './column-rows.ts';
import type { Column, Population, Table } from './columns.ts';
import { makePeople } from './synthetic/ages.ts';
import { type Figures, readFigures } from './synthetic/figures.ts';
import { makeHealth } from './synthetic/health.ts';
import { makeIncomes, makeStanding } from './synthetic/income.ts';
import {
  chooseRegistered,
  knowHomes,
  makeAssistance,
  makeCauses,
  makeExits,
  makeMonitored,
} from './synthetic/listing.ts';
import { makeAssets, makeCosts, makeHousing, makeRisks } from './synthetic/living.ts';
import { withMissing } from './synthetic/missing.ts';
import { makePairing } from './synthetic/pairing.ts';
import { makePlaces, type Places } from './synthetic/places.ts';
import { type RawColumns, toColumns } from './synthetic/raw-columns.ts';
import { householdColumns, memberColumns, townshipColumns, villageColumns } from './synthetic/raw-facts.ts';
import { makeSecurity } from './synthetic/security.ts';
import type { PopulationSpec } from './synthetic/spec.ts';
import { makeWorld } from './synthetic/structure.ts';
import { makeLabour, makeSchooling, makeWork, takeOutOfSchool } from './synthetic/work.ts';
import type { World } from './synthetic/world.ts';
import { marks } from './synthetic/world.ts';

export interface GenerateOptions {
  readonly households: number;
  /** A whole number from 0 to 2⁵³ − 1. The same seed gives the same population, to the last byte. */
  readonly seed: number;
  /** Share of facts left unknown; otherwise the spec's. */
  readonly missing?: number;
  /** Members get names of their own (`m0000001-2`); without, they are known by their place in the household. */
  readonly memberIds?: boolean;
}

/** The most households that are made at once: a million take less than a gigabyte. */
export const MOST_HOUSEHOLDS = 5_000_000;

/**
 * A population of so many households after the figures of the spec. Throws a RangeError for a number of households or a seed that
 * is none.
 */
export function generatePopulation(spec: PopulationSpec, options: GenerateOptions): Population {
  const { households, seed } = options;
  if (!Number.isSafeInteger(households) || households < 1 || households > MOST_HOUSEHOLDS)
    throw new RangeError(`households: ${households}`);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`seed: ${seed}`);
  const figures = readFigures(spec);
  const places = makePlaces(figures, seed, households);
  const world = makeWorld(figures, seed, households, places);
  const raw = makeFacts(world, places, spec.on);
  return assemble(spec, figures, options, world, places, raw);
}

interface RawFacts {
  readonly household: RawColumns;
  readonly member: RawColumns;
}

function makeFacts(world: World, places: Places, on: string): RawFacts {
  // 1. Who the people are, and how well.
  const people = makePeople(world);
  const health = makeHealth(world, people);
  const schooling = makeSchooling(world, people, health);
  const labour = makeLabour(world, people, health, schooling);
  const work = makeWork(world, people, labour);
  // 2. Where each household stands, and from there who is on which list.
  const standing = makeStanding(world, places, health, labour, work);
  const homes = knowHomes(world, places, standing, people, health, schooling, labour);
  const registered = chooseRegistered(homes);
  takeOutOfSchool(world, people, health, schooling, registered);
  const exits = makeExits(homes, registered);
  const assistance = makeAssistance(homes, registered);
  const assisted = marks(world.households, h => assistance.type[h]! > 0);
  // 3. What it lives on and what it lives in.
  const incomes = makeIncomes(world, standing, people, health, labour, work, registered, assisted);
  const costs = makeCosts(homes, people, health, schooling, incomes, registered);
  const risks = makeRisks(homes, costs, incomes, work);
  const threats = Float64Array.from(
    risks.illness,
    (mark, h) => mark + risks.disaster[h]! + risks.schooling[h]! + risks.job[h]! + risks.industry[h]!,
  );
  const monitored = makeMonitored(homes, registered, exits, threats);
  const paired = makePairing(world, registered, monitored);
  const causes = makeCauses(homes, registered, monitored);
  const exited = marks(world.households, h => exits.status[h] === 0);
  const housing = makeHousing(homes, registered, exited);
  const assets = makeAssets(homes, registered, assisted);
  const security = makeSecurity(homes, people, schooling, housing, registered, exited);
  return {
    household: householdColumns(
      {
        registered,
        exits,
        monitored,
        paired,
        causes,
        assistance,
        incomes,
        costs,
        risks,
        housing,
        assets,
        security,
      },
      world,
      on,
    ),
    member: memberColumns({ people, health, schooling, labour, work, insured: security.insured }, world, on),
  };
}

function assemble(
  spec: PopulationSpec,
  figures: Figures,
  options: GenerateOptions,
  world: World,
  places: Places,
  raw: RawFacts,
): Population {
  const { vocabulary } = spec;
  const missing = options.missing ?? figures.share('missing');
  const columns = (
    entity: string,
    facts: RawColumns,
    ids: readonly string[] | null,
  ): Record<string, Column> => {
    const made = toColumns(entity, facts, vocabulary);
    const kept = missing > 0 ? withMissing(made, entity, missing, world.seed) : made;
    const key = vocabulary.entities[entity]?.key;
    if (ids !== null && key !== undefined && vocabulary.facts[`${entity}.${key}`]) kept[key] = idColumn(ids);
    return kept;
  };
  const tables: Record<string, Table> = Object.create(null);
  const add = (
    entity: string,
    rows: number,
    ids: string[],
    facts: RawColumns,
    owner: Int32Array | null,
    part: string | null,
    offsets: Int32Array | null,
  ): void => {
    const parts: Record<string, Int32Array> = Object.create(null);
    if (part !== null && offsets !== null && vocabulary.entities[part]) parts[part] = offsets;
    if (vocabulary.entities[entity])
      tables[entity] = {
        entity,
        rows,
        ids,
        columns: columns(entity, facts, ids.length > 0 ? ids : null),
        owner,
        parts,
      };
  };
  const villages = offsetsOfSorted(places.township, places.townships);
  const homesOf = offsetsOfSorted(world.village, places.villages);
  const householdIds = names('h', world.households);
  const noOwner = new Int32Array(places.townships);
  add('county', 1, ['c1'], {}, null, 'township', Int32Array.from([0, places.townships]));
  add(
    'township',
    places.townships,
    names('t', places.townships),
    townshipColumns(places),
    vocabulary.entities['county'] ? noOwner : null,
    'village',
    villages,
  );
  add(
    'village',
    places.villages,
    names('v', places.villages),
    villageColumns(places),
    places.township,
    'household',
    homesOf,
  );
  add('household', world.households, householdIds, raw.household, world.village, 'member', world.first);
  add(
    'member',
    world.members,
    options.memberIds ? memberNames(world, householdIds) : [],
    raw.member,
    world.home,
    null,
    null,
  );
  return { tables, source: spec.id, seed: options.seed };
}

function names(prefix: string, count: number): string[] {
  const width = Math.max(2, String(count).length);
  return Array.from({ length: count }, (_, i) => `${prefix}${String(i + 1).padStart(width, '0')}`);
}

function memberNames(world: World, households: readonly string[]): string[] {
  const found = new Array<string>(world.members);
  for (let h = 0; h < world.households; h++)
    for (let m = world.first[h]!; m < world.first[h + 1]!; m++)
      found[m] = `${households[h]!}-${m - world.first[h]! + 1}`;
  return found;
}

function offsetsOfSorted(owner: Int32Array, owners: number): Int32Array {
  const offsets = new Int32Array(owners + 1);
  for (const row of owner) offsets[row + 1]!++;
  for (let i = 0; i < owners; i++) offsets[i + 1]! += offsets[i]!;
  return offsets;
}
