/** One household with its owners and parts from JSON or YAML. */
import type { Diagnostic } from '../language/diagnostic.ts';
import { isError } from '../language/diagnostic.ts';
import { type Label, type Words, wordOf } from '../language/label.ts';
import { nearest } from '../language/nearest.ts';
import type { Span } from '../language/source.ts';
import { isEmpty, type YMap, type YNode, type YScalar } from '../policy/node.ts';
import type { Entity, Fact, Vocabulary } from '../policy/vocabulary.ts';
import { readYaml } from '../policy/yaml-document.ts';
import {
  isoDate,
  looseDate,
  looseNumber,
  looseTruth,
  looseValue,
  numberWithin,
  plainNumber,
  valueWords,
} from './cell.ts';
import { chainOf, isKey, partsOf } from './header.ts';
import type { FactValue, Instance } from './instance.ts';
import { baseUnits } from './instance-of.ts';
import { numberForm } from './number-form.ts';
import { type Problem, quoted } from './problem.ts';
import { PERSON, UNIT } from './standard.ts';
import { wordKey } from './word-key.ts';

export interface ReadHousehold {
  /** Null where an error was found. */
  readonly instance: Instance | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the text of a household file, or of one about another entity (`unit`). `file` is its name in messages. */
export function readHousehold(
  text: string,
  vocabulary: Vocabulary,
  file = 'household.yaml',
  unit = UNIT,
): ReadHousehold {
  const document = readYaml(file, text.replace(/^\ufeff/, ''));
  if (document.root === null) return { instance: null, diagnostics: document.diagnostics };
  const { instance, diagnostics } = householdOf(document.root, vocabulary, unit);
  // What is said of lines that were mended by a guess may be the guess's fault.
  const sure = diagnostics.filter(
    ({ span }) => !document.doubtful.some(line => span && overlaps(span, line)),
  );
  const told = [...document.diagnostics, ...sure].sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
  return { instance: document.diagnostics.some(isError) ? null : instance, diagnostics: told };
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start <= a.start;

interface Growing extends Instance {
  readonly facts: Record<string, FactValue>;
  readonly parts: Record<string, Instance[]>;
}

interface Reading {
  readonly vocabulary: Vocabulary;
  /** The entity that the file is about. */
  readonly unit: string;
  readonly diagnostics: Diagnostic[];
}

function report(
  reading: Reading,
  code: string,
  span: Span,
  params: Diagnostic['params'],
  suggestion?: string,
): void {
  const base: Diagnostic = { code, severity: 'error', params, span };
  reading.diagnostics.push(suggestion ? { ...base, suggestion } : base);
}

/**
 * A household out of a document that was read already: `{household: …, members: […], village: …}` in either language. Of
 * another entity likewise: `{village: …, households: [{…, members: […]}], township: …}`.
 */
export function householdOf(root: YNode, vocabulary: Vocabulary, unit = UNIT): ReadHousehold {
  const reading: Reading = { vocabulary, unit, diagnostics: [] };
  const chain = chainOf(unit, vocabulary);
  const [self] = chain;
  if (root.kind !== 'map' || self === undefined) {
    report(reading, 'household-not-a-map', shortSpan(root), {});
    return { instance: null, diagnostics: reading.diagnostics };
  }
  const sections = findSections(reading, root, chain);
  let owner: Growing | null = null;
  for (const entity of [...chain].reverse()) {
    const node = sections.get(entity.id);
    if (node === undefined && entity !== self && owner === null) continue;
    owner = readInstance(reading, entity, node, owner, entity === self ? unit : '');
  }
  for (const part of partsOf(unit, vocabulary)) readParts(reading, part, sections.get(part.id), owner!);
  return { instance: reading.diagnostics.some(isError) ? null : owner, diagnostics: reading.diagnostics };
}

/** A name of the vocabulary, quoted in the reader's language. */
const named = (label: Label, id: string): Words => ({
  zh: `“${wordOf(label, 'zh', id)}”`,
  en: `"${wordOf(label, 'en', id)}"`,
});

function shortSpan(node: YNode): Span {
  return { ...node.span, end: Math.min(node.span.end, node.span.start + 1) };
}

const wordsOf = (entity: Entity): string[] =>
  [entity.id, entity.label.zh, entity.label.en].filter(word => word !== undefined);
const pluralsOf = (entity: Entity): string[] =>
  [entity.plural, entity.pluralLabel.zh, entity.pluralLabel.en].filter(word => word !== undefined);

/** What stands under the name of the household, of an owner, or of a kind of parts. */
function findSections(reading: Reading, root: YMap, chain: readonly Entity[]): Map<string, YNode> {
  const parts = partsOf(reading.unit, reading.vocabulary);
  const names = new Map<string, string>();
  const words: string[] = [];
  const add = (entity: Entity, written: readonly string[]): void => {
    for (const word of written) {
      words.push(word);
      if (!names.has(wordKey(word))) names.set(wordKey(word), entity.id);
    }
  };
  for (const entity of chain) add(entity, wordsOf(entity));
  for (const part of parts) add(part, pluralsOf(part));
  for (const part of parts) add(part, wordsOf(part));
  const found = new Map<string, YNode>();
  const first = new Map<string, YScalar>();
  for (const { key, value } of root.entries) {
    const id = names.get(wordKey(key.text));
    const before = id === undefined ? undefined : first.get(id);
    if (id === undefined) unknownSection(reading, key, words);
    else if (before)
      report(reading, 'household-key-twice', key.span, { key: quoted(key.text), first: quoted(before.text) });
    else {
      first.set(id, key);
      if (!isEmpty(value)) found.set(id, value);
    }
  }
  return found;
}

/** Facts written one level too high are the likeliest mistake. */
function unknownSection(reading: Reading, key: YScalar, words: readonly string[]): void {
  const fact = Object.values(reading.vocabulary.facts).find(each =>
    [each.id, each.label.zh, each.label.en].some(
      word => word !== undefined && wordKey(word) === wordKey(key.text),
    ),
  );
  const entity = fact && reading.vocabulary.entities[fact.entity];
  if (entity) {
    const under: Words = { zh: entity.label.zh ?? entity.id, en: entity.id };
    report(reading, 'household-fact-misplaced', key.span, { key: quoted(key.text), under });
  } else
    report(reading, 'household-unknown-key', key.span, { key: quoted(key.text) }, nearest(key.text, words));
}

function readInstance(
  reading: Reading,
  entity: Entity,
  node: YNode | undefined,
  owner: Instance | null,
  fallback: string,
): Growing {
  const { vocabulary } = reading;
  const facts: Record<string, FactValue> = Object.create(null);
  const parts = partsOf(entity.id, vocabulary);
  const nested: { part: Entity; value: YNode }[] = [];
  let id = fallback;
  if (node !== undefined && node.kind !== 'map')
    report(reading, 'household-not-facts', shortSpan(node), { key: named(entity.label, entity.id) });
  const known = Object.values(vocabulary.facts).filter(fact => fact.entity === entity.id);
  const first = new Map<string, YScalar>();
  for (const { key, value } of node?.kind === 'map' ? node.entries : []) {
    const fact = findFact(known, key.text);
    const part =
      entity.id === reading.unit
        ? undefined
        : parts.find(each => pluralsOf(each).some(word => wordKey(word) === wordKey(key.text)));
    const isId = fact ? isKey(fact, vocabulary) : wordKey(key.text) === wordKey(entity.key);
    if (!fact && part) nested.push({ part, value });
    else if (!fact && !isId) {
      const words = known
        .flatMap(each => [each.id, each.label.zh ?? '', each.label.en ?? ''])
        .filter(Boolean);
      report(
        reading,
        'household-unknown-fact',
        key.span,
        { key: quoted(key.text) },
        nearest(key.text, words),
      );
    } else {
      const name = fact?.id ?? entity.key;
      const before = first.get(name);
      if (before)
        report(reading, 'household-key-twice', key.span, {
          key: quoted(key.text),
          first: quoted(before.text),
        });
      first.set(name, key);
      const read = readValue(reading, fact, key, value);
      if (fact) facts[fact.id] = read;
      if (isId && typeof read === 'string') id = read;
    }
  }
  const instance: Growing = { entity: entity.id, id, facts, owner, parts: Object.create(null) };
  for (const { part, value } of nested)
    readParts(reading, part, isEmpty(value) ? undefined : value, instance);
  return instance;
}

function findFact(known: readonly Fact[], written: string): Fact | undefined {
  const key = wordKey(written);
  const by = (pick: (fact: Fact) => string | undefined): Fact | undefined =>
    known.find(fact => pick(fact) !== undefined && wordKey(pick(fact)!) === key);
  return by(fact => fact.id) ?? by(fact => fact.label.zh) ?? by(fact => fact.label.en);
}

/** A list of parts into `owner`; one that is not there stays unknown, an empty one of members is an error. */
function readParts(reading: Reading, part: Entity, node: YNode | undefined, owner: Growing): void {
  if (node === undefined) return;
  if (node.kind !== 'list') {
    report(reading, 'household-not-a-list', shortSpan(node), { key: named(part.pluralLabel, part.plural) });
    return;
  }
  if (node.items.length === 0 && part.id === PERSON) report(reading, 'household-no-members', node.span, {});
  const found = node.items.map((item, i) => readInstance(reading, part, item, owner, `${owner.id}#${i + 1}`));
  const seen = new Set<string>();
  found.forEach((instance, i) => {
    if (seen.has(instance.id))
      report(reading, 'household-part-twice', shortSpan(node.items[i]!), { id: quoted(instance.id) });
    seen.add(instance.id);
  });
  owner.parts[part.id] = found;
}

function readValue(reading: Reading, fact: Fact | undefined, key: YScalar, node: YNode): FactValue {
  if (isEmpty(node)) return null;
  if (node.kind !== 'scalar') {
    report(reading, 'household-not-a-value', shortSpan(node), { key: quoted(key.text) });
    return null;
  }
  if (node.text.trim() === '') return null;
  const found = fact === undefined ? node.text.trim() : readFact(fact, node.text);
  if (typeof found !== 'object') return found;
  const place: Words = { zh: `“${quoted(key.text)}”：`, en: `"${quoted(key.text)}": ` };
  const code = found.code === 'cell-exponent' ? 'household-exponent' : found.code;
  report(reading, code, node.span, { ...found.params, place }, found.suggestion);
  return null;
}

/** A value as household files write it: numbers in the unit of the fact, words by id or label. */
export function readFact(fact: Fact, text: string): string | boolean | Problem {
  switch (fact.type.kind) {
    case 'bool':
      return looseTruth(text);
    case 'text':
      return text.trim();
    case 'date': {
      const days = looseDate(text);
      return typeof days === 'number' ? isoDate(days) : days;
    }
    case 'enum': {
      const index = looseValue(text, fact, valueWords(fact));
      return typeof index === 'number' ? fact.values[index]!.id : index;
    }
    case 'number': {
      const form = numberForm(fact);
      const plain = plainNumber(text, form.decimals);
      const value = numberWithin(Number.isNaN(plain) ? looseNumber(text, form) : plain, form, text);
      return typeof value === 'number' ? baseUnits(value, form.factor) : value;
    }
  }
}
