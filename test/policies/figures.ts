import { CLAIM, OWED, STATUS } from '../../src/engine/results.ts';
import { run } from '../../src/engine/run.ts';
import type { Policy } from '../../src/policy/policy.ts';
import type { Population } from '../../src/population/columns.ts';

/** Fen as yuan, as people write them. */
function yuan(fen: number): string {
  if (!Number.isFinite(fen)) return '∞';
  const cents = String(Math.round(fen)).padStart(3, '0');
  const whole = cents.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return cents.endsWith('00') ? whole : `${whole}.${cents.slice(-2)}`;
}

function count<T>(values: Iterable<T>, wanted: T): number {
  let found = 0;
  for (const value of values) if (value === wanted) found++;
  return found;
}

const perYear = { once: 1, month: 12, year: 1 } as const;

/** What a policy comes to over a population, one line per card, benefit, quota, fund and duty that somebody has. */
export function figuresOf(policy: Policy, population: Population): string {
  const { results, allocation } = run(policy, population);
  const name = ({ id, label }: { id: string; label: { zh?: string } }) => `${label.zh ?? id} ${id}`;
  const lines = [`${policy.label.zh}  ${policy.on}  ${results.rows}`];

  policy.cards.forEach((card, c) => {
    lines.push(`card ${name(card)}: ${count(results.card, c)}`);
  });
  const none = [...results.card].filter((c, i) => c < 0 && results.status[i] === STATUS.decided).length;
  lines.push(`no card: ${none}`);
  lines.push(`undetermined: ${count(results.status, STATUS.undetermined)}`);
  lines.push(`out of scope: ${count(results.status, STATUS.outOfScope)}`);

  results.benefits.forEach(({ state, low, high }, b) => {
    const benefit = policy.benefits[b]!;
    const due = count(state, CLAIM.due);
    const rest = [
      [count(state, CLAIM.undetermined), 'undetermined'],
      [count(state, CLAIM.unset), 'unset'],
    ].flatMap(([n, word]) => (n ? [`${n} ${word}`] : []));
    const times = benefit.periods ?? perYear[benefit.period];
    const sum = (column: Float64Array) =>
      column.reduce((all, fen, i) => all + (state[i] === CLAIM.due ? fen * times : 0), 0);
    const [least, most] = [sum(low), sum(high)];
    const money =
      benefit.amounts.length === 0 || due === 0
        ? ''
        : `, ${least === most ? yuan(least) : `${yuan(least)} to ${yuan(most)}`} yuan a year`;
    if (due + rest.length > 0)
      lines.push(`benefit ${name(benefit)}: ${[`${due} due`, ...rest].join(', ')}${money}`);
  });

  allocation?.quotas.forEach(({ pools, place }, q) => {
    const total = pools.reduce((all, { seats }) => all + seats, 0);
    const taken = pools.reduce((all, { taken: some }) => all + some, 0);
    const [served, unserved, contesting] = [1, 2, 3].map(code => count(place, code));
    lines.push(
      `quota ${name(policy.quotas[q]!)}: ${total} seats, ${taken} taken, ${served} served, ${unserved} not served, ${contesting} contesting`,
    );
  });
  for (const { id, total, low, high, contesting } of allocation?.funds ?? [])
    lines.push(
      `fund ${name(policy.funds[id]!)}: ${total === null ? 'open' : yuan(total)} yuan, asked ${yuan(low.askedTotal)} to ${yuan(high.askedTotal)}, served ${yuan(low.servedTotal)} to ${yuan(high.servedTotal)}, ${contesting} contesting`,
    );

  results.duties.forEach((column, d) => {
    const [yes, perhaps] = [count(column, OWED.yes), count(column, OWED.perhaps)];
    if (yes + perhaps > 0)
      lines.push(`duty ${name(policy.duties[d]!)}: ${yes}${perhaps ? `, perhaps ${perhaps}` : ''}`);
  });
  return `${lines.join('\n')}\n`;
}
