import type { Answer, BenefitAnswer, Cause, Step } from '../../engine/answer.ts';
import type { Benefit } from '../../policy/policy.ts';
import { spanText } from '../figures.ts';
import { benefitName, cardName } from '../names.ts';
import { claimLines, type Supposed } from './arithmetic.ts';
import { causeLines } from './causes.ts';
import { groupLines, lapsedText } from './grouped.ts';
import { citation, type Drawer, drawn, type Line, mark } from './tree.ts';
import { stepValue } from './value.ts';
import type { ExplainView } from './view.ts';
import { bracketed, kindWords, periodWords, say } from './words.ts';

const MONEY = { money: 1 };

/** `12,000 元（一次）`, or what kind of help it is. */
function amountText(answer: BenefitAnswer, benefit: Benefit, view: ExplainView): string {
  const { lang, paint } = view;
  if (answer.state === 'unset') return paint.warning(say('unset', lang));
  const comma = lang === 'zh' ? '，' : ', ';
  const open = answer.state === 'due' ? '' : `${comma}${paint.warning(say('open', lang))}`;
  if (benefit.amounts.length === 0) {
    const kind = benefit.kind === 'cash' ? say('withoutMoney', lang) : kindWords[benefit.kind][lang];
    return kind + open;
  }
  const figure = spanText(String(answer.low), answer.high === null ? null : String(answer.high), MONEY, lang);
  const often = benefit.periods === null ? '' : comma + say('periods', lang, { n: benefit.periods });
  return `${paint.strong(figure)}${bracketed(periodWords[benefit.period][lang] + often, lang)}${open}`;
}

const isRefused = (step: Step) => step.value.kind === 'bool' && step.value.value === false;

/** Steps of benefits and groups with the card supposed in them. */
function supposedSteps(answer: Answer, role: 'benefit' | 'group'): Supposed[] {
  const under = (steps: readonly Step[], card: string | null): Supposed[] =>
    steps.flatMap(step => {
      if (step.role === 'hypothesis') return under(step.steps, step.id === '' ? null : step.id);
      const inner = step.role === 'group' ? under(step.steps, card) : [];
      return step.role === role ? [{ card, step }, ...inner] : inner;
    });
  return under(answer.reasons, answer.card);
}

/** What keeps a benefit open besides what keeps the card open; a range that the amount itself states needs no word. */
function furtherCauses(each: BenefitAnswer, answer: Answer, view: ExplainView): string[] {
  if (each.state === 'due') return [];
  const keys = new Set(answer.causes.map(cause => JSON.stringify(cause)));
  const further = each.causes.filter((cause: Cause) => {
    if (cause.kind === 'open' && cause.ranged && view.policy.parameters[cause.parameter]?.implicit)
      return false;
    return !keys.has(JSON.stringify(cause));
  });
  return causeLines(further, view);
}

function dueLine(
  each: BenefitAnswer,
  benefit: Benefit,
  answer: Answer,
  claims: readonly Supposed[],
  view: ExplainView,
  draw: Drawer,
): Line {
  const { policy, lang, paint } = view;
  const own = claims.filter(claim => claim.step.id === each.id && !isRefused(claim.step));
  const causes = furtherCauses(each, answer, view).map(text => ({
    text: `${paint.warning('?')} ${text}`,
    below: [],
  }));
  const supposed = ({ card, step }: Supposed): Line => {
    const lead =
      card === null
        ? say('supposingNone', lang)
        : say('supposing', lang, { card: cardName(policy, card, lang) });
    const money =
      benefit.amounts.length > 0 ? `${lang === 'zh' ? '：' : ': '}${stepValue(step, policy, lang)}` : '';
    return { text: lead + money, below: claimLines({ card, step }, benefit, view, draw) };
  };
  const decided = answer.status === 'decided';
  const reasons = decided ? own.flatMap(claim => claimLines(claim, benefit, view, draw)) : own.map(supposed);
  return {
    text: `${benefitName(policy, each.id, lang)}  ${amountText(each, benefit, view)}${citation(benefit.cite, benefit.origin, view)}`,
    below: [...reasons, ...causes],
  };
}

/** Benefits that the card would admit, but whose own condition is not met or whose group counts another. */
function refusedLines(answer: Answer, claims: readonly Supposed[], view: ExplainView, draw: Drawer): Line[] {
  const shown = new Set(answer.benefits.map(benefit => benefit.id));
  return claims.flatMap(claim => {
    const { step } = claim;
    const benefit = view.policy.benefits.find(each => each.id === step.id);
    if (benefit === undefined || shown.has(step.id)) return [];
    shown.add(step.id);
    const name = benefitName(view.policy, step.id, view.lang);
    const text = `${mark(false, view)} ${name}${citation(step.cite, step.origin, view)}`;
    if (!isRefused(step)) return [{ text: `${text}  ${lapsedText(step, benefit, view)}`, below: [] }];
    return [{ text, below: claimLines(claim, benefit, view, draw) }];
  });
}

export function benefitSection(answer: Answer, view: ExplainView, draw: Drawer): string[] {
  const { policy, lang, paint } = view;
  if (answer.status === 'out-of-scope' || answer.status === 'conflict') return [];
  const claims = supposedSteps(answer, 'benefit');
  const due = answer.benefits.flatMap(each => {
    const benefit = policy.benefits.find(b => b.id === each.id);
    return benefit === undefined ? [] : [dueLine(each, benefit, answer, claims, view, draw)];
  });
  const grouped = supposedSteps(answer, 'group').map(({ step }) => step);
  const groups = groupLines(answer, grouped, view, draw);
  const not = refusedLines(answer, claims, view, draw);
  return [
    '',
    paint.strong(say('benefits', lang)),
    ...(due.length === 0 ? [`  ${say('noBenefits', lang)}`] : drawn([...due, ...groups], '  ')),
    ...(not.length === 0 ? [] : ['', paint.strong(say('refused', lang)), ...drawn(not, '  ')]),
  ];
}
