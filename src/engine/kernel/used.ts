/** What another policy gives an instance, in generated code: loads from the columns of its results. */
import Fraction from 'fraction.js';
import type { Expr } from '../../language/expr.ts';
import type { Type } from '../../language/types.ts';
import type { Table } from '../../population/columns.ts';
import { select } from './choice.ts';
import { unknown } from './facts.ts';
import {
  type Given,
  type GivenCard,
  type GivenFigure,
  type GivenTruth,
  givenCard,
  givenFigure,
} from './given.ts';
import type { Node } from './graph.ts';
import * as j from './js.ts';
import type { Num } from './num.ts';
import * as num from './num.ts';
import { refusals } from './refusals.ts';
import { refuse } from './refuse.ts';
import { type Context, element, type Scope } from './scope.ts';
import type { BoolVal, Val } from './value.ts';
import * as v from './value.ts';
import { wordsOf } from './words.ts';

type UsedExpr = Extract<Expr, { op: 'used' }>;

/** `scope` is the instance of the entity that the other policy classifies. */
export function usedValue(c: Context, expr: UsedExpr, scope: Scope): Val {
  const { js } = c;
  const nothing = unknown(c, expr, v.doubtOf(js, v.OTHER));
  const { row, table } = scope;
  if (row === null || table === null) return nothing;
  const { what } = expr;
  const given =
    what.kind === 'card'
      ? cardAt(c, usedColumns(c, expr, (_, run) => givenCard(run.results)) as GivenCard, row, expr.type)
      : figureAt(c, figures(c, expr), row, table);
  return select(js, scope.recorded, given, nothing);
}

type ServedExpr = Extract<Expr, { op: 'served' }>;

/** The card that was decided for the classified instance `scope`. */
export function decidedCard(c: Context, type: Type, scope: Scope): Val {
  const { js, own } = c;
  const nothing = unknown(c, { type }, v.doubtOf(js, v.OTHER));
  if (scope.row === null || own === null) return nothing;
  const given = once(c, 'card', () => givenCard(own.results)) as GivenCard;
  return select(js, scope.recorded, cardAt(c, given, scope.row, type), nothing);
}

/** What quotas and funds left of a claim of the instance `scope`. */
export function servedValue(c: Context, expr: ServedExpr, scope: Scope): Val {
  const { js, own } = c;
  const { row, table } = scope;
  if (own === null) return refuse(refusals.served);
  const nothing = unknown(c, expr, v.doubtOf(js, v.OTHER));
  if (row === null || table === null) return nothing;
  const given = once(c, `served ${JSON.stringify([expr.use, expr.what])}`, () => own.served(expr));
  if ('tri' in given) return select(js, scope.recorded, truthAt(c, given, row), nothing);
  return select(js, scope.recorded, figureAt(c, given as GivenFigure, row, table), nothing);
}

/** A column by a name, made at first use. */
export function once(c: Context, name: string, make: () => Given): Given {
  const known = c.given.get(name);
  if (known !== undefined) return known;
  const made = make();
  c.given.set(name, made);
  return made;
}

function usedColumns(
  c: Context,
  { use, what }: UsedExpr,
  make: (policy: Context['policy'], run: Context['used'][string]) => Given,
): Given {
  const policy = c.policy.uses[use]?.policy;
  const run = c.used[use];
  if (!policy || !run) return refuse(refusals.used(use));
  return once(c, `used ${JSON.stringify([use, what])}`, () => make(policy, run));
}

function figures(c: Context, expr: UsedExpr): GivenFigure {
  const { what } = expr;
  return usedColumns(c, expr, (policy, { results }) => {
    const index = what.kind === 'benefit' ? policy.benefits.findIndex(({ id }) => id === what.id) : null;
    if (index === -1) throw new Error(`no benefit in ${expr.use}`);
    return givenFigure(policy, results, index);
  }) as GivenFigure;
}

/** A flag that is the same everywhere where it has no column. */
const flag = (c: Context, flags: Uint8Array | null, row: Node, usual: Node): Node =>
  flags === null ? usual : element(c, flags, 'g', row, 'bit');

function cardAt(c: Context, given: GivenCard, row: Node, type: Type): Val {
  const { js } = c;
  const known = flag(c, given.known, row, js.yes);
  const doubt = known === js.yes ? v.noDoubt(js) : v.doubtOf(js, v.OTHER);
  const code = element(c, given.code, 'g', row);
  return v.word(js, code, wordsOf(c.policy, type), known, doubt, flag(c, given.na, row, js.no));
}

function figureAt(c: Context, given: GivenFigure, row: Node, table: Table): Val {
  const { js } = c;
  const { least, most, kinds, low, high } = given;
  if (most > c.limit || least < -c.limit) for (const end of new Set([low, high])) c.capped.set(end, table);
  const clip = (value: number) => Math.max(-c.limit, Math.min(c.limit, value));
  const bounds = { min: clip(least), max: clip(most) };
  const at = (end: Float64Array, open: Pick<Num, 'below' | 'above'>): Num => ({
    ...num.numberOf(element(c, end, 'g', row), new Fraction(1), bounds),
    ...open,
  });
  const mixed = (kinds & v.OPEN) !== 0 && (kinds & ~v.OPEN) !== 0;
  const odd = (kinds & v.OTHER) !== 0 && (kinds & v.RANGED) !== 0;
  const doubt = mixed || odd ? { kinds, bits: element(c, given.bits, 'g', row) } : v.doubtOf(js, kinds);
  const unset = given.known !== null;
  if (low === high)
    return v.point(js, at(low, { below: false, above: false }), flag(c, given.known, row, js.yes), doubt);
  const above = given.unbounded || unset;
  return v.span(js, at(low, { below: unset, above: false }), at(high, { below: false, above }), doubt);
}

/** A truth value out of a column. */
export function truthAt(c: Context, { tri, decided }: GivenTruth, row: Node): BoolVal {
  const { js } = c;
  const node = element(c, tri, 'g', row);
  if (decided) return v.decided(js, j.compare(js, '===', node, j.literal(js, v.TRUE)));
  return v.threeValued(js, node, v.doubtOf(js, v.OTHER));
}
