import type { Run } from '../engine/results.ts';
import { run, usedRuns } from '../engine/run.ts';
import type { Expr } from '../language/expr.ts';
import type { Policy } from '../policy/policy.ts';
import type { Population } from '../population/columns.ts';
import { conjuncts, looksAtAnswer } from './conditions.ts';
import { outcomeRows } from './outcome.ts';
import { probeRows, probing, TRUTH } from './probe.ts';

/** One of the conditions that a card asks for together. */
export interface Obstacle {
  readonly condition: Expr;
  /** Households without a card for which it does not hold. */
  readonly households: number;
  /** Of these, those for which every other condition of the card holds. */
  readonly alone: number;
}

export interface CardRefused {
  readonly card: string;
  /** Households without a card for which the condition does not hold. */
  readonly households: number;
  readonly obstacles: readonly Obstacle[];
  /** Those for which it holds, by the exclusion that took the card away. */
  readonly barred: readonly { readonly by: string; readonly households: number }[];
}

export interface NoCard {
  readonly households: number;
  readonly cards: readonly CardRefused[];
}

/**
 * Why households that are judged come to no card, card by card: which of its conditions fail, or what bars them.
 * Exact over all households: the conditions are run like a policy of their own.
 */
export function noCard(policy: Policy, population: Population, main: Run): NoCard {
  const outcome = outcomeRows(policy, main.results);
  const rows: number[] = [];
  for (let row = 0; row < outcome.length; row++) if (outcome[row] === policy.cards.length) rows.push(row);
  if (rows.length === 0) return { households: 0, cards: [] };

  const asked = policy.cards.map(card => {
    const condition = policy.definitions[card.condition]!.expr;
    return conjuncts(policy, condition).filter(part => !looksAtAnswer(policy, part));
  });
  const probes = asked.flat().map(condition => ({ entity: policy.entity, condition }));
  const answers = run(probing(policy, probes), population, { known: usedRuns(policy, main) });
  let next = 0;
  const cards = policy.cards.map((card, index): CardRefused => {
    const conditions = asked[index]!;
    const columns = conditions.map((_, part) => probeRows(answers, next + part));
    next += conditions.length;
    const barred = main.results.barred[index] ?? null;
    const refused = rows.filter(row => !barred?.[row]);
    return {
      card: card.id,
      households: refused.length,
      obstacles: obstaclesOf(conditions, columns, refused),
      barred: policy.exclusions
        .map((exclusion, by) => ({
          by: exclusion.id,
          households: barred ? rows.filter(row => barred[row] === by + 1).length : 0,
        }))
        .filter(({ households }) => households > 0),
    };
  });
  return { households: rows.length, cards };
}

function obstaclesOf(
  conditions: readonly Expr[],
  columns: readonly Uint8Array[],
  rows: readonly number[],
): Obstacle[] {
  const failing = new Array<number>(conditions.length).fill(0);
  const alone = new Array<number>(conditions.length).fill(0);
  for (const row of rows) {
    let only = -1;
    let others = 0;
    columns.forEach((column, index) => {
      if (column[row] !== TRUTH.yes) others++;
      if (column[row] !== TRUTH.no) return;
      failing[index]!++;
      only = index;
    });
    if (others === 1 && only >= 0) alone[only]!++;
  }
  return conditions
    .map((condition, index) => ({ condition, households: failing[index]!, alone: alone[index]! }))
    .filter(({ households }) => households > 0);
}
