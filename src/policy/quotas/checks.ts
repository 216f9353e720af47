import type { Expr } from '../../language/expr.ts';
import { visit } from '../../language/operands.ts';
import { rational } from '../../language/rational.ts';
import type { Desk } from '../desk.ts';
import { orderByNeed } from '../order.ts';
import type { Benefit, Definition, Fund, Parameter, Quota } from '../policy.ts';
import { called } from '../rule.ts';
import { endsOf } from './seats.ts';

export interface Shared {
  readonly quotas: readonly Quota[];
  readonly funds: Readonly<Record<string, Fund>>;
  readonly benefits: readonly Benefit[];
  readonly definitions: Readonly<Record<string, Definition>>;
  readonly parameters: ReadonlyMap<string, Parameter>;
}

/** A total that falls short of what the levels need at the very least: one area of each. */
function checkMinimums(desk: Desk, { quotas, parameters }: Shared): void {
  for (const quota of quotas) {
    const total = quota.total === null ? null : endsOf(quota.total, parameters);
    if (quota.total === null || total === null) continue;
    const needed = quota.levels
      .map(({ seats }) => rational(endsOf(seats, parameters)?.low ?? '0'))
      .reduce((sum, one) => sum.add(one), rational('0'));
    if (rational(total.high).compare(needed) >= 0) continue;
    const params = { quota: called(quota), total: Number(total.high), needed: needed.valueOf() };
    desk.report({ code: 'seats-short', severity: 'error', params, span: quota.total.span });
  }
}

const quotaNode = (id: string) => `quota ${id}`;
const fundNode = (id: string) => `fund ${id}`;

/** All that a quota evaluates. */
export function quotaExpressions({ takes, total, least, levels, shares, rank }: Quota): Expr[] {
  return [
    takes,
    total,
    least,
    ...levels.map(({ seats }) => seats),
    ...shares.map(({ weight }) => weight),
    ...rank.map(({ expr }) => expr),
  ].filter(expr => expr !== null);
}

/** What has to be settled before it is known what is left of a benefit. */
function binding({ quotas, funds, benefits }: Shared, benefit: string): string[] {
  const bound = quotas.filter(({ of }) => of.kind === 'benefit' && of.id === benefit);
  const fund = benefits.find(({ id }) => id === benefit)?.fund ?? null;
  const limited = fund !== null && funds[fund] !== undefined && funds[fund].total !== null;
  return [...bound.map(({ id }) => quotaNode(id)), ...(limited ? [fundNode(fund)] : [])];
}

/** The quotas and funds whose results expressions ask for, through definitions. */
function readBy(shared: Shared, roots: readonly Expr[]): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const waiting = [...roots];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    visit(next, expr => {
      if (expr.op === 'served' && expr.use === null) {
        const { kind, id } = expr.what;
        for (const node of kind === 'quota' ? [quotaNode(id)] : binding(shared, id)) found.add(node);
      }
      if (expr.op !== 'definition') return;
      const key = `${expr.entity}.${expr.id}`;
      const definition = shared.definitions[key];
      if (definition === undefined || seen.has(key)) return;
      seen.add(key);
      waiting.push(definition.expr);
    });
  return [...found];
}

/** Quotas and funds are settled each after those that it reads. */
function checkRings(desk: Desk, shared: Shared): void {
  const needs = new Map<string, string[]>();
  const owners = new Map<string, Quota | Fund>();
  for (const quota of shared.quotas) {
    owners.set(quotaNode(quota.id), quota);
    needs.set(quotaNode(quota.id), readBy(shared, quotaExpressions(quota)));
  }
  for (const fund of Object.values(shared.funds)) {
    if (fund.total === null) continue;
    const paid = shared.benefits.filter(one => one.fund === fund.id);
    const bound = paid.flatMap(({ id }) => binding(shared, id)).filter(node => node !== fundNode(fund.id));
    const read = readBy(shared, [fund.total, ...fund.rank.map(({ expr }) => expr)]);
    owners.set(fundNode(fund.id), fund);
    needs.set(fundNode(fund.id), [...new Set([...bound, ...read])]);
  }
  for (const ring of orderByNeed(needs).rings) {
    const path = [...ring, ring[0] as string].map(node => called(owners.get(node) as Quota));
    const params = {
      path: { zh: path.map(({ zh }) => zh).join(' → '), en: path.map(({ en }) => en).join(' → ') },
    };
    const [first, ...rest] = ring.map(node => (owners.get(node) as Quota).span);
    if (first === undefined) continue;
    const related = rest.length > 0 ? { related: rest } : {};
    desk.report({ code: 'quota-cycle', severity: 'error', params, span: first, ...related });
  }
}

/** What can be wrong with quotas and funds only once all of them are known. */
export function checkQuotas(desk: Desk, shared: Shared): void {
  checkMinimums(desk, shared);
  checkRings(desk, shared);
}
