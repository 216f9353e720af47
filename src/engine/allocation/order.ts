/** In which order quotas and funds are settled: each after those that it reads. */
import type { Expr } from '../../language/expr.ts';
import { visit } from '../../language/operands.ts';
import type { Fund, Policy, Quota } from '../../policy/policy.ts';

export type Item =
  | { readonly kind: 'quota'; readonly index: number; readonly quota: Quota }
  /** A fund with a total; `index` among these. */
  | { readonly kind: 'fund'; readonly index: number; readonly fund: Fund };

/** Funds that are not simply whatever is claimed, in the order written. */
export const limitedFunds = (policy: Policy): Fund[] =>
  Object.values(policy.funds).filter(fund => fund.total !== null);

/** All that a quota or a fund evaluates. */
export function itemExpressions(item: Item): Expr[] {
  if (item.kind === 'fund') {
    const { total, rank } = item.fund;
    return [...(total === null ? [] : [total]), ...rank.map(key => key.expr)];
  }
  const { takes, total, least, levels, shares, rank } = item.quota;
  return [
    ...[takes, total, least].filter(expr => expr !== null),
    ...levels.map(level => level.seats),
    ...shares.map(share => share.weight),
    ...rank.map(key => key.expr),
  ];
}

/** Ids of this policy's quotas and benefits of which an expression asks what was served, through definitions. */
function servedIn(policy: Policy, roots: readonly Expr[]): Set<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const waiting = [...roots];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    visit(next, expr => {
      if (expr.op === 'served' && expr.use === null) found.add(`${expr.what.kind} ${expr.what.id}`);
      if (expr.op !== 'definition') return;
      const key = `${expr.entity}.${expr.id}`;
      const definition = policy.definitions[key];
      if (seen.has(key) || definition === undefined) return;
      seen.add(key);
      waiting.push(definition.expr);
    });
  }
  return found;
}

/** Quotas that bind a benefit. */
export const quotasOf = (policy: Policy, benefit: string): Quota[] =>
  policy.quotas.filter(({ of }) => of.kind === 'benefit' && of.id === benefit);

/** Quotas as written, then limited funds as written, but each after those that it reads. Throws on a ring. */
export function settlingOrder(policy: Policy): Item[] {
  const items: Item[] = [
    ...policy.quotas.map((quota, index): Item => ({ kind: 'quota', index, quota })),
    ...limitedFunds(policy).map((fund, index): Item => ({ kind: 'fund', index, fund })),
  ];
  const named = (kind: Item['kind'], id: string): Item[] =>
    items.filter(item => item.kind === kind && (item.kind === 'quota' ? item.quota : item.fund).id === id);
  /** What has to be settled before it is known what is left of a benefit. */
  const before = (benefit: string): Item[] => [
    ...quotasOf(policy, benefit).flatMap(({ id }) => named('quota', id)),
    ...policy.benefits.filter(({ id }) => id === benefit).flatMap(({ fund }) => named('fund', fund ?? '')),
  ];
  function needs(item: Item): Item[] {
    const read = [...servedIn(policy, itemExpressions(item))].flatMap(key => {
      const space = key.indexOf(' ');
      const id = key.slice(space + 1);
      return key.slice(0, space) === 'quota' ? named('quota', id) : before(id);
    });
    if (item.kind === 'quota') return read;
    const paid = policy.benefits.filter(({ fund }) => fund === item.fund.id);
    return [...read, ...paid.flatMap(({ id }) => quotasOf(policy, id).flatMap(q => named('quota', q.id)))];
  }

  const ordered: Item[] = [];
  const state = new Map<Item, 'under way' | 'placed'>();
  function place(item: Item): void {
    const at = state.get(item);
    if (at === 'placed') return;
    if (at === 'under way') throw new Error('quotas and funds depend on each other in a circle');
    state.set(item, 'under way');
    for (const needed of needs(item)) place(needed);
    state.set(item, 'placed');
    ordered.push(item);
  }
  for (const item of items) place(item);
  return ordered;
}
