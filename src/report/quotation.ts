import type { Expr } from '../language/expr.ts';
import { inert } from './inert.ts';
import type { Sources } from './place.ts';

/** The words of the rule that an expression stands for, on one line, safe for a terminal. */
export function wordsOf(expr: Expr, sources: Sources): string {
  const text = (sources.get(expr.span.file) ?? '').slice(expr.span.start, expr.span.end);
  return inert(text.replace(/\s+/g, ' '));
}
