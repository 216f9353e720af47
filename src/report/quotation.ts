import type { Expr } from '../language/expr.ts';
import type { Span } from '../language/source.ts';
import { inert } from './inert.ts';
import type { Sources } from './place.ts';

/** The words at a place of a source, on one line, safe for a terminal; empty where the source is not at hand. */
export function wordsAt(span: Span, sources: Sources): string {
  const text = (sources.get(span.file) ?? '').slice(span.start, span.end);
  return inert(text.replace(/\s+/g, ' '));
}

/** The words of the rule that an expression stands for. */
export const wordsOf = (expr: Expr, sources: Sources): string => wordsAt(expr.span, sources);
