import { noticeKeys } from '../../language/keys-duties.ts';
import { countedWords } from '../../language/words-duties.ts';
import { fieldsOf, scalarOf, wordOf } from '../fields.ts';
import type { YScalar } from '../node.ts';
import type { Notice, Stage } from '../policy.ts';
import { called, type RawRule, ruleOf } from '../rule.ts';
import type { DutyContext } from './context.ts';
import { dayOfText, given, isYes, periodOf, ruleNamed, spanOfText, text } from './texts.ts';

function counted(written: YScalar | undefined): boolean | null {
  const word = wordOf(written, countedWords);
  return word === null ? null : word === 'counted';
}

/** `7 天`, or a map that says which of its days count. */
function noticeOf({ desk }: DutyContext, raw: RawRule): Notice | null {
  const node = given(raw, 'notice');
  if (node?.kind !== 'map') {
    const lasts = spanOfText(desk, text(raw, 'notice'));
    return lasts === null ? null : { lasts, countsFirst: null, countsLast: null };
  }
  const fields = fieldsOf(node, noticeKeys, desk.report);
  const lasts = spanOfText(desk, scalarOf(fields, 'lasts'));
  if (lasts === null) return null;
  return {
    lasts,
    countsFirst: counted(scalarOf(fields, 'first')),
    countsLast: counted(scalarOf(fields, 'last')),
  };
}

/** The stage that this one follows, which has to be written before it: so no stages can wait for one another. */
function precedingOf({ desk, rules }: DutyContext, raw: RawRule): string | null {
  const written = text(raw, 'after');
  const found = ruleNamed(desk, 'unknown-stage', rules.procedure, written);
  if (written === undefined || found === null) return null;
  const [own, other] = [rules.procedure.indexOf(raw), rules.procedure.indexOf(found)];
  if (other < own) return found.id;
  desk.report({
    code: other === own ? 'stage-after-itself' : 'stage-after-later',
    severity: 'error',
    params: { stage: called(raw), other: called(found) },
    span: written.span,
    ...(other === own ? {} : { related: [found.at] }),
  });
  return null;
}

function makeStage(context: DutyContext, raw: RawRule): Stage {
  const { desk, rules, effective } = context;
  const [fromText, toText] = [text(raw, 'from'), text(raw, 'to')];
  const from = dayOfText(desk, fromText, effective);
  const to = dayOfText(desk, toText, effective);
  if (from !== null && to !== null && toText !== undefined && to < from)
    desk.report({
      code: 'ends-before-start',
      severity: 'error',
      params: { stage: called(raw), from, to },
      span: toText.span,
      related: fromText === undefined ? [] : [fromText.span],
    });
  const within = spanOfText(desk, text(raw, 'within'));
  if (within !== null && fromText === undefined && text(raw, 'after') === undefined)
    desk.report({
      code: 'within-of-what',
      severity: 'error',
      params: { stage: called(raw) },
      span: raw.fields.get('within')?.key.span ?? raw.at,
    });
  const every = text(raw, 'every');
  return {
    ...ruleOf(raw),
    role: ruleNamed(desk, 'unknown-role', rules.roles, text(raw, 'by'))?.id ?? null,
    from,
    to,
    after: precedingOf(context, raw),
    within,
    notice: noticeOf(context, raw),
    cadence: every === undefined ? null : (periodOf(desk, every)?.cadence ?? null),
    parallel: isYes(raw, 'parallel'),
  };
}

/** The stages of the procedure in the order written. */
export function makeStages(context: DutyContext): Stage[] {
  return context.rules.procedure.map(raw => makeStage(context, raw));
}
