/** The kernel against loops written by hand. */
import { factsOf } from '../src/engine/facts.ts';
import { compileKernel } from '../src/engine/kernel/compile.ts';
import type { Kernel } from '../src/engine/kernel/kernel.ts';
import type { Policy } from '../src/policy/policy.ts';
import type { Population } from '../src/population/columns.ts';
import { mustAgree } from './check.ts';
import { handComplete } from './hand-complete.ts';
import { handMissing } from './hand-missing.ts';
import { heading, line, ms, table, times, verdict } from './print.ts';
import { inTurns, median, ratio, threadTime } from './timing.ts';
import { withGaps } from './workload.ts';

/** At most so many times the loop written by hand. */
const MOST = 1.5;
const TURNS = 15;

export function kernelFor(policy: Policy, population: Population): Kernel {
  const made = compileKernel(policy, population);
  if ('refused' in made) throw new Error(`refused: ${made.refused.en}`);
  if (made.kernel.handed.length > 0) throw new Error(`${made.kernel.handed.length} households handed over`);
  return made.kernel;
}

export async function byHand(policy: Policy, complete: Population): Promise<void> {
  heading('Cards and benefits, against typed-array loops written by hand');
  line('  processor time of the one thread, median of interleaved runs; all result columns checked equal');
  const gaps = withGaps(complete, factsOf(policy), 0.05);
  for (const [name, population, hand] of [
    ['complete', complete, handComplete],
    ['5 % missing', gaps, handMissing],
  ] as const) {
    const started = threadTime();
    const kernel = kernelFor(policy, population);
    const compiling = threadTime() - started;
    mustAgree(`kernel and hand, ${name},`, kernel.run(), hand(policy, population));
    const [ours, theirs] = await inTurns(
      [
        { name: 'kernel', run: () => kernel.run() },
        { name: 'by hand', run: () => hand(policy, population) },
      ],
      TURNS,
      threadTime,
    );
    table(
      ['facts', 'way', 'ms'],
      [
        [name, 'kernel', ms(median(ours!.times))],
        [name, 'by hand', ms(median(theirs!.times))],
        [name, '(compiling once)', ms(compiling)],
      ],
    );
    const factor = ratio(ours!, theirs!);
    verdict(`kernel at most ${MOST} × by hand, ${name}`, times(factor), factor <= MOST);
  }
}
