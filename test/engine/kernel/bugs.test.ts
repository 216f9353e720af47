import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeKernel } from '../../../src/engine/kernel/kernel.ts';
import { generate, type Program } from '../../../src/engine/kernel/program.ts';
import { runReference } from '../../../src/engine/reference/results.ts';
import type { Results } from '../../../src/engine/results.ts';
import { type Bug, bugs, planted } from './bugs.ts';
import { cases, isSame, seed } from './cases.ts';

/** Each bug has to show within so many random policies, far fewer than the differential test runs. */
const POLICIES = 300;

interface Prepared {
  readonly program: Program;
  readonly reference: Results;
}

/** Does the bug show on these households, as results that differ? The code with the bug must run. */
function shows(bug: Bug, { program, reference }: Prepared, turn: number): boolean {
  const wrong = planted(bug, program, turn);
  return wrong !== null && !isSame(makeKernel(wrong).run(), reference);
}

describe('the differential test', () => {
  const prepared: Prepared[] = [];

  beforeAll(() => {
    for (const { policy, population } of fc.sample(cases, { seed, numRuns: POLICIES })) {
      const made = generate(policy, population);
      if ('refused' in made || made.program.handed.length > 0) continue;
      prepared.push({ program: made.program, reference: runReference(policy, population) });
    }
  });

  it('finds nothing wrong with the code as it is', () => {
    expect(
      prepared.filter(({ program, reference }) => !isSame(makeKernel(program).run(), reference)),
    ).toEqual([]);
  });

  it('has 20 bugs and more to find', () => {
    expect(new Set(bugs.map(bug => bug.name)).size).toBeGreaterThanOrEqual(20);
  });

  it.each(bugs)('catches: $name', bug => {
    expect(prepared.some((each, turn) => shows(bug, each, turn))).toBe(true);
  });
});
