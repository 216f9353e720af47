/** Decides a whole population: by the columnar engine, or by the reference evaluator where that refuses. */
import type { Policy } from '../policy/policy.ts';
import type { Population } from '../population/columns.ts';
import { instanceOf } from '../population/instance-of.ts';
import { compileKernel } from './kernel/compile.ts';
import { decideRaw } from './reference/decide.ts';
import { record, runReference } from './reference/results.ts';
import type { Results, Run } from './results.ts';

export interface RunOptions {
  /** `reference` asks for the slow and clear evaluator; by default the columnar engine does what it can. */
  readonly engine?: 'columnar' | 'reference';
  readonly onProgress?: (done: number, rows: number) => void;
}

/**
 * What a policy decides and pays over a population. Whichever engine runs, the results are the same; `refused` says what
 * the columnar engine could not do, `handed` how many households it left to the reference evaluator.
 */
export function run(policy: Policy, population: Population, options: RunOptions = {}): Run {
  const { engine = 'columnar', onProgress } = options;
  if (engine === 'reference')
    return { results: runReference(policy, population, onProgress), engine, refused: null, handed: 0 };
  const made = compileKernel(policy, population);
  if ('refused' in made) {
    const results = runReference(policy, population, onProgress);
    return { results, engine: 'reference', refused: made.refused, handed: 0 };
  }
  const { kernel } = made;
  const results = kernel.run(onProgress);
  for (const row of kernel.handed) decideAlone(policy, population, results, row);
  return { results, engine, refused: null, handed: kernel.handed.length };
}

/** One household by the reference evaluator, in place of what the columns say of it. */
function decideAlone(policy: Policy, population: Population, results: Results, row: number): void {
  const household = instanceOf(population, policy.vocabulary, row, policy.entity);
  for (const barred of results.barred) barred?.fill(0, row, row + 1);
  record(results, row, decideRaw(policy, household), policy.cards.length);
}
