import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Allocation } from '../../../src/engine/allocation/allocation.ts';
import { allocateColumns } from '../../../src/engine/allocation/columnar.ts';
import type { Run } from '../../../src/engine/results.ts';
import { run } from '../../../src/engine/run.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import type { Population } from '../../../src/population/columns.ts';
import { bugs, planted } from './bugs.ts';
import { plain, schemes, seed } from './schemes.ts';

/** Each bug has to show within so many random schemes. */
const SCHEMES = 500;

interface Prepared {
  readonly policy: Policy;
  readonly population: Population;
  readonly reference: Run;
  readonly expected: string;
}

const text = (allocation: Allocation): string => JSON.stringify(plain(allocation));

function shows(
  allocate: typeof allocateColumns,
  { policy, population, reference, expected }: Prepared,
): boolean {
  const { results, used } = reference;
  const made = allocate(policy, population, results, { used });
  return 'allocation' in made && text(made.allocation) !== expected;
}

describe('the differential test of allocations', () => {
  const prepared: Prepared[] = [];

  beforeAll(() => {
    for (const { policy, population } of fc.sample(schemes, { seed, numRuns: SCHEMES })) {
      const reference = run(policy, population, { engine: 'reference' });
      if (reference.allocation === null) continue;
      prepared.push({ policy, population, reference, expected: text(reference.allocation) });
    }
  }, 120_000);

  it('finds nothing wrong with the code as it is', () => {
    expect(prepared.filter(each => shows(allocateColumns, each))).toEqual([]);
  });

  it.each(bugs)('catches: $name', async bug => {
    const allocate = await planted(bug);
    expect(prepared.some(each => shows(allocate, each))).toBe(true);
  });
});
