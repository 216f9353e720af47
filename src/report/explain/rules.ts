import type { Step } from '../../engine/answer.ts';
import { truthOfStep } from './condense.ts';
import { citation, type Drawer, type Line, mark, nameOf } from './tree.ts';
import type { ExplainView } from './view.ts';
import { explainWords, say } from './words.ts';

/** A scope's step is the expression itself. */
function expressionRole(step: Step): Step['role'] {
  return step.op === 'fact' || step.op === 'definition' || step.op === 'parameter' || step.op === 'used'
    ? step.op
    : 'expression';
}

/** A card tried, or the scope: its sign, its name, what decided it, and the exclusions looked at. */
export function ruleLine(step: Step, view: ExplainView, draw: Drawer): Line {
  const { lang, paint } = view;
  const name = step.role === 'scope' ? explainWords.scope[lang] : nameOf(step, view);
  const sign = mark(truthOfStep(step), view);
  const inner = step.role === 'scope' ? [{ ...step, role: expressionRole(step) }] : step.steps;
  const bars = inner.filter(each => each.role === 'exclusion');
  const conditions = inner.filter(each => each.role !== 'exclusion');
  // Exclusions that do not apply decide nothing.
  const telling = bars.filter(bar => truthOfStep(bar) !== false);
  return {
    text: `${sign} ${paint.strong(name)}${citation(step.cite, step.origin, view)}`,
    below: [
      ...conditions.flatMap(draw.conditionLines),
      ...telling.map(bar => ({
        text: `${mark(truthOfStep(bar), view)} ${say('exclusion', lang)}${nameOf(bar, view)}${citation(bar.cite, bar.origin, view)}`,
        below: bar.steps.flatMap(draw.conditionLines),
      })),
    ],
  };
}

/** The scope, and the cards tried. */
export const ruleLines = (reasons: readonly Step[], view: ExplainView, draw: Drawer): Line[] =>
  reasons
    .filter(step => step.role === 'scope' || step.role === 'card')
    .map(step => ruleLine(step, view, draw));
