import type { Answer, BenefitAnswer, Step } from '../../engine/answer.ts';
import type { Benefit } from '../../policy/policy.ts';
import { spanText } from '../figures.ts';
import { benefitName } from '../names.ts';
import { annotated } from './annotate.ts';
import { causeLines, instanceName } from './causes.ts';
import { truthOfStep } from './condense.ts';
import { citation, type drawer, drawn, type Line, mark, nameOf } from './tree.ts';
import { stepValue } from './value.ts';
import type { ExplainView } from './view.ts';
import { kindWords, periodWords, say } from './words.ts';

type Draw = ReturnType<typeof drawer>;

const MONEY = { money: 1 };

/** `12,000 元（一次）`, or what kind of help it is. */
function amountText(answer: BenefitAnswer, benefit: Benefit, view: ExplainView): string {
  const { lang, paint } = view;
  if (answer.state === 'unset') return paint.warning(say('unset', lang));
  if (benefit.amounts.length === 0) {
    const kind = benefit.kind === 'cash' ? say('withoutMoney', lang) : kindWords[benefit.kind][lang];
    return answer.state === 'due'
      ? kind
      : `${kind}${lang === 'zh' ? '，' : ', '}${paint.warning(say('open', lang))}`;
  }
  const high = answer.high === null ? null : String(answer.high);
  const figure = spanText(String(answer.low), high, MONEY, lang);
  const period = periodWords[benefit.period][lang];
  const times =
    benefit.periods === null ? '' : lang === 'zh' ? `，${benefit.periods} 期` : `, ${benefit.periods} times`;
  const money =
    lang === 'zh'
      ? `${paint.strong(figure)}（${period}${times}）`
      : `${paint.strong(figure)} (${period}${times})`;
  return answer.state === 'due' ? money : `${money}  ${paint.warning(say('open', lang))}`;
}

/** `12,000 元 = 实际修缮费用（12,000 元） 封顶 20000 元`; nothing for an amount that is just written down. */
function arithmetic(step: Step, view: ExplainView, draw: Draw): Line[] {
  const words = annotated(step, view);
  const below = draw.operandLines(step);
  const plain =
    step.role === 'fact' || (step.role === 'parameter' && view.policy.parameters[step.id]?.implicit);
  if (words === '' || plain) return below;
  return [{ text: `${stepValue(step, view.policy, view.lang)} = ${words}`, below }];
}

function claimLines(steps: readonly Step[], view: ExplainView, draw: Draw): Line[] {
  return steps.flatMap(step => {
    if (step.type.kind === 'bool') return draw.conditionLines(step);
    return arithmetic(step, view, draw);
  });
}

/** Steps of benefits, wherever they stand: in groups, under hypotheses. */
function benefitSteps(steps: readonly Step[]): Step[] {
  return steps.flatMap(step => {
    if (step.role === 'benefit') return [step];
    return step.role === 'group' || step.role === 'hypothesis' ? benefitSteps(step.steps) : [];
  });
}

function linesOf(step: Step, view: ExplainView, draw: Draw): Line[] {
  const members = step.steps.filter(each => each.role === 'benefit');
  if (members.length === 0) return claimLines(step.steps, view, draw);
  return members
    .filter(each => truthOfStep(each) !== false || each.value.kind === 'number')
    .map(each => {
      const who = each.at === null ? '' : instanceName(each.at.entity, each.at.id, view);
      const value = each.value.kind === 'number' ? stepValue(each, view.policy, view.lang) : '';
      const colon = value === '' ? '' : view.lang === 'zh' ? '：' : ': ';
      return { text: `${who}${colon}${value}`, below: claimLines(each.steps, view, draw) };
    });
}

function dueLines(answer: Answer, view: ExplainView, draw: Draw): Line[] {
  const { policy, lang } = view;
  const steps = benefitSteps(answer.reasons);
  return answer.benefits.flatMap(each => {
    const benefit = policy.benefits.find(b => b.id === each.id);
    if (benefit === undefined) return [];
    const cite = citation(benefit.cite, benefit.origin, view);
    const own = steps.filter(step => step.id === each.id && !refused(step));
    // An undetermined card has the same steps under several hypotheses.
    const [first] = own;
    const causes = each.state === 'due' ? [] : causeLines(each.causes, view);
    return [
      {
        text: `${benefitName(policy, each.id, lang)}  ${amountText(each, benefit, view)}${cite}`,
        below: [
          ...(first === undefined ? [] : linesOf(first, view, draw)),
          ...causes.map(text => ({ text: `${view.paint.warning('?')} ${text}`, below: [] })),
        ],
      },
    ];
  });
}

const refused = (step: Step) => step.value.kind === 'bool' && step.value.value === false;

/** Benefits that the card would admit, but whose own condition is not met. */
function refusedLines(answer: Answer, view: ExplainView, draw: Draw): Line[] {
  const due = new Set(answer.benefits.map(benefit => benefit.id));
  const seen = new Set<string>();
  return benefitSteps(answer.reasons).flatMap(step => {
    if (due.has(step.id) || seen.has(step.id)) return [];
    seen.add(step.id);
    const text = `${mark(false, view)} ${nameOf(step, view)}${citation(step.cite, step.origin, view)}`;
    if (!refused(step)) return [{ text: `${text}  ${say('lapsed', view.lang)}`, below: [] }];
    return [{ text, below: linesOf(step, view, draw) }];
  });
}

/** What groups do to their benefits: their caps. */
function groupLines(answer: Answer, view: ExplainView, draw: Draw): Line[] {
  const groups = (steps: readonly Step[]): Step[] =>
    steps.flatMap(step =>
      step.role === 'group' ? [step] : step.role === 'hypothesis' ? groups(step.steps) : [],
    );
  return groups(answer.reasons).flatMap(step => {
    const caps = step.steps.filter(each => each.role !== 'benefit');
    if (caps.length === 0 || answer.status !== 'decided') return [];
    const value = `${say('together', view.lang)} ${stepValue(step, view.policy, view.lang)}`;
    return [
      {
        text: `${nameOf(step, view)}  ${value}${citation(step.cite, step.origin, view)}`,
        below: caps.flatMap(each => arithmetic(each, view, draw)),
      },
    ];
  });
}

export function benefitSection(answer: Answer, view: ExplainView, draw: Draw): string[] {
  const { lang, paint } = view;
  if (answer.status === 'out-of-scope' || answer.status === 'conflict') return [];
  const due = dueLines(answer, view, draw);
  const groups = groupLines(answer, view, draw);
  const not = refusedLines(answer, view, draw);
  return [
    '',
    paint.strong(say('benefits', lang)),
    ...(due.length === 0 ? [`  ${say('noBenefits', lang)}`] : drawn([...due, ...groups], '  ')),
    ...(not.length === 0 ? [] : ['', paint.strong(say('refused', lang)), ...drawn(not, '  ')]),
  ];
}
