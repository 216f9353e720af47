import type { RoundMode } from '../language/expr.ts';
import { beneficiaryKeys, roundKeys } from '../language/keys.ts';
import { rational } from '../language/rational.ts';
import { isAtOrAbove } from '../language/scope.ts';
import { BOOL } from '../language/types.ts';
import { kindWords, periodWords, roundModeWords, yesWords } from '../language/words.ts';
import { makeAmounts } from './amounts.ts';
import { type Beneficiaries, timesOf } from './beneficiaries.ts';
import { ruledTree } from './conditions.ts';
import { amountPermits, check, type Desk, declare } from './desk.ts';
import { fieldsOf, scalarOf, scalarsOf, wordOf } from './fields.ts';
import { entityIdOf, entityWords, idsOf, unknown } from './lookup.ts';
import { isEmpty, type YNode } from './node.ts';
import type { Benefit, BenefitKind, Parameter, Rounding } from './policy.ts';
import { called, type RawRule, ruleOf } from './rule.ts';
import { settleText } from './settle.ts';

const FEN: Rounding = { step: '1', mode: 'half-up' };

export interface BenefitContext {
  readonly desk: Desk;
  /** The classified entity. */
  readonly entity: string;
  readonly cards: readonly RawRule[];
  readonly funds: readonly RawRule[];
  readonly parameters: Map<string, Parameter>;
}

function beneficiariesOf(
  { desk, entity }: BenefitContext,
  raw: RawRule,
  node: YNode | undefined,
): Beneficiaries | null {
  const listed =
    node?.kind === 'map' ? fieldsOf(node, beneficiaryKeys, () => {}).byKey.get('cards') : undefined;
  const empty = (one: YNode | undefined) =>
    (one?.kind === 'list' && one.items.length === 0) || (one?.kind === 'map' && one.entries.length === 0);
  if (empty(node) || empty(listed?.value))
    desk.report({
      code: 'nobody-to-pay',
      severity: 'error',
      params: { benefit: called(raw) },
      span: listed?.key.span ?? raw.fields.get('for')?.key.span ?? raw.at,
    });
  if (node === undefined || isEmpty(node)) return { entity, cards: null, perPerson: false };
  if (node.kind !== 'map') return { entity, cards: idsOf(desk, 'card', node), perPerson: false };
  const fields = fieldsOf(node, beneficiaryKeys, desk.report);
  const each = scalarOf(fields, 'each');
  const own = each === undefined ? entity : entityIdOf(desk, each);
  const cards = fields.byKey.get('cards')?.value;
  const perPerson = yesWords.includes(scalarOf(fields, 'per_person')?.text ?? '');
  if (own === null) return null;
  if (each !== undefined && !isAtOrAbove(desk.entities, entity, own)) {
    const params = { name: each.text, here: entityWords(desk, entity) };
    desk.report({ code: 'bad-beneficiary', severity: 'error', params, span: each.span });
    return null;
  }
  return { entity: own, cards: cards === undefined ? null : idsOf(desk, 'card', cards), perPerson };
}

function roundingOf(desk: Desk, node: YNode | undefined): Rounding {
  if (node === undefined || isEmpty(node) || node.kind === 'list') return FEN;
  const fields = node.kind === 'map' ? fieldsOf(node, roundKeys, desk.report) : null;
  const to = fields === null ? scalarsOf(node)[0] : scalarOf(fields, 'to');
  const mode = wordOf(fields === null ? undefined : scalarOf(fields, 'mode'), roundModeWords) ?? 'half-up';
  if (to === undefined) return { ...FEN, mode: mode as RoundMode };
  const settled = settleText(desk, to);
  const value = settled?.value.kind === 'set' ? settled.value.value : null;
  const isMoney =
    settled?.type?.kind === 'number' &&
    settled.type.dimension['money'] === 1 &&
    Object.keys(settled.type.dimension).length === 1;
  if (typeof value === 'string' && isMoney && rational(value).compare(0) > 0)
    return { step: value, mode: mode as RoundMode };
  if (settled !== null)
    desk.report({ code: 'bad-rounding', severity: 'error', params: { text: to.text }, span: to.span });
  return FEN;
}

function fundOf({ desk, funds }: BenefitContext, raw: RawRule): string | null {
  const [written] = scalarsOf(raw.fields.get('fund')?.value);
  if (written === undefined) return null;
  const found = funds.find(
    ({ id, names }) => id === written.text.trim() || names.includes(written.text.trim()),
  );
  return (
    found?.id ??
    unknown(
      desk,
      'unknown-fund',
      written,
      funds.flatMap(({ names }) => names),
    )
  );
}

function makeBenefit(context: BenefitContext, raw: RawRule): Benefit | null {
  const { desk, parameters, cards } = context;
  const field = (key: string) => raw.fields.get(key)?.value;
  const who = beneficiariesOf(context, raw, field('for'));
  if (who === null) return null;
  const period = (wordOf(scalarsOf(field('per'))[0], periodWords) ?? 'once') as Benefit['period'];
  const tree = ruledTree(desk, field('when'), field('except'), raw.span);
  const when = tree === null ? null : check(desk, tree, who.entity, BOOL, amountPermits);
  const amounts = makeAmounts({
    desk,
    raw,
    entity: who.entity,
    period,
    perPerson: who.perPerson,
    cards,
    parameters,
  });
  const times = timesOf(context, raw, who, amounts);
  const given = field('amount');
  if (given?.kind === 'map' && given.entries.length === 0)
    desk.report({
      code: 'no-amounts',
      severity: 'error',
      params: { benefit: called(raw) },
      span: raw.fields.get('amount')?.key.span ?? raw.at,
    });
  const kind = wordOf(scalarsOf(field('kind'))[0], kindWords) as BenefitKind | null;
  const periods = scalarsOf(field('periods'))[0]?.text;
  if (periods !== undefined && period === 'once')
    desk.report({
      code: 'periods-of-once',
      severity: 'error',
      params: { benefit: called(raw) },
      span: raw.at,
    });
  if (tree !== null && when === null) return null;
  return {
    ...ruleOf(raw),
    entity: who.entity,
    cards: who.cards,
    when,
    amounts: amounts.map(({ cards: own, amount }) => ({ cards: own, amount })),
    times,
    period,
    periods: periods !== undefined && /^\d{1,15}$/.test(periods) ? Number(periods) : null,
    fund: fundOf(context, raw),
    kind: kind ?? (field('amount') === undefined ? 'service' : 'cash'),
    group: null,
    rounding: roundingOf(desk, field('round')),
  };
}

/** The benefits in the order written; each may use the amounts of those before it. */
export function makeBenefits(context: BenefitContext, raws: readonly RawRule[]): Benefit[] {
  const { desk, entity } = context;
  for (const { names } of raws) for (const name of names) desk.later.set(name, 'benefit-later');
  return raws.flatMap(raw => {
    const benefit = makeBenefit(context, raw);
    declare(desk, raw.names, { kind: 'benefit', id: raw.id, entity: benefit?.entity ?? entity });
    for (const name of raw.names) desk.later.delete(name);
    return benefit ?? [];
  });
}
