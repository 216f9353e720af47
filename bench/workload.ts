/** What is measured: the four-card scheme over a generated county, complete or with gaps. */
import { fileURLToPath } from 'node:url';
import { loadPolicy } from '../src/policy/load.ts';
import type { Policy } from '../src/policy/policy.ts';
import type { Column, Population } from '../src/population/columns.ts';
import { generatePopulation } from '../src/population/generate.ts';
import { loadPopulationSpec } from '../src/population/synthetic/load-spec.ts';

const here = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

export const POLICY = here('policies/county-four-cards');
export const DRAFT = here('policies/county-four-cards/drafts/line-6000');
export const HOUSEHOLD = here('examples/households/student-family.json');
export const SPEC = here('policies/populations/rural-county.yaml');
export const PROGRAM = here('dist/mingbai.js');

export const SEED = 20200318;

function load(path: string): Policy {
  const { policy } = loadPolicy(path);
  if (policy === null) throw new Error(`${path} does not load`);
  return policy;
}

export const fourCards = (): Policy => load(POLICY);
/** Everybody stands in line for seats. */
export const seatsPolicy = (): Policy => load(here('bench/seats'));

/** Cards and benefits: what loops written by hand, SQL and rules engines do too. */
export const decisionsOnly = (policy: Policy): Policy => ({ ...policy, duties: [], quotas: [] });

/** `missing`: share of facts left out. */
export function county(households: number, missing: number): Population {
  const { spec } = loadPopulationSpec(SPEC);
  if (spec === null) throw new Error('the spec of the population does not load');
  return generatePopulation(spec, { households, seed: SEED, missing, memberIds: false });
}

/** A share of the facts that rules read left out, each by itself; the same every time. */
export function withGaps(population: Population, facts: ReadonlySet<string>, share: number): Population {
  let state = SEED;
  const random = (): number => {
    // Mulberry32.
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const gapped = (column: Column): Column => {
    const valid = column.valid === null ? new Uint8Array(column.values.length).fill(1) : column.valid.slice();
    const values = column.values.slice();
    for (let row = 0; row < valid.length; row++) {
      if (random() >= share) continue;
      valid[row] = 0;
      values[row] = 0;
    }
    return { ...column, values, valid } as Column;
  };
  const tables = Object.entries(population.tables).map(([entity, table]) => {
    const columns = Object.entries(table.columns).map(([id, column]) => [
      id,
      facts.has(`${entity}.${id}`) ? gapped(column) : column,
    ]);
    return [entity, { ...table, columns: Object.fromEntries(columns) }];
  });
  return { ...population, tables: Object.fromEntries(tables) };
}

/** A fact's column; every fact of the scheme has one. */
export function columnOf(population: Population, key: string): Column {
  const [entity, fact] = key.split('.') as [string, string];
  const column = population.tables[entity]?.columns[fact];
  if (!column) throw new Error(`no column ${key}`);
  return column;
}
