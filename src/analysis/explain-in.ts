import type { Standing } from '../engine/allocation/standing/line.ts';
import { standingsOf } from '../engine/allocation/standing.ts';
import type { Answer } from '../engine/answer.ts';
import { decideIn } from '../engine/decide-in.ts';
import { run } from '../engine/run.ts';
import type { Policy } from '../policy/policy.ts';
import type { Population } from '../population/columns.ts';

export interface ExplainedIn {
  /** With all its steps. */
  readonly answer: Answer;
  readonly standings: readonly Standing[];
}

/** One household of a population: its answer, and where it stands among the others in quotas and limited funds. */
export function explainIn(policy: Policy, population: Population, row: number): ExplainedIn {
  const others = run(policy, population);
  return {
    answer: decideIn(policy, population, others, row, { trace: true }),
    standings: standingsOf(policy, population, others, row),
  };
}
