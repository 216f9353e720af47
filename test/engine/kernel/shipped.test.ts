import { beforeAll, describe, expect, it } from 'vitest';
import { runReference } from '../../../src/engine/reference/results.ts';
import { run } from '../../../src/engine/run.ts';
import { loadPolicy } from '../../../src/policy/load.ts';
import type { Population } from '../../../src/population/columns.ts';
import { generatePopulation } from '../../../src/population/generate.ts';
import { loadPopulationSpec } from '../../../src/population/synthetic/load-spec.ts';
import { columnsOf } from './cases.ts';

const POLICIES = [
  'policies/county-four-cards',
  'policies/county-four-cards/drafts/line-6000',
  'policies/lancang-five-cards',
];

describe.each([
  ['complete facts', 0],
  ['a tenth of the facts missing', 0.1],
])('the shipped policies on %s', (_, missing) => {
  let population: Population;
  beforeAll(() => {
    const { spec } = loadPopulationSpec('policies/populations/rural-county.yaml');
    population = generatePopulation(spec!, { households: 1500, seed: 5, missing });
  });

  it.each(POLICIES)('%s never falls back, and decides as the reference does', path => {
    const { policy } = loadPolicy(path);
    const { results, engine, refused, handed } = run(policy!, population);
    expect({ engine, refused, handed }).toEqual({ engine: 'columnar', refused: null, handed: 0 });
    expect(columnsOf(results)).toEqual(columnsOf(runReference(policy!, population)));
  });
});
