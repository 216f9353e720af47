/** Decides a whole population: by the columnar engine, or by the reference evaluator where that refuses. */
import type { Policy } from '../policy/policy.ts';
import type { Population } from '../population/columns.ts';
import { instanceOf } from '../population/instance-of.ts';
import { onlyUsed, withServed } from './allocation/at-hand.ts';
import { allocateColumns } from './allocation/columnar.ts';
import { limitedFunds } from './allocation/order.ts';
import { allocateReference } from './allocation/reference.ts';
import { compileKernel } from './kernel/compile.ts';
import { decideRaw } from './reference/decide.ts';
import { record, runReference } from './reference/results.ts';
import { type Results, type Run, STATUS } from './results.ts';

export interface RunOptions {
  /** `reference` asks for the slow and clear evaluator; by default the columnar engine does what it can. */
  readonly engine?: 'columnar' | 'reference';
  readonly onProgress?: (done: number, rows: number) => void;
  /** Runs of policies over the same population, to be used again; gets those that are made. */
  readonly known?: Map<Policy, Run>;
  /** Results that nobody looks at any more: their columns are filled anew. */
  readonly spent?: Results | undefined;
}

/**
 * What a policy decides and pays over a population, what the policies that it uses come to, and what quotas and limited
 * funds leave. Whichever engine runs, the results are the same; `refused` says what the columnar engine could not do,
 * `handed` how many households it left to the reference evaluator.
 */
export function run(policy: Policy, population: Population, options: RunOptions = {}): Run {
  return runOnce(policy, population, options, options.known ?? new Map());
}

/** A policy that several others use is run just once. */
function runOnce(policy: Policy, population: Population, options: RunOptions, known: Map<Policy, Run>): Run {
  const made = known.get(policy);
  if (made !== undefined) return made;
  // 1. The policies that this one builds on.
  const used: Record<string, Run> = Object.create(null);
  for (const [id, use] of Object.entries(policy.uses))
    used[id] = runOnce(use.policy, population, withoutProgress(options), known);
  // 2. What this one decides.
  const decided = decideAll(policy, population, used, options);
  // 3. What its quotas and limited funds leave of that.
  const { allocation, refused } = allocate(policy, population, decided.results, used, options);
  const run: Run = { ...decided, refused: decided.refused ?? refused, used, allocation };
  known.set(policy, run);
  return run;
}

/** The runs of all policies that one builds on: `known` to another run of it, or of it with more rules. */
export function usedRuns(policy: Policy, { used }: Pick<Run, 'used'>): Map<Policy, Run> {
  const found = new Map<Policy, Run>();
  for (const [id, use] of Object.entries(policy.uses)) {
    const made = used[id];
    if (made === undefined) continue;
    found.set(use.policy, made);
    for (const [below, run] of usedRuns(use.policy, made)) found.set(below, run);
  }
  return found;
}

/** Progress counts the households of the policy asked for. */
function withoutProgress({ engine }: RunOptions): RunOptions {
  return engine === undefined ? {} : { engine };
}

function allocate(
  policy: Policy,
  population: Population,
  results: Results,
  used: Run['used'],
  { engine = 'columnar' }: RunOptions,
): Pick<Run, 'allocation' | 'refused'> {
  if (policy.quotas.length === 0 && limitedFunds(policy).length === 0)
    return { allocation: null, refused: null };
  const made = engine === 'columnar' ? allocateColumns(policy, population, results, { used }) : null;
  if (made !== null && 'allocation' in made) return { allocation: made.allocation, refused: null };
  const allocation = allocateReference(policy, population, results, { used });
  return { allocation, refused: made?.refused ?? null };
}

type Decided = Omit<Run, 'allocation' | 'used'>;

function decideAll(policy: Policy, population: Population, used: Run['used'], options: RunOptions): Decided {
  const { engine = 'columnar', onProgress } = options;
  const byReference = (refused: Run['refused']): Decided => ({
    results: runReference(policy, population, { onProgress, used }),
    engine: 'reference',
    refused,
    handed: 0,
  });
  if (engine === 'reference') return byReference(null);
  const made = compileKernel(policy, population, used);
  if ('refused' in made) return byReference(made.refused);
  const { kernel } = made;
  const results = kernel.run(onProgress, options.spent);
  withServed(policy, population, onlyUsed(used), () => {
    for (const row of kernel.handed)
      if (results.status[row] !== STATUS.unrecorded) decideAlone(policy, population, results, row);
  });
  return { results, engine, refused: null, handed: kernel.handed.length };
}

/** One household by the reference evaluator, in place of what the columns say of it. */
function decideAlone(policy: Policy, population: Population, results: Results, row: number): void {
  const household = instanceOf(population, policy.vocabulary, row, policy.entity);
  for (const barred of results.barred) barred?.fill(0, row, row + 1);
  record(results, row, decideRaw(policy, household), policy.cards.length);
}
