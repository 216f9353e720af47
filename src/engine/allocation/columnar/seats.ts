/** Seats of areas, their figures worked out over columns. */
import type { Expr } from '../../../language/expr.ts';
import type { Quota } from '../../../policy/policy.ts';
import { type FigureColumn, figuresOn } from '../../kernel/figures.ts';
import { refuse } from '../../kernel/refuse.ts';
import { divide, type Exact } from '../../reference/exact.ts';
import { programOf } from '../../reference/policy-program.ts';
import { type Seats, seatsOf } from '../reference/seats.ts';
import type { Ground } from './standing.ts';

/** There are few areas: what their figures come to is the reference's own arithmetic. */
export function seatsOverColumns(quota: Quota, { policy, population, besides }: Ground): Seats {
  function figuresOf(entity: string, expr: Expr): (Exact | null)[] {
    const made = figuresOn(policy, population, besides, entity, [expr], null);
    if ('refused' in made) return refuse(made.refused);
    return exactFigures(made.columns[0]!);
  }
  return seatsOf(quota, { policy, population, program: programOf(policy, false), figuresOf });
}

function exactFigures({ values, dens, unit, exact, na }: FigureColumn): (Exact | null)[] {
  return Array.from(values, (value, row) => {
    if (unit === null || (exact !== null && exact[row] === 0) || (na !== null && na[row] === 1)) return null;
    return divide(BigInt(value) * unit.n, BigInt(dens === null ? 1 : dens[row]!) * unit.d);
  });
}
