/**
 * How fast it is, as ratios of one run on this machine: `npm run bench`, or `node bench/main.ts SECTION …` for some of it
 * after a build. HOUSEHOLDS sets another size than 1,000,000. Ends with 1 where an aim is not met.
 */
import { cpus, totalmem } from 'node:os';
import type { Policy } from '../src/policy/policy.ts';
import type { Population } from '../src/population/columns.ts';
import { byHand } from './by-hand.ts';
import { againstEngines } from './engines.ts';
import { line, summary } from './print.ts';
import { processes } from './processes.ts';
import { quotas } from './quotas.ts';
import { scaling } from './scaling.ts';
import { simulator } from './sim.ts';
import { againstSql } from './sql.ts';
import { county, decisionsOnly, fourCards } from './workload.ts';

type Section = (policy: Policy, population: Population) => Promise<void>;
const SECTIONS: Readonly<Record<string, Section>> = {
  hand: byHand,
  engines: againstEngines,
  sql: againstSql,
  scaling,
  quotas,
  processes,
  sim: simulator,
};

const asked = process.argv.slice(2);
const unknown = asked.filter(name => !Object.hasOwn(SECTIONS, name));
if (unknown.length > 0) {
  console.error(`no section ${unknown.join(', ')}; there are ${Object.keys(SECTIONS).join(', ')}`);
  process.exit(2);
}

const households = Number(process.env['HOUSEHOLDS'] ?? 1_000_000);
line(
  `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`,
);
const policy = fourCards();
const started = performance.now();
const population = county(households, 0);
const members = population.tables['member']!.rows;
const seconds = ((performance.now() - started) / 1000).toFixed(0);
line(
  `four-card scheme over ${households.toLocaleString('en')} households, ${members.toLocaleString('en')} members, generated in ${seconds} s`,
);

for (const [name, section] of Object.entries(SECTIONS))
  if (asked.length === 0 || asked.includes(name))
    await section(name === 'quotas' ? policy : decisionsOnly(policy), population);
process.exitCode = summary() ? 0 : 1;
