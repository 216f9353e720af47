/** Who stands in an order, and in which: rank keys evaluated over columns. */
import type { Expr } from '../../../language/expr.ts';
import type { Words } from '../../../language/label.ts';
import type { Policy, RankKey } from '../../../policy/policy.ts';
import type { Population } from '../../../population/columns.ts';
import { type Besides, type FigureColumn, figuresOn } from '../../kernel/figures.ts';
import { rowsById } from './ids.ts';
import { keyOf } from './key.ts';
import { ordered } from './order.ts';

/** What all quotas and funds of one allocation go by. */
export interface Ground {
  readonly policy: Policy;
  readonly population: Population;
  readonly besides: Besides;
}

export interface Standing {
  /** Those whose keys are all exact, the first first. */
  readonly order: Int32Array;
  /** The others, by row. */
  readonly unknown: readonly number[];
  /** Of the expressions asked for besides the keys. */
  readonly others: readonly FigureColumn[];
}

/** The rows of a table for which `is` holds, in the order of their ids. */
export function rowsWhere({ population }: Ground, entity: string, is: (row: number) => boolean): Int32Array {
  const table = population.tables[entity];
  if (!table) return new Int32Array(0);
  const byId = rowsById(table);
  const rows = new Int32Array(table.rows);
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = byId === null ? i : byId[i]!;
    if (is(row)) rows[count++] = row;
  }
  return rows.subarray(0, count);
}

/**
 * Puts rows (by id) of an entity in order. `fits` may rule out more of them by the other expressions; `refused` names
 * what columns can't do.
 */
export function standing(
  { policy, population, besides }: Ground,
  entity: string,
  rows: Int32Array,
  rank: readonly RankKey[],
  others: readonly Expr[] = [],
  fits: (others: readonly FigureColumn[]) => ((row: number) => boolean) | null = () => null,
): Standing | { readonly refused: Words } {
  const exprs = [...rank.map(({ expr }) => expr), ...others];
  if (exprs.length === 0 || rows.length === 0) return { order: rows, unknown: [], others: [] };
  const made = figuresOn(policy, population, besides, entity, exprs, rows);
  if ('refused' in made) return made;
  const keys = made.columns.slice(0, rank.length);
  const rest = made.columns.slice(rank.length);
  const { known, unknown } = split(rows, keys, fits(rest));
  const sorted = ordered(
    known,
    keys.map((column, k) => keyOf(column, rank[k]!.order === 'descending', known)),
  );
  return { order: sorted, unknown, others: rest };
}

function split(
  rows: Int32Array,
  keys: readonly FigureColumn[],
  fits: ((row: number) => boolean) | null,
): { readonly known: Int32Array; readonly unknown: readonly number[] } {
  const gaps = keys.flatMap(({ exact }) => exact ?? []);
  if (gaps.length === 0 && fits === null) return { known: rows, unknown: [] };
  const known = new Int32Array(rows.length);
  const unknown: number[] = [];
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    let is = fits === null || fits(row);
    for (let k = 0; k < gaps.length; k++) if (gaps[k]![row] === 0) is = false;
    if (is) known[count++] = row;
    else unknown.push(row);
  }
  return { known: known.subarray(0, count), unknown };
}
