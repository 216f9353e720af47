/** Runs generated functions over a population. */
import { makeResults } from '../reference/results.ts';
import type { Results } from '../results.ts';
import { load } from './function.ts';
import { column } from './outputs.ts';
import type { Program } from './program.ts';

export interface Kernel {
  /** All households but the handed ones, whose rows are left for the reference evaluator. */
  run(onProgress?: (done: number, rows: number) => void): Results;
  /** Rows whose figures exceed what the columns compute exactly. */
  readonly handed: Int32Array;
  /** The generated text, for people. */
  readonly source: string;
}

/** Rows at a time: their columns stay in the processor's cache between the functions. */
const CHUNK = 4096;

type Numbers = { [index: number]: number };
export function sourceOf({ above, decide, weigh }: Program): string {
  return [...above, decide.decide, ...(weigh ? [weigh] : [])].map(f => f.source).join('\n\n');
}

export function makeKernel(program: Program): Kernel {
  const { policy, population, handed } = program;
  const rows = population.tables[policy.entity]!.rows;
  const above = program.above.map(load);
  const decide = load(program.decide.decide);
  const weigh = program.weigh ? load(program.weigh) : null;

  function outputs(): { results: Results; columns: ReadonlyMap<string, Numbers> } {
    const made = makeResults(policy, rows);
    // Where the ends never differ they are one column.
    const benefits = made.benefits.map((b, k) => (program.decide.spans[k] ? b : { ...b, high: b.low }));
    const results = { ...made, benefits };
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
    return { results, columns };
  }

  function run(onProgress?: (done: number, rows: number) => void): Results {
    const { results, columns } = outputs();
    for (const [k, { work, data }] of above.entries()) work(0, program.above[k]!.rows, ...data);
    const waiting = new Map<string, Int32Array>([
      ['rows', new Int32Array(CHUNK)],
      ['masks', new Int32Array(CHUNK)],
    ]);
    const given = (names: readonly string[]) => names.map(name => columns.get(name) ?? waiting.get(name));
    const decideArgs = [...given(decide.parameters.slice(2)), ...decide.data];
    const weighArgs = weigh ? [...given(weigh.parameters.slice(1)), ...weigh.data] : [];
    for (let from = 0; from < rows; from += CHUNK) {
      const to = Math.min(from + CHUNK, rows);
      const count = decide.work(from, to, ...decideArgs) ?? 0;
      if (weigh && count > 0) weigh.work(count, ...weighArgs);
      onProgress?.(to, rows);
    }
    return results;
  }

  return { run, handed, source: sourceOf(program) };
}
