import * as keys from '../language/keys.ts';
import type { Label } from '../language/label.ts';
import { nearest } from '../language/nearest.ts';
import { nameKey } from '../language/normal.ts';
import type { Span } from '../language/source.ts';
import { factTypeWords } from '../language/words.ts';
import {
  type Fields,
  fieldOf,
  fieldsOf,
  labelOf,
  labelOfText,
  type Report,
  scalarOf,
  wordOf,
} from './fields.ts';
import type { YEntry, YNode } from './node.ts';
import { type RawRule, readRules } from './rule.ts';
import { sections } from './sections.ts';
import type { Entity, Value } from './vocabulary.ts';
import { entityNames, findEntity, readEntities, readUnits, type Unit } from './vocabulary-entities.ts';

/** A fact before its unit and expressions are read. */
export interface RawFact {
  readonly id: string;
  readonly entity: string;
  readonly label: Label;
  readonly names: readonly string[];
  readonly kind: string | null;
  readonly values: readonly Value[];
  readonly fields: Fields;
  readonly at: Span;
}

/** Entities, units and facts of a vocabulary, with those that a policy adds. */
export interface RawWords {
  readonly entities: Readonly<Record<string, Entity>>;
  readonly units: readonly Unit[];
  readonly facts: readonly RawFact[];
  readonly definitions: readonly RawRule[];
}

function namesOf(id: string, label: Label): string[] {
  return [...new Set([id, ...Object.values(label)].map(nameKey))];
}

/** The key is a label where it holds more than an id may. */
function labelWith(key: string, node: YNode | undefined): Label {
  return { ...(/[^\w-]/.test(key) ? labelOfText(key) : {}), ...labelOf(node) };
}

function readValues(node: YNode | undefined, report: Report): Value[] {
  if (node === undefined || node.kind === 'scalar') return [];
  const values: Value[] = [];
  const taken = new Map<string, Span>();
  const add = (key: string, label: Label, span: Span) => {
    const value = { id: nameKey(key), label };
    for (const name of namesOf(value.id, label)) {
      const first = taken.get(name);
      if (first === undefined) taken.set(name, span);
      else report({ code: 'duplicate-name', severity: 'error', params: { name }, span, related: [first] });
    }
    values.push(value);
  };
  if (node.kind === 'list') {
    for (const item of node.items)
      if (item.kind === 'scalar') add(item.text, labelOfText(item.text), item.span);
  } else for (const { key, value } of node.entries) add(key.text, labelWith(key.text, value), key.span);
  return values;
}

function readFact(entity: string, { key, value }: YEntry, report: Report): RawFact {
  const fields = fieldsOf(value, keys.factKeys, report);
  const id = nameKey(key.text);
  const label = labelWith(id, fieldOf(fields, 'label'));
  return {
    id,
    entity,
    label,
    names: namesOf(id, label),
    kind: wordOf(scalarOf(fields, 'type'), factTypeWords),
    values: readValues(fieldOf(fields, 'values'), report),
    fields,
    at: key.span,
  };
}

function readFacts(
  sectionNodes: readonly YNode[],
  entities: Readonly<Record<string, Entity>>,
  report: Report,
): RawFact[] {
  const facts: RawFact[] = [];
  for (const { key, value } of sectionNodes.flatMap(node => (node.kind === 'map' ? node.entries : []))) {
    const entity = findEntity(Object.values(entities), key.text);
    if (entity === undefined) {
      const suggestion = nearest(key.text, Object.values(entities).flatMap(entityNames));
      report({
        code: 'unknown-entity',
        severity: 'error',
        params: { name: key.text },
        span: key.span,
        ...(suggestion === undefined ? {} : { suggestion }),
      });
      continue;
    }
    for (const entry of value.kind === 'map' ? value.entries : []) {
      const fact = readFact(entity.id, entry, report);
      const twin = facts.find(
        one => one.entity === fact.entity && one.names.some(name => fact.names.includes(name)),
      );
      if (twin === undefined) facts.push(fact);
      else
        report({
          code: twin.id === fact.id ? 'duplicate-id' : 'duplicate-name',
          severity: 'error',
          params: { name: twin.names.find(name => fact.names.includes(name)) ?? fact.id },
          span: fact.at,
          related: [twin.at],
        });
    }
  }
  return facts;
}

/** Reads the sections of one or several documents that declare words; later ones add to earlier ones. */
export function readWords(
  vocabulary: YNode | null,
  policies: readonly YNode[],
  id: string,
  report: Report,
): RawWords {
  const nodes = [...(vocabulary === null ? [] : [vocabulary]), ...policies];
  const all = nodes.map(node => fieldsOf(node, keys.policyKeys, () => {}));
  const section = (name: string) => all.flatMap(fields => fieldOf(fields, name) ?? []);
  const entities = readEntities(section('entities'), report);
  const own =
    vocabulary === null
      ? undefined
      : fieldOf(fieldsOf(vocabulary, keys.vocabularyKeys, report), 'definitions');
  const { table, shorthand } = sections.definitions;
  return {
    entities,
    units: readUnits(section('units')),
    facts: readFacts(section('facts'), entities, report),
    definitions: readRules(own, table, id, report, shorthand),
  };
}
