/** Where in the population an expression stands, and what the compiler of expressions has at hand. */

import type { Expr } from '../../language/expr.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Fact } from '../../policy/vocabulary.ts';
import type { Population, Table } from '../../population/columns.ts';
import type { Results, Run } from '../results.ts';
import type { Given, GivenFigure, GivenTruth } from './given.ts';
import { input, type Loop, loopOver, type Node, type NodeType } from './graph.ts';
import type { Figures } from './handed.ts';
import type { Js } from './js.ts';
import * as j from './js.ts';
import { refusals } from './refusals.ts';
import { refuse } from './refuse.ts';
import type { Over } from './totals.ts';
import type { NumVal, Val } from './value.ts';

/** What a benefit comes to under a hypothesis, for expressions that refer to it. */
export interface Settled {
  readonly total: NumVal;
  /** Each beneficiary's figure, in the loop over them. */
  readonly each: { readonly figure: NumVal; readonly loop: Loop } | null;
}

/**
 * What is supposed besides the facts: the card (index, −1 for none; `decided`: the one that was; undefined where no card
 * may be asked for).
 */
export interface World {
  readonly card: number | 'decided' | undefined;
  readonly settled: Map<string, Settled>;
  /** Values of definitions by scope and key; benefits settled since may matter, so each step has its own. */
  readonly definitions: Map<string, Val>;
}

export const makeWorld = (card: World['card']): World => ({
  card,
  settled: new Map(),
  definitions: new Map(),
});

/** One instance: a row of a table. `row` is null for one that is not recorded: all its facts are missing. */
export interface Scope {
  readonly entity: string;
  readonly table: Table | null;
  readonly row: Node | null;
  /** Whether it is recorded at all; where not, `row` is some other row. */
  readonly recorded: Node;
  readonly loop: Loop | null;
  /** The instance it was reached from, where that is the one it is part of. */
  readonly owner: Scope | null;
  readonly world: World;
}

/** Rows of the owners of a table's instances; `gaps`: some have none (−1). */
export interface Owners {
  readonly rows: Int32Array;
  readonly gaps: boolean;
}

/**
 * The value of a definition of an entity above the classified one that takes its time (it goes through parts): worked
 * out once for each row before all else. Null: it is cheap and may be worked out in place.
 */
export type Above = (c: Context, key: string, scope: Scope) => Val | null;

/** Is the fact recorded on every row where it may apply? */
export type RecordedWhereApplicable = (fact: Fact) => boolean;

type ServedExpr = Extract<Expr, { op: 'served' }>;

/** What a policy has come to, once its households are decided. */
export interface Own {
  readonly results: Results;
  /** What quotas and funds left, over the rows of the expression's entity. */
  served(expr: ServedExpr): GivenTruth | GivenFigure;
}

/** What all functions generated for one policy and population share. */
export interface Shared {
  readonly policy: Policy;
  readonly population: Population;
  /** Figures of columns up to here are computed; rows beyond it are handed to the reference. */
  readonly limit: number;
  /** Columns with figures beyond `limit`, and their tables. */
  readonly capped: Map<Figures, Table>;
  /** What the policies that this one uses come to. */
  readonly used: Readonly<Record<string, Run>>;
  /** What this policy itself has come to so far, where that may be asked for. */
  readonly own: Own | null;
  /** Columns made of all that, by name. */
  readonly given: Map<string, Given>;
  /** Numbers given to texts. */
  readonly texts: Map<string, number>;
  readonly above: Above;
  readonly recordedWhereApplicable: RecordedWhereApplicable;
}

/** What the compiler of expressions has at hand for one function. */
export interface Context extends Omit<Shared, 'above'> {
  readonly js: Js;
  compile(expr: Expr, scope: Scope): Val;
  /** A definition on an instance of its own entity. */
  definition(key: string, scope: Scope): Val;
}

export const arrayOf = ({ js }: Context, data: object, prefix: string): Node => input(js.graph, data, prefix);

export const element = (
  c: Context,
  data: object,
  prefix: string,
  row: Node,
  type: NodeType = 'number',
): Node => j.load(c.js, arrayOf(c, data, prefix), row, type);

/** Entities from `below`, exclusive, up to `above`; refuses where it does not stand above. */
function pathUp(c: Context, below: string, above: string): string[] {
  const path: string[] = [];
  for (let at = below; at !== above; ) {
    const within = c.policy.vocabulary.entities[at]?.within;
    if (!within || path.length > 50) refuse(refusals.above(above, below));
    path.push(within);
    at = within;
  }
  return path;
}

/** The instance of `entity` that `scope` is, or is part of. */
export function ownerOf(c: Context, scope: Scope, entity: string): Scope {
  let at = scope;
  for (const above of pathUp(c, scope.entity, entity)) at = directOwner(c, at, above);
  return at;
}

function directOwner(c: Context, scope: Scope, entity: string): Scope {
  if (scope.owner !== null) return scope.owner;
  const { js } = c;
  const { loop, world } = scope;
  const table = c.population.tables[entity] ?? null;
  const owners = scope.table === null || table === null ? null : ownersOf(c, scope.table, table);
  if (scope.row === null || owners === null || table === null || table.rows === 0)
    return { entity, table: null, row: null, recorded: js.no, loop, owner: null, world };
  const row = element(c, owners.rows, 'u', scope.row);
  if (!owners.gaps) return { entity, table, row, recorded: scope.recorded, loop, owner: null, world };
  const recorded = j.compare(js, '>=', row, j.literal(js, 0));
  return {
    entity,
    table,
    row: j.choose(js, recorded, row, j.literal(js, 0)),
    recorded: j.and(js, scope.recorded, recorded),
    loop,
    owner: null,
    world,
  };
}

/** Worked out once for a population, however often something is compiled for it. */
const ownersIn = new WeakMap<Population, Map<Table, Owners | null>>();

function ownersOf({ population }: Context, table: Table, above: Table): Owners | null {
  const owners = ownersIn.get(population) ?? new Map<Table, Owners | null>();
  ownersIn.set(population, owners);
  const known = owners.get(table);
  if (known !== undefined) return known;
  const rows = table.owner ?? fromOffsets(above.parts[table.entity], table.rows);
  const made = rows === null ? null : { rows, gaps: rows.some(row => row < 0) };
  owners.set(table, made);
  return made;
}

function fromOffsets(offsets: Int32Array | undefined, rows: number): Int32Array | null {
  if (!offsets) return null;
  const owner = new Int32Array(rows).fill(-1);
  for (let i = 1; i < offsets.length; i++) owner.fill(i - 1, offsets[i - 1], offsets[i]);
  return owner;
}

/** The scope of each part, inside a loop. */
export interface Parts extends Over {
  readonly scope: Scope;
}

/** The parts of `scope` of one entity: a scope for each of them, inside a loop. Null: the parts are unknown. */
export function partsOf(c: Context, scope: Scope, entity: string): Parts | null {
  const path = [...pathUp(c, entity, scope.entity)].reverse();
  if (scope.row === null || scope.table === null) return null;
  if (scope.recorded !== c.js.yes) refuse(refusals.unrecorded(entity, scope.entity));
  const { js } = c;
  let start: Node = scope.row;
  let end = j.plus(js, scope.row, j.literal(js, 1));
  let [least, most] = [1, 1];
  let table = scope.table;
  for (const below of [...path.slice(1), entity]) {
    const offsets = table.parts[below];
    const next = c.population.tables[below];
    if (!offsets || !next) return null;
    start = element(c, offsets, 'o', start);
    end = element(c, offsets, 'o', end);
    const range = lengthsOf(offsets);
    least *= range.least;
    most *= range.most;
    table = next;
  }
  const loop = loopOver(js.graph, scope.loop, start, end);
  const direct = path.length === 1;
  return {
    scope: {
      entity,
      table,
      row: loop.index,
      recorded: js.yes,
      loop,
      owner: direct ? scope : null,
      world: scope.world,
    },
    loop,
    least,
    most: Math.min(most, table.rows),
  };
}

interface Lengths {
  readonly least: number;
  readonly most: number;
}

const lengths = new WeakMap<Int32Array, Lengths>();

/** The smallest and largest number of parts of any one owner. */
function lengthsOf(offsets: Int32Array): Lengths {
  const known = lengths.get(offsets);
  if (known !== undefined) return known;
  let [least, most] = [Infinity, 0];
  for (let i = 1; i < offsets.length; i++) {
    const length = offsets[i]! - offsets[i - 1]!;
    least = Math.min(least, length);
    most = Math.max(most, length);
  }
  const found = { least: Math.min(least, most), most };
  lengths.set(offsets, found);
  return found;
}
