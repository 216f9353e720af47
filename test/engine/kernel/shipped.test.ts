import { beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../../src/engine/run.ts';
import { loadPolicy } from '../../../src/policy/load.ts';
import type { Population } from '../../../src/population/columns.ts';
import { generatePopulation } from '../../../src/population/generate.ts';
import { loadPopulationSpec } from '../../../src/population/synthetic/load-spec.ts';
import { plain } from '../allocation/schemes.ts';
import { columnsOf } from './cases.ts';

const POLICIES = [
  'policies/county-four-cards',
  'policies/county-four-cards/drafts/line-6000',
  'policies/lancang-five-cards',
  'policies/registration',
  'policies/registration/poor-villages',
  'policies/prevention',
  'policies/assistance-standard',
  'policies/assistance-standard/indicators',
];

describe.each([
  ['complete facts', 0],
  ['a tenth of the facts missing', 0.1],
])('the shipped policies on %s', (_, missing) => {
  let population: Population;
  beforeAll(() => {
    const { spec } = loadPopulationSpec('policies/populations/rural-county.yaml');
    population = generatePopulation(spec!, { households: 700, seed: 5, missing });
  });

  it.each(POLICIES)('%s never falls back, and decides as the reference does', path => {
    const { policy } = loadPolicy(path);
    const ours = run(policy!, population);
    const reference = run(policy!, population, { engine: 'reference' });
    for (const [a, b] of [
      [ours, reference],
      ...Object.keys(ours.used).map(id => [ours.used[id]!, reference.used[id]!]),
    ]) {
      const { engine, refused, handed } = a!;
      expect({ engine, refused, handed }).toEqual({ engine: 'columnar', refused: null, handed: 0 });
      expect(columnsOf(a!.results)).toEqual(columnsOf(b!.results));
      expect(plain(a!.allocation)).toEqual(plain(b!.allocation));
    }
  });
});
