import type { Step } from '../../engine/answer.ts';
import type { AggregateOp, Expr } from '../../language/expr.ts';
import { type Named, printExpression } from '../../language/print.ts';
import type { Span } from '../../language/source.ts';
import type { Policy } from '../../policy/policy.ts';
import { nameOf } from '../names.ts';
import { unitsOf } from '../units.ts';
import { within } from './layout.ts';
import { exprOf, isEnacted, isReadable, oneLine, wordsAt } from './source-words.ts';
import { keyOf, stepValue } from './value.ts';
import type { ExplainView } from './view.ts';
import { bracketed } from './words.ts';

const AGGREGATES: ReadonlySet<string> = new Set<AggregateOp>([
  'any',
  'every',
  'count',
  'sum',
  'minimum',
  'maximum',
  'average',
]);

export const isAggregate = (step: Step): boolean => step.op !== null && AGGREGATES.has(step.op);

/** Facts, definitions, parameters and results that an expression names itself, not through others or on parts. */
export function namedIn(step: Step): Step[] {
  if (step.role === 'fact' || step.role === 'definition' || step.role === 'parameter') return [step];
  if (step.role === 'used' || step.op === 'benefit' || step.op === 'card' || step.op === 'served')
    return [step];
  return isAggregate(step) ? [] : step.steps.flatMap(namedIn);
}

/** An amount written in place is no name; its words say it all. */
function isWritten(step: Step, { policy }: ExplainView): boolean {
  return step.role === 'parameter' && policy.parameters[step.id]?.implicit === true;
}

const valueIn = (step: Step, { policy, lang }: ExplainView) => bracketed(stepValue(step, policy, lang), lang);

/** What is told of by name or comes to a figure, below an expression. */
function shownIn(step: Step): Step[] {
  const aggregates = (each: Step): Step[] =>
    each.role === 'expression' ? (isAggregate(each) ? [each] : each.steps.flatMap(aggregates)) : [];
  const inner = isAggregate(step) ? [] : step.steps.flatMap(aggregates);
  return [...namedIn(step), ...inner.filter(each => each.value.kind === 'number')];
}

/** Is what a step stands for written in the reader's language, and by whoever enacted the rules? */
export function isQuotable(span: Span | null, { policy, lang, sources }: ExplainView): span is Span {
  return span !== null && isReadable(wordsAt(span, sources), lang) && isEnacted(span, policy);
}

/**
 * The words that an expression stands for, on one line, each name followed by its value: `实际修缮费用（12,000 元） 封顶 20000 元`.
 * Where the rule is not written in the reader's language, or is just the vocabulary's, it is printed anew.
 */
export function inline(step: Step, view: ExplainView): string {
  if (isQuotable(step.span, view)) return withValues([step], step.span, view);
  const expr = exprOf(step, view.policy);
  if (expr !== undefined) return printed(expr, step, view);
  return step.span === null ? '' : wordsAt(step.span, view.sources);
}

/** What stands at a place, the names in it followed by the values that the steps have for them. */
export function withValues(steps: readonly Step[], span: Span, view: ExplainView): string {
  const text = view.sources.get(span.file) ?? '';
  const values = new Map<number, string>();
  for (const each of steps.flatMap(shownIn)) {
    if (each.span === null || !within(each.span, span) || isWritten(each, view)) continue;
    values.set(each.span.end, valueIn(each, view));
  }
  let line = '';
  let at = span.start;
  for (const [end, value] of [...values].sort(([a], [b]) => a - b)) {
    line += oneLine(text.slice(at, end)) + value;
    at = end;
  }
  return (line + oneLine(text.slice(at, span.end))).trim();
}

/** An expression in the reader's language, with the values that the step has for its names. */
export function printed(expr: Expr, step: Step | null, view: ExplainView): string {
  const { policy, lang } = view;
  const steps = step === null ? [] : namedIn(step);
  const values = new Map(
    steps.map(each => [stepKey(each, policy), isWritten(each, view) ? '' : valueIn(each, view)]),
  );
  const names = (named: Named): string => nameOf(named, policy, lang) + (values.get(valueKey(named)) ?? '');
  return printExpression(expr, lang, names, unitsOf(policy));
}

function stepKey(step: Step, policy: Policy): string {
  if (step.role === 'parameter') return `parameter ${step.id}`;
  const expr = step.role === 'used' ? exprOf(step, policy) : undefined;
  if (expr?.op !== 'used') return `${step.role} ${keyOf(step, policy)}`;
  return expr.what.kind === 'benefit'
    ? `result ${expr.use} ${expr.what.id}`
    : `given ${expr.use} ${expr.what.kind}`;
}

/** Under which `values` above holds what a name was worth; empty for names that are worth nothing by themselves. */
function valueKey(named: Named): string {
  switch (named.kind) {
    case 'fact':
    case 'definition':
      return `${named.kind} ${named.entity}.${named.id}`;
    case 'parameter':
      return `parameter ${named.id}`;
    case 'given':
      return `given ${named.use} ${named.what}`;
    case 'result':
      return named.what === 'benefit' ? `result ${named.use} ${named.id}` : '';
    default:
      return '';
  }
}
