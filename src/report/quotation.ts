import type { Expr } from '../language/expr.ts';
import type { Lang } from '../language/label.ts';
import { printExpression } from '../language/print.ts';
import type { Policy } from '../policy/policy.ts';
import { isEnacted, isReadable, wordsAt } from './explain/source-words.ts';
import { nameOf } from './names.ts';
import type { Sources } from './place.ts';
import { unitsOf } from './units.ts';

/**
 * The words of the rule that an expression stands for; printed anew where the rule is not in the reader's language, or
 * where they stand in the vocabulary, which writes ids for things that have a name.
 */
export function wordsOf(expr: Expr, policy: Policy, sources: Sources, lang: Lang): string {
  const written = wordsAt(expr.span, sources);
  if (isReadable(written, lang) && isEnacted(expr.span, policy)) return written;
  return printExpression(expr, lang, named => nameOf(named, policy, lang), unitsOf(policy));
}
