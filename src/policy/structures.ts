import { atLeastCount, bandKeys, conditionKeys, tableKey, tableKeys } from '../language/keys.ts';
import type { Excerpt, Span } from '../language/source.ts';
import type { Band, TableKey, TableRow, Tree } from '../language/tree.ts';
import { type Edge, readBandKey } from './band-keys.ts';
import { fieldOf, fieldsOf, type Report, scalarsOf } from './fields.ts';
import { isEmpty, type YEntry, type YMap, type YNode } from './node.ts';
import { endOf } from './rule.ts';

/** Reads the expressions in a document. */
export interface Reading {
  readonly parse: (source: Excerpt) => Tree | null;
  readonly report: Report;
}

function bad(span: Span): Tree {
  return { kind: 'error', span };
}

function spanOfNode(node: YNode): Span {
  return { ...node.span, end: Math.max(node.span.start, endOf(node)) };
}

/** The tree of a text; what cannot be read has been reported. */
export function parseText(source: Excerpt, span: Span, reading: Reading): Tree {
  return reading.parse(source) ?? bad(span);
}

function edgeTree(edge: Edge | null, span: Span, reading: Reading): Band['from'] {
  return edge === null ? null : { edge: parseText(edge.source, span, reading), inclusive: edge.inclusive };
}

function bandOf({ key, value }: YEntry, reading: Reading): Band | null {
  const band = readBandKey(key.source);
  if (band?.kind !== 'band') {
    reading.report({ code: 'bad-band', severity: 'error', params: { text: key.text }, span: key.span });
    return null;
  }
  return {
    from: edgeTree(band.from, key.span, reading),
    upTo: edgeTree(band.upTo, key.span, reading),
    value: valueTree(value, reading),
    span: { ...key.span, end: Math.max(key.span.end, endOf(value)) },
  };
}

function bandsTree(node: YMap, reading: Reading): Tree {
  const fields = fieldsOf(node, bandKeys, reading.report);
  const by = fieldOf(fields, 'by');
  const whole = fieldOf(fields, 'whole');
  const bands = whole ?? fieldOf(fields, 'marginal');
  const span = spanOfNode(node);
  const base = fieldOf(fields, 'base');
  const otherwise = fieldOf(fields, 'otherwise');
  if (by === undefined) return bad(span);
  if (bands === undefined || (whole !== undefined && fields.byKey.has('marginal'))) {
    reading.report({ code: 'whole-or-marginal', severity: 'error', params: {}, span: by.span });
    return bad(span);
  }
  return {
    kind: 'bands',
    by: valueTree(by, reading),
    base: base === undefined ? null : valueTree(base, reading),
    mode: whole === undefined ? 'marginal' : 'whole',
    bands: (bands.kind === 'map' ? bands.entries : [])
      .map(entry => bandOf(entry, reading))
      .filter(band => band !== null),
    otherwise: otherwise === undefined ? null : valueTree(otherwise, reading),
    span,
  };
}

function keyOf({ key }: YEntry, reading: Reading): TableKey {
  if (/^(任意|不论|any)$/.test(key.text.trim())) return null;
  const band = readBandKey(key.source);
  if (band?.kind === 'band')
    return {
      kind: 'band',
      from: edgeTree(band.from, key.span, reading),
      upTo: edgeTree(band.upTo, key.span, reading),
      span: key.span,
    };
  return parseText(key.source, key.span, reading);
}

interface Rows {
  readonly rows: TableRow[];
  further: Tree | null;
}

function readRows(
  entries: readonly YEntry[],
  keys: readonly TableKey[],
  depth: number,
  rows: Rows,
  reading: Reading,
): void {
  for (const entry of entries) {
    const { key, value } = entry;
    if (depth === 1 && keys.length === 0 && readBandKey(key.source)?.kind === 'further') {
      rows.further = valueTree(value, reading);
      continue;
    }
    const all = [...keys, keyOf(entry, reading)];
    if (all.length < depth && value.kind === 'map') readRows(value.entries, all, depth, rows, reading);
    else if (all.length < depth)
      reading.report({ code: 'table-too-flat', severity: 'error', params: { depth }, span: key.span });
    else
      rows.rows.push({
        keys: all,
        value: valueTree(value, reading),
        span: { ...key.span, end: Math.max(key.span.end, endOf(value)) },
      });
  }
}

function tableTree(node: YNode, reading: Reading): Tree {
  const fields = fieldsOf(node, tableKeys, reading.report);
  const by = scalarsOf(fieldOf(fields, 'by'));
  const span = spanOfNode(node);
  if (by.length === 0) return bad(span);
  const rows: Rows = { rows: [], further: null };
  readRows(fields.others, [], by.length, rows, reading);
  const otherwise = fieldOf(fields, 'otherwise');
  return {
    kind: 'table',
    by: by.map(item => parseText(item.source, item.span, reading)),
    ...rows,
    otherwise: otherwise === undefined ? null : valueTree(otherwise, reading),
    span,
  };
}

function conditionTree({ key, value }: YEntry, kind: string | null, reading: Reading): Tree {
  const items = (value.kind === 'list' ? value.items : [value]).map(item => valueTree(item, reading));
  const span = { ...key.span, end: Math.max(key.span.end, endOf(value)) };
  if (items.length === 0)
    reading.report({ code: 'empty-list', severity: 'error', params: { key: key.text }, span: key.span });
  const count = atLeastCount(key.text);
  if (count !== null) {
    if (count < 1 || count > items.length)
      reading.report({
        code: 'at-least-too-many',
        severity: 'error',
        params: { count, of: items.length },
        span: key.span,
      });
    return { kind: 'atLeast', count, args: items, span };
  }
  if (kind === 'none_of') return { kind: 'not', arg: { kind: 'or', args: items, span }, span };
  return { kind: kind === 'all_of' ? 'and' : 'or', args: items, span };
}

/** Several structures side by side in one map have to hold together. */
function conditionsTree(node: YMap, reading: Reading): Tree {
  const fields = fieldsOf(node, conditionKeys, reading.report);
  const trees = [
    ...[...fields.byKey].map(([kind, entry]) => conditionTree(entry, kind, reading)),
    ...fields.others
      .filter(({ key }) => atLeastCount(key.text) !== null)
      .map(entry => conditionTree(entry, null, reading)),
  ];
  const span = spanOfNode(node);
  if (trees.length === 0) return bad(span);
  return trees.length === 1 ? (trees[0] as Tree) : { kind: 'and', args: trees, span };
}

/** The tree of whatever may stand in the place of a value: an expression, bands, a table, a list of conditions. */
export function valueTree(node: YNode, reading: Reading): Tree {
  // What is empty, or a list, the schema has refused already.
  if (isEmpty(node) || node.kind === 'list') return bad(node.span);
  if (node.kind === 'scalar') return parseText(node.source, node.span, reading);
  const { byKey } = fieldsOf(node, { ...bandKeys, ...tableKey }, () => {});
  const table = byKey.get('table');
  if (byKey.has('by') || byKey.has('whole') || byKey.has('marginal')) return bandsTree(node, reading);
  if (table !== undefined) return tableTree(table.value, reading);
  return conditionsTree(node, reading);
}
