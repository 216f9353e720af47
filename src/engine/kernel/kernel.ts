/** Runs generated functions over a population. */
import { makeResults } from '../reference/results.ts';
import type { Results } from '../results.ts';
import { leaveOutNameless } from '../unrecorded.ts';
import { type Loaded, load } from './function.ts';
import { column } from './outputs.ts';
import type { Program } from './program.ts';
import { claimByCard, dropClaims } from './seats.ts';

export interface Kernel {
  /** All households but the handed ones, whose rows are left for the reference evaluator. The columns of `spent` are filled anew. */
  run(onProgress?: (done: number, rows: number) => void, spent?: Results): Results;
  /** Rows whose figures exceed what the columns compute exactly. */
  readonly handed: Int32Array;
  /** The generated text, for people. */
  readonly source: string;
}

/** Rows at a time: their columns stay in the processor's cache between the functions. */
const CHUNK = 4096;

type Numbers = { [index: number]: number };

export function sourceOf({ above, decide, pay, weigh, owe, owePerhaps }: Program): string {
  return [...above, decide.decide, ...pay, ...weigh, ...owe, ...owePerhaps].map(f => f.source).join('\n\n');
}

export function makeKernel(program: Program): Kernel {
  const { policy, population, handed } = program;
  const rows = population.tables[policy.entity]!.rows;
  const above = program.above.map(load);
  const decide = load(program.decide.decide);
  const afterwards = [...program.pay, ...program.owe].map(load);
  const perhaps = [...program.weigh, ...program.owePerhaps].map(load);

  function outputs(spent: Results | null): { results: Results; columns: ReadonlyMap<string, Numbers> } {
    const results = makeResults(policy, population, program.decide.spans, spent);
    const { benefits } = results;
    const columns = new Map<string, Numbers>([
      ['status', results.status],
      ['card', results.card],
      ['possible', results.possible],
    ]);
    results.barred.forEach((barred, k) => {
      if (barred) columns.set(column.barred(k), barred);
    });
    benefits.forEach((benefit, k) => {
      columns.set(column.state(k), benefit.state);
      columns.set(column.low(k), benefit.low);
      columns.set(column.high(k), benefit.high);
    });
    results.duties.forEach((duty, k) => {
      columns.set(column.duty(k), duty);
    });
    results.claims.forEach((claim, k) => {
      columns.set(column.claim(k), claim);
    });
    return { results, columns };
  }

  function run(onProgress?: (done: number, rows: number) => void, spent?: Results): Results {
    const { results, columns } = outputs(spent ?? null);
    for (const [k, { work, data }] of above.entries()) work(0, program.above[k]!.rows, ...data);
    const waiting = new Map<string, Int32Array>([
      ['rows', new Int32Array(CHUNK)],
      ['masks', new Int32Array(CHUNK)],
    ]);
    /** Arguments after the first `own`, which change from call to call. */
    const bound = ({ parameters, data }: Loaded, own: number): readonly unknown[] => [
      ...parameters.slice(own).map(name => columns.get(name) ?? waiting.get(name)),
      ...data,
    ];
    const decideArgs = bound(decide, 2);
    const afterwardsArgs = afterwards.map(each => bound(each, 2));
    const perhapsArgs = perhaps.map(each => bound(each, 1));
    for (let from = 0; from < rows; from += CHUNK) {
      const to = Math.min(from + CHUNK, rows);
      const count = decide.work(from, to, ...decideArgs) ?? 0;
      for (const [k, { work }] of afterwards.entries()) work(from, to, ...afterwardsArgs[k]!);
      if (count > 0) for (const [k, { work }] of perhaps.entries()) work(count, ...perhapsArgs[k]!);
      onProgress?.(to, rows);
    }
    claimByCard(policy, results);
    for (const row of handed) dropClaims(policy, population, results, row);
    leaveOutNameless(policy, population, results);
    return results;
  }

  return { run, handed, source: sourceOf(program) };
}
