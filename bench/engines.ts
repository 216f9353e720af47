/** The kernel against general rules engines, on the card rules. */

import { type Results, STATUS } from '../src/engine/results.ts';
import type { Policy } from '../src/policy/policy.ts';
import type { Population } from '../src/population/columns.ts';
import { kernelFor } from './by-hand.ts';
import { type HouseholdFacts, householdsOf } from './households.ts';
import { jsonRules } from './json-rules.ts';
import { heading, line, table, times, verdict } from './print.ts';
import { inTurns, median } from './timing.ts';
import { zen } from './zen.ts';

/** Households that the other engines decide; their time goes by the household. */
const SAMPLE = 3000;
const TURNS = 5;

function cardsOf(policy: Policy, results: Results, count: number): string[] {
  return Array.from({ length: count }, (_, row) => {
    if (results.status[row] !== STATUS.decided) return 'outside';
    return policy.cards[results.card[row]!]?.id ?? 'none';
  });
}

async function oneByOne(
  households: readonly HouseholdFacts[],
  decide: (household: HouseholdFacts) => Promise<string>,
): Promise<string[]> {
  const cards: string[] = [];
  for (const household of households) cards.push(await decide(household));
  return cards;
}

export async function againstEngines(policy: Policy, complete: Population): Promise<void> {
  heading('Card rules, against general rules engines');
  const kernel = kernelFor({ ...policy, benefits: [], groups: [] }, complete);
  const rows = complete.tables['household']!.rows;
  const sample = householdsOf(policy, complete, 0, Math.min(SAMPLE, rows));
  const expected = cardsOf(policy, kernel.run(), sample.length);
  const zenEngine = zen();
  const rules = jsonRules();
  const ways = [
    { name: 'json-rules-engine', least: 1000, run: () => oneByOne(sample, rules) },
    { name: 'ZEN, one call each', least: 1000, run: () => oneByOne(sample, zenEngine.one) },
    { name: 'ZEN, one call for all', least: 300, run: () => zenEngine.batch(sample) },
  ];
  for (const way of ways) {
    const cards = await way.run();
    const wrong = expected.findIndex((card, row) => cards[row] !== card);
    if (wrong >= 0)
      throw new Error(`${way.name} gives household ${wrong} ${cards[wrong]}, the kernel ${expected[wrong]}`);
  }
  line(
    `  wall time by the household, median of interleaved runs; kernel over ${rows} households, others over`,
  );
  line(`  ${sample.length} of them, whose cards were checked equal`);
  const [ours, ...others] = await inTurns([{ name: 'kernel', run: () => kernel.run() }, ...ways], TURNS);
  const micro = (times: readonly number[], households: number) => (median(times) * 1000) / households;
  const own = micro(ours!.times, rows);
  table(
    ['way', 'µs each'],
    [
      ['kernel', own.toFixed(4)],
      ...others.map(({ name, times: all }) => [name, micro(all, sample.length).toFixed(1)]),
    ],
  );
  for (const [k, way] of ways.entries()) {
    const factor = micro(others[k]!.times, sample.length) / own;
    verdict(`at least ${way.least} × ${way.name}`, times(factor), factor >= way.least);
  }
  zenEngine.dispose();
}
