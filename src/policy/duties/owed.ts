import { oftenKeys } from '../../language/keys-duties.ts';
import { BOOL } from '../../language/types.ts';
import { actionWords } from '../../language/words-duties.ts';
import { ruledTree } from '../conditions.ts';
import { amountPermits, check } from '../desk.ts';
import { fieldsOf, scalarOf, wordOf } from '../fields.ts';
import { idsOf } from '../lookup.ts';
import type { Duty, DutyAction } from '../policy.ts';
import { called, type RawRule, ruleOf } from '../rule.ts';
import type { DutyContext } from './context.ts';
import type { Frequency } from './frequency.ts';
import { frequencyOf, given, missing, periodOf, ruleNamed, spanOfText, text, wrong } from './texts.ts';

/** Not said how often: owed all along. Only a plan is by its nature drawn up once. */
const STANDING: Frequency = { atLeast: 0, cadence: null };
const ONCE: Frequency = { atLeast: 1, cadence: null };

/** Cards that a rule is about; null where it names none. An empty list, which would concern nobody, is reported. */
export function cardsOf({ desk }: DutyContext, raw: RawRule): string[] | null {
  const node = given(raw, 'for');
  if (node === undefined) return null;
  if (node.kind === 'list' && node.items.length === 0)
    desk.report({
      code: 'nobody-concerned',
      severity: 'error',
      params: { rule: called(raw) },
      span: raw.fields.get('for')?.key.span ?? raw.at,
    });
  return idsOf(desk, 'card', node);
}

/** `{至少: 2, 每: 月}`: the count and what it is counted by. */
function oftenOf({ desk }: DutyContext, raw: RawRule): Frequency | null {
  const node = given(raw, 'often');
  if (node?.kind !== 'map') {
    const written = text(raw, 'often');
    return written === undefined ? null : frequencyOf(desk, written);
  }
  const fields = fieldsOf(node, oftenKeys, desk.report);
  const [count, per] = [scalarOf(fields, 'at_least'), scalarOf(fields, 'per')];
  const period = per === undefined ? ONCE : periodOf(desk, per);
  if (count === undefined || period === null) return period;
  const number = Number(count.text.trim().replace(/ ?(次|times?)$/, ''));
  const times = number * period.atLeast;
  if (!Number.isInteger(number) || number < 1 || times > 1000)
    return wrong(desk, 'bad-times', count, { most: 1000 });
  return { atLeast: times, cadence: period.cadence };
}

function reviewOften({ desk }: DutyContext, raw: RawRule): Frequency | null {
  const written = text(raw, 'every');
  return written === undefined ? null : periodOf(desk, written);
}

function makeDuty(context: DutyContext, raw: RawRule, isReview: boolean): Duty | null {
  const { desk, entity, rules } = context;
  const tree = ruledTree(desk, given(raw, 'when'), given(raw, 'except'), raw.span);
  const when = tree === null ? null : check(desk, tree, entity, BOOL, amountPermits);
  const key = isReview ? 'every' : 'often';
  const often = isReview ? reviewOften(context, raw) : oftenOf(context, raw);
  const within = spanOfText(desk, text(raw, 'within'));
  const after = text(raw, 'after');
  if (isReview && given(raw, 'every') === undefined && given(raw, 'within') === undefined)
    missing(desk, raw, { zh: '每', en: 'every' });
  const deadline = raw.fields.get('within');
  if (often !== null && often.cadence !== null && deadline !== undefined && within !== null)
    desk.report({
      code: 'recurring-with-deadline',
      severity: 'error',
      params: { rule: called(raw) },
      span: deadline.key.span,
      related: [raw.fields.get(key)?.key.span ?? raw.at],
    });
  if (after !== undefined && given(raw, 'within') === undefined)
    desk.report({
      code: 'after-without-within',
      severity: 'error',
      params: { rule: called(raw) },
      span: raw.fields.get('after')?.key.span ?? raw.at,
    });
  const action = isReview ? 'review' : ((wordOf(text(raw, 'do'), actionWords) ?? 'other') as DutyAction);
  const { atLeast, cadence } = often ?? (within === null && action !== 'plan' ? STANDING : ONCE);
  const duty: Duty = {
    ...ruleOf(raw),
    cards: cardsOf(context, raw),
    when,
    role: ruleNamed(desk, 'unknown-role', rules.roles, text(raw, 'by'))?.id ?? null,
    action,
    atLeast,
    cadence,
    within,
    after: ruleNamed(desk, 'unknown-stage', rules.procedure, after)?.id ?? null,
  };
  return tree !== null && when === null ? null : duty;
}

/** Duties, then reviews, each in the order written. */
export function makeOwed(context: DutyContext): Duty[] {
  const { duties, reviews } = context.rules;
  return [
    ...duties.flatMap(raw => makeDuty(context, raw, false) ?? []),
    ...reviews.flatMap(raw => makeDuty(context, raw, true) ?? []),
  ];
}
