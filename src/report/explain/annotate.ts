import type { Step } from '../../engine/answer.ts';
import type { AggregateOp } from '../../language/expr.ts';
import type { Span } from '../../language/source.ts';
import { inert } from '../inert.ts';
import { stepValue } from './value.ts';
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

/** Facts, definitions, parameters and other benefits that an expression names itself, not through others or on parts. */
export function namedIn(step: Step): Step[] {
  if (step.role === 'fact' || step.role === 'definition' || step.role === 'parameter') return [step];
  if (step.op === 'benefit' || step.op === 'card') return [step];
  return isAggregate(step) ? [] : step.steps.flatMap(namedIn);
}

const within = (inner: Span, outer: Span) =>
  inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;

/** An amount written in place is no name; its words say it all. */
function isWritten(step: Step, { policy }: ExplainView): boolean {
  return step.role === 'parameter' && policy.parameters[step.id]?.implicit === true;
}

/**
 * The words that an expression stands for, on one line, each name followed by its value: `实际修缮费用（12,000 元） 封顶 20000 元`.
 * Empty where the source is not at hand.
 */
export function annotated(step: Step, view: ExplainView): string {
  const { span } = step;
  const text = span === null ? undefined : view.sources.get(span.file);
  if (span === null || text === undefined) return '';
  const values = new Map<number, string>();
  const named = namedIn(step).filter(each => !isWritten(each, view));
  const aggregate = isAggregate(step) && step.value.kind === 'number' ? [step] : [];
  for (const each of [...named, ...aggregate]) {
    if (each.span === null || !within(each.span, span)) continue;
    values.set(each.span.end, bracketed(stepValue(each, view.policy, view.lang), view.lang));
  }
  let line = '';
  let at = span.start;
  for (const [end, value] of [...values].sort(([a], [b]) => a - b)) {
    line += plain(text.slice(at, end)) + value;
    at = end;
  }
  return (line + plain(text.slice(at, span.end))).trim();
}

const plain = (text: string) => inert(text.replace(/\s+/g, ' '));
