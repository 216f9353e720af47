import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLACE } from '../../../src/engine/allocation/allocation.ts';
import type { Run } from '../../../src/engine/results.ts';
import { run } from '../../../src/engine/run.ts';
import { columnsOf, REFUSALS } from '../kernel/cases.ts';
import { plain, runs, schemes, seed } from './schemes.ts';

/** What the columnar engine may refuse besides, of such schemes. */
const FURTHER = [
  /^a population without (member|village|township)$/,
  /^\w+ of a (village|township|household) that is not recorded everywhere$/,
  /^the benefit b\d of each beneficiary, seen from a level between$/,
  /^a number of seats taken that is a quotient of facts$/,
  /^large figures in what quotas and funds go by$/,
];

describe('quotas and funds over columns', () => {
  const seen = {
    columnar: 0,
    refused: new Map<string, number>(),
    problems: new Map<string, number>(),
    places: new Map<number, number>(),
  };
  const count = <K>(map: Map<K, number>, key: K) => map.set(key, (map.get(key) ?? 0) + 1);

  function same(a: Run, b: Run): void {
    expect(columnsOf(a.results)).toEqual(columnsOf(b.results));
    expect(plain(a.allocation)).toEqual(plain(b.allocation));
    for (const use of Object.keys(b.used)) same(a.used[use]!, b.used[use]!);
  }

  it(`come out as the reference has them (seed ${seed}, ${runs} schemes)`, () => {
    console.info(`allocation test: MINGBAI_SEED=${seed} MINGBAI_RUNS=${runs}`);
    fc.assert(
      fc.property(schemes, ({ policy, population }) => {
        const columnar = run(policy, population);
        if (columnar.refused === null) seen.columnar++;
        else {
          const said = columnar.refused.en;
          expect(
            [...REFUSALS, ...FURTHER].filter(words => words.test(said)),
            said,
          ).toHaveLength(1);
          count(seen.refused, said.replace(/ \S*\d\S*/, ' …'));
        }
        same(columnar, run(policy, population, { engine: 'reference' }));
        for (const { place, problems } of columnar.allocation?.quotas ?? []) {
          for (const { code } of problems) count(seen.problems, code);
          for (const each of place) count(seen.places, each);
        }
      }),
      // The tapes are long: to make one shorter takes its time. `MINGBAI_SHRINK=1` does it.
      { seed, numRuns: runs, endOnFailure: process.env['MINGBAI_SHRINK'] === undefined },
    );
  }, 300_000);

  it('ran over columns most of the time', () => {
    console.info(seen);
    expect(seen.columnar).toBeGreaterThan(0.8 * runs);
    expect([...seen.places.keys()].sort()).toEqual(Object.values(PLACE).sort());
  });
});
