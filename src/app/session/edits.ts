/** A household with some facts as somebody supposes them; the data stay as they are. */
import type { Diagnostic } from '../../language/diagnostic.ts';
import type { Words } from '../../language/label.ts';
import type { Fact, Vocabulary } from '../../policy/vocabulary.ts';
import { isKey } from '../../population/header.ts';
import { readFact } from '../../population/household-file.ts';
import type { FactValue, Instance } from '../../population/instance.ts';
import { inert } from '../../report/inert.ts';
import type { FactEdit } from '../protocol.ts';
import { fault, wordsOfDiagnostic } from './fault.ts';
import { wordsFor } from './texts.ts';

/** New values by entity and id, then by fact. */
type Supposed = ReadonlyMap<string, ReadonlyMap<string, FactValue>>;

/** Ids go out in the form that is safe to show, and come back in it. */
const keyOf = (entity: string, id: string) => JSON.stringify([entity, inert(id)]);

export interface Edited {
  readonly household: Instance;
  /** What was wrong with edits that are left out. */
  readonly problems: readonly Words[];
}

/** The household with the edits that make sense. */
export function withEdits(household: Instance, edits: readonly FactEdit[], vocabulary: Vocabulary): Edited {
  const problems: Words[] = [];
  const supposed = new Map<string, Map<string, FactValue>>();
  for (const edit of edits) {
    const read = readEdit(edit, vocabulary);
    if ('problem' in read) {
      problems.push(read.problem);
      continue;
    }
    const key = keyOf(edit.entity, edit.id);
    const own = supposed.get(key) ?? new Map<string, FactValue>();
    supposed.set(key, own.set(edit.fact, read.value));
  }
  return { household: supposed.size === 0 ? household : rebuilt(household, supposed), problems };
}

function readEdit(
  { entity, fact: id, value }: FactEdit,
  vocabulary: Vocabulary,
): { readonly value: FactValue } | { readonly problem: Words } {
  const key = `${entity}.${id}`;
  const fact = Object.hasOwn(vocabulary.facts, key) ? vocabulary.facts[key] : undefined;
  if (!fact) return { problem: told(fault('session-no-fact', { name: id }).diagnostics[0]!) };
  const name = nameOf(fact);
  if (isKey(fact, vocabulary))
    return { problem: told(fault('session-not-editable', { name }).diagnostics[0]!) };
  if (value === null || value.trim() === '') return { value: null };
  const read = readFact(fact, value);
  if (typeof read !== 'object') return { value: read };
  const { code, params, suggestion } = read;
  const place = { zh: `${name.zh}：`, en: `${name.en}: ` };
  return {
    problem: told({
      code: code === 'cell-exponent' ? 'household-exponent' : code,
      severity: 'error',
      params: { ...params, place },
      ...(suggestion ? { suggestion } : {}),
    }),
  };
}

const told = (diagnostic: Diagnostic): Words => wordsOfDiagnostic(diagnostic, new Map());

function nameOf({ id, label }: Fact): Words {
  const words = wordsFor(label, id);
  return { zh: `“${words.zh}”`, en: `"${words.en}"` };
}

function factsOf(instance: Instance, supposed: Supposed): Instance['facts'] {
  const own = supposed.get(keyOf(instance.entity, instance.id));
  if (!own) return instance.facts;
  return Object.assign(Object.create(null), instance.facts, Object.fromEntries(own));
}

/** The household anew, with what lies above and below it; the areas see it as it is supposed to be. */
function rebuilt(household: Instance, supposed: Supposed): Instance {
  const made: Mutable = {
    ...shallow(household, supposed),
    owner: household.owner === null ? null : above(household.owner, supposed, household.entity, () => made),
  };
  made.parts = below(household, made, supposed);
  return made;
}

type Mutable = { -readonly [K in keyof Instance]: Instance[K] };

const shallow = (instance: Instance, supposed: Supposed): Mutable => ({
  ...(instance.row === undefined ? {} : { row: instance.row }),
  entity: instance.entity,
  id: instance.id,
  facts: factsOf(instance, supposed),
  owner: null,
  parts: Object.create(null),
});

function below(instance: Instance, owner: Instance, supposed: Supposed): Instance['parts'] {
  const parts: Record<string, Instance[]> = Object.create(null);
  for (const [entity, list] of Object.entries(instance.parts))
    parts[entity] = list.map(part => {
      const made: Mutable = { ...shallow(part, supposed), owner };
      made.parts = below(part, made, supposed);
      return made;
    });
  return parts;
}

/** An area whose parts are those it has, but for the one that was rebuilt; they are made when somebody asks. */
function above(area: Instance, supposed: Supposed, entity: string, rebuiltPart: () => Instance): Instance {
  let parts: Instance['parts'] | null = null;
  const made: Instance = {
    ...(area.row === undefined ? {} : { row: area.row }),
    entity: area.entity,
    id: area.id,
    facts: factsOf(area, supposed),
    owner: area.owner === null ? null : above(area.owner, supposed, area.entity, () => made),
    get parts() {
      parts ??= replaced(area.parts, entity, rebuiltPart());
      return parts;
    },
  };
  return made;
}

function replaced(parts: Instance['parts'], entity: string, part: Instance): Instance['parts'] {
  const list = parts[entity];
  if (!list) return parts;
  const isSame = (each: Instance) => (part.row === undefined ? each.id === part.id : each.row === part.row);
  return Object.assign(Object.create(null), parts, {
    [entity]: list.map(each => (isSame(each) ? part : each)),
  });
}
