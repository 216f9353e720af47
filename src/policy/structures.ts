import type { Diagnostic } from '../language/diagnostic.ts';
import { atLeastCount, bandKeys, conditionKeys, tableKey, tableKeys } from '../language/keys.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { Excerpt, Span } from '../language/source.ts';
import {
  allOf,
  anyOf,
  atLeastOf,
  bandsOf,
  noneOf,
  parseBandKey,
  parseTableKey,
  tableOf,
} from '../language/structure.ts';
import type { Band, TableKey, TableRow, Tree } from '../language/tree.ts';
import { fieldOf, fieldsOf, type Report, scalarsOf } from './fields.ts';
import { isEmpty, type YEntry, type YMap, type YNode } from './node.ts';
import { endOf } from './rule.ts';

/** Reads the expressions in a document. */
export interface Reading {
  readonly parse: (source: Excerpt) => Tree | null;
  readonly lexicon: Lexicon;
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

function pass(diagnostics: readonly Diagnostic[], reading: Reading): void {
  for (const diagnostic of diagnostics) reading.report(diagnostic);
}

function bandOf({ key, value }: YEntry, reading: Reading): Band | null {
  const band = parseBandKey(key.source, reading.lexicon);
  pass(band.diagnostics, reading);
  const amount = valueTree(value, reading);
  if (band.key === null) return null;
  const { from, upTo } = band.key;
  return { from, upTo, value: amount, span: { ...key.span, end: Math.max(key.span.end, endOf(value)) } };
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
  const entries = bands.kind === 'map' ? bands.entries : [];
  const read = entries.map(entry => bandOf(entry, reading));
  if (read.includes(null)) return bad(span);
  return bandsOf(
    {
      by: valueTree(by, reading),
      base: base === undefined ? null : valueTree(base, reading),
      mode: whole === undefined ? 'marginal' : 'whole',
      bands: read as Band[],
      otherwise: otherwise === undefined ? null : valueTree(otherwise, reading),
    },
    span,
  );
}

/** `每增加 1 人`, `each further person`: what each one past the last row adds. */
const furtherKey =
  /^(?:每(?:再)?(?:增加|增|多)\s*(?:1|一)?\s*\S{0,6}|each (?:further|additional)(?: .{1,20})?)$/;

const isRest = ({ key }: YEntry) =>
  bandKeys.otherwise.zh.includes(key.text) || bandKeys.otherwise.en.includes(key.text);

function keyOf(entry: YEntry, reading: Reading): TableKey | undefined {
  if (isRest(entry)) return null;
  const { key } = entry;
  const { key: read, diagnostics } = parseTableKey(key.source, reading.lexicon);
  pass(diagnostics, reading);
  return read;
}

/** What the entries below one key of a table say. */
interface Level {
  readonly rows: readonly TableRow[];
  readonly further: Tree | null;
}

interface TableReading extends Reading {
  readonly by: readonly Tree[];
  /** Set once something is wrong that has been reported. */
  wrong: boolean;
}

/** The entries at one depth of a table, as rows over what it goes by from there on. */
function readLevel(entries: readonly YEntry[], depth: number, reading: TableReading): Level {
  const rows: TableRow[] = [];
  let further: Tree | null = null;
  // Rows are tried in the order written; what is left over comes last wherever it stands.
  for (const entry of [...entries.filter(one => !isRest(one)), ...entries.filter(isRest)]) {
    const { key } = entry;
    if (furtherKey.test(key.text.trim())) {
      further = furtherTree(entry.value, depth + 1, reading);
      continue;
    }
    const own = keyOf(entry, reading);
    if (own === undefined) reading.wrong = true;
    else for (const row of rowsBelow(entry, depth, reading)) rows.push({ ...row, keys: [own, ...row.keys] });
  }
  return { rows, further };
}

/** What each further one adds: one value, or one for each of what the table goes by besides. */
function furtherTree(node: YNode, depth: number, reading: TableReading): Tree {
  if (depth === reading.by.length || node.kind !== 'map') return valueTree(node, reading);
  const { rows, further } = readLevel(node.entries, depth, reading);
  const by = reading.by.slice(depth);
  const span = spanOfNode(node);
  return further === null
    ? tableOf({ by, rows, further, otherwise: null }, span)
    : openTable(by, rows, further, null, span);
}

/** The rows that one entry stands for, with the keys below its own. */
function rowsBelow({ key, value }: YEntry, depth: number, reading: TableReading): readonly TableRow[] {
  const span = { ...key.span, end: Math.max(key.span.end, endOf(value)) };
  const left = reading.by.length - depth - 1;
  if (left === 0) return [{ keys: [], value: valueTree(value, reading), span }];
  if (value.kind !== 'map') {
    reading.wrong = true;
    reading.report({
      code: 'table-too-flat',
      severity: 'error',
      params: { depth: reading.by.length },
      span: key.span,
    });
    return [];
  }
  const { rows, further } = readLevel(value.entries, depth + 1, reading);
  if (further === null) return rows;
  // What each further one adds goes by the row before it: a table of its own, whatever the keys below.
  const inner = openTable(reading.by.slice(depth + 1), rows, further, null, span);
  return [{ keys: Array<TableKey>(left).fill(null), value: inner, span }];
}

/** A table whose last row says what each further one adds: over one number, with tables in its rows for the rest. */
function openTable(
  by: readonly Tree[],
  rows: readonly TableRow[],
  further: Tree,
  otherwise: Tree | null,
  span: Span,
): Tree {
  const groups = new Map<TableKey, TableRow[]>();
  for (const row of rows) {
    const [key = null, ...keys] = row.keys;
    groups.set(key, [...(groups.get(key) ?? []), { ...row, keys }]);
  }
  const nested = [...groups].map(([key, group]): TableRow => {
    const first = group[0] as TableRow;
    const value =
      by.length === 1
        ? first.value
        : tableOf({ by: by.slice(1), rows: group, further: null, otherwise: null }, first.span);
    return { keys: [key], value, span: first.span };
  });
  return tableOf({ by: by.slice(0, 1), rows: nested, further, otherwise }, span);
}

function tableTree(node: YNode, reading: Reading): Tree {
  const fields = fieldsOf(node, tableKeys, reading.report);
  const by = scalarsOf(fieldOf(fields, 'by'));
  const span = spanOfNode(node);
  if (by.length === 0) return bad(span);
  const table: TableReading = {
    ...reading,
    by: by.map(item => parseText(item.source, item.span, reading)),
    wrong: false,
  };
  const otherwise = fieldOf(fields, 'otherwise');
  const { rows, further } = readLevel(fields.others, 0, table);
  const rest = otherwise === undefined ? null : valueTree(otherwise, reading);
  if (table.wrong) return bad(span);
  return further === null
    ? tableOf({ by: table.by, rows, further, otherwise: rest }, span)
    : openTable(table.by, rows, further, rest, span);
}

function conditionTree({ key, value }: YEntry, kind: string | null, reading: Reading): Tree {
  const items = (value.kind === 'list' ? value.items : [value]).map(item => valueTree(item, reading));
  const span = { ...key.span, end: Math.max(key.span.end, endOf(value)) };
  if (items.length === 0)
    reading.report({ code: 'empty-list', severity: 'error', params: { key: key.text }, span: key.span });
  const count = atLeastCount(key.text);
  if (count !== null) return atLeastOf(count, items, span);
  if (kind === 'none_of') return noneOf(items, span);
  return kind === 'all_of' ? allOf(items, span) : anyOf(items, span);
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
  return allOf(trees, span);
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
