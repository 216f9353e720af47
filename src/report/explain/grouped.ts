/** What a group of benefits does to the claims in it. */
import type { Answer, Step, Value } from '../../engine/answer.ts';
import { exact, roundTo, toRational } from '../../engine/reference/exact.ts';
import { wordOf } from '../../language/label.ts';
import type { Benefit, Cap, Group } from '../../policy/policy.ts';
import type { FigureStyle } from '../figures.ts';
import { inert } from '../inert.ts';
import { annotated } from './annotate.ts';
import { instanceName } from './causes.ts';
import { isQuotable, printed } from './inline.ts';
import { standsFor } from './layout.ts';
import { wordsAt } from './source-words.ts';
import { citation, type Drawer, type Line } from './tree.ts';
import { stepValue, valueText } from './value.ts';
import type { ExplainView } from './view.ts';
import { bracketed, say } from './words.ts';

/** Figures before they are rounded. */
export const FINE: FigureStyle = { places: 4 };

/** Are both figures, and not the same? */
export function differ(a: Value, b: Value): boolean {
  return a.kind === 'number' && b.kind === 'number' && (a.low !== b.low || a.high !== b.high);
}

/** What was due before the group; null where that is not settled, or there is no group. */
export function askedText({ asked, type }: Step, { policy, lang }: ExplainView): string | null {
  if (asked?.kind !== 'number' || (asked.low === null && asked.high === null)) return null;
  const money = type.kind === 'number' ? type : ({ kind: 'number', dimension: { money: 1 } } as const);
  return valueText(asked, money, FINE, policy, lang);
}

const groupOf = (benefit: Benefit, { policy }: ExplainView): Group | undefined =>
  policy.groups.find(group => group.id === benefit.group);
const groupName = (group: Group, { lang }: ExplainView): string => inert(wordOf(group.label, lang, group.id));

/** What the group counts and how it caps. */
function manner(group: Group, { lang }: ExplainView): string {
  const words = [
    ...(group.counts === null ? [] : [say(group.counts === 'best' ? 'countsBest' : 'countsFirst', lang)]),
    ...(group.caps.some(cap => cap.proportional) ? [say('proportional', lang)] : []),
  ];
  return words.join(lang === 'zh' ? '，' : ', ');
}

const roundedAs = (value: string | null, { rounding }: Benefit): string | null =>
  value === null ? null : toRational(roundTo(exact(value), exact(rounding.step), rounding.mode));

/** Is one figure nothing but the other, rounded? */
export function isRounded(before: Value, after: Value, benefit: Benefit): boolean {
  return (
    before.kind === 'number' &&
    after.kind === 'number' &&
    roundedAs(before.low, benefit) === after.low &&
    roundedAs(before.high, benefit) === after.high
  );
}

/** What became of a claim in its group; nothing where it came through as it was. */
export function groupedLines(step: Step, benefit: Benefit, view: ExplainView): Line[] {
  const { policy, lang } = view;
  const group = groupOf(benefit, view);
  const asked = askedText(step, view);
  if (group === undefined || asked === null || step.asked === undefined || !differ(step.asked, step.value))
    return [];
  const figure = stepValue(step, policy, lang);
  if (isRounded(step.asked, step.value, benefit))
    return [{ text: `${asked}${lang === 'zh' ? '，' : ', '}${say('rounded', lang, { figure })}`, below: [] }];
  return [{ text: say('cut', lang, { asked, figure, group: groupName(group, view) }), below: [] }];
}

/** Of a member whose claim has no figure of its own after the group: what it was before. */
export function memberAsked(step: Step, benefit: Benefit, view: ExplainView): string | null {
  const group = groupOf(benefit, view);
  const asked = askedText(step, view);
  if (group === undefined || asked === null || group.over === 'household') return asked;
  return say('lapsedHere', view.lang, { asked, group: groupName(group, view), manner: manner(group, view) });
}

/** Of a benefit that its group does not count: what it would have been. */
export function lapsedText(step: Step, benefit: Benefit, view: ExplainView): string {
  const group = groupOf(benefit, view);
  const asked = askedText(step, view);
  if (group === undefined || asked === null) return say('lapsed', view.lang);
  return say('lapsedHere', view.lang, { asked, group: groupName(group, view), manner: manner(group, view) });
}

function capLines(cap: Cap, group: Group, steps: readonly Step[], view: ExplainView, draw: Drawer): Line[] {
  const { policy, lang } = view;
  const per = cap.per === 'household' ? 'perHousehold' : group.over === 'household' ? 'perHead' : 'perPerson';
  const lead = `${say('cap', lang)}${bracketed(say(per, lang), lang)}${lang === 'zh' ? '：' : ': '}`;
  const own = steps.filter(step => standsFor(step, cap.amount));
  if (own.length === 0) {
    const { span } = cap.amount;
    const words = isQuotable(span, view) ? wordsAt(span, view.sources) : printed(cap.amount, null, view);
    return [{ text: lead + words, below: [] }];
  }
  return own.map(step => {
    const who = step.at === null ? '' : `${instanceName(step.at.entity, step.at.id, view)} `;
    const text = `${lead}${who}${stepValue(step, policy, lang)} = ${annotated(step, view)}`;
    return { text, below: draw.operandLines(step) };
  });
}

/** The groups that something is due from: what they come to, how they count, their caps. */
export function groupLines(answer: Answer, steps: readonly Step[], view: ExplainView, draw: Drawer): Line[] {
  const { policy, lang } = view;
  if (answer.status !== 'decided') return [];
  return steps.flatMap((step): Line[] => {
    const group = policy.groups.find(each => each.id === step.id);
    if (group === undefined || !answer.benefits.some(({ id }) => group.benefits.includes(id))) return [];
    const comma = lang === 'zh' ? '，' : ', ';
    const how = manner(group, view);
    const total = `${say('together', lang)} ${stepValue(step, policy, lang)}${how === '' ? '' : comma + how}`;
    const caps = step.steps.filter(each => each.role !== 'benefit');
    return [
      {
        text: `${groupName(group, view)}  ${total}${citation(step.cite, step.origin, view)}`,
        below: group.caps.flatMap(cap => capLines(cap, group, caps, view, draw)),
      },
    ];
  });
}
