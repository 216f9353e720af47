import type { CompareOp, Expr } from '../../language/expr.ts';
import type { Cause } from '../answer.ts';
import { atMost, equal } from './numbers.ts';
import type { Compilers, Place, Run } from './program.ts';
import {
  bothCauses,
  FALSE,
  type Num,
  TRUE,
  type Truth,
  truth,
  unknownTruth,
  type Val,
  type Word,
} from './values.ts';

/** True, false, or undecided (null), for numbers and for words; dates as ISO text are in order as they stand. */
interface Rule {
  number(a: Num, b: Num): boolean | null;
  word(a: string | boolean, b: string | boolean): boolean;
}

const opposite = (a: boolean | null): boolean | null => (a === null ? null : !a);

const RULES: Readonly<Record<CompareOp, Rule>> = {
  lt: { number: (a, b) => atMost(a, b, true), word: (a, b) => a < b },
  le: { number: (a, b) => atMost(a, b, false), word: (a, b) => a <= b },
  gt: { number: (a, b) => atMost(b, a, true), word: (a, b) => a > b },
  ge: { number: (a, b) => atMost(b, a, false), word: (a, b) => a >= b },
  eq: { number: equal, word: (a, b) => a === b },
  ne: { number: (a, b) => opposite(equal(a, b)), word: (a, b) => a !== b },
};

function decided(result: boolean | null, a: readonly Cause[], b: readonly Cause[]): Truth {
  return result === null ? unknownTruth(bothCauses(a, b)) : truth(result);
}

function comparison(op: CompareOp): (expr: { left: Expr; right: Expr }, place: Place) => Run {
  const rule = RULES[op];
  const whereInapplicable = op === 'ne' ? TRUE : FALSE;
  return (expr, place) => {
    const left = place.compile(expr.left);
    const right = place.compile(expr.right);
    return frame => {
      const a: Val = left(frame);
      const b: Val = right(frame);
      if (a.kind === 'inapplicable' || b.kind === 'inapplicable') return whereInapplicable;
      if (a.kind === 'number') return decided(rule.number(a, b as Num), a.causes, b.causes);
      const y = (b as Truth | Word).value;
      return decided(a.value === null || y === null ? null : rule.word(a.value, y), a.causes, b.causes);
    };
  };
}

export const comparisons: Compilers<CompareOp> = {
  lt: comparison('lt'),
  le: comparison('le'),
  gt: comparison('gt'),
  ge: comparison('ge'),
  eq: comparison('eq'),
  ne: comparison('ne'),
};
