import type { Step } from '../../engine/answer.ts';
import type { AggregateOp, Expr } from '../../language/expr.ts';
import { wordOf } from '../../language/label.ts';
import { printExpression } from '../../language/print.ts';
import type { Span } from '../../language/source.ts';
import { makeUnits } from '../../language/units.ts';
import { inert } from '../inert.ts';
import { entityName } from '../names.ts';
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

const valueIn = (step: Step, { policy, lang }: ExplainView) => bracketed(stepValue(step, policy, lang), lang);

/** What is told of by name or comes to a figure, below an expression. */
function shownIn(step: Step): Step[] {
  const aggregates = (each: Step): Step[] =>
    each.role === 'expression' ? (isAggregate(each) ? [each] : each.steps.flatMap(aggregates)) : [];
  const inner = isAggregate(step) ? [] : step.steps.flatMap(aggregates);
  return [...namedIn(step), ...inner.filter(each => each.value.kind === 'number')];
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
  for (const each of shownIn(step)) {
    if (each.span === null || !within(each.span, span) || isWritten(each, view)) continue;
    values.set(each.span.end, valueIn(each, view));
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

const units = makeUnits();

/** The same for what the vocabulary itself derives, in the reader's own language: nobody enacted its words. */
export function printed(expr: Expr, step: Step, view: ExplainView): string {
  const { policy, lang } = view;
  const values = new Map(
    namedIn(step).map(each => [`${each.role} ${keyOf(each, policy)}`, valueIn(each, view)]),
  );
  return printExpression(
    expr,
    lang,
    named => {
      switch (named.kind) {
        case 'fact':
        case 'definition': {
          const key = `${named.entity}.${named.id}`;
          const label = (named.kind === 'fact' ? policy.vocabulary.facts : policy.definitions)[key]?.label;
          return inert(wordOf(label ?? {}, lang, named.id)) + (values.get(`${named.kind} ${key}`) ?? '');
        }
        case 'entity':
          return entityName(policy, named.id, lang);
        case 'value': {
          const value = policy.vocabulary.facts[named.of]?.values.find(each => each.id === named.id);
          return inert(wordOf(value?.label ?? {}, lang, named.id));
        }
        default:
          return inert(named.id);
      }
    },
    units,
  );
}
