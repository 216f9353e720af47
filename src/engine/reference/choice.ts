import * as calendar from './calendar.ts';
import { join } from './join.ts';
import type { Compilers } from './program.ts';
import {
  bothCauses,
  causesOf,
  condition,
  exactNumber,
  exactOf,
  INAPPLICABLE,
  isKnown,
  type Num,
  unknownNumber,
  unknownWord,
  type Word,
  word,
} from './values.ts';

export const choices: Compilers<'if' | 'else'> = {
  if: (expr, place) => {
    const test = place.compile(expr.condition);
    const then = place.compile(expr.then);
    const otherwise = place.compile(expr.otherwise);
    return frame => {
      const met = condition(test(frame));
      if (met.value === null) return join(expr.type, then(frame), otherwise(frame), met.causes);
      return met.value ? then(frame) : otherwise(frame);
    };
  },
  else: (expr, place) => {
    const arg = place.compile(expr.arg);
    const fallback = place.compile(expr.fallback);
    return frame => {
      const value = arg(frame);
      return value.kind !== 'inapplicable' && isKnown(value) ? value : fallback(frame);
    };
  },
};

/** Dates: only exact operands give a result. */
export const dates: Compilers<'addTime' | 'elapsed' | 'yearOf'> = {
  addTime: (expr, place) => {
    const left = place.compile(expr.left);
    const right = place.compile(expr.right);
    const shift = expr.unit === 'month' ? calendar.addMonths : calendar.addDays;
    return frame => {
      const from = left(frame);
      const by = right(frame);
      if (from.kind === 'inapplicable' || by.kind === 'inapplicable') return INAPPLICABLE;
      const start = (from as Word).value;
      const count = exactOf(by as Num);
      if (start !== null && count !== null) return word(shift(start, count));
      return unknownWord(bothCauses(from.causes, by.causes));
    };
  },
  elapsed: (expr, place) => {
    const left = place.compile(expr.left);
    const right = place.compile(expr.right);
    return frame => {
      const from = left(frame);
      const to = right(frame);
      if (from.kind === 'inapplicable' || to.kind === 'inapplicable') return INAPPLICABLE;
      const start = (from as Word).value;
      const end = (to as Word).value;
      if (start !== null && end !== null) return exactNumber(calendar.elapsed(start, end, expr.unit));
      return unknownNumber(bothCauses(from.causes, to.causes));
    };
  },
  yearOf: (expr, place) => {
    const arg = place.compile(expr.arg);
    return frame => {
      const value = arg(frame);
      if (value.kind === 'inapplicable') return INAPPLICABLE;
      const iso = (value as Word).value;
      return iso === null ? unknownNumber(causesOf(value)) : exactNumber(BigInt(calendar.parseDay(iso).year));
    };
  },
};
