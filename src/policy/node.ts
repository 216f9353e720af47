import type { Excerpt, Span } from '../language/source.ts';

/** A YAML document as plain data with positions; every scalar stays text, whatever YAML would make of it. */
export type YNode = YScalar | YMap | YList;

export interface YScalar {
  readonly kind: 'scalar';
  readonly text: string;
  /** Written without quotes and not as a block: may stand for a number, a truth value or nothing at all. */
  readonly plain: boolean;
  /** Where each character of `text` stands in the file. */
  readonly source: Excerpt;
  readonly span: Span;
}

export interface YEntry {
  readonly key: YScalar;
  readonly value: YNode;
}

export interface YMap {
  readonly kind: 'map';
  /** In written order; no two of one key. */
  readonly entries: readonly YEntry[];
  readonly span: Span;
}

export interface YList {
  readonly kind: 'list';
  readonly items: readonly YNode[];
  readonly span: Span;
}

export function isEmpty(node: YNode | undefined): boolean {
  return (
    node === undefined || (node.kind === 'scalar' && node.plain && /^(|~|null|Null|NULL)$/.test(node.text))
  );
}

/** What JSON Schema should see of a scalar: numbers, truth values and nothing only where they stand unquoted. */
function dataOf(scalar: YScalar): unknown {
  if (!scalar.plain) return scalar.text;
  if (isEmpty(scalar)) return null;
  if (/^(true|True|TRUE)$/.test(scalar.text)) return true;
  if (/^(false|False|FALSE)$/.test(scalar.text)) return false;
  if (/^[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?$/.test(scalar.text)) return Number(scalar.text);
  return scalar.text;
}

/** The document as JSON-like data; maps have no prototype, so that no key is special. */
export function toData(node: YNode): unknown {
  if (node.kind === 'scalar') return dataOf(node);
  if (node.kind === 'list') return node.items.map(toData);
  const data: Record<string, unknown> = Object.create(null);
  for (const { key, value } of node.entries) data[key.text] = toData(value);
  return data;
}

/** What stands at a JSON pointer, with its key unless it is an item of a list; null where nothing does. */
export function atPointer(root: YNode, pointer: string): { key: YScalar | null; value: YNode } | null {
  let key: YScalar | null = null;
  let node = root;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (node.kind === 'list') {
      const item = node.items[Number(name)];
      if (item === undefined) return null;
      key = null;
      node = item;
    } else {
      const entry: YEntry | undefined =
        node.kind === 'map' ? node.entries.find(({ key }) => key.text === name) : undefined;
      if (entry === undefined) return null;
      key = entry.key;
      node = entry.value;
    }
  }
  return { key, value: node };
}
