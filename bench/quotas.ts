/** Quotas over columns, against sorting the keys alone; and what duties and quotas add to a run of the four-card scheme. */
import { allocateColumns } from '../src/engine/allocation/columnar.ts';
import { allocateReference } from '../src/engine/allocation/reference.ts';
import { figuresOn } from '../src/engine/kernel/figures.ts';
import type { Results } from '../src/engine/results.ts';
import { run } from '../src/engine/run.ts';
import type { Policy } from '../src/policy/policy.ts';
import type { Population } from '../src/population/columns.ts';
import { heading, line, ms, table, times, verdict } from './print.ts';
import { inTurns, median, ratio, threadTime } from './timing.ts';
import { county, decisionsOnly, seatsPolicy } from './workload.ts';

/** At most so many times as long as sorting the keys. */
const MOST = 3;
const TURNS = 9;
/** Households of a smaller county on which the allocation is checked against the reference. */
const CHECKED = 2000;

function allocate(policy: Policy, population: Population, results: Results) {
  const made = allocateColumns(policy, population, results, { used: {} });
  if ('refused' in made) throw new Error(`refused: ${made.refused.en}`);
  return made.allocation;
}

function mustAgree(policy: Policy): void {
  const population = county(CHECKED, 0);
  const { results } = run(policy, population);
  const ours = JSON.stringify(allocate(policy, population, results));
  if (ours !== JSON.stringify(allocateReference(policy, population, results, { used: {} })))
    throw new Error('the allocation is not the reference’s');
}

/** The first rank key of every household, as one would sort it by hand. */
function keysOf(policy: Policy, population: Population): Float64Array {
  const { entity, rank } = policy.quotas[0]!;
  const besides = { used: {}, own: null };
  const made = figuresOn(policy, population, besides, entity, [rank[0]!.expr], null);
  if ('refused' in made) throw new Error(`refused: ${made.refused.en}`);
  const { values, dens } = made.columns[0]!;
  return dens === null ? values : values.map((value, row) => value / dens[row]!);
}

async function againstSorting(population: Population): Promise<void> {
  const policy = seatsPolicy();
  mustAgree(policy);
  const { results } = run(policy, population);
  const keys = keysOf(policy, population);
  const room = new Float64Array(keys.length);
  const [ours, theirs] = await inTurns(
    [
      { name: 'size control', run: () => allocate(policy, population, results) },
      {
        name: 'sorting the keys',
        run: () => {
          room.set(keys);
          room.sort();
        },
      },
    ],
    TURNS,
    threadTime,
  );
  const { order, pools } = allocate(policy, population, results).quotas[0]!;
  line(`  ${order.length.toLocaleString('en')} households by two keys for seats in ${pools.length} villages`);
  line(
    '  processor time of the one thread, median of interleaved runs; on a small county checked equal to the reference',
  );
  table(
    ['way', 'ms'],
    [
      ['size control: keys, order, shares, seats', ms(median(ours!.times))],
      ['Float64Array.prototype.sort of the first key', ms(median(theirs!.times))],
    ],
  );
  const factor = ratio(ours!, theirs!);
  verdict(`quotas at most ${MOST} × sorting the keys`, times(factor), factor <= MOST);
}

async function fourCardQuotas(policy: Policy, population: Population): Promise<void> {
  const ways = [
    { name: 'cards and benefits', run: () => run(decisionsOnly(policy), population) },
    { name: 'and duties', run: () => run({ ...policy, quotas: [] }, population) },
    { name: 'and claims for posts, who gets one', run: () => run(policy, population) },
  ];
  const timed = await inTurns(ways, TURNS, threadTime);
  const held = process.memoryUsage();
  line('  the four-card scheme with its duties and the quota of public-service posts, compiling included');
  table(
    ['run', 'ms'],
    timed.map(({ name, times: all }) => [name, ms(median(all))]),
  );
  const mib = (bytes: number): string => `${Math.round(bytes / 2 ** 20).toLocaleString('en')} MiB`;
  line(`  memory held: ${mib(held.rss)} in all, ${mib(held.arrayBuffers)} of it columns`);
}

export async function quotas(policy: Policy, complete: Population): Promise<void> {
  heading('Quotas');
  await againstSorting(complete);
  await fourCardQuotas(policy, complete);
}
