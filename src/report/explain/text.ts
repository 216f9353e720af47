/** The answer for one household as people read it: the card, why, the benefits with their arithmetic. */
import type { Answer, Step } from '../../engine/answer.ts';
import type { Lang } from '../../language/label.ts';
import type { Policy } from '../../policy/policy.ts';
import { inert } from '../inert.ts';
import { cardName, entityName, exclusionName, policyName, versionText } from '../names.ts';
import { rulesOf, settingLines } from '../rules-of.ts';
import { benefitSection } from './benefits.ts';
import { causeLines } from './causes.ts';
import { truthOfStep } from './condense.ts';
import { citation, type Drawer, drawer, drawn, type Line, mark, nameOf } from './tree.ts';
import type { ExplainView } from './view.ts';
import { explainWords, say } from './words.ts';

function cardsText(cards: readonly (string | null)[], { policy, lang }: ExplainView): string {
  const names = cards.map(card => (card === null ? say('none', lang) : cardName(policy, card, lang)));
  const last = names.pop() ?? '';
  if (names.length === 0) return last;
  return `${names.join(say('comma', lang))} ${say('or', lang)}${last}`;
}

function verdict(answer: Answer, view: ExplainView): string {
  const { lang, paint, policy } = view;
  const cards = cardsText(answer.possible, view);
  switch (answer.status) {
    case 'decided':
      return paint.good(answer.card === null ? say('none', lang) : cardName(policy, answer.card, lang));
    case 'out-of-scope':
      return paint.note(say('outOfScope', lang));
    case 'conflict':
      return paint.error(say('conflict', lang, { cards }));
    case 'undetermined': {
      const settled = answer.causes.some(cause => cause.kind !== 'open');
      return paint.warning(say(settled ? 'undetermined' : 'unsettled', lang, { cards }));
    }
  }
}

function barredLines({ barred }: Answer, view: ExplainView): string[] {
  const { policy, lang, paint } = view;
  return barred.map(({ card, by }) => {
    const names = { card: cardName(policy, card, lang), by: exclusionName(policy, by, lang) };
    const cite = policy.exclusions.find(exclusion => exclusion.id === by)?.cite ?? '';
    return `  ${paint.error('!')} ${say('barred', lang, names)}${citation(cite, null, view)}`;
  });
}

function settlingLines(answer: Answer, view: ExplainView): string[] {
  const causes = causeLines(answer.causes, view);
  if (causes.length === 0) return [];
  const colon = view.lang === 'zh' ? '：' : ':';
  return [`  ${say('settles', view.lang)}${colon}`, ...causes.map(line => `    ${line}`)];
}

/** A card tried, or the scope: its sign, its name, what decided it, and the exclusions looked at. */
function ruleLine(step: Step, view: ExplainView, draw: Drawer): Line {
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

/** A scope's step is the expression itself. */
function expressionRole(step: Step): Step['role'] {
  return step.op === 'fact' || step.op === 'definition' || step.op === 'parameter' ? step.op : 'expression';
}

/** A household without an id is called after its kind. */
function titleOf({ id }: Answer, policy: Policy, lang: Lang): string {
  return id === policy.entity ? entityName(policy, id, lang) : inert(id);
}

/** Needs an answer decided with `trace`. Ends with a line break. */
export function answerText(answer: Answer, view: ExplainView): string {
  const { policy, lang, paint } = view;
  const draw = drawer(view);
  const colon = lang === 'zh' ? '：' : ': ';
  const version = versionText(policy, lang);
  const rules = answer.reasons.filter(step => step.role === 'scope' || step.role === 'card');
  const reasons = rules.map(step => ruleLine(step, view, draw));
  return [
    `${paint.strong(titleOf(answer, policy, lang))}  ${policyName(policy, lang)}${version}  ${rulesOf(policy, lang)}`,
    ...settingLines(policy, view.set ?? {}, lang),
    '',
    `${say('card', lang)}${colon}${verdict(answer, view)}`,
    ...barredLines(answer, view),
    ...settlingLines(answer, view),
    ...(reasons.length === 0 ? [] : ['', paint.strong(say('reasons', lang)), ...drawn(reasons, '  ')]),
    ...benefitSection(answer, view, draw),
    '',
  ].join('\n');
}
