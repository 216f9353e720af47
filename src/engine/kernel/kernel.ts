/** Runs generated functions over a population. */
import { makeResults } from '../reference/results.ts';
import type { Results } from '../results.ts';
import { type Loaded, load } from './function.ts';
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

export function sourceOf({ above, decide, pay, weigh }: Program): string {
  return [...above, decide.decide, ...pay, ...weigh].map(f => f.source).join('\n\n');
}

export function makeKernel(program: Program): Kernel {
  const { policy, population, handed } = program;
  const rows = population.tables[policy.entity]!.rows;
  const above = program.above.map(load);
  const decide = load(program.decide.decide);
  const pay = program.pay.map(load);
  const weigh = program.weigh.map(load);

  function outputs(): { results: Results; columns: ReadonlyMap<string, Numbers> } {
    const made = makeResults(policy, population);
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
    /** Arguments after the first `own`, which change from call to call. */
    const bound = ({ parameters, data }: Loaded, own: number): readonly unknown[] => [
      ...parameters.slice(own).map(name => columns.get(name) ?? waiting.get(name)),
      ...data,
    ];
    const decideArgs = bound(decide, 2);
    const payArgs = pay.map(each => bound(each, 2));
    const weighArgs = weigh.map(each => bound(each, 1));
    for (let from = 0; from < rows; from += CHUNK) {
      const to = Math.min(from + CHUNK, rows);
      const count = decide.work(from, to, ...decideArgs) ?? 0;
      for (const [k, { work }] of pay.entries()) work(from, to, ...payArgs[k]!);
      if (count > 0) for (const [k, { work }] of weigh.entries()) work(count, ...weighArgs[k]!);
      onProgress?.(to, rows);
    }
    return results;
  }

  return { run, handed, source: sourceOf(program) };
}
