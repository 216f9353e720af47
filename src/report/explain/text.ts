/** The answer for one household as people read it: the card, why, the benefits with their arithmetic. */
import type { Standing } from '../../engine/allocation/standing/line.ts';
import type { Answer } from '../../engine/answer.ts';
import type { Lang } from '../../language/label.ts';
import type { Policy } from '../../policy/policy.ts';
import { inert } from '../inert.ts';
import { cardName, entityName, exclusionName, policyName, versionText } from '../names.ts';
import { rulesOf, settingLines } from '../rules-of.ts';
import { benefitSection } from './benefits.ts';
import { causeLines } from './causes.ts';
import { dutySection } from './duties.ts';
import { placeSection } from './places/text.ts';
import { ruleLines } from './rules.ts';
import { citation, drawer, drawn } from './tree.ts';
import { usedLines } from './used.ts';
import type { ExplainView } from './view.ts';
import { say } from './words.ts';

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

/** A household without an id is called after its kind. */
function titleOf({ id }: Answer, policy: Policy, lang: Lang): string {
  return id === policy.entity ? entityName(policy, id, lang) : inert(id);
}

/**
 * Needs an answer decided with `trace`. `standings` say where it stands in quotas and funds; null: no population is at
 * hand. Ends with a line break.
 */
export function answerText(
  answer: Answer,
  view: ExplainView,
  standings: readonly Standing[] | null = null,
): string {
  const { policy, lang, paint } = view;
  const draw = drawer(view, usedLines);
  const colon = lang === 'zh' ? '：' : ': ';
  const version = versionText(policy, lang);
  const reasons = ruleLines(answer.reasons, view, draw);
  return [
    `${paint.strong(titleOf(answer, policy, lang))}  ${policyName(policy, lang)}${version}  ${rulesOf(policy, lang)}`,
    ...settingLines(policy, view.set ?? {}, lang),
    '',
    `${say('card', lang)}${colon}${verdict(answer, view)}`,
    ...barredLines(answer, view),
    ...settlingLines(answer, view),
    ...(reasons.length === 0 ? [] : ['', paint.strong(say('reasons', lang)), ...drawn(reasons, '  ')]),
    ...benefitSection(answer, view, draw),
    ...dutySection(answer, view, draw),
    ...placeSection(answer, standings, view),
    '',
  ].join('\n');
}
