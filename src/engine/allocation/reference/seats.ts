/** How many seats there are, and where. */

import type { Expr } from '../../../language/expr.ts';
import type { Words } from '../../../language/label.ts';
import type { Policy, Quota } from '../../../policy/policy.ts';
import type { Population } from '../../../population/columns.ts';
import { areaOf } from '../../../population/instance-of.ts';
import { type Exact, floor } from '../../reference/exact.ts';
import type { PolicyProgram } from '../../reference/policy-program.ts';
import { exactOf, type Val } from '../../reference/values.ts';
import type { AllocationProblem } from '../allocation.ts';
import { areaOfRow, idOf, recorded, rowsOf, topEntity } from '../places.ts';
import { share } from './shares.ts';

/** The seats of one area, before anybody takes one. */
export interface Area {
  readonly entity: string;
  /** −1: the whole population. */
  readonly row: number;
  readonly seats: bigint;
  /** Index of the area to which its vacant seats go. */
  readonly around: number | null;
}

export interface Seats {
  /** Innermost first; null: nobody is served. */
  readonly areas: readonly Area[] | null;
  readonly problems: readonly AllocationProblem[];
}

export interface Ground {
  readonly policy: Policy;
  readonly population: Population;
  readonly program: PolicyProgram;
  /** Another way to a figure of each instance of a recorded entity, by row. */
  readonly figuresOf?: (entity: string, expr: Expr) => (Exact | null)[];
}

export function problem(
  code: AllocationProblem['code'],
  entity: string | null,
  row: number,
  params: Readonly<Record<string, string | number | Words>> = {},
): AllocationProblem {
  return { code, entity, row, params };
}

const numberOf = (value: Val): Exact | null => (value.kind === 'number' ? exactOf(value) : null);

/** A figure of each instance of an entity, by row; of one that has no table a single figure, on no instance. */
export function figures(
  { policy, population, program, figuresOf }: Ground,
  entity: string,
  expr: Expr,
): (Exact | null)[] {
  if (figuresOf !== undefined && population.tables[entity] !== undefined) return figuresOf(entity, expr);
  const run = program.compiling.compile(expr, entity);
  if (population.tables[entity] === undefined) return [numberOf(run(program.nobody(entity)))];
  return Array.from({ length: rowsOf(population, entity) }, (_, row) =>
    numberOf(run(program.area(areaOf(population, policy.vocabulary, entity, row)!))),
  );
}

const whole = (figure: Exact): bigint => {
  const seats = floor(figure);
  return seats < 0n ? 0n : seats;
};

/** A figure on no instance. */
export function figureOfAll({ program }: Ground, expr: Expr, entity: string): Exact | null {
  return numberOf(program.compiling.compile(expr, entity)(program.nobody(entity)));
}

/** The areas of a quota with their seats; see "Seats" and "Shares" in `docs/evaluation.md`. */
export function seatsOf(quota: Quota, ground: Ground): Seats {
  const { policy, population } = ground;
  const { vocabulary } = policy;
  const asked = quota.total ?? quota.least;
  const figure = asked === null ? null : figureOfAll(ground, asked, policy.entity);
  if (asked !== null && figure === null)
    return { areas: null, problems: [problem('total-unknown', null, -1)] };
  const total = figure === null ? null : whole(figure);
  if (quota.shares.length > 0) return shared(quota, ground, total ?? 0n);

  const problems: AllocationProblem[] = [];
  const top = topEntity(vocabulary, quota.entity);
  const levels = quota.levels.map(({ entity, seats }) => {
    const unrecorded = entity === top && population.tables[entity] === undefined;
    const each = unrecorded ? [figureOfAll(ground, seats, entity)] : figures(ground, entity, seats);
    const rows = unrecorded ? [-1] : recorded(population, entity);
    if (rows.length === 0) problems.push(problem('seats-unknown', entity, -1, { areas: 0 }));
    return rows.map(row => {
      const figure = each[unrecorded ? 0 : row]!;
      if (figure === null) problems.push(problem('seats-unknown', entity, row));
      return { entity, row, seats: figure === null ? 0n : whole(figure) };
    });
  });
  const all = levels.flat();
  const needed = all.reduce((sum, area) => sum + area.seats, 0n);
  if (quota.total !== null && total! < needed) {
    const params = { total: Number(total), needed: Number(needed) };
    return { areas: null, problems: [...problems, problem('seats-below-minimums', null, -1, params)] };
  }
  const further = total === null ? null : total > needed ? total - needed : 0n;
  const tops = all.filter(area => area.entity === top);
  if (further !== null) {
    if (tops.length === 1) tops[0]!.seats += further;
    else all.push({ entity: top, row: -1, seats: further });
  }

  /** The nearest area of a level further out that this one stands in, else the whole population. */
  function around(area: (typeof all)[number]): number | null {
    if (area.row < 0) return null;
    const level = quota.levels.findIndex(({ entity }) => entity === area.entity);
    for (const { entity } of quota.levels.slice(level + 1)) {
      const row = areaOfRow(population, vocabulary, area.entity, area.row, entity);
      const found = all.findIndex(other => row >= 0 && other.entity === entity && other.row === row);
      if (found >= 0) return found;
    }
    const rest = all.findIndex(other => other.row < 0);
    return rest < 0 ? null : rest;
  }
  return { areas: all.map(area => ({ ...area, around: around(area) })), problems };
}

/** Seats handed down from the whole population to the innermost areas. */
function shared(quota: Quota, ground: Ground, total: bigint): Seats {
  const { policy, population } = ground;
  const problems: AllocationProblem[] = [];
  let outer = '';
  // By row of the entity that was dealt to last; −1: everybody.
  let seats = new Map<number, bigint>([[-1, total]]);
  for (const { entity, weight } of quota.shares) {
    const weights = figures(ground, entity, weight);
    const inside = new Map<number, number[]>([...seats.keys()].map(row => [row, []]));
    const rows = recorded(population, entity);
    if (rows.length === 0) problems.push(problem('weight-unknown', entity, -1, { areas: 0 }));
    for (const row of rows) {
      const within = outer === '' ? -1 : areaOfRow(population, policy.vocabulary, entity, row, outer);
      // One that stands in no recorded area is inside none.
      inside.get(within)?.push(row);
    }
    const dealt = new Map<number, bigint>();
    for (const row of rows) dealt.set(row, 0n);
    for (const [within, sharing] of inside) {
      if (sharing.length === 0) continue;
      const heirs = sharing.map(row => ({
        row,
        id: idOf(population, entity, row),
        weight: weights[row] ?? null,
      }));
      const unknown = heirs.filter(heir => heir.weight === null);
      problems.push(...unknown.map(({ row }) => problem('weight-unknown', entity, row)));
      if (unknown.length > 0) continue;
      const parts = share(seats.get(within)!, heirs);
      if (parts === null) problems.push(problem('weights-zero', outer === '' ? null : outer, within));
      for (const [row, part] of parts ?? []) dealt.set(row, part);
    }
    seats = dealt;
    outer = entity;
  }
  const areas = [...seats].map(([row, part]) => ({ entity: outer, row, seats: part, around: null }));
  return { areas, problems };
}
