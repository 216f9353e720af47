import type { Cause } from '../answer.ts';
import { compare, exact } from './exact.ts';
import type { Compilers, Run } from './program.ts';
import {
  bothCauses,
  condition,
  exactOf,
  FALSE,
  highOf,
  isKnown,
  lowOf,
  NO_CAUSES,
  type Num,
  TRUE,
  truth,
  unknownTruth,
} from './values.ts';

/** Kleene's and (`until` false) or or (`until` true): ends at the first operand that decides. */
function connect(args: readonly Run[], until: boolean): Run {
  return frame => {
    let unknown: readonly Cause[] | null = null;
    for (const arg of args) {
      const value = condition(arg(frame));
      if (value.value === until) return value;
      if (value.value === null) unknown = bothCauses(unknown ?? NO_CAUSES, value.causes);
    }
    return unknown === null ? truth(!until) : unknownTruth(unknown);
  };
}

export const logic: Compilers<'not' | 'and' | 'or' | 'atLeast' | 'known' | 'in'> = {
  not: (expr, place) => {
    const arg = place.compile(expr.arg);
    return frame => {
      const value = condition(arg(frame));
      return value.value === null ? value : truth(!value.value);
    };
  },
  and: (expr, place) =>
    connect(
      expr.args.map(arg => place.compile(arg)),
      false,
    ),
  or: (expr, place) =>
    connect(
      expr.args.map(arg => place.compile(arg)),
      true,
    ),
  atLeast: (expr, place) => {
    const args = expr.args.map(arg => place.compile(arg));
    return frame => {
      let sure = 0;
      let possible = 0;
      let causes = NO_CAUSES;
      for (const arg of args) {
        const value = condition(arg(frame));
        if (value.value !== false) possible++;
        if (value.value === true) sure++;
        if (value.value === null) causes = bothCauses(causes, value.causes);
      }
      if (sure >= expr.count) return TRUE;
      return possible < expr.count ? FALSE : unknownTruth(causes);
    };
  },
  known: (expr, place) => {
    const arg = place.compile(expr.arg);
    return frame => truth(isKnown(arg(frame)));
  },
  in: (expr, place) => {
    const arg = place.compile(expr.arg);
    if (expr.arg.type.kind === 'number') {
      const values = expr.values.map(exact);
      return frame => {
        const value = arg(frame) as Num | { kind: 'inapplicable' };
        if (value.kind === 'inapplicable') return FALSE;
        const number = exactOf(value);
        if (number !== null) return truth(values.some(v => compare(v, number) === 0));
        const low = lowOf(value);
        const high = highOf(value);
        const inside = values.some(
          v => (low === null || compare(low, v) <= 0) && (high === null || compare(v, high) <= 0),
        );
        return inside ? unknownTruth(value.causes) : FALSE;
      };
    }
    const values = new Set(expr.values);
    return frame => {
      const value = arg(frame);
      if (value.kind === 'inapplicable') return FALSE;
      if (value.kind === 'number' || value.value === null) return unknownTruth(value.causes);
      return truth(values.has(String(value.value)));
    };
  },
};
