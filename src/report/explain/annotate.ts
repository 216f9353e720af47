import type { Step } from '../../engine/answer.ts';
import type { Expr } from '../../language/expr.ts';
import { inline, isQuotable, printed, withValues } from './inline.ts';
import { type Found, itemsOf, partsOf, type Row, type Rows, rowsOf, within } from './layout.ts';
import { exprOf, wordsAt } from './source-words.ts';
import type { ExplainView } from './view.ts';
import { say } from './words.ts';

/**
 * What an expression stands for, on one line, names followed by their values. Of a table or bands the row met; nothing
 * of a score, whose items have a line each.
 */
export function annotated(step: Step, view: ExplainView): string {
  const expr = exprOf(step, view.policy);
  return (expr === undefined ? null : laidOut(expr, step, view)) ?? inline(step, view);
}

function laidOut(expr: Expr, step: Step, view: ExplainView): string | null {
  const rows = rowsOf(expr, step);
  if (rows !== null) return rowsText(rows, view);
  const parts = partsOf(expr, step);
  if (parts !== null) return say('marginal', view.lang, { by: foundWords(parts.by, view) });
  return itemsOf(expr, step, view.policy) === null ? null : '';
}

/** `按 村类型（贫困村）、家庭人口（3 人）：“3人: 600元”` */
function rowsText({ met, by }: Rows, view: ExplainView): string {
  const { lang } = view;
  const rows = met.map(row => rowText(row, view)).join(lang === 'zh' ? ' 或 ' : ' or ');
  const subjects = by.map(one => foundWords(one, view)).join(say('comma', lang));
  return say('row', lang, { by: subjects, rows });
}

export function foundWords({ expr, step }: Found, view: ExplainView): string {
  if (step !== null) return annotated(step, view);
  const words = wordsAt(expr.span, view.sources);
  return /^[\d.,]+\s*[%％‰]?$/.test(words) ? words : printed(expr, null, view);
}

/** The words of a row and, where they do not say it all, what is reckoned from them. */
function rowText(met: Row, view: ExplainView): string {
  const { row, value } = met;
  const span = row === null ? lastSpan(met, view) : row.span;
  if (!isQuotable(span, view)) {
    const key = row === null ? say('otherwise', view.lang) : printed(row.condition, null, view);
    return say('quoted', view.lang, { words: `${key}: ${foundWords(value, view)}` });
  }
  const { expr, step } = value;
  const nested = step === null ? null : laidOut(expr, step, view);
  if (nested !== null) {
    const key = withValues([], { ...span, end: expr.span.start }, view);
    return say('quoted', view.lang, { words: `${key} ${nested}` });
  }
  const words = say('quoted', view.lang, { words: withValues(step === null ? [] : [step], span, view) });
  const apart = 'left' in expr && [expr.left, expr.right].some(side => !within(side.span, expr.span));
  // A share of something, or so much for each one more than the last row has.
  return apart ? `${words}${view.lang === 'zh' ? '：' : ': '}${printed(expr, step, view)}` : words;
}

/** Where what stands last begins with its key: `以上: 30%`, `其余: 200元`. */
function lastSpan({ value, after }: Row, { sources }: ExplainView) {
  const { span } = value.expr;
  const before = (sources.get(span.file) ?? '').slice(after, span.start);
  const key = /[^\s,{}[\]"'][^,{}[\]\n]{0,40}[:：]\s*["']?$/u.exec(after < span.start ? before : '');
  return key === null ? null : { ...span, start: span.start - key[0].length };
}
