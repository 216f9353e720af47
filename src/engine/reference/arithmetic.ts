import type { Expr } from '../../language/expr.ts';
import type { Span } from '../../language/source.ts';
import type { Cause } from '../answer.ts';
import { exact } from './exact.ts';
import * as n from './numbers.ts';
import type { Compilers, Place, Run } from './program.ts';
import { INAPPLICABLE, manageable, type Num } from './values.ts';

const tooLarge = ({ span }: { span: Span }): readonly Cause[] => [{ kind: 'too-large', span }];

function unary(expr: { arg: Expr; span: Span }, place: Place, apply: (a: Num) => Num): Run {
  const arg = place.compile(expr.arg);
  const causes = tooLarge(expr);
  return frame => {
    const a = arg(frame);
    return a.kind === 'inapplicable' ? INAPPLICABLE : manageable(apply(a as Num), causes);
  };
}

function binary(
  expr: { left: Expr; right: Expr; span: Span },
  place: Place,
  apply: (a: Num, b: Num) => Num,
): Run {
  const left = place.compile(expr.left);
  const right = place.compile(expr.right);
  const causes = tooLarge(expr);
  return frame => {
    const a = left(frame);
    const b = right(frame);
    if (a.kind === 'inapplicable' || b.kind === 'inapplicable') return INAPPLICABLE;
    return manageable(apply(a as Num, b as Num), causes);
  };
}

function several(args: readonly Expr[], place: Place, apply: (all: readonly Num[]) => Num): Run {
  const runs = args.map(arg => place.compile(arg));
  return frame => {
    const values = runs.map(run => run(frame));
    return values.some(v => v.kind === 'inapplicable') ? INAPPLICABLE : apply(values as Num[]);
  };
}

export const arithmetic: Compilers<
  'negate' | 'add' | 'subtract' | 'multiply' | 'divide' | 'min' | 'max' | 'cap' | 'floor' | 'round'
> = {
  negate: (expr, place) => unary(expr, place, n.negate),
  add: (expr, place) => binary(expr, place, n.add),
  subtract: (expr, place) => binary(expr, place, n.subtract),
  multiply: (expr, place) => binary(expr, place, n.multiply),
  divide: (expr, place) => {
    const byZero: readonly Cause[] = [{ kind: 'zero-division', span: expr.span }];
    return binary(expr, place, (a, b) => n.divide(a, b, byZero));
  },
  min: (expr, place) => several(expr.args, place, n.minimum),
  max: (expr, place) => several(expr.args, place, n.maximum),
  cap: (expr, place) => binary(expr, place, (a, b) => n.minimum([a, b])),
  floor: (expr, place) => binary(expr, place, (a, b) => n.maximum([a, b])),
  round: (expr, place) => {
    const step = exact(expr.step);
    return unary(expr, place, a => n.round(a, step, expr.mode));
  },
};
