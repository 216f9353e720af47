import type { Step } from '../../engine/answer.ts';
import { expressionsOf } from '../../engine/facts.ts';
import type { Expr } from '../../language/expr.ts';
import { visit } from '../../language/operands.ts';
import type { Span } from '../../language/source.ts';
import type { Policy } from '../../policy/policy.ts';
import { inert } from '../inert.ts';
import type { Sources } from '../place.ts';

const HAN = /\p{Script=Han}/u;

/** The words at a place of a source, on one line, safe for a terminal; empty where the source is not at hand. */
export function wordsAt(span: Span, sources: Sources): string {
  return oneLine((sources.get(span.file) ?? '').slice(span.start, span.end)).trim();
}

/** Text of a source without its line breaks, safe for a terminal. */
export const oneLine = (text: string): string => inert(text.replace(/\s+/g, ' '));

/** Is the rule written in the language of the reader? */
export const isReadable = (words: string, lang: 'zh' | 'en'): boolean =>
  words !== '' && HAN.test(words) === (lang === 'zh');

/** The files that hold the rules themselves, as against those of the vocabulary, whose words nobody enacted. */
function ruleFiles({ cards, exclusions, benefits, definitions }: Policy): ReadonlySet<string> {
  const rules = Object.values(definitions).filter(definition => definition.kind !== 'derived');
  return new Set([...rules, ...cards, ...exclusions, ...benefits].map(rule => rule.span.file));
}

const files = new WeakMap<Policy, ReadonlySet<string>>();

export function isEnacted(span: Span, policy: Policy): boolean {
  const known = files.get(policy) ?? ruleFiles(policy);
  files.set(policy, known);
  return known.has(span.file);
}

const indices = new WeakMap<Policy, ReadonlyMap<string, Expr>>();

const keyOf = (span: Span, op: string): string => `${span.file} ${span.start} ${span.end} ${op}`;

function indexOf(policy: Policy): ReadonlyMap<string, Expr> {
  const known = indices.get(policy);
  if (known !== undefined) return known;
  const index = new Map<string, Expr>();
  const definitions = Object.values(policy.definitions).map(definition => definition.expr);
  for (const root of [...expressionsOf(policy), ...definitions]) {
    visit(root, expr => {
      // Parts of what is laid out may stand at the place of the whole, which comes first.
      const key = keyOf(expr.span, expr.op);
      if (!index.has(key)) index.set(key, expr);
    });
  }
  indices.set(policy, index);
  return index;
}

/** The expression that a step stands for. */
export function exprOf(step: Step, policy: Policy): Expr | undefined {
  return step.op === null || step.span === null ? undefined : indexOf(policy).get(keyOf(step.span, step.op));
}
