/** Expressions over the rows of one table as columns: what quotas and funds order claimants by and count seats by. */
import type Fraction from 'fraction.js';
import type { Expr } from '../../language/expr.ts';
import type { Words } from '../../language/label.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Population, Table } from '../../population/columns.ts';
import { makeAbove } from './above.ts';
import { makeApplicable } from './applicable.ts';
import { type Block, makeBlock, say, sayLoop } from './block.ts';
import { instanceAt, makeContext } from './context.ts';
import { type Generated, load, written } from './function.ts';
import { loopOver, type Node, named } from './graph.ts';
import type { Figures } from './handed.ts';
import * as j from './js.ts';
import { LIMITS } from './limits.ts';
import { refusals } from './refusals.ts';
import { attempt, type Refusal, refuse } from './refuse.ts';
import { arrayOf, type Context, makeWorld, type Own, type Shared } from './scope.ts';
import * as t from './truth.ts';
import type { Val } from './value.ts';
import * as v from './value.ts';

/** One expression over the rows of a table, or over those listed, as they are listed. Where it is not `exact`, or is `na`, its figures mean nothing. */
export interface FigureColumn {
  /**
   * A condition as 1 or 0, a word by its place among its values (a text among all texts, a date by its day), a number
   * as a whole number × `unit` ÷ `dens`.
   */
  readonly values: Float64Array;
  /** Whole numbers above 0; null: 1 throughout. */
  readonly dens: Float64Array | null;
  readonly unit: Fraction | null;
  /** 1 where the value is exact; null: everywhere. */
  readonly exact: Uint8Array | null;
  /** 1 where it is inapplicable; null: nowhere. */
  readonly na: Uint8Array | null;
}

/** What is at hand besides the facts. */
export type Besides = Pick<Shared, 'used'> & { readonly own: Own | null };

/** `exprs` on the rows listed of an entity's table (null: on all of them), or what the columnar engine can't do of that. */
export function figuresOn(
  policy: Policy,
  population: Population,
  besides: Besides,
  entity: string,
  exprs: readonly Expr[],
  rows: Int32Array | null,
): { readonly columns: readonly FigureColumn[] } | { readonly refused: Words } {
  let refusal: Refusal | null = null;
  const given: Shared['given'] = new Map();
  for (const limit of LIMITS) {
    const made = attempt(() =>
      figuresWithin(policy, population, { ...besides, given, limit }, entity, exprs, rows),
    );
    if ('done' in made) return { columns: made.done };
    refusal = made.refusal;
    if (refusal.kind === 'construct') break;
  }
  return { refused: refusal!.what };
}

function figuresWithin(
  policy: Policy,
  population: Population,
  besides: Besides & Pick<Shared, 'given' | 'limit'>,
  entity: string,
  exprs: readonly Expr[],
  rows: Int32Array | null,
): FigureColumn[] {
  const table = population.tables[entity];
  if (!table) return refuse(refusals.population(entity));
  const above: Generated[] = [];
  const shared: Shared = {
    policy,
    population,
    ...besides,
    capped: new Map<Figures, Table>(),
    texts: new Map(),
    above: makeAbove(() => shared, above),
    recordedWhereApplicable: makeApplicable(() => shared),
  };
  const count = rows === null ? table.rows : rows.length;
  const { generated, columns } = makeFigures(makeContext(shared), entity, exprs, rows !== null, count);
  if (shared.capped.size > 0) refuse(refusals.largeKeys);
  for (const made of above) {
    const { work, data } = load(made);
    work(0, made.rows, ...data);
  }
  const { work, data } = load(generated);
  work(count, ...(rows === null ? [] : [rows]), ...data);
  return columns;
}

function makeFigures(c: Context, entity: string, exprs: readonly Expr[], listed: boolean, count: number) {
  const { js } = c;
  const loop = loopOver(js.graph, null, j.literal(js, 0), named(js.graph, 'count'));
  const row = listed ? j.load(js, named(js.graph, 'rows'), loop.index) : loop.index;
  const scope = instanceAt(c, entity, row, makeWorld('decided'));
  const values = exprs.map(expr => c.compile(expr, scope));
  const root = makeBlock(null);
  const body = sayLoop(root, loop);
  const columns = values.map(value => keep(c, body, loop.index, value, count));
  const generated = written('figures', c, ['count', ...(listed ? ['rows'] : [])], root);
  return { generated, columns };
}

/** Says what is kept of a value, `at` the index of its row; there are `count` of them. */
function keep(c: Context, block: Block, at: Node, value: Val, count: number): FigureColumn {
  const { js } = c;
  const store = (array: Float64Array | Uint8Array, n: Node): void => {
    const name = arrayOf(c, array, 'p').text;
    const bit = n.type === 'bool' ? j.choose(js, n, j.literal(js, 1), j.literal(js, 0)) : n;
    say(block, [at, bit], (i, text) => `${name}[${i}] = ${text};`);
  };
  /** A flag that is the same everywhere has no column. */
  const flags = (n: Node, usual: Node): Uint8Array | null => {
    if (n === usual) return null;
    const array = new Uint8Array(count);
    store(array, n);
    return array;
  };
  const values = new Float64Array(count);
  const common = { exact: flags(j.not(js, v.inexact(js, value)), js.yes), na: flags(value.na, js.no) };
  if (value.kind === 'bool') {
    store(values, t.asBit(js, v.surely(js, value)));
    return { values, dens: null, unit: null, ...common };
  }
  if (value.kind === 'word') {
    store(values, value.words.kind === 'text' ? placeOfText(c, value.code) : value.code);
    return { values, dens: null, unit: null, ...common };
  }
  const { node, den, unit } = value.low;
  store(values, node);
  if (den === null || j.isLiteral(den)) {
    const divided = den === null ? unit : unit.div(j.figure(den));
    return { values, dens: null, unit: divided, ...common };
  }
  const dens = new Float64Array(count);
  store(dens, den);
  return { values, dens, unit, ...common };
}

/** The place of a text among all texts met, by code units. */
function placeOfText(c: Context, code: Node): Node {
  const texts = [...c.texts.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const places = new Int32Array(texts.length);
  for (const [place, text] of texts.entries()) places[c.texts.get(text)!] = place;
  return j.load(c.js, arrayOf(c, places, 'd'), code);
}
