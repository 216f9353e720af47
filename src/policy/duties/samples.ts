import { rational } from '../../language/rational.ts';
import { scalarsOf } from '../fields.ts';
import { entityIdOf } from '../lookup.ts';
import type { YScalar } from '../node.ts';
import type { Sample } from '../policy.ts';
import { type RawRule, ruleOf } from '../rule.ts';
import { type Settled, settleText } from '../settle.ts';
import type { DutyContext } from './context.ts';
import { cardsOf } from './owed.ts';
import { given, missing, ruleNamed, text, wrong } from './texts.ts';

/** Names of the stratum that goes by the card itself. */
const CARD_WORDS: readonly string[] = ['卡', '卡类', 'card', 'cards', '#card'];

/** A set number with no dimension but this; null where it is none. */
function numberOf(settled: Settled | null, dimension: string | null): string | null {
  if (settled?.value.kind !== 'set' || settled.type?.kind !== 'number') return null;
  const kinds = Object.entries(settled.type.dimension);
  const fits = kinds.every(([kind, power]) => kind === dimension && power === 1);
  return fits && typeof settled.value.value === 'string' ? settled.value.value : null;
}

function shareOf({ desk }: DutyContext, raw: RawRule): string | null {
  const written = text(raw, 'share');
  if (written === undefined) {
    missing(desk, raw, { zh: '比例', en: 'share' });
    return null;
  }
  const settled = settleText(desk, written);
  const share = numberOf(settled, null);
  if (settled === null) return null;
  if (share === null) return wrong(desk, 'bad-share', written);
  const value = rational(share);
  if (value.compare(0) > 0 && value.compare(1) <= 0) return share;
  const percent =
    /^\s*\d{1,2}\s*$/.test(written.text) && value.compare(1) > 0 ? `${written.text.trim()}%` : null;
  desk.report({
    code: 'share-impossible',
    severity: 'error',
    params: { text: written.text },
    span: written.span,
    ...(percent === null ? {} : { suggestion: percent }),
  });
  return null;
}

/** People in a team: a whole number, at least one. */
function teamOf({ desk }: DutyContext, raw: RawRule): number | null {
  const written = text(raw, 'team');
  if (written === undefined) return null;
  const settled = settleText(desk, written);
  if (settled === null) return null;
  const people = numberOf(settled, 'person');
  const count = people === null || people.includes('/') ? Number.NaN : Number(people);
  return count >= 1 && count <= 1000 ? count : wrong(desk, 'bad-team', written);
}

/** Is the second entity the first, or one that it lies in? */
function liesIn({ desk }: DutyContext, entity: string, outer: string): boolean {
  for (let at: string | null = entity; at !== null; at = desk.entities[at]?.within ?? null)
    if (at === outer) return true;
  return false;
}

function stratumOf(context: DutyContext, written: YScalar): string | null {
  const { desk, entity } = context;
  if (CARD_WORDS.includes(written.text.trim())) return '#card';
  const id = entityIdOf(desk, written);
  if (id === null || liesIn(context, entity, id)) return id;
  return wrong(desk, 'stratum-below', written);
}

function strataOf(context: DutyContext, raw: RawRule): string[] {
  const strata: string[] = [];
  for (const written of scalarsOf(given(raw, 'strata'))) {
    const one = stratumOf(context, written);
    if (one === null) continue;
    if (!strata.includes(one)) strata.push(one);
    else
      context.desk.report({
        code: 'listed-twice',
        severity: 'warning',
        params: { name: written.text },
        span: written.span,
      });
  }
  return strata;
}

function makeSample(context: DutyContext, raw: RawRule): Sample | null {
  const { desk, rules } = context;
  const share = shareOf(context, raw);
  const sample = {
    ...ruleOf(raw),
    cards: cardsOf(context, raw),
    strata: strataOf(context, raw),
    team: teamOf(context, raw),
    role: ruleNamed(desk, 'unknown-role', rules.roles, text(raw, 'role'))?.id ?? null,
    stage: ruleNamed(desk, 'unknown-stage', rules.procedure, text(raw, 'stage'))?.id ?? null,
  };
  return share === null ? null : { ...sample, share };
}

export function makeSamples(context: DutyContext): Sample[] {
  return context.rules.samples.flatMap(raw => makeSample(context, raw) ?? []);
}
