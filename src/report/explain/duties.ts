/** What is owed to a household: visits, contacts, reviews. */
import type { Answer, Step } from '../../engine/answer.ts';
import type { Duty } from '../../policy/policy.ts';
import { frequencyText, roleName, ruleName, spanText, stageName } from '../duty-words.ts';
import { causeLines } from './causes.ts';
import { citation, type Drawer, drawn, type Line } from './tree.ts';
import type { ExplainView } from './view.ts';
import { bracketed, say } from './words.ts';

/** `每月至少 2 次`, and of what is done once within which time. */
function often(duty: Duty, { policy, lang }: ExplainView): string {
  const { cadence, within, after } = duty;
  if (cadence !== null || within === null) return frequencyText(duty, lang);
  const time = spanText(within, lang);
  if (after === null) return say('within', lang, { time });
  return say('withinAfter', lang, { time, stage: stageName(policy, after, lang) });
}

/** The steps of duties, wherever a hypothesis supposes them. */
function dutySteps(steps: readonly Step[]): Step[] {
  return steps.flatMap(step =>
    step.role === 'hypothesis' ? dutySteps(step.steps) : step.role === 'duty' ? [step] : [],
  );
}

export function dutySection(answer: Answer, view: ExplainView, draw: Drawer): string[] {
  const { policy, lang, paint } = view;
  if (answer.duties.length === 0) return [];
  const steps = dutySteps(answer.reasons);
  const lines = answer.duties.map((owed): Line => {
    const duty = policy.duties.find(each => each.id === owed.id)!;
    const open = owed.state === 'due' ? '' : paint.warning(bracketed(say('open', lang), lang));
    const by = duty.role === null ? '' : bracketed(roleName(policy, duty.role, lang), lang);
    return {
      text: `${ruleName(duty, lang)}${by}  ${paint.strong(often(duty, view))}${open}${citation(duty.cite, duty.origin, view)}`,
      below: [
        ...steps
          .filter(step => step.id === duty.id)
          .slice(0, 1)
          .flatMap(step => step.steps.flatMap(draw.conditionLines)),
      ],
    };
  });
  const known = new Set(answer.causes.map(cause => JSON.stringify(cause)));
  const open = answer.duties.flatMap(({ causes }) => causes.filter(each => !known.has(JSON.stringify(each))));
  const further = causeLines([...new Map(open.map(each => [JSON.stringify(each), each])).values()], view);
  const colon = lang === 'zh' ? '：' : ':';
  return [
    '',
    paint.strong(say('duties', lang)),
    ...drawn(lines, '  '),
    ...(further.length === 0
      ? []
      : [`  ${say('settles', lang)}${colon}`, ...further.map(each => `    ${each}`)]),
  ];
}
