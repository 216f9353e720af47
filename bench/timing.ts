/** Times of several ways to do the same, in turns, so that whatever else the machine does hits all of them alike. */

/** One way: what it is called, what it does. */
interface Way {
  readonly name: string;
  readonly run: () => unknown;
}

interface Timed {
  readonly name: string;
  /** Milliseconds, by turn. */
  readonly times: readonly number[];
}

/** Processor time of this thread, milliseconds; other threads and processes do not count. */
export function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

export function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** `clock` is wall time unless said. Every way runs once before its times count. */
export async function inTurns(
  ways: readonly Way[],
  turns: number,
  clock: () => number = () => performance.now(),
): Promise<Timed[]> {
  for (const way of ways) await way.run();
  const times = ways.map((): number[] => []);
  for (let turn = 0; turn < turns; turn++) {
    for (const [k, way] of ways.entries()) {
      const before = clock();
      await way.run();
      times[k]!.push(clock() - before);
    }
  }
  return ways.map((way, k) => ({ name: way.name, times: times[k]! }));
}

/** The median of the ratios of one turn's times: both were taken under the same load. */
export function ratio(above: Timed, below: Timed): number {
  return median(above.times.map((time, turn) => time / below.times[turn]!));
}
