import { nearest } from '../language/nearest.ts';
import { nameKey } from '../language/normal.ts';
import type { Referent } from '../language/scope.ts';
import { CARD, type Type } from '../language/types.ts';
import { noWords, yesWords } from '../language/words.ts';
import type { Desk } from './desk.ts';
import type { YNode, YScalar } from './node.ts';
import { type Dated, settleDated } from './settle.ts';

export interface Cells {
  readonly cells: ReadonlyMap<string, readonly Dated[]>;
  readonly otherwise: readonly Dated[];
}
export type Content = { readonly dated: readonly Dated[] } | Cells;

/** What distinguishes the cells: a fact's key or `#card`, with the ids of its values. */
export interface Axis {
  readonly key: string;
  readonly type: Type;
}

function unknownName(desk: Desk, written: YScalar, code: string, known: Iterable<string>): null {
  const suggestion = nearest(written.text, known);
  const params = { name: written.text };
  desk.report({ code, severity: 'error', params, span: written.span, ...(suggestion ? { suggestion } : {}) });
  return null;
}

export function axisOf(desk: Desk, written: YScalar): Axis | null {
  if (/^(卡|卡类|card)$/.test(written.text.trim())) return { key: '#card', type: CARD };
  const found = desk.referents.get(nameKey(written.text)) ?? [];
  const fact = found.find(one => one.kind === 'fact');
  if (fact?.kind !== 'fact') {
    const facts = [...desk.referents].filter(([, list]) => list.some(({ kind }) => kind === 'fact'));
    return unknownName(
      desk,
      written,
      'by-what',
      facts.map(([name]) => name),
    );
  }
  if (fact.type === null) return null;
  if (fact.type.kind === 'number' || fact.type.kind === 'date') {
    const params = { name: written.text };
    desk.report({ code: 'by-not-a-choice', severity: 'error', params, span: written.span });
    return null;
  }
  return { key: `${fact.entity}.${fact.id}`, type: fact.type };
}

function cellKey(desk: Desk, axis: Axis, key: YScalar): string | null {
  if (axis.type.kind === 'text') return key.text;
  if (axis.type.kind === 'bool') {
    if (yesWords.includes(key.text)) return 'true';
    if (noWords.includes(key.text)) return 'false';
    return unknownName(desk, key, 'unknown-cell', ['是', '否', 'yes', 'no']);
  }
  const isValue = (one: Referent) =>
    axis.key === '#card' ? one.kind === 'card' : one.kind === 'value' && one.of === axis.key;
  const value = desk.referents.get(nameKey(key.text))?.find(isValue);
  if (value !== undefined) return value.id;
  const names = [...desk.referents].filter(([, list]) => list.some(isValue));
  return unknownName(
    desk,
    key,
    'unknown-cell',
    names.map(([name]) => name),
  );
}

/** The cells below a node, by the ids of their values joined with `|`. */
export function readCells(
  desk: Desk,
  axes: readonly Axis[],
  node: YNode | undefined,
  path: readonly string[],
  cells: Map<string, readonly Dated[]>,
): void {
  for (const { key, value } of node?.kind === 'map' ? node.entries : []) {
    const id = cellKey(desk, axes[path.length] as Axis, key);
    if (id === null) continue;
    const next = [...path, id];
    if (next.length < axes.length) readCells(desk, axes, value, next, cells);
    else {
      const joined = next.join('|');
      if (cells.has(joined))
        desk.report({ code: 'duplicate-key', severity: 'error', params: { key: key.text }, span: key.span });
      cells.set(joined, settleDated(desk, value) ?? []);
    }
  }
}
