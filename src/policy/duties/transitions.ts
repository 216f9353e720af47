import { DATE } from '../../language/types.ts';
import { check, treeOf } from '../desk.ts';
import { idsOf } from '../lookup.ts';
import type { Transition } from '../policy.ts';
import { type RawRule, ruleOf } from '../rule.ts';
import type { DutyContext } from './context.ts';
import { given, missing, spanOfText, text } from './texts.ts';

function makeTransition({ desk, entity }: DutyContext, raw: RawRule): Transition | null {
  const lasts = spanOfText(desk, text(raw, 'lasts'));
  if (given(raw, 'lasts') === undefined) missing(desk, raw, { zh: '期限', en: 'lasts' });
  const start = given(raw, 'from');
  const from = start === undefined ? null : check(desk, treeOf(desk, start), entity, DATE);
  const benefits = idsOf(desk, 'benefit', given(raw, 'benefits'));
  return lasts === null ? null : { ...ruleOf(raw), lasts, from, benefits };
}

export function makeTransitions(context: DutyContext): Transition[] {
  return context.rules.transitions.flatMap(raw => makeTransition(context, raw) ?? []);
}
