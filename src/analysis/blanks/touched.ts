import { CLAIM, type Run } from '../../engine/results.ts';
import type { Expr } from '../../language/expr.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Population } from '../../population/columns.ts';
import { visitThrough } from '../conditions.ts';
import { type Doubt, doubtOf } from '../doubt.ts';
import type { Blank } from './blanks.ts';

/** How many households (or whatever is judged) a blank touches. */
export interface Touched {
  /** With a benefit whose amount it leaves unset or ranging. */
  readonly benefits: number;
  /** Whose card it may still change. */
  readonly cards: number;
}

/** Whether nobody is served before it is settled: an open total of a quota or a fund. */
export function holdsEverybody({ policy, parameter, kind }: Blank): boolean {
  if (kind === 'range') return false;
  const totals = [
    ...policy.quotas.flatMap(({ total, least }) => [total, least]),
    ...Object.values(policy.funds).map(({ total }) => total),
  ];
  return totals.some(total => restsOn(policy, parameter.id, total));
}

function restsOn(policy: Policy, parameter: string, root: Expr | null): boolean {
  let found = false;
  if (root !== null)
    visitThrough(policy, root, expr => {
      found ||= expr.op === 'parameter' && expr.id === parameter;
    });
  return found;
}

/** Counts for every blank, from the runs of the policy and of those that it uses. */
export function touchedBy(
  blanks: readonly Blank[],
  policy: Policy,
  population: Population,
  run: Run,
): Touched[] {
  const doubts = new Map<Policy, Doubt>();
  return blanks.map(blank => {
    const own = runOf(run, policy, blank.uses);
    if (!own) return { benefits: 0, cards: 0 };
    const doubt = doubts.get(blank.policy) ?? doubtOf(blank.policy, population, own);
    doubts.set(blank.policy, doubt);
    const lack = doubt.lacks.find(({ kind, id }) => kind === 'open' && id === blank.parameter.id);
    return { benefits: withBenefits(blank, own), cards: lack?.households ?? 0 };
  });
}

/** The run of the policy to which a way of uses leads. */
function runOf(run: Run, policy: Policy, uses: readonly string[]): Run | null {
  let at: Run | null = run;
  let each: Policy | undefined = policy;
  for (const use of uses) {
    at = at?.used[use] ?? null;
    each = each?.uses[use]?.policy;
  }
  return each ? at : null;
}

function withBenefits({ policy, parameter, value }: Blank, { results }: Run): number {
  const rests = (root: Expr | null) => restsOn(policy, parameter.id, root);
  const resting = policy.benefits.flatMap(({ when, times, amounts }, index) => {
    const whatever = rests(when) || rests(times);
    const cards = amounts.map(({ amount }) => whatever || rests(amount));
    if (!whatever && !cards.includes(true)) return [];
    // The first amount whose cards include the one given counts.
    const byCard = policy.cards.map(({ id }) => {
      const at = amounts.findIndex(({ cards: of }) => of === null || of.includes(id));
      return at < 0 ? whatever : cards[at]!;
    });
    return [{ column: results.benefits[index]!, byCard }];
  });
  let count = 0;
  for (let row = 0; row < results.rows; row++) {
    const card = results.card[row]!;
    const touched = resting.some(({ column: { state, low, high }, byCard }) => {
      if (card >= 0 && !byCard[card]) return false;
      return value.kind === 'range'
        ? state[row] === CLAIM.due && low[row] !== high[row]
        : state[row] === CLAIM.unset;
    });
    if (touched) count++;
  }
  return count;
}
