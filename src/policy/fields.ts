import type { Diagnostic } from '../language/diagnostic.ts';
import { everyKeyTable } from '../language/every-table.ts';
import * as keys from '../language/keys.ts';
import { canonicalKey, type KeyTable } from '../language/keys.ts';
import type { Label } from '../language/label.ts';
import type { YEntry, YNode, YScalar } from './node.ts';
import { isEmpty } from './node.ts';

/** Where a room puts what it has to tell. */
export type Report = (diagnostic: Diagnostic) => void;

/** Mistakes of one loading that are looked into; past these a file is not a policy with mistakes but something else. */
export const mostMistakes = 200;

/** The entries of a map by what their keys mean, whichever spelling was used. */
export interface Fields {
  readonly byKey: ReadonlyMap<string, YEntry>;
  /** Entries whose keys are not in the table. */
  readonly others: readonly YEntry[];
}

export function fieldsOf(node: YNode | undefined, table: KeyTable, report: Report): Fields {
  const byKey = new Map<string, YEntry>();
  const others: YEntry[] = [];
  for (const entry of node?.kind === 'map' ? node.entries : []) {
    const key = canonicalKey(table, entry.key.text);
    const first = key === null ? undefined : byKey.get(key);
    if (key === null) others.push(entry);
    else if (first === undefined) byKey.set(key, entry);
    else
      report({
        code: 'same-key-twice',
        severity: 'error',
        params: { key: entry.key.text, other: first.key.text },
        span: entry.key.span,
        related: [first.key.span],
      });
  }
  return { byKey, others };
}

/** The value of a field, unless it is missing or left empty. */
export function fieldOf(fields: Fields, key: string): YNode | undefined {
  const value = fields.byKey.get(key)?.value;
  return isEmpty(value) ? undefined : value;
}

export function scalarOf(fields: Fields, key: string): YScalar | undefined {
  const value = fieldOf(fields, key);
  return value?.kind === 'scalar' ? value : undefined;
}

/** One scalar, or those of a list; anything else has been reported by the schema. */
export function scalarsOf(node: YNode | undefined): YScalar[] {
  if (node === undefined || node.kind === 'map') return [];
  return (node.kind === 'list' ? node.items : [node]).filter(
    (item): item is YScalar => item.kind === 'scalar' && !isEmpty(item),
  );
}

/** What a fixed word says, or null where it is none of them (the schema has told). */
export function wordOf(scalar: YScalar | undefined, table: KeyTable): string | null {
  return scalar === undefined ? null : canonicalKey(table, scalar.text);
}

const han = /[\u3400-\u9fff\uf900-\ufaff]/u;

/** A text as label: Chinese where it holds Han, English otherwise. */
export function labelOfText(text: string): Label {
  return han.test(text) ? { zh: text } : { en: text };
}

export function labelOf(node: YNode | undefined): Label {
  if (isEmpty(node) || node === undefined || node.kind === 'list') return {};
  if (node.kind === 'scalar') return labelOfText(node.text);
  const label: { zh?: string; en?: string } = {};
  for (const { key, value } of node.entries) {
    const lang = canonicalKey(keys.labelKeys, key.text) as 'zh' | 'en' | null;
    if (lang !== null && value.kind === 'scalar' && value.text !== '') label[lang] = value.text;
  }
  return label;
}

const allKeys: ReadonlySet<string> = new Set(everyKeyTable.flatMap(table => keys.spellingsOf(table)));

/** Is this a key of some place or other? */
export function isKnown(text: string): boolean {
  return allKeys.has(text);
}
