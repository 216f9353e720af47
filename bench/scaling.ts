/** Kernel time from ten thousand to ten million households. */
import { factsOf } from '../src/engine/facts.ts';
import type { Policy } from '../src/policy/policy.ts';
import type { Column, Population, Table } from '../src/population/columns.ts';
import { kernelFor } from './by-hand.ts';
import { heading, line, ms, table, verdict } from './print.ts';
import { inTurns, median, threadTime } from './timing.ts';

const SIZES = [10_000, 100_000, 1_000_000, 10_000_000];
const TURNS = 7;
/** Time by the household may grow by so much from the smallest size on which the caches no longer matter. */
const GROWTH = 1.3;

type Numbers = Float64Array | Int32Array | Uint8Array;

/** The first `rows` values, from the beginning again where the list ends. */
function repeated<N extends Numbers>(values: N, rows: number): N {
  const made = new (values.constructor as new (length: number) => N)(rows);
  for (let at = 0; at < rows; at += values.length)
    made.set(values.subarray(0, Math.min(values.length, rows - at)) as never, at);
  return made;
}

function columnsOf(source: Table, facts: ReadonlySet<string>, rows: number): Record<string, Column> {
  const kept = Object.entries(source.columns).filter(([id]) => facts.has(`${source.entity}.${id}`));
  return Object.fromEntries(
    kept.map(([id, column]) => {
      const valid = column.valid === null ? null : repeated(column.valid, rows);
      return [id, { ...column, values: repeated(column.values, rows), valid } as Column];
    }),
  );
}

/** So many households, those of a smaller population again and again; only what the rules read. */
function tiled(policy: Policy, source: Population, rows: number): Population {
  const facts = factsOf(policy);
  const households = source.tables['household']!;
  const members = source.tables['member']!;
  const starts = households.parts['member']!;
  const offsets = new Int32Array(rows + 1);
  for (let row = 0; row < rows; row++) {
    const from = row % households.rows;
    offsets[row + 1] = offsets[row]! + starts[from + 1]! - starts[from]!;
  }
  const people = offsets[rows]!;
  const table = (of: Table, count: number, parts: Table['parts']): Table => ({
    entity: of.entity,
    rows: count,
    ids: [],
    columns: columnsOf(of, facts, count),
    owner: null,
    parts,
  });
  return {
    tables: { household: table(households, rows, { member: offsets }), member: table(members, people, {}) },
    source: source.source,
    seed: source.seed,
  };
}

export async function scaling(policy: Policy, source: Population): Promise<void> {
  heading('Kernel time by size, cards and benefits');
  line('  processor time of the one thread, median; above 1,000,000 the same households again');
  const rows: (string | number)[][] = [];
  const each: number[] = [];
  for (const size of SIZES) {
    const population = tiled(policy, source, size);
    const kernel = kernelFor(policy, population);
    // The clock of a thread is coarse: small sizes run several times for one reading.
    const repeats = Math.max(1, Math.round(2_000_000 / size));
    const again = () => {
      for (let k = 0; k < repeats; k++) kernel.run();
    };
    const [timed] = await inTurns([{ name: 'kernel', run: again }], TURNS, threadTime);
    const time = median(timed!.times) / repeats;
    each.push((time * 1e6) / size);
    rows.push([size.toLocaleString('en'), ms(time), ((time * 1e6) / size).toFixed(1)]);
  }
  table(['households', 'ms', 'ns each'], rows);
  const growth = each.at(-1)! / each[1]!;
  verdict(
    'linear: time by the household from 100,000 to 10,000,000',
    `${growth.toFixed(2)} ×`,
    growth <= GROWTH,
  );
}
