/** The head of a file: which column holds what. */
import type { Diagnostic } from '../language/diagnostic.ts';
import { nearest } from '../language/nearest.ts';
import type { Entity, Fact, Vocabulary } from '../policy/vocabulary.ts';
import { quoted } from './problem.ts';
import type { TableRequest } from './raw-table.ts';
import { plainText, wordKey } from './word-key.ts';

export interface ColumnPlan {
  readonly width: number;
  /** As written in the file. */
  readonly names: readonly string[];
  /** Column of the entity's own key, −1: none, or not wanted. */
  readonly id: number;
  /** Column of the own key of what has no parts, −1: none. It must not be given twice within one owner. */
  readonly mark: number;
  /** Keys of entities above. */
  readonly above: readonly { readonly entity: string; readonly column: number }[];
  readonly facts: readonly { readonly fact: Fact; readonly column: number }[];
}

type Meaning =
  | { readonly kind: 'key'; readonly entity: string }
  | { readonly kind: 'fact'; readonly fact: Fact };

/** From the entity itself outward. */
export function chainOf(entity: string, vocabulary: Vocabulary): Entity[] {
  const chain: Entity[] = [];
  for (let at: Entity | undefined = vocabulary.entities[entity]; at && !chain.includes(at); ) {
    chain.push(at);
    at = at.within === null ? undefined : vocabulary.entities[at.within];
  }
  return chain;
}

/** Entities that are part of this one. */
export function partsOf(entity: string, vocabulary: Vocabulary): Entity[] {
  return Object.values(vocabulary.entities).filter(part => part.within === entity);
}

export function isKey(fact: Fact, vocabulary: Vocabulary): boolean {
  return vocabulary.entities[fact.entity]?.key === fact.id;
}

/** All names a head may use, by `wordKey`; the file's own facts win over keys from above. */
function meanings(entity: string, vocabulary: Vocabulary): { names: Map<string, Meaning>; words: string[] } {
  const names = new Map<string, Meaning>();
  const words: string[] = [];
  const add = (word: string | undefined, meaning: Meaning): void => {
    if (!word) return;
    words.push(word);
    if (!names.has(wordKey(word))) names.set(wordKey(word), meaning);
  };
  for (const each of chainOf(entity, vocabulary)) {
    const fact = vocabulary.facts[`${each.id}.${each.key}`];
    for (const word of [each.key, fact?.label.zh, fact?.label.en])
      add(word, { kind: 'key', entity: each.id });
  }
  const own = Object.values(vocabulary.facts).filter(f => f.entity === entity && !isKey(f, vocabulary));
  for (const pick of [(f: Fact) => f.id, (f: Fact) => f.label.zh, (f: Fact) => f.label.en]) {
    for (const fact of own) add(pick(fact), { kind: 'fact', fact });
  }
  for (const { id, label } of chainOf(entity, vocabulary)) {
    // Beside `村`, which the vocabulary calls the key itself, forms say `村编号`.
    add(label.zh && `${label.zh}编号`, { kind: 'key', entity: id });
    add(label.en && `${label.en} number`, { kind: 'key', entity: id });
  }
  return { names, words };
}

/** The same for all names of one thing. */
function thingOf(meaning: Meaning | undefined): string | undefined {
  if (meaning === undefined) return undefined;
  return meaning.kind === 'key' ? `${meaning.entity}#` : meaning.fact.id;
}

const UNIT_IN_HEAD = /^(.+?)[([【]([^()[\]【】]*)[)\]】]$/;

/** A head such as `工资性收入（元）`: its name without the unit, or null where the unit is not the fact's. */
function withoutUnit(
  head: string,
  names: ReadonlyMap<string, Meaning>,
): { name: string; unit: string; fits: boolean } | null {
  const match = UNIT_IN_HEAD.exec(plainText(head));
  if (!match) return null;
  const [, name = '', unit = ''] = match;
  const meaning = names.get(wordKey(name));
  if (meaning?.kind !== 'fact') return null;
  const labels = [meaning.fact.unit?.label.zh, meaning.fact.unit?.label.en].flatMap(label =>
    label ? [wordKey(label), wordKey(label).split('/')[0]!] : [],
  );
  if (meaning.fact.type.kind === 'number' && meaning.fact.type.dimension['money'] === 1)
    labels.push('元', 'yuan', '元/年');
  return { name, unit, fits: meaning.fact.type.kind !== 'number' || labels.includes(wordKey(unit)) };
}

/**
 * Understands the head of a file. Columns without a name, and those whose name begins with `#`, are not read.
 * An unknown column is an error: a misspelt fact would otherwise pass for a missing one.
 */
export function planColumns(
  names: readonly string[],
  request: TableRequest,
): { plan: ColumnPlan | null; diagnostics: Diagnostic[] } {
  const { entity, vocabulary, file } = request;
  const diagnostics: Diagnostic[] = [];
  const report = (code: string, params: Diagnostic['params'], suggestion?: string | null): void => {
    const base: Diagnostic = { code, severity: 'error', params: { file, ...params } };
    diagnostics.push(suggestion ? { ...base, suggestion } : base);
  };
  const { names: known, words } = meanings(entity, vocabulary);
  const taken = new Set(names.flatMap(head => thingOf(known.get(wordKey(head))) ?? []));
  const free = words.filter(word => !taken.has(thingOf(known.get(wordKey(word)))!));
  const seen = new Map<string, string>();
  let id = -1;
  const above: { entity: string; column: number }[] = [];
  const facts: { fact: Fact; column: number }[] = [];
  names.forEach((head, column) => {
    if (plainText(head) === '' || plainText(head).startsWith('#')) return;
    const unit = known.has(wordKey(head)) ? null : withoutUnit(head, known);
    if (unit && !unit.fits) {
      report('csv-column-unit', { column: quoted(unit.name), unit: quoted(unit.unit) });
      return;
    }
    const meaning = known.get(wordKey(unit?.name ?? head));
    if (!meaning) {
      report('csv-unknown-column', { column: quoted(plainText(head)) }, nearest(head, free));
      return;
    }
    const what = thingOf(meaning)!;
    const first = seen.get(what);
    if (first !== undefined) {
      report('csv-duplicate-column', { column: quoted(plainText(head)), first: quoted(first) });
      return;
    }
    seen.set(what, plainText(head));
    if (meaning.kind === 'fact') {
      if (request.facts === null || request.facts.has(`${entity}.${meaning.fact.id}`))
        facts.push({ fact: meaning.fact, column });
    } else if (meaning.entity === entity) id = column;
    else above.push({ entity: meaning.entity, column });
  });
  for (const key of missingKeys(entity, vocabulary, id, above)) report('csv-missing-key', { key });
  const plan = {
    width: names.length,
    names: names.map(plainText),
    id: keepsIds(request) ? id : -1,
    mark: isPart(vocabulary.entities[entity]!, vocabulary) ? id : -1,
    above,
    facts,
  };
  return { plan: diagnostics.length === 0 ? plan : null, diagnostics };
}

/** Something that belongs to another and has nothing of its own: its names need differ within one owner only. */
export function isPart(entity: Entity, vocabulary: Vocabulary): boolean {
  return entity.within !== null && partsOf(entity.id, vocabulary).length === 0;
}

/** Parts say whose they are; what has parts has a name. */
function missingKeys(
  entity: string,
  vocabulary: Vocabulary,
  id: number,
  above: readonly { readonly entity: string }[],
): string[] {
  const self = vocabulary.entities[entity]!;
  const leaf = partsOf(entity, vocabulary).length === 0;
  const missing: string[] = [];
  if (id < 0 && !isPart(self, vocabulary)) missing.push(self.key);
  const owner = self.within === null ? undefined : vocabulary.entities[self.within];
  if (leaf && owner && !above.some(each => each.entity === owner.id)) missing.push(owner.key);
  return missing;
}

/** Names of what has no parts (members) are kept only where they are asked for, or rows left out have to be found back: there are many. */
function keepsIds({ entity, vocabulary, facts, keepBad }: TableRequest): boolean {
  const leaf = !Object.values(vocabulary.entities).some(part => part.within === entity);
  return !leaf || keepBad || facts === null || facts.has(`${entity}.${vocabulary.entities[entity]!.key}`);
}
