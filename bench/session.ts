/**
 * How long the simulator's session takes for a change of a parameter, over 100,000 households: policy → kernel → all figures
 * of both sides. `node bench/session.ts [households]`
 */
import { fileURLToPath } from 'node:url';
import type { Reply } from '../src/app/protocol.ts';
import { createSession } from '../src/app/session/session.ts';
import { threadTime } from './timing.ts';

const policies = fileURLToPath(new URL('../policies/', import.meta.url));
const households = Number(process.argv[2] ?? 100_000);
const RUNS = 200;

const replies: Reply[] = [];
const session = createSession({ post: reply => replies.push(reply) });

async function ask(request: Parameters<typeof session.handle>[0]): Promise<Reply> {
  replies.length = 0;
  session.handle(request);
  await session.idle();
  return replies.at(-1)!;
}

let request = 0;
const began = performance.now();
const loaded = await ask({
  kind: 'load',
  request: ++request,
  policies: [`${policies}county-four-cards`, `${policies}county-four-cards/drafts/line-6000`],
  population: { kind: 'generated', spec: `${policies}populations/rural-county.yaml`, households, seed: 1 },
  on: null,
});
if (loaded.kind !== 'loaded') throw new Error(JSON.stringify(loaded));
console.log(`loaded ${households} households in ${(performance.now() - began).toFixed(0)} ms`);

const times: number[] = [];
/** Processor time of this thread: what other programs take on a busy machine does not count. */
const worked: number[] = [];
for (let k = 0; k < RUNS; k++) {
  const value = String(4000 + ((k * 700) % 4000));
  const from = performance.now();
  const spent = threadTime();
  const reply = await ask({
    kind: 'run',
    request: ++request,
    b: 1,
    changes: [{ parameter: 'warning_line', cell: null, value }],
  });
  times.push(performance.now() - from);
  worked.push(threadTime() - spent);
  if (reply.kind !== 'figures') throw new Error(JSON.stringify(reply));
  if (k === 0)
    console.log(
      `first run ${times[0]!.toFixed(0)} ms, message of ${JSON.stringify(reply).length} characters`,
    );
}

function tell(what: string, all: readonly number[]): void {
  const sorted = all.slice(1).sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(1);
  console.log(
    `${what}: p50 ${at(0.5)} ms, p90 ${at(0.9)} ms, p99 ${at(0.99)} ms, most ${sorted.at(-1)!.toFixed(1)} ms`,
  );
}
tell(`${RUNS - 1} changes of a line, by the clock`, times);
tell('  processor time', worked);
