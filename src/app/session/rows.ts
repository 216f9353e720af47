/** Households that a filter leaves, in the order asked for: by passes over columns, without an object for each. */

import { SHIFT } from '../../analysis/gain.ts';
import { columnOf } from '../../analysis/live/column.ts';
import { peopleOffsets } from '../../analysis/people.ts';
import { sortedRows } from '../../analysis/sorted-rows.ts';
import { rowsInOrder } from '../../engine/allocation/columnar/ids.ts';
import { tieChain } from '../../engine/allocation/places.ts';
import type { Results } from '../../engine/results.ts';
import type { Expr } from '../../language/expr.ts';
import { inert } from '../../report/inert.ts';
import type { Filter, RowSort } from '../protocol.ts';
import { areaEntities, areaRowsOf } from './areas.ts';
import { readExpression } from './expression.ts';
import { fault } from './fault.ts';
import { outcomeIndex } from './outcome-keys.ts';
import { fileOf } from './run.ts';
import type { Live, World } from './world.ts';

/** Rows of one filter in one order. */
export interface Rows {
  readonly rows: Int32Array;
  /** People in them; null where they are not recorded. */
  readonly people: number | null;
  /** The filter's expression, and what is sorted by. */
  readonly condition: Expr | null;
  readonly key: Expr | null;
}

/** Columns that several pages of one run ask for. */
interface Columns {
  readonly run: number;
  readonly byExpression: Map<string, Float64Array>;
  readonly lists: Map<string, Rows>;
}

/** Lists kept of one run: turning the pages of some of them and going back. */
const MOST_LISTS = 8;

const columns = new WeakMap<World, Columns>();
const owners = new WeakMap<World, Map<string | null, Int32Array>>();

function columnsFor(world: World, live: Live): Columns {
  const known = columns.get(world);
  if (known?.run === live.run) return known;
  const made: Columns = { run: live.run, byExpression: new Map(), lists: new Map() };
  columns.set(world, made);
  return made;
}

/** By household, its row among the areas of an entity; −1: not recorded. Worked out once. */
export function areaOf(world: World, live: Live, entity: string | null): Int32Array {
  const known = owners.get(world) ?? new Map<string | null, Int32Array>();
  owners.set(world, known);
  const made =
    known.get(entity) ?? areaRowsOf(world.population, world.vocabulary, live.sides[0].policy.entity, entity);
  known.set(entity, made);
  return made;
}

export type Progress = (done: number, rows: number) => void;

export function rowsOf(world: World, live: Live, filter: Filter, sort: RowSort, onProgress?: Progress): Rows {
  const { lists } = columnsFor(world, live);
  const key = JSON.stringify([filter, sort]);
  const known = lists.get(key);
  if (known) return known;
  const file = fileOf(world, live.b);
  const condition = filter.expression?.trim() ? readExpression(file, filter.expression, 'condition') : null;
  const expr =
    sort.by === 'expression' && sort.expression?.trim()
      ? readExpression(file, sort.expression, 'value')
      : null;
  const left = filtered(world, live, filter, condition, onProgress);
  const made: Rows = {
    rows: inOrder(world, live, left, sort, expr, onProgress),
    people: peopleIn(world, live, left),
    condition,
    key: expr,
  };
  if (lists.size >= MOST_LISTS) lists.delete(lists.keys().next().value!);
  lists.set(key, made);
  return made;
}

function peopleIn({ population }: World, { sides }: Live, rows: Int32Array): number | null {
  const offsets = peopleOffsets(sides[0].policy, population);
  return offsets && rows.reduce((sum, row) => sum + offsets[row + 1]! - offsets[row]!, 0);
}

/** An expression over all households, by the rules of B. */
function valuesOf(world: World, live: Live, expr: Expr, name: string, onProgress?: Progress): Float64Array {
  const { byExpression } = columnsFor(world, live);
  const known = byExpression.get(name);
  if (known) return known;
  const [, { policy, run }] = live.sides;
  const made = columnOf(policy, world.population, run, expr, onProgress);
  if (made === null) throw fault('session-expression-unworkable');
  byExpression.set(name, made);
  return made;
}

/** Rows by id for which everything holds that the filter says. */
function filtered(
  world: World,
  live: Live,
  filter: Filter,
  condition: Expr | null,
  onProgress?: Progress,
): Int32Array {
  const { population } = world;
  const [a, b] = live.sides;
  const { length } = a.rows;
  const keep = new Uint8Array(length).fill(1);
  const only = (holds: (row: number) => boolean) => {
    for (let row = 0; row < length; row++) if (keep[row] === 1 && !holds(row)) keep[row] = 0;
  };
  for (const [side, key] of [
    [a, filter.a],
    [b, filter.b],
  ] as const) {
    if (key == null) continue;
    const wanted = outcomeIndex(side.policy, key);
    only(row => side.rows[row] === wanted);
  }
  const { pair } = live;
  if (filter.changed) only(row => pair.changed[row] === 1);
  if (filter.shift) {
    const kind = SHIFT[filter.shift];
    only(row => pair.kind[row] === kind);
  }
  if (filter.barred) {
    const barred = [a, b].map(({ run }) => barredRows(run.results));
    only(row => barred.some(each => each[row] === 1));
  }
  if (filter.undetermined) {
    const open = [a, b].map(({ outcomes }) => outcomes.findIndex(({ kind }) => kind === 'undetermined'));
    only(row => a.rows[row] === open[0] || b.rows[row] === open[1]);
  }
  const entities = areaEntities({ entity: a.policy.entity, vocabulary: world.vocabulary });
  for (const role of ['township', 'village'] as const) {
    const id = filter[role];
    const entity = entities[role];
    if (id == null) continue;
    const ids = entity === null ? [] : (population.tables[entity]?.ids ?? []);
    const wanted = ids.findIndex(each => inert(each) === id);
    const area = areaOf(world, live, entity);
    only(row => area[row] === (id === '' ? -1 : wanted < 0 ? -2 : wanted));
  }
  if (condition !== null) {
    const values = valuesOf(world, live, condition, `? ${filter.expression}`, onProgress);
    only(row => values[row] === 1);
  }
  const byId = rowsInOrder(population, tieChain(a.policy, a.policy.entity));
  const rows = new Int32Array(keep.reduce((sum, one) => sum + one, 0));
  let at = 0;
  for (let place = 0; place < length; place++) {
    const row = byId === null ? place : byId[place]!;
    if (keep[row] === 1) rows[at++] = row;
  }
  return rows;
}

function barredRows({ barred, rows }: Results): Uint8Array {
  const any = new Uint8Array(rows);
  for (const column of barred) {
    if (column === null) continue;
    for (let row = 0; row < rows; row++) if (column[row] !== 0) any[row] = 1;
  }
  return any;
}

/** Ties stay in the order of ids. */
function inOrder(
  world: World,
  live: Live,
  rows: Int32Array,
  sort: RowSort,
  expr: Expr | null,
  onProgress?: Progress,
): Int32Array {
  if (sort.by === 'id') return sort.descending ? rows.toReversed() : rows;
  const keys = keysOf(world, live, sort, expr, onProgress);
  return keys === null ? rows : sortedRows(rows, keys, sort.descending);
}

function keysOf(
  world: World,
  live: Live,
  sort: RowSort,
  expr: Expr | null,
  onProgress?: Progress,
): Float64Array | null {
  const { population } = world;
  const [a, b] = live.sides;
  const by = (figure: (row: number) => number) =>
    Float64Array.from({ length: a.rows.length }, (_, row) => figure(row));
  switch (sort.by) {
    case 'a':
      return by(row => a.rows[row]!);
    case 'b':
      return by(row => b.rows[row]!);
    case 'people': {
      const offsets = peopleOffsets(a.policy, population);
      return offsets && by(row => offsets[row + 1]! - offsets[row]!);
    }
    case 'gain': {
      const { kind, low, high } = live.pair;
      return by(row => (kind[row] === SHIFT.unknown ? Number.NaN : sort.descending ? high[row]! : low[row]!));
    }
    case 'township':
    case 'village': {
      const entity = areaEntities({ entity: a.policy.entity, vocabulary: world.vocabulary })[sort.by];
      const table = entity === null ? undefined : population.tables[entity];
      if (!table) return null;
      const order = rowsInOrder(population, [entity!]);
      const places = new Float64Array(table.rows);
      for (let place = 0; place < table.rows; place++) places[order === null ? place : order[place]!] = place;
      const area = areaOf(world, live, entity);
      return by(row => (area[row]! < 0 ? Number.NaN : places[area[row]!]!));
    }
    case 'expression':
      return expr === null ? null : valuesOf(world, live, expr, `= ${sort.expression}`, onProgress);
    case 'id':
      return null;
  }
}
