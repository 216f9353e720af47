/** Whole processes of the built program: time from start to end, and the most memory held. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Policy } from '../src/policy/policy.ts';
import type { Population } from '../src/population/columns.ts';
import { writePopulation } from '../src/population/write.ts';
import { heading, line, table, verdict } from './print.ts';
import { median } from './timing.ts';
import { DRAFT, HOUSEHOLD, POLICY, PROGRAM } from './workload.ts';

interface Ran {
  readonly seconds: number;
  /** Seconds of all processors together. */
  readonly busy: number;
  /** MiB at the most. */
  readonly memory: number;
  readonly output: string;
}

/**
 * Says at the end of the process how much memory it held at the most (that of its own image: `maxRSS` begins with what
 * its parent held), and what it used of the processors.
 */
const REPORTER = `data:text/javascript,${encodeURIComponent(`
import { readFileSync } from 'node:fs';
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  let peak = maxRSS;
  try {
    peak = /VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1];
  } catch {}
  process.stderr.write('\\npeak=' + peak + ' cpu=' + (userCPUTime + systemCPUTime));
});
`)}`;

function ran(args: readonly string[]): Ran {
  const started = performance.now();
  const child = spawnSync(process.execPath, ['--import', REPORTER, PROGRAM, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, LANG: 'en_GB.UTF-8' },
  });
  const seconds = (performance.now() - started) / 1000;
  if (child.status !== 0)
    throw new Error(`mingbai ${args.join(' ')} ended with ${child.status}: ${child.stderr}`);
  const [, peak, cpu] = /peak=(\d+) cpu=(\d+)/.exec(child.stderr) ?? [];
  return { seconds, busy: Number(cpu) / 1e6, memory: Number(peak) / 1024, output: child.stdout };
}

function several(args: readonly string[], turns: number): Ran {
  const runs = Array.from({ length: turns }, () => ran(args));
  return {
    seconds: median(runs.map(run => run.seconds)),
    busy: median(runs.map(run => run.busy)),
    memory: Math.max(...runs.map(run => run.memory)),
    output: runs[0]!.output,
  };
}

/** Parquet files with the content of the CSV files. */
async function toParquet(from: string, to: string, entities: readonly string[]): Promise<void> {
  await mkdir(to);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const plural of entities) {
    const csv = join(from, `${plural}.csv`);
    if (!existsSync(csv)) continue;
    const options = `header = true, sample_size = -1`;
    await connection.run(
      `COPY (SELECT * FROM read_csv('${csv}', ${options})) TO '${join(to, `${plural}.parquet`)}'`,
    );
  }
  connection.closeSync();
  instance.closeSync();
}

export async function processes(policy: Policy, population: Population): Promise<void> {
  heading('Whole processes: node dist/mingbai.js …');
  const dir = await mkdtemp(join(tmpdir(), 'mingbai-bench-'));
  try {
    const csv = join(dir, 'csv');
    const parquet = join(dir, 'parquet');
    const diagnostics = await writePopulation(population, policy.vocabulary, csv);
    if (diagnostics.length > 0)
      throw new Error(`the population could not be written: ${diagnostics[0]!.code}`);
    await toParquet(
      csv,
      parquet,
      Object.values(policy.vocabulary.entities).map(entity => entity.plural),
    );
    const compare = (folder: string) =>
      ran(['compare', POLICY, DRAFT, '--population', folder, '--format', 'json']);
    const fromCsv = compare(csv);
    const fromParquet = compare(parquet);
    const check = several(['check', `${POLICY}/policy.yaml`], 9);
    const checkFolder = several(['check', POLICY], 9);
    const explain = several(['explain', POLICY, '--household', HOUSEHOLD], 9);
    const households = population.tables['household']!.rows;
    const seconds = ({ seconds: s }: Ran) => s.toFixed(2);
    const row = (name: string, run: Ran) => [name, seconds(run), run.busy.toFixed(2), Math.round(run.memory)];
    line(
      `  compare: two schemes on ${households.toLocaleString('en')} households; others: median of 9; folder: policy, twin, draft and their cases`,
    );
    table(
      ['process', 'seconds', 'of processors', 'MiB'],
      [
        row('compare, CSV', fromCsv),
        row('compare, Parquet', fromParquet),
        row('check, one policy', check),
        row('check, its folder', checkFolder),
        row('explain', explain),
      ],
    );
    const same = ({ output }: Ran) => JSON.stringify({ ...JSON.parse(output), population: null });
    if (same(fromCsv) !== same(fromParquet)) throw new Error('compare differs between CSV and Parquet');
    verdict('compare from CSV within 20 s', `${seconds(fromCsv)} s`, fromCsv.seconds <= 20);
    verdict('compare from CSV within 2048 MiB', `${Math.round(fromCsv.memory)} MiB`, fromCsv.memory <= 2048);
    verdict('compare from Parquet within 8 s', `${seconds(fromParquet)} s`, fromParquet.seconds <= 8);
    verdict('check of a policy within 0.4 s', `${seconds(check)} s`, check.seconds <= 0.4);
    verdict('explain within 0.5 s', `${seconds(explain)} s`, explain.seconds <= 0.5);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
