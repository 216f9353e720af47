import type { Step } from '../../engine/answer.ts';
import type { Expr, Op, Rational } from '../../language/expr.ts';
import { over } from '../../language/rational.ts';
import type { Benefit } from '../../policy/policy.ts';
import { figureText } from '../figures.ts';
import { annotated } from './annotate.ts';
import { instanceName } from './causes.ts';
import { truthOfStep } from './condense.ts';
import { askedText, differ, FINE, groupedLines, isRounded, memberAsked } from './grouped.ts';
import { printed } from './inline.ts';
import { standsFor } from './layout.ts';
import { isReadable, wordsAt } from './source-words.ts';
import { type Drawer, type Line, limited, mark } from './tree.ts';
import { stepValue } from './value.ts';
import type { ExplainView } from './view.ts';
import { bracketed, say } from './words.ts';

const MONEY = { money: 1 };

/** The steps of a benefit, and the card supposed in them. */
export interface Supposed {
  readonly card: string | null;
  readonly step: Step;
}

/** What binds more loosely than × and needs brackets before it. */
const LOOSE: ReadonlySet<Op> = new Set(['add', 'subtract', 'cap', 'floor', 'if', 'else']);

function amountFor(benefit: Benefit, card: string | null): Expr | undefined {
  const admits = (cards: readonly string[] | null) =>
    cards === null || (card !== null && cards.includes(card));
  return benefit.amounts.find(entry => admits(entry.cards))?.amount;
}

const exactOf = (step: Step | undefined): string | null =>
  step?.value.kind === 'number' && step.value.low === step.value.high ? step.value.low : null;

/** What became of the figure: nothing is paid below zero, or it was rounded. */
function afterwards(amount: Step, whole: Step, benefit: Benefit, view: ExplainView): string {
  const comma = view.lang === 'zh' ? '，' : ', ';
  if (exactOf(amount)?.startsWith('-')) return comma + say('belowZero', view.lang);
  if (benefit.group !== null || !differ(amount.value, whole.value)) return '';
  // An exact figure may also be rounded down so as not to pass its cap.
  const exact = exactOf(amount) !== null && exactOf(whole) !== null;
  if (!exact && !isRounded(amount.value, whole.value, benefit)) return '';
  return comma + say('rounded', view.lang, { figure: stepValue(whole, view.policy, view.lang) });
}

/** What one person gets, where it was rounded before it was multiplied: `（约 3.3333 元，取整为 3.33 元）`. */
function perPerson(single: Rational | null, times: Step, whole: Step, view: ExplainView): string {
  const { lang } = view;
  const heads = exactOf(times);
  const paid = exactOf(whole);
  if (single === null || heads === null || paid === null || heads === '0' || single.startsWith('-'))
    return '';
  const each = over(paid, heads);
  if (each === single) return '';
  const figure = say('rounded', lang, { figure: figureText(each, MONEY, lang) });
  return bracketed(`${figureText(single, MONEY, lang, FINE)}${lang === 'zh' ? '，' : ', '}${figure}`, lang);
}

/** The words of an amount that is just written down: `2024 元/人`. */
function literal(expr: Expr, view: ExplainView): string {
  const words = wordsAt(expr.span, view.sources);
  return isReadable(words, view.lang) ? words : printed(expr, null, view);
}

/** `12,000 元 = 实际修缮费用（12,000 元） 封顶 20000 元`; nothing for an amount that is just written down. */
function amountLines(
  claim: Supposed,
  steps: readonly Step[],
  benefit: Benefit,
  view: ExplainView,
  draw: Drawer,
): Line[] {
  const { policy, lang } = view;
  const expr = amountFor(benefit, claim.card);
  if (expr === undefined) return [];
  const times = steps.find(step => standsFor(step, benefit.times));
  const amount = steps.find(step => step !== times && standsFor(step, expr));
  const below = [amount, times].flatMap(step => (step === undefined ? [] : draw.operandLines(step)));
  // An amount written in place, even as open or as a range, is a parameter without a name.
  const named = amount !== undefined && policy.parameters[amount.id]?.implicit !== true;
  if (times !== undefined) {
    if (!named && exactOf(claim.step) === null) return below;
    const own = amount === undefined ? literal(expr, view) : annotated(amount, view);
    const words = LOOSE.has(expr.op) ? `(${own})` : own;
    const heads = stepValue(times, policy, lang);
    if (benefit.group !== null)
      return [
        { text: `${askedText(claim.step, view) ?? ''} = ${words} × ${heads}`.replace(/^ = /, ''), below },
      ];
    const single = amount === undefined ? (expr.op === 'number' ? expr.value : null) : exactOf(amount);
    const rounded = perPerson(single, times, claim.step, view);
    return [{ text: `${stepValue(claim.step, policy, lang)} = ${words}${rounded} × ${heads}`, below }];
  }
  if (!named || amount.role === 'fact') return below;
  const after = afterwards(amount, claim.step, benefit, view);
  const figure = stepValue(amount, policy, lang, after === '' ? {} : FINE);
  return [{ text: `${figure} = ${annotated(amount, view)}${after}`, below }];
}

function ownLines(claim: Supposed, benefit: Benefit, view: ExplainView, draw: Drawer): Line[] {
  const conditions = claim.step.steps.filter(step => standsFor(step, benefit.when));
  const figures = claim.step.steps.filter(step => !conditions.includes(step));
  return [
    ...conditions.flatMap(draw.conditionLines),
    ...amountLines(claim, figures, benefit, view, draw),
    ...groupedLines(claim.step, benefit, view),
  ];
}

/** Why a benefit is due or not and how its amount comes about, member by member where it is theirs. */
export function claimLines(claim: Supposed, benefit: Benefit, view: ExplainView, draw: Drawer): Line[] {
  const members = claim.step.steps.filter(each => each.role === 'benefit');
  if (members.length === 0) return ownLines(claim, benefit, view, draw);
  const entitled = members.filter(each => truthOfStep(each) !== false);
  const lines = limited(entitled.length > 0 ? entitled : members, view, each => {
    const who = each.at === null ? '' : instanceName(each.at.entity, each.at.id, view);
    const below = ownLines({ card: claim.card, step: each }, benefit, view, draw);
    if (truthOfStep(each) === false && each.value.kind === 'bool')
      return { text: `${mark(false, view)} ${who}`, below };
    const paid =
      each.value.kind === 'number'
        ? stepValue(each, view.policy, view.lang)
        : memberAsked(each, benefit, view);
    const colon = view.lang === 'zh' ? '：' : ': ';
    return { text: benefit.amounts.length > 0 && paid !== null ? `${who}${colon}${paid}` : who, below };
  });
  // One member's line has said it already.
  const said = entitled.length === 0 || (entitled.length === 1 && entitled[0]?.value.kind === 'number');
  return said ? lines : [...lines, ...groupedLines(claim.step, benefit, view)];
}
