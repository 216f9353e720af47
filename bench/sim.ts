/** The simulator as a person meets it: the built program in a pseudo-terminal, from a key to what stands on the screen. */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { generatePopulation } from '../src/population/generate.ts';
import { loadPopulationSpec } from '../src/population/synthetic/load-spec.ts';
import { writePopulation } from '../src/population/write.ts';
import { mingbai, type Seen } from '../test/app/terminal/screen.ts';
import { heading, line, ms, table, verdict } from './print.ts';
import { median } from './timing.ts';
import { DRAFT, POLICY, SEED, SPEC } from './workload.ts';

const STARTS = 9;
const KEYS = 200;

async function written(households: number, folder: string): Promise<void> {
  const { spec } = loadPopulationSpec(SPEC);
  if (spec === null) throw new Error('the spec of the population does not load');
  const population = generatePopulation(spec, { households, seed: SEED });
  const diagnostics = await writePopulation(population, spec.vocabulary, folder);
  if (diagnostics.length > 0) throw new Error(`the population could not be written: ${diagnostics[0]!.code}`);
}

const open = (folder: string, state: string): Seen =>
  mingbai(['sim', POLICY, DRAFT, '--population', folder], {
    columns: 100,
    rows: 30,
    env: { XDG_STATE_HOME: state },
  });

const FIGURES = /^Mingbai .* \d+ ms$/m;

async function left(seen: Seen): Promise<void> {
  seen.type('\u0003');
  await seen.ended;
}

async function starts(folder: string, state: string): Promise<void> {
  const first: number[] = [];
  const figures: number[] = [];
  for (let turn = 0; turn <= STARTS; turn++) {
    const began = performance.now();
    const seen = open(folder, state);
    await seen.until('Mingbai');
    const frame = performance.now() - began;
    await seen.until(FIGURES);
    // The first one fills the cache of compiled code.
    if (turn > 0) first.push(frame);
    if (turn > 0) figures.push(performance.now() - began);
    await left(seen);
  }
  table(
    ['from start to', 'median ms', 'most ms'],
    [
      ['first frame', ms(median(first)), ms(Math.max(...first))],
      ['figures', ms(median(figures)), ms(Math.max(...figures))],
    ],
  );
  verdict('first frame of 60,000 households within 1.5 s', `${ms(median(first))} ms`, median(first) <= 1500);
  verdict('their figures within 3 s', `${ms(median(figures))} ms`, median(figures) <= 3000);
}

/** Milliseconds that the processors have worked for the program, all threads together; null where the system does not tell. */
function worked(pid: number): number | null {
  try {
    const tasks = readdirSync(`/proc/${pid}/task`);
    const times = tasks.map(task =>
      Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]),
    );
    return times.reduce((sum, time) => sum + time, 0) / 1e6;
  } catch {
    return null;
  }
}

/** A line goes up and down by its step; the frame counts once it shows the new value and the figures of that run. */
async function keys(folder: string, state: string): Promise<void> {
  const seen = open(folder, state);
  await seen.until(FIGURES);
  seen.type('3');
  await seen.until(/▸ +warning line +6,000 /);
  const drawn: number[] = [];
  const shown: number[] = [];
  const busy: number[] = [];
  for (let key = 0; key < KEYS; key++) {
    const up = key % 80 < 40;
    const value = 6000 + 100 * (up ? (key % 80) + 1 : 79 - (key % 80));
    const cell = new RegExp(`▸ +warning line +${value.toLocaleString('en')} `);
    const before = worked(seen.pid);
    const began = performance.now();
    seen.type(up ? '\u001b[C' : '\u001b[D');
    await seen.until(cell);
    drawn.push(performance.now() - began);
    await seen.until(text => cell.test(text) && FIGURES.test(text));
    shown.push(performance.now() - began);
    const after = worked(seen.pid);
    if (before !== null && after !== null) busy.push(after - before);
    // As fast as keys repeat when they are held down, and then some.
    await new Promise(resolve => setTimeout(resolve, 30));
  }
  await left(seen);
  const at = (times: readonly number[], share: number) =>
    times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(share * times.length))]!;
  const row = (name: string, times: readonly number[]) => [
    name,
    ...[0.5, 0.9, 0.99, 1].map(share => (times.length === 0 ? '–' : ms(at(times, share)))),
  ];
  line('');
  table(
    [`of ${KEYS} keys, ms`, 'p50', 'p90', 'p99', 'most'],
    [
      row('to the frame with the new value', drawn),
      row('to the frame with all new figures', shown),
      row('processor time, all threads', busy),
    ],
  );
  verdict(
    'key to new frame with 100,000 households within 100 ms, 99th percentile',
    `${ms(at(shown, 0.99))} ms`,
    at(shown, 0.99) <= 100,
  );
}

export async function simulator(): Promise<void> {
  heading('The simulator in a pseudo-terminal, four-card scheme and amendment');
  line(`  load of the machine before: ${loadavg()[0]!.toFixed(1)}`);
  const dir = await mkdtemp(join(tmpdir(), 'mingbai-bench-'));
  try {
    const [start, live] = [join(dir, 'start'), join(dir, 'live')];
    await written(60_000, start);
    await starts(start, dir);
    await written(100_000, live);
    await keys(live, dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
