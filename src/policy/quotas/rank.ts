import type { Expr } from '../../language/expr.ts';
import { bandKeys, tableKey } from '../../language/keys.ts';
import { rankKeys } from '../../language/keys-quotas.ts';
import type { Label } from '../../language/label.ts';
import type { Span } from '../../language/source.ts';
import { typeWords } from '../../language/type-words.ts';
import { orderWords } from '../../language/words-quotas.ts';
import { check, type Desk, type Permits, treeOf } from '../desk.ts';
import { fieldOf, fieldsOf, labelOf, labelOfText, scalarOf, wordOf } from '../fields.ts';
import { isEmpty, type YMap, type YNode, type YScalar } from '../node.ts';
import type { RankKey } from '../policy.ts';
import type { RawRule } from '../rule.ts';

type Order = RankKey['order'];

/** Ranks may ask for the card given and for what other quotas and funds left. */
const permits: Permits = { card: true, served: true };

interface Written {
  readonly value: YNode;
  readonly order: Order | null;
  readonly label: Label;
  readonly span: Span;
}

/** Every spelling of both orders, the longest first. */
const endings = (Object.entries(orderWords) as [Order, { zh: readonly string[]; en: readonly string[] }][])
  .flatMap(([order, { zh, en }]) => [...zh, ...en].map(word => ({ order, word })))
  .sort((a, b) => b.word.length - a.word.length);

/** `人均纯收入 从低到高`: what comes before the order that a text ends in. */
function splitOrder(written: YScalar): Written {
  const { text, source, span } = written;
  const trimmed = text.trimEnd();
  const found = endings.find(({ word }) => trimmed.toLowerCase().endsWith(word));
  if (found === undefined) return { value: written, order: null, label: labelOfText(text.trim()), span };
  const end = trimmed.slice(0, trimmed.length - found.word.length).replace(/[\s,，]+$/, '').length;
  const part = { ...source, text: text.slice(0, end), offsets: source.offsets.slice(0, end + 1) };
  const last = source.offsets[end - 1];
  const value: YScalar = {
    ...written,
    text: part.text,
    source: part,
    span: { ...span, end: last === undefined ? span.start : last + 1 },
  };
  return { value, order: found.order, label: labelOfText(part.text.trim()), span };
}

/** Is the map a key with its order, rather than bands, a table or conditions? */
function isNamed(node: YMap): boolean {
  const { byKey } = fieldsOf(node, { ...bandKeys, ...tableKey }, () => {});
  return byKey.has('by') && !byKey.has('whole') && !byKey.has('marginal') && !byKey.has('table');
}

function written(desk: Desk, node: YNode): Written | null {
  if (node.kind === 'scalar') return splitOrder(node);
  if (node.kind === 'list') return null;
  if (!isNamed(node)) return { value: node, order: null, label: {}, span: node.span };
  const fields = fieldsOf(node, rankKeys, desk.report);
  const by = fieldOf(fields, 'by');
  if (by === undefined) return null;
  const inner = by.kind === 'scalar' ? splitOrder(by) : { value: by, order: null, label: {} };
  const order = wordOf(scalarOf(fields, 'order'), orderWords) as Order | null;
  const label = { ...inner.label, ...labelOf(fieldOf(fields, 'label')) };
  return { value: inner.value, order: order ?? inner.order, label, span: by.span };
}

/** What people call something that an expression only names. */
function labelOfName(expr: Expr, labels: Labels): Label {
  if (expr.op === 'fact') return labels.facts[`${expr.entity}.${expr.id}`]?.label ?? {};
  if (expr.op === 'definition') return labels.definitions[`${expr.entity}.${expr.id}`]?.label ?? {};
  return {};
}

/** Where labels of what a key names stand. */
export interface Labels {
  readonly facts: Readonly<Record<string, { readonly label: Label }>>;
  readonly definitions: Readonly<Record<string, { readonly label: Label }>>;
}

function makeKey(desk: Desk, entity: string, node: YNode, labels: Labels): RankKey | null {
  const key = written(desk, node);
  if (key === null) return null;
  if (isEmpty(key.value) || (key.value.kind === 'scalar' && key.value.text.trim() === '')) {
    desk.report({ code: 'rank-of-what', severity: 'error', params: {}, span: key.span });
    return null;
  }
  const expr = check(desk, treeOf(desk, key.value), entity, undefined, permits);
  if (expr === null) return null;
  if (expr.type.kind !== 'bool' && key.order === null) {
    const params = { found: typeWords(expr.type, desk.lexicon.units) };
    desk.report({ code: 'rank-needs-order', severity: 'error', params, span: key.span });
    return null;
  }
  const label = { ...labelOfName(expr, labels), ...key.label };
  return { label, expr, order: key.order ?? 'descending', span: key.span };
}

/** The keys of an order, the first the strongest. */
export function makeRank(desk: Desk, raw: RawRule, entity: string, labels: Labels): RankKey[] {
  const node = raw.fields.get('rank')?.value;
  if (node === undefined || isEmpty(node)) return [];
  return (node.kind === 'list' ? node.items : [node]).flatMap(
    one => makeKey(desk, entity, one, labels) ?? [],
  );
}
