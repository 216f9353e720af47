/** Who stands in an order, and in which: rank keys evaluated over columns. */
import type { Expr } from '../../../language/expr.ts';
import type { Words } from '../../../language/label.ts';
import type { Policy, RankKey } from '../../../policy/policy.ts';
import type { Population } from '../../../population/columns.ts';
import { type Besides, type FigureColumn, figuresOn } from '../../kernel/figures.ts';
import { tieChain } from '../places.ts';
import { rowsInOrder } from './ids.ts';
import { keyOf } from './key.ts';
import { ordered } from './order.ts';

/** What all quotas and funds of one allocation go by. */
export interface Ground {
  readonly policy: Policy;
  readonly population: Population;
  readonly besides: Besides;
}

export interface Standing {
  /** Those whose keys are all exact, by their place in the list that was put in order, the first first. */
  readonly order: Int32Array;
  /** Rows of the others. */
  readonly unknown: Int32Array;
}

/** The rows at some places of a list. */
export function rowsAt(rows: Int32Array, places: Int32Array): Int32Array {
  const found = new Int32Array(places.length);
  for (let i = 0; i < places.length; i++) found[i] = rows[places[i]!]!;
  return found;
}

/** The rows of a table whose flag is the one given, in the order in which ties are settled. */
export function rowsWhere(
  { policy, population }: Ground,
  entity: string,
  flags: Uint8Array,
  flag: number,
): Int32Array {
  const table = population.tables[entity];
  let count = 0;
  for (let row = 0; row < flags.length; row++) if (flags[row] === flag) count++;
  const rows = new Int32Array(count);
  if (!table || count === 0) return rows;
  const byId = rowsInOrder(population, tieChain(policy, entity));
  let at = 0;
  for (let i = 0; i < flags.length; i++) {
    const row = byId === null ? i : byId[i]!;
    if (flags[row] === flag) rows[at++] = row;
  }
  return rows;
}

/** Whether a figure is fit to go by, by its place in the list. */
export type Fits = (at: number) => boolean;

/**
 * Puts rows of an entity, which stand in the order in which ties are settled, in the order of the keys. `fits` may rule out some by
 * another expression; `refused` names what columns can't do.
 */
export function standing(
  { policy, population, besides }: Ground,
  entity: string,
  rows: Int32Array,
  rank: readonly RankKey[],
  other: { readonly expr: Expr; readonly fits: (column: FigureColumn) => Fits } | null = null,
): (Standing & { readonly other: FigureColumn | null }) | { readonly refused: Words } {
  const exprs = [...rank.map(({ expr }) => expr), ...(other === null ? [] : [other.expr])];
  const listed = new Int32Array(rows.length);
  for (let at = 0; at < listed.length; at++) listed[at] = at;
  if (exprs.length === 0 || rows.length === 0)
    return { order: listed, unknown: new Int32Array(0), other: null };
  const made = figuresOn(policy, population, besides, entity, exprs, rows);
  if ('refused' in made) return made;
  const keys = made.columns.slice(0, rank.length);
  const column = made.columns[rank.length] ?? null;
  const { known, unknown } = split(listed, keys, column === null ? null : other!.fits(column));
  const order = ordered(
    known,
    keys.map((each, k) => keyOf(each, rank[k]!.order === 'descending', known)),
  );
  return { order, unknown: rowsAt(rows, unknown), other: column };
}

function split(
  listed: Int32Array,
  keys: readonly FigureColumn[],
  fits: Fits | null,
): { readonly known: Int32Array; readonly unknown: Int32Array } {
  const gaps = keys.flatMap(({ exact }) => exact ?? []);
  if (gaps.length === 0 && fits === null) return { known: listed, unknown: new Int32Array(0) };
  const known = new Int32Array(listed.length);
  const unknown: number[] = [];
  let count = 0;
  for (let at = 0; at < listed.length; at++) {
    let is = fits === null || fits(at);
    for (let k = 0; k < gaps.length; k++) if (gaps[k]![at] === 0) is = false;
    if (is) known[count++] = at;
    else unknown.push(at);
  }
  return { known: known.subarray(0, count), unknown: Int32Array.from(unknown) };
}
