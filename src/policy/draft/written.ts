/** Amounts that stand in a rule itself: the rule's field is copied with the new figure in the place of the old one. */
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import { canonicalKey, policyKeys } from '../../language/keys.ts';
import type { SectionName } from '../sections.ts';

/** A stretch of a file with other words. */
export interface Substitution {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A field of a rule, as the file with the substitutions has it. */
export interface CopiedField {
  readonly section: SectionName;
  /** The section's key, the rule's and the field's, as written there. */
  readonly sectionKey: string;
  readonly ruleKey: string;
  /** What the rule says of its id, key and value; null: its key is its id. */
  readonly id: readonly [key: string, value: string] | null;
  readonly field: string;
  readonly value: unknown;
}

/** The fields in which the substitutions stand; null where one of them stands in no field of a rule. */
export function copiedFields(source: string, substitutions: readonly Substitution[]): CopiedField[] | null {
  let text = source;
  const places: number[] = [];
  for (const each of [...substitutions].sort((a, b) => b.start - a.start)) {
    text = text.slice(0, each.start) + each.text + text.slice(each.end);
    const shift = each.text.length - (each.end - each.start);
    for (const [k, place] of places.entries()) places[k] = place + shift;
    places.push(each.start);
  }
  const document = parseDocument(text);
  if (document.errors.length > 0 || !isMap(document.contents)) return null;
  const found = new Map<string, CopiedField>();
  for (const place of places) {
    const field = fieldAt(document, document.contents, place);
    if (field === null) return null;
    found.set(JSON.stringify([field.sectionKey, field.ruleKey, field.field]), field);
  }
  return [...found.values()].reverse();
}

function pairAt(map: YAMLMap, place: number): Pair | null {
  const found = map.items.find(({ value }) => {
    const range = isNode(value) ? value.range : null;
    return range != null && range[0] <= place && place <= range[1];
  });
  return found ?? null;
}

const keyOf = ({ key }: Pair): string => (isScalar(key) ? String(key.source ?? key.value) : String(key));

function fieldAt(document: Document, root: YAMLMap, place: number): CopiedField | null {
  const section = pairAt(root, place);
  if (!section || !isMap(section.value)) return null;
  const name = canonicalKey(policyKeys, keyOf(section));
  const rule = pairAt(section.value, place);
  if (name === null || !rule || !isMap(rule.value)) return null;
  const field = pairAt(rule.value, place);
  if (!field) return null;
  const id = rule.value.items.find(pair => /^(编号|id)$/i.test(keyOf(pair)));
  return {
    section: name as SectionName,
    sectionKey: keyOf(section),
    ruleKey: keyOf(rule),
    id: id && isScalar(id.value) ? [keyOf(id), String(id.value.source ?? id.value.value)] : null,
    field: keyOf(field),
    value: standing(document, field.value as Node),
  };
}

/** The node itself, or plain data where it refers to something elsewhere in its file. */
function standing(document: Document, node: Node): unknown {
  let refers = false;
  visit(node, value => {
    if (isAlias(value)) refers = true;
  });
  return refers ? node.toJS(document) : node;
}
