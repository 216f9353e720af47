/** Bugs in the code for duties, claims for seats and results of other policies: the differential test has to find them. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeKernel } from '../../../src/engine/kernel/kernel.ts';
import { generate, type Program } from '../../../src/engine/kernel/program.ts';
import type { Results } from '../../../src/engine/results.ts';
import { run } from '../../../src/engine/run.ts';
import { schemes, seed } from '../allocation/schemes.ts';
import { bug, planted } from './bugs.ts';
import { isSame } from './cases.ts';

/** Each bug has to show within so many random schemes. */
const SCHEMES = 400;

const bugs = [
  bug('a duty that is perhaps called owed', /(duty\d+\[\w+\] = .*)\b2\b/, '$11'),
  bug('a duty owed called perhaps', /(duty\d+\[\w+\] = .*)\b1 :/, '$12 :'),
  bug('a claim that is perhaps called sure', /(claim\d+\[\w+\] = .*)\b2\b/, '$11'),
  bug('sure only where sure under every card of the policy', /\((t\d+) \|\| (?=t\d+\) \? 1)/, '('),
  bug('out of scope forgotten among the hypotheses', / & 10737\d+\)/, ' & 0)'),
  bug('one claim of the household in place of those of its members', /claim(\d+)\[j\d+\]/, 'claim$1[i]'),
  bug('the first instance of another policy for everybody', /\bg(\d+)\[\w+\]/, 'g$1[0]'),
  bug('a card that another policy leaves open taken as the first', /\bg\d+\[\w+\] === 1 \?/, 'true ?'),
];

interface Prepared {
  readonly program: Program;
  readonly reference: Results;
}

describe('the differential test of schemes', () => {
  const prepared: Prepared[] = [];

  beforeAll(() => {
    for (const { policy, population } of fc.sample(schemes, { seed, numRuns: SCHEMES })) {
      const { used, results } = run(policy, population, { engine: 'reference' });
      const made = generate(policy, population, { used });
      if ('refused' in made || made.program.handed.length > 0) continue;
      prepared.push({ program: made.program, reference: results });
    }
  }, 120_000);

  it('finds nothing wrong with the code as it is', () => {
    expect(
      prepared.filter(({ program, reference }) => !isSame(makeKernel(program).run(), reference)),
    ).toEqual([]);
  });

  it.each(bugs)('catches: $name', each => {
    const shows = ({ program, reference }: Prepared, turn: number): boolean => {
      const wrong = planted(each, program, turn);
      return wrong !== null && !isSame(makeKernel(wrong).run(), reference);
    };
    expect(prepared.some(shows)).toBe(true);
  });
});
