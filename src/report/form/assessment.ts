/** What the policy makes of the household, in short: the card, why this one and none before it, the arithmetic. */
import type { Answer, Step } from '../../engine/answer.ts';
import { causeLines } from '../explain/causes.ts';
import { truthOfStep } from '../explain/condense.ts';
import { citation, drawer, drawn, type Line, mark, nameOf } from '../explain/tree.ts';
import type { ExplainView } from '../explain/view.ts';
import { say } from '../explain/words.ts';
import { cardName, exclusionName } from '../names.ts';
import type { AssessmentView, ReasonView } from './sheet.ts';
import { fillWords, formWords } from './words.ts';

/** Conditions that are told of one card. */
const MOST = 8;

/** The card suggested, or what may become of it. */
function verdictText(answer: Answer, { policy, lang }: ExplainView): string {
  const names = answer.possible.map(card =>
    card === null ? say('none', lang) : cardName(policy, card, lang),
  );
  const last = names.pop() ?? '';
  const cards = names.length === 0 ? last : `${names.join(say('comma', lang))} ${say('or', lang)}${last}`;
  switch (answer.status) {
    case 'decided':
      return answer.card === null ? say('none', lang) : cardName(policy, answer.card, lang);
    case 'out-of-scope':
      return say('outOfScope', lang);
    case 'conflict':
      return say('conflict', lang, { cards });
    case 'undetermined': {
      const missing = answer.causes.some(({ kind }) => kind !== 'open');
      return say(missing ? 'undetermined' : 'unsettled', lang, { cards });
    }
  }
}

function barredLines({ barred }: Answer, view: ExplainView): string[] {
  const { policy, lang } = view;
  return barred.map(({ card, by }) => {
    const cite = policy.exclusions.find(({ id }) => id === by)?.cite ?? '';
    const names = { card: cardName(policy, card, lang), by: exclusionName(policy, by, lang) };
    return say('barred', lang, names) + citation(cite, null, view);
  });
}

/** A line that says whether something holds, maybe of a member: `成员 张三：✗ …`. */
const CONDITION = /^(?:[^✓✗?]{1,80}[：:] ?)?[✓✗?] /u;

/** The conditions at the ends of a reasoning: facts and comparisons, without the names in between. */
function ends(line: Line): string[] {
  const below = line.below.filter(({ text }) => CONDITION.test(text));
  return below.length === 0 ? [line.text] : below.flatMap(ends);
}

function reasonOf(step: Step, view: ExplainView): ReasonView {
  const scope = step.role === 'scope';
  const draw = drawer(view);
  const inner = scope ? [asExpression(step)] : step.steps;
  const conditions = inner.filter(({ role }) => role !== 'exclusion').flatMap(draw.conditionLines);
  const bars = inner.filter(one => one.role === 'exclusion' && truthOfStep(one) !== false);
  const lines = [
    ...new Set([
      ...conditions.flatMap(ends),
      ...bars.map(
        bar =>
          `${mark(truthOfStep(bar), view)} ${say('exclusion', view.lang)}${nameOf(bar, view)}${citation(bar.cite, null, view)}`,
      ),
    ]),
  ];
  const more = lines.length - MOST;
  const name = scope ? say('scope', view.lang) : nameOf(step, view);
  return {
    title: `${mark(truthOfStep(step), view)} ${name}${citation(step.cite, step.origin, view)}`,
    lines: more > 0 ? [...lines.slice(0, MOST), fillWords(formWords.more, { n: more })[view.lang]] : lines,
  };
}

/** The step of the scope is the expression itself. */
function asExpression(step: Step): Step {
  const named = step.op === 'fact' || step.op === 'definition' || step.op === 'parameter';
  return { ...step, role: named ? (step.op as 'fact' | 'definition' | 'parameter') : 'expression' };
}

/** Cards up to the one given; all that were tried where none is. */
function reasonsOf(answer: Answer, view: ExplainView): ReasonView[] {
  const tried = answer.reasons.filter(({ role }) => role === 'scope' || role === 'card');
  const given = tried.findIndex(
    ({ role, id }) => role === 'card' && answer.card !== null && id === answer.card,
  );
  const told = given < 0 ? tried : tried.slice(0, given + 1);
  // That it is judged at all goes without saying once it has been.
  return told
    .filter(step => step.role === 'card' || truthOfStep(step) !== true)
    .map(step => reasonOf(step, view));
}

/** Needs an answer decided with its reasons. */
export function assessmentView(answer: Answer, figures: readonly Step[], view: ExplainView): AssessmentView {
  const draw = drawer(view);
  return {
    verdict: verdictText(answer, view),
    barred: barredLines(answer, view),
    settles: causeLines(answer.causes, view),
    reasons: reasonsOf(answer, view),
    figures: drawn(figures.flatMap(draw.conditionLines), ''),
  };
}
