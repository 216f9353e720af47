/** What a policy that this one builds on gives, with that policy's own reasoning. */
import type { Step } from '../../engine/answer.ts';
import type { Expr } from '../../language/expr.ts';
import type { Policy } from '../../policy/policy.ts';
import { benefitName, otherName, policyName, versionText } from '../names.ts';
import { claimLines, type Supposed } from './arithmetic.ts';
import { instanceName } from './causes.ts';
import { truthOfStep } from './condense.ts';
import { ruleLine } from './rules.ts';
import { exprOf } from './source-words.ts';
import { type Drawer, drawer, type Line } from './tree.ts';
import { stepValue } from './value.ts';
import type { ExplainView } from './view.ts';
import { bracketed, say } from './words.ts';

type UsedExpr = Extract<Expr, { op: 'used' }>;

/** Steps of one kind of rule with the card supposed in them, as far as they hold. */
function supposed(steps: readonly Step[], card: string | null): Supposed[] {
  return steps.flatMap((step): Supposed[] => {
    if (step.role === 'hypothesis') return supposed(step.steps, step.id === '' ? null : step.id);
    if (step.role === 'group') return supposed(step.steps, card);
    return step.role === 'benefit' ? [{ card, step }] : [];
  });
}

function cardLines(step: Step, view: ExplainView, draw: Drawer): Line[] {
  const rules = step.steps.filter(each => each.role === 'scope' || each.role === 'card');
  const telling = rules.filter(each => truthOfStep(each) !== false);
  return (telling.length > 0 ? telling : rules).map(each => ruleLine(each, view, draw));
}

function benefitLines(step: Step, id: string | null, view: ExplainView, draw: Drawer): Line[] {
  const given = step.steps.find(each => each.role === 'card' && truthOfStep(each) === true)?.id ?? null;
  const claims = supposed(step.steps, given).filter(claim => id === null || claim.step.id === id);
  return claims.flatMap(claim => {
    const benefit = view.policy.benefits.find(each => each.id === claim.step.id);
    if (benefit === undefined) return [];
    const below = claimLines(claim, benefit, view, draw);
    if (id !== null) return below;
    // Of all benefits together only those that add something.
    if (claim.step.value.kind !== 'number' || claim.step.value.high === '0') return [];
    const name = benefitName(view.policy, benefit.id, view.lang);
    return [{ text: `${name} ${stepValue(claim.step, view.policy, view.lang)}`, below }];
  });
}

/** `登记（扶贫对象建档立卡方案）：贫困户`, and why. */
export function usedLines(step: Step, view: ExplainView): Line[] {
  const { policy, lang, paint } = view;
  const found: Policy | undefined = policy.uses[step.id]?.policy;
  const expr = exprOf(step, policy) as UsedExpr | undefined;
  if (found === undefined || expr?.op !== 'used') return [];
  const { set: _, ...own } = view;
  const inner: ExplainView = { ...own, policy: found };
  const draw = drawer(inner, usedLines);
  const { what } = expr;
  const who = step.at === null ? '' : `${instanceName(step.at.entity, step.at.id, view)} `;
  const name = `${policyName(found, lang)}${versionText(found, lang)}`;
  const title = `${who}${otherName(policy, step.id, lang)}${bracketed(name, lang)}`;
  const about =
    what.kind === 'benefit'
      ? `${benefitName(found, what.id, lang)} `
      : what.kind === 'amount'
        ? `${say('inAYear', lang)} `
        : '';
  const colon = lang === 'zh' ? '：' : ': ';
  const below =
    what.kind === 'card'
      ? cardLines(step, inner, draw)
      : benefitLines(step, what.kind === 'benefit' ? what.id : null, inner, draw);
  return [{ text: `${title}${colon}${about}${paint.strong(stepValue(step, policy, lang))}`, below }];
}
