import type { Expr } from '../language/expr.ts';
import type { Lang } from '../language/label.ts';
import { type Named, printExpression } from '../language/print.ts';
import type { Policy } from '../policy/policy.ts';
import { inert } from './inert.ts';
import {
  benefitName,
  cardName,
  definitionName,
  entityName,
  factName,
  parameterName,
  pluralName,
  valueName,
} from './names.ts';
import type { Sources } from './place.ts';
import { unitsOf } from './units.ts';

const HAN = /\p{Script=Han}/u;

/** The words of the rule that an expression stands for, on one line, safe for a terminal. */
export function writtenWords(expr: Expr, sources: Sources): string {
  const text = (sources.get(expr.span.file) ?? '').slice(expr.span.start, expr.span.end);
  return inert(text.replace(/\s+/g, ' '));
}

/**
 * The same in the reader's language: where the rule is not written in it, the expression is printed anew.
 */
export function wordsOf(expr: Expr, policy: Policy, sources: Sources, lang: Lang): string {
  const written = writtenWords(expr, sources);
  if (written !== '' && HAN.test(written) === (lang === 'zh')) return written;
  return printExpression(expr, lang, named => nameOf(named, policy, lang), unitsOf(policy));
}

function nameOf(named: Named, policy: Policy, lang: Lang): string {
  switch (named.kind) {
    case 'fact':
      return factName(policy, named.entity, named.id, lang);
    case 'definition':
      return definitionName(policy, named.entity, named.id, lang);
    case 'parameter':
      return parameterName(policy, named.id, lang);
    case 'card':
      return cardName(policy, named.id, lang);
    case 'benefit':
      return benefitName(policy, named.id, lang);
    case 'entity':
      return named.plural ? pluralName(policy, named.id, lang) : entityName(policy, named.id, lang);
    case 'value':
      return valueName(policy, named.of, named.id, lang);
  }
}
