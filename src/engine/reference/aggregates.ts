import type { AggregateOp, Expr } from '../../language/expr.ts';
import { isNameless } from '../../population/names.ts';
import type { Cause } from '../answer.ts';
import type { Exact } from './exact.ts';
import * as e from './exact.ts';
import { type Frame, partsOf, pathDown } from './frame.ts';
import * as n from './numbers.ts';
import type { Compilers, Place } from './program.ts';
import {
  allCauses,
  condition,
  exactNumber,
  exactOf,
  higher,
  highOf,
  interval,
  lower,
  lowOf,
  manageable,
  NO_CAUSES,
  type Num,
  TRUE,
  type Truth,
  truth,
  unknownNumber,
  unknownTruth,
  type Val,
  ZERO,
} from './values.ts';

type AggregateExpr = Extract<Expr, { op: AggregateOp }>;

/** A part that is surely or possibly meant, with the body's value there; inapplicable bodies are left out before. */
interface Meant<V> {
  readonly where: Truth;
  readonly body: V;
}

/** Runs an aggregate over those parts that may be meant. `unknown` is the value where the parts are unknown. */
function over(
  expr: AggregateExpr,
  place: Place,
  unknown: (causes: readonly Cause[]) => Val,
  apply: (meant: readonly Meant<Exclude<Val, { kind: 'inapplicable' }>>[]) => Val,
) {
  const path = pathDown(place.policy.vocabulary, place.entity, expr.over);
  const where = expr.where === null ? null : place.compile(expr.where, expr.over);
  const body = expr.body === null ? null : place.compile(expr.body, expr.over);
  return (frame: Frame): Val => {
    const parts = partsOf(frame, path);
    if (parts.frames === null) return unknown(parts.causes);
    const meant: Meant<Exclude<Val, { kind: 'inapplicable' }>>[] = [];
    for (const part of parts.frames) {
      if (isNameless(place.policy.vocabulary, part.instance)) continue;
      const counted = where === null ? TRUE : condition(where(part));
      if (counted.value === false) continue;
      const value = body === null ? TRUE : body(part);
      if (value.kind !== 'inapplicable') meant.push({ where: counted, body: value });
    }
    return apply(meant);
  };
}

/** any (`until` true): where ∧ body of some part; every (`until` false): ¬where ∨ body of all. */
function quantifier(until: boolean) {
  return (expr: AggregateExpr, place: Place) =>
    over(expr, place, unknownTruth, meant => {
      let unknown: readonly Cause[] | null = null;
      for (const { where, body } of meant as Meant<Truth>[]) {
        if (body.value === !until) continue;
        if (where.value === true && body.value === until) return truth(until);
        unknown = allCauses([unknown ?? NO_CAUSES, where.causes, body.causes]);
      }
      return unknown === null ? truth(!until) : unknownTruth(unknown);
    });
}

function sumOf(meant: readonly Meant<Num>[]): Num {
  let sum = ZERO;
  for (const { where, body } of meant) {
    sum = n.add(sum, where.value === true ? body : n.hull(ZERO, body, where.causes));
  }
  return sum;
}

const isExactPart = ({ where, body }: Meant<Num>) => where.value === true && exactOf(body) !== null;
const doubtOf = (meant: readonly Meant<Num>[]) =>
  allCauses(meant.flatMap(m => [m.where.causes, m.body.causes]));

/** The least (`side` −1) or greatest (1): parts surely meant fix it, those possibly meant only push it outward. */
function extreme(side: -1 | 1) {
  const inner = side < 0 ? e.least : e.greatest;
  const outerEnd = side < 0 ? lowOf : highOf;
  const innerEnd = side < 0 ? highOf : lowOf;
  const outermost = side < 0 ? lower : higher;
  return (expr: AggregateExpr, place: Place) => {
    const none: readonly Cause[] = [{ kind: 'no-parts', span: expr.span }];
    return over(expr, place, unknownNumber, all => {
      const meant = all as Meant<Num>[];
      if (meant.length === 0) return unknownNumber(none);
      let outer = outerEnd(meant[0]!.body);
      let reach: Exact | null = null;
      for (const { where, body } of meant) {
        outer = outermost(outer, outerEnd(body));
        const end = innerEnd(body);
        if (where.value === true && end !== null) reach = reach === null ? end : inner(reach, end);
      }
      const causes = meant.every(isExactPart) ? NO_CAUSES : doubtOf(meant);
      return side < 0 ? interval(outer, reach, causes) : interval(reach, outer, causes);
    });
  };
}

export const aggregates: Compilers<AggregateOp> = {
  any: quantifier(true),
  every: quantifier(false),
  count: (expr, place) =>
    over(
      expr,
      place,
      causes => interval(0n, null, causes),
      meant => {
        const sure = meant.filter(m => m.where.value === true).length;
        const causes = sure === meant.length ? NO_CAUSES : allCauses(meant.map(m => m.where.causes));
        return interval(BigInt(sure), BigInt(meant.length), causes);
      },
    ),
  sum: (expr, place) => {
    const tooLarge: readonly Cause[] = [{ kind: 'too-large', span: expr.span }];
    return over(expr, place, unknownNumber, meant => manageable(sumOf(meant as Meant<Num>[]), tooLarge));
  },
  minimum: extreme(-1),
  maximum: extreme(1),
  average: (expr, place) => {
    const none: readonly Cause[] = [{ kind: 'no-parts', span: expr.span }];
    const tooLarge: readonly Cause[] = [{ kind: 'too-large', span: expr.span }];
    return over(expr, place, unknownNumber, all => {
      const meant = all as Meant<Num>[];
      if (meant.length === 0) return unknownNumber(none);
      if (!meant.every(isExactPart)) return unknownNumber(doubtOf(meant));
      const mean = exactNumber(e.divide(exactOf(sumOf(meant))!, BigInt(meant.length)));
      return manageable(mean, tooLarge);
    });
  },
};
