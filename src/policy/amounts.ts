import { checkExpression } from '../language/check.ts';
import type { AmountExpected } from '../language/expected.ts';
import type { Expr } from '../language/expr.ts';
import { bandKeys, canonicalKey, structureKeyTable } from '../language/keys.ts';
import type { Label } from '../language/label.ts';
import { amountPermits, type Desk, reportAll, scopeFor } from './desk.ts';
import { figureTree, type ImplicitName, moneyStandard } from './implicit.ts';
import { idOf } from './lookup.ts';
import { isEmpty, type YEntry, type YNode, type YScalar } from './node.ts';
import type { Parameter } from './policy.ts';
import { called, type RawRule } from './rule.ts';

export interface Amount {
  readonly cards: readonly string[] | null;
  readonly amount: Expr;
  readonly beneficiary: 'person' | 'household' | null;
}

export interface AmountContext {
  readonly desk: Desk;
  readonly raw: RawRule;
  readonly entity: string;
  readonly period: AmountExpected['period'];
  /** The rule says that all its amounts are per person. */
  readonly perPerson?: boolean;
  /** Labels of the cards, for naming what an amount leaves open. */
  readonly cards: readonly RawRule[];
  readonly parameters: Map<string, Parameter>;
}

function joined(rule: Label, part: Label): Label {
  const label: { zh?: string; en?: string } = {};
  for (const lang of ['zh', 'en'] as const) {
    const [a, b] = [rule[lang], part[lang]];
    if (a !== undefined && b !== undefined) label[lang] = lang === 'zh' ? `${a}·${b}` : `${a}, ${b}`;
  }
  return label;
}

/** `new-house.green`: the rule, the card where the amount is one card's, and a number where an amount leaves several open. */
function nameOf(raw: RawRule, card: RawRule | undefined, index: number): ImplicitName {
  const tail = index === 0 ? '' : `.${index + 1}`;
  if (card === undefined)
    return { id: `${raw.id}${tail}`, label: raw.label, names: raw.names.map(name => `${name}${tail}`) };
  return {
    id: `${raw.id}.${card.id}${tail}`,
    label: joined(raw.label, card.label),
    names: raw.names.flatMap(name => card.names.map(other => `${name}.${other}${tail}`)),
  };
}

/** Checks one amount; figures that it leaves open become parameters. Null after an error. */
export function checkAmount(
  context: AmountContext,
  node: YNode,
  card?: RawRule,
): { expr: Expr; beneficiary: Amount['beneficiary'] } | null {
  const { desk, raw, entity, period, parameters } = context;
  const mark = `#${raw.id}${card === undefined ? '' : `.${card.id}`}`;
  const owner = { desk, raw, entity, parameters, standard: moneyStandard };
  const tree = figureTree(owner, node, mark, index => nameOf(raw, card, index));
  const scope = scopeFor(desk, entity, amountPermits);
  const { expr, diagnostics, beneficiary } = checkExpression(tree, scope, {
    kind: 'amount',
    period,
    perPerson: context.perPerson === true,
  });
  reportAll(desk, diagnostics);
  if (expr === null) desk.failed.push(tree.span);
  return expr === null ? null : { expr, beneficiary };
}

/** The cards that a key names: one, or several joined by `、` or commas. */
function cardsOfKey(desk: Desk, key: YScalar): string[] | null {
  const pieces = [...key.text.matchAll(/[^、,，]+/gu)];
  const ids = pieces.map(({ 0: piece, index }) => {
    const start = index + (piece.length - piece.trimStart().length);
    const text = piece.trim();
    const offsets = key.source.offsets.slice(start, start + text.length + 1);
    const span = {
      ...key.span,
      start: offsets[0] ?? key.span.start,
      end: (offsets[text.length - 1] ?? key.span.start) + 1,
    };
    return idOf(desk, 'card', { ...key, text, span });
  });
  return ids.includes(null) ? null : (ids as string[]);
}

/** Is it a map from cards to amounts, rather than bands or a table? */
function isByCard(node: YNode): boolean {
  if (node.kind !== 'map') return false;
  const keys = node.entries.map(({ key }) => canonicalKey(structureKeyTable, key.text));
  return !keys.some(key => key !== null && key !== 'otherwise');
}

function amountOf(
  context: AmountContext,
  { key, value }: YEntry,
  before: ReadonlySet<string>,
): Amount | null {
  const { desk } = context;
  const isRest = canonicalKey({ otherwise: bandKeys.otherwise }, key.text) !== null;
  const cards = isRest
    ? context.cards.map(({ id }) => id).filter(id => !before.has(id))
    : cardsOfKey(desk, key);
  if (cards === null || isEmpty(value)) return null;
  const twice = isRest ? undefined : cards.find(id => before.has(id));
  if (twice !== undefined)
    desk.report({
      code: 'amount-twice',
      severity: 'error',
      params: { card: called(context.cards.find(({ id }) => id === twice) ?? context.raw) },
      span: key.span,
    });
  const card = cards.length === 1 && !isRest ? context.cards.find(({ id }) => id === cards[0]) : undefined;
  const rest: RawRule | undefined = isRest || cards.length > 1 ? keyRule(context.raw, key) : undefined;
  const checked = checkAmount(context, value, card ?? rest);
  return checked === null ? null : { cards, amount: checked.expr, beneficiary: checked.beneficiary };
}

/** A stand-in for a card by which an amount of several cards is named. */
function keyRule(raw: RawRule, key: YScalar): RawRule {
  const id = key.text.replace(/[^\p{L}\p{N}_-]+/gu, '-');
  return { ...raw, id, label: { zh: key.text, en: key.text }, names: [id] };
}

/** The amounts of a benefit, in the order written; empty where it has no money or they are wrong. */
export function makeAmounts(context: AmountContext): Amount[] {
  const node = context.raw.fields.get('amount')?.value;
  if (node === undefined || isEmpty(node)) return [];
  if (!isByCard(node) || node.kind !== 'map') {
    const checked = checkAmount(context, node);
    return checked === null ? [] : [{ cards: null, amount: checked.expr, beneficiary: checked.beneficiary }];
  }
  const amounts: Amount[] = [];
  const seen = new Set<string>();
  for (const entry of node.entries) {
    const amount = amountOf(context, entry, seen);
    if (amount === null) continue;
    for (const id of amount.cards ?? []) seen.add(id);
    amounts.push(amount);
  }
  return amounts;
}
