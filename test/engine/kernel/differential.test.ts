import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runReference } from '../../../src/engine/reference/results.ts';
import { CLAIM, STATUS } from '../../../src/engine/results.ts';
import { run } from '../../../src/engine/run.ts';
import { cases, columnsOf, REFUSALS, runs, seed } from './cases.ts';
import { addMeetings, emptyTally, expected } from './met.ts';

const LEAST_MEETINGS = 50;

describe('the columnar engine', () => {
  const tally = emptyTally();
  const engines = { columnar: 0, reference: 0 };
  const seen = { handed: 0, status: new Set<number>(), state: new Set<number>() };

  it(`decides and pays as the reference does (seed ${seed}, ${runs} policies)`, () => {
    console.info(`differential test: MINGBAI_SEED=${seed} MINGBAI_RUNS=${runs}`);
    fc.assert(
      fc.property(cases, ({ policy, population }) => {
        const result = run(policy, population);
        engines[result.engine]++;
        seen.handed += result.handed;
        if (result.refused !== null) {
          expect(
            REFUSALS.filter(words => words.test(result.refused!.en)),
            result.refused.en,
          ).toHaveLength(1);
          return;
        }
        const reference = runReference(policy, population);
        expect(columnsOf(result.results)).toEqual(columnsOf(reference));
        for (const status of reference.status) seen.status.add(status);
        for (const { state } of reference.benefits) for (const claim of state) seen.state.add(claim);
        addMeetings(tally, policy, population);
      }),
      { seed, numRuns: runs },
    );
  }, 120_000);

  it('did so itself, hardly ever refusing', () => {
    expect(engines.columnar).toBeGreaterThan(0.9 * (engines.columnar + engines.reference));
    expect(seen.handed).toBeGreaterThan(10);
  });

  it('met every outcome', () => {
    // Only areas can be without a name; these policies judge households.
    const { unrecorded: _, ...statuses } = STATUS;
    expect([...seen.status].sort()).toEqual(Object.values(statuses).sort());
    expect([...seen.state].sort()).toEqual(Object.values(CLAIM).sort());
  });

  it('met known, unknown and boundary operands of every operator', () => {
    const short = Object.entries(expected).flatMap(([op, meetings]) => {
      const met = tally.get(op as keyof typeof expected)!;
      return meetings.filter(kind => met[kind] < LEAST_MEETINGS).map(kind => `${op} ${kind}: ${met[kind]}`);
    });
    expect(short).toEqual([]);
  });
});
