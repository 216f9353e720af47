/** Everything that is generated for a policy and a population, or a refusal by name. */
import type { Policy } from '../../policy/policy.ts';
import type { Column, Population } from '../../population/columns.ts';
import { makeAbove } from './above.ts';
import { makeApplicable } from './applicable.ts';
import type { Shared } from './context.ts';
import { type Decide, makeDecide } from './decide.ts';
import type { Generated } from './function.ts';
import { handedRows } from './handed.ts';
import { MOST_CARDS } from './outputs.ts';
import { attempt, type Refusal, refuse } from './refuse.ts';
import { makeWeigh } from './weigh.ts';

/** Everything that is generated for a policy and a population: text, and what it works on. */
export interface Program {
  readonly policy: Policy;
  readonly population: Population;
  /** Run first, in this order: definitions of villages and townships that look at their parts. */
  readonly above: readonly Generated[];
  readonly decide: Decide;
  /** For households that are not decided; null where all are. */
  readonly weigh: Generated | null;
  /** Rows whose figures are too large to be computed exactly in columns. */
  readonly handed: Int32Array;
}

/** Largest figures of columns, tried in turn: whatever is beyond is handed to the reference evaluator. */
const LIMITS = [2 ** 53, 2 ** 47, 2 ** 42, 2 ** 37, 2 ** 32, 2 ** 27] as const;

/** What the columnar engine makes of a policy, or what it can't do. */
export function generate(policy: Policy, population: Population): { program: Program } | { refused: string } {
  let refusal: Refusal | null = null;
  for (const limit of LIMITS) {
    const result = attempt(() => generateWithin(policy, population, limit));
    if ('done' in result) return { program: result.done };
    refusal = result.refusal;
    if (refusal.kind === 'construct') break;
  }
  return { refused: refusal!.what };
}

function generateWithin(policy: Policy, population: Population, limit: number): Program {
  if (policy.cards.length > MOST_CARDS) refuse(`more than ${MOST_CARDS} cards`);
  if (!population.tables[policy.entity]) refuse(`a population without ${policy.entity}`);
  const above: Generated[] = [];
  const capped = new Set<Column>();
  const shared: Shared = {
    policy,
    population,
    limit,
    capped,
    owners: new Map(),
    texts: new Map(),
    above: makeAbove(() => shared, above),
    recordedWhereApplicable: makeApplicable(() => shared),
  };
  const decide = makeDecide(shared);
  const weigh = decide.complete ? null : makeWeigh(shared);
  if (capped.size > 0 && above.length > 0) refuse('large figures in what villages and townships sum up');
  return { policy, population, above, decide, weigh, handed: handedRows(policy, population, capped, limit) };
}
