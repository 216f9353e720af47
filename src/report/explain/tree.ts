import type { Step } from '../../engine/answer.ts';
import { wordOf } from '../../language/label.ts';
import type { Origin, Policy } from '../../policy/policy.ts';
import { inert } from '../inert.ts';
import { annotated, foundWords } from './annotate.ts';
import { instanceName } from './causes.ts';
import { decisive, decisiveParts, isConnective, truthOfStep } from './condense.ts';
import { isAggregate, isQuotable, namedIn } from './inline.ts';
import { type Found, type Item, itemsOf, type Part, partsOf, rowsOf } from './layout.ts';
import { exprOf, wordsAt } from './source-words.ts';
import { keyOf, stepValue } from './value.ts';
import type { ExplainView } from './view.ts';
import { bracketed, say } from './words.ts';

/** One line of the tree; deeper lines explain it. */
export interface Line {
  readonly text: string;
  readonly below: readonly Line[];
}

/** Members or other parts that are shown of many. */
const SHOWN = 8;

/** A line for each of the first of many, then how many there are besides. */
export function limited<T>(all: readonly T[], { lang, paint }: ExplainView, line: (each: T) => Line): Line[] {
  const lines = all.slice(0, SHOWN).map(line);
  const rest = all.length - SHOWN;
  return rest > 0 ? [...lines, { text: paint.faint(say('more', lang, { n: rest })), below: [] }] : lines;
}

export const nameOf = (step: Step, view: ExplainView): string =>
  inert(wordOf(step.label, view.lang, step.id));

/** ✓ holds, ✗ does not, ? is not known. */
export function mark(truth: boolean | null, { paint }: ExplainView): string {
  if (truth === null) return paint.warning('?');
  return truth ? paint.good('✓') : paint.faint('✗');
}

/** `  方案 二(一)`, and the draft that changed the rule. */
export function citation(cite: string, origin: Origin | null, { lang, paint }: ExplainView): string {
  const changed =
    origin === null || origin.change === 'original'
      ? ''
      : `  ${paint.warning(`[${say(origin.change === 'added' ? 'added' : 'changed', lang, { by: inert(origin.policy) })}]`)}`;
  return `${cite === '' ? '' : `  ${paint.faint(inert(cite))}`}${changed}`;
}

export interface Drawer {
  /** What decided a condition. */
  conditionLines(step: Step): Line[];
  /** What stands behind the figures of an expression. */
  operandLines(step: Step): Line[];
}

/** Lines for what another policy gives. */
export type UsedLines = (step: Step, view: ExplainView) => Line[];

/**
 * Draws the lines of one explanation; what a definition (or, with `used`, another policy) comes to is worked out once,
 * where it is first met.
 */
export function drawer(view: ExplainView, used: UsedLines = () => []): Drawer {
  const { policy, lang, paint } = view;
  const explained = new Set<string>();

  const isKept = (step: Step) =>
    step.role === 'definition'
      ? step.steps.length > 0 || step.cite !== ''
      : step.role === 'parameter' && step.origin !== null && step.origin.change !== 'original';

  /**
   * Lines for the definitions, changed parameters and results of other policies that an expression names, unless
   * explained further up.
   */
  function definitionsIn(step: Step): Line[] {
    return namedIn(step)
      .filter(each => (each.role === 'used' ? !isPart(each, policy) : isKept(each)))
      .flatMap(each => {
        const about = each.role === 'used' ? JSON.stringify(exprOf(each, policy)) : keyOf(each, policy);
        const key = `${each.role} ${about} ${each.at?.id ?? ''}`;
        if (explained.has(key)) return [];
        explained.add(key);
        return each.role === 'used' ? used(each, view) : [definitionLine(each)];
      });
  }

  function definitionLine(step: Step): Line {
    const [body] = step.steps;
    const cite = citation(step.cite, step.origin, view);
    if (step.type.kind === 'bool') {
      const lead = `${mark(truthOfStep(step), view)} ${nameOf(step, view)}`;
      return { text: lead + cite, below: body === undefined ? [] : conditionLines(body) };
    }
    const words = body === undefined ? '' : annotated(body, view);
    const lead = `${nameOf(step, view)} = ${paint.strong(stepValue(step, policy, lang))}`;
    const from = words === '' ? '' : ` ${paint.faint('←')} ${words}`;
    return { text: lead + from + cite, below: body === undefined ? [] : operandLines(body) };
  }

  /** What stands behind the figures of an expression: its definitions, and the parts of its aggregates. */
  function operandLines(step: Step): Line[] {
    const expr = exprOf(step, policy);
    const items = expr === undefined ? null : itemsOf(expr, step, policy);
    if (items !== null) return items.map(itemLine);
    return [...bandLines(step), ...aggregatesIn(step).flatMap(partLines), ...definitionsIn(step)];
  }

  /** The arithmetic of bands that add up, also where they stand in a row of a table. */
  function bandLines(step: Step): Line[] {
    const expr = exprOf(step, policy);
    if (expr === undefined) return [];
    const rows = rowsOf(expr, step);
    if (rows !== null)
      return rows.met.flatMap(({ value }) => (value.step === null ? [] : bandLines(value.step)));
    return (partsOf(expr, step)?.parts ?? []).map(bandLine);
  }

  const worth = (found: Found) =>
    found.step === null ? foundWords(found, view) : stepValue(found.step, policy, lang);

  function bandLine({ whole, rate, part }: Part): Line {
    const { span } = whole.expr;
    const words = isQuotable(span, view) ? bracketed(wordsAt(span, view.sources), lang) : '';
    return { text: `${worth(whole)} = ${worth(part)} × ${foundWords(rate, view)}${words}`, below: [] };
  }

  /** `10 分 ← ✓ 住房等级（C级） 属于 （C级、D级）` */
  function itemLine({ condition, points, whole }: Item): Line {
    const lead = `${paint.strong(worth(whole))} ${paint.faint('←')} `;
    const own = points.step === null ? [] : operandLines(points.step);
    if (condition?.step == null) return { text: lead + foundWords(points, view), below: own };
    const inner = conditionLines(condition.step);
    const [only] = inner;
    const single = inner.length === 1 && only !== undefined;
    const reckoned = points.step === null ? '' : `${lang === 'zh' ? '：' : ': '}${foundWords(points, view)}`;
    return {
      text: lead + (single ? only.text : conditionText(condition.step)) + reckoned,
      below: [...(single ? only.below : inner), ...own],
    };
  }

  function partLines(aggregate: Step): Line[] {
    return limited(decisiveParts(aggregate), view, ({ part, step }): Line => {
      const who = instanceName(part.entity, part.id, view);
      const colon = lang === 'zh' ? '：' : ': ';
      if (step.type.kind !== 'bool') {
        const words = annotated(step, view);
        const value = paint.strong(stepValue(step, policy, lang));
        const from = step.role === 'fact' || words === '' ? '' : ` ${paint.faint('←')} ${words}`;
        return { text: `${who}${colon}${value}${from}`, below: operandLines(step) };
      }
      const inner = conditionLines(step);
      const [only] = inner;
      if (inner.length === 1 && only !== undefined) return { ...only, text: `${who}${colon}${only.text}` };
      return { text: `${mark(truthOfStep(step), view)} ${who}`, below: inner };
    });
  }

  /** A condition: what decided it, connectives left out where one operand says it all. */
  function conditionLines(step: Step): Line[] {
    if (isConnective(step)) {
      const operands = decisive(step);
      return operands.flatMap(operand => {
        const inner = conditionLines(operand);
        const transparent = !isConnective(operand) || operand.op === step.op || inner.length === 1;
        return transparent ? inner : [{ text: conditionText(operand), below: inner }];
      });
    }
    if (step.role === 'definition' && isKept(step)) {
      const key = `definition ${keyOf(step, policy)} ${step.at?.id ?? ''}`;
      if (explained.has(key)) {
        const again = paint.faint(bracketed(say('above', lang), lang));
        return [{ text: `${mark(truthOfStep(step), view)} ${nameOf(step, view)}${again}`, below: [] }];
      }
      explained.add(key);
      return [definitionLine(step)];
    }
    const [negated] = step.op === 'not' ? step.steps : [];
    if (negated !== undefined && isUnworded(step, negated)) {
      const words = say('noneHolds', lang, { words: annotated({ ...negated, steps: [] }, view) });
      const text = `${mark(truthOfStep(step), view)} ${words}${exceptionWords(negated)}`;
      return [{ text, below: conditionLines(negated) }];
    }
    if (negated !== undefined && isConnective(negated)) {
      return [{ text: conditionText(step), below: conditionLines(negated) }];
    }
    return [{ text: conditionText(step), below: operandLines(step) }];
  }

  function conditionText(step: Step): string {
    const words = isConnective(step) ? annotated({ ...step, steps: [] }, view) : annotated(step, view);
    const fallback = step.id === '' ? stepValue(step, policy, lang) : nameOf(step, view);
    return `${mark(truthOfStep(step), view)} ${words === '' ? fallback : words}${exceptionWords(step)}`;
  }

  /** Name and citation of an exception folded into a rule: `（就医用车）  方案 五`. */
  function exceptionWords(step: Step): string {
    const { span } = step;
    const found = policy.exceptions?.find(
      each => span?.file === each.span.file && span.start === each.span.start && span.end === each.span.end,
    );
    if (found === undefined) return '';
    const name = inert(wordOf(found.label, lang, ''));
    return `${name === '' ? '' : bracketed(name, lang)}${citation(found.cite, null, view)}`;
  }

  return { conditionLines, operandLines };
}

/** Exceptions and `均不`: a negation that its words do not say. */
function isUnworded({ span }: Step, negated: Step): boolean {
  return span !== null && span.start === negated.span?.start && span.end === negated.span.end;
}

/** Of a part of what is judged, rather than of itself or what stands above; there are too many to reason for each. */
function isPart({ at }: Step, { entity, vocabulary }: Policy): boolean {
  if (at === null) return false;
  for (let above: string | null = entity; above !== null; above = vocabulary.entities[above]?.within ?? null)
    if (above === at.entity) return false;
  return true;
}

function aggregatesIn(step: Step): Step[] {
  if (step.role !== 'expression') return [];
  return isAggregate(step) ? [step] : step.steps.flatMap(aggregatesIn);
}

/** The lines as text, two columns in for each level. */
export function drawn(lines: readonly Line[], indent: string): string[] {
  return lines.flatMap(({ text, below }) => [indent + text, ...drawn(below, `${indent}  `)]);
}
