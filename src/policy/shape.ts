import type { Diagnostic, Param } from '../language/diagnostic.ts';
import { everyKeyTable, everyWordTable } from '../language/every-table.ts';
import { canonicalKey, cardKeys, type KeyTable } from '../language/keys.ts';
import type { Words } from '../language/label.ts';
import { nearest } from '../language/nearest.ts';
import type { Span } from '../language/source.ts';
import { isKnown, mostMistakes } from './fields.ts';
import type { SchemaError } from './generated/policy.js';
import { atPointer, isEmpty, toData, type YNode, type YScalar } from './node.ts';
import type { Flaw } from './yaml-nodes.ts';

export type SchemaName = 'policy' | 'vocabulary' | 'cases' | 'scenario' | 'population' | 'clauses';
type Validator = ((data: unknown) => boolean) & { readonly errors?: readonly SchemaError[] | null };

const kinds: Readonly<Record<string, Words>> = {
  object: { zh: '一组“键: 值”', en: 'a set of keys and values' },
  array: { zh: '一个列表', en: 'a list' },
  text: { zh: '一句文字', en: 'text' },
  integer: { zh: '一个整数', en: 'a whole number' },
  nothing: { zh: '空的', en: 'nothing' },
};

const theFile: Words = { zh: '文件', en: 'The file' };
const thisItem: Words = { zh: '这一项', en: 'This item' };

function kindOf(node: YNode): Words {
  if (isEmpty(node)) return kinds['nothing'] as Words;
  const kind = node.kind === 'map' ? 'object' : node.kind === 'list' ? 'array' : 'text';
  return kinds[kind] as Words;
}

function expectedKinds(types: unknown): Words[] {
  const list = Array.isArray(types) ? (types as string[]) : [String(types)];
  const found = new Set(list.map(type => (type in kinds ? type : 'text')));
  return [...found].map(kind => kinds[kind] as Words);
}

interface Place {
  readonly key: YScalar | null;
  readonly value: YNode;
  readonly span: Span;
  /** What people call it. */
  readonly of: Param;
}

/** Where a long map is shown: at its first key. */
function headOf(node: YNode): Span {
  const first = node.kind === 'map' ? node.entries[0]?.key : undefined;
  return first?.span ?? node.span;
}

function place(root: YNode, pointer: string): Place {
  const { key, value } = atPointer(root, pointer) ?? { key: null, value: root };
  // A map that lacks something is shown by its key: its own span may run over many lines.
  const long = isEmpty(value) || value.kind !== 'scalar';
  return {
    key,
    value,
    span: !long ? value.span : (key?.span ?? headOf(value)),
    of: key?.text ?? (pointer === '' ? theFile : thisItem),
  };
}

function problem(
  code: string,
  params: Readonly<Record<string, Param>>,
  span: Span,
  suggestion?: string,
): Diagnostic {
  return { code, severity: 'error', params, span, ...(suggestion === undefined ? {} : { suggestion }) };
}

/** Both spellings of a key, as people usually write them. */
function bothSpellings(written: string, tables: readonly KeyTable[] = everyKeyTable): Words {
  const found = tables.find(table => canonicalKey(table, written) !== null);
  const key = found?.[canonicalKey(found, written) as string];
  return { zh: key?.zh[0] ?? written, en: key?.en[0] ?? written };
}

function unknownKey(at: Place, error: SchemaError): Diagnostic | null {
  const name = String(error.params['additionalProperty']);
  const entry = at.value.kind === 'map' ? at.value.entries.find(({ key }) => key.text === name) : undefined;
  if (entry === undefined) return null;
  const known = Object.keys(error.parentSchema.properties ?? {});
  const { span } = entry.key;
  if (/[，、]/.test(name)) return problem('fullwidth-in-key', { key: name }, span);
  if (isKnown(name)) return problem('misplaced-key', { key: name }, span);
  const near = nearest(name, known);
  if (near !== undefined) return problem('unknown-key', { key: name }, span, near);
  // A spelling may stand in several tables; the one meant knows them all.
  const table = everyKeyTable.find(one => known.every(key => canonicalKey(one, key) !== null));
  const tables = table === undefined ? everyKeyTable : [table, ...everyKeyTable];
  const usual = new Map(known.map(key => [bothSpellings(key, tables).zh, bothSpellings(key, tables)]));
  return problem('unknown-key-here', { key: name, known: [...usual.values()] }, span);
}

function textOf(node: YNode): string {
  return node.kind === 'scalar' ? node.text : '';
}

function wrongWord(at: Place, error: SchemaError): Diagnostic {
  const allowed = (error.params['allowedValues'] as unknown[]).filter(
    (value): value is string => typeof value === 'string',
  );
  if (at.value.kind !== 'scalar')
    return problem(
      'wrong-shape',
      { key: at.of, expected: [kinds['text'] as Words], found: kindOf(at.value) },
      at.span,
    );
  const written = textOf(at.value);
  // A word may stand in several tables; the one meant knows them all.
  const table = everyWordTable.find(one => allowed.every(word => canonicalKey(one, word) !== null));
  const tables = table === undefined ? everyWordTable : [table];
  const usual = new Map(allowed.map(one => [bothSpellings(one, tables).zh, bothSpellings(one, tables)]));
  return problem(
    'unknown-word',
    { word: written, known: [...usual.values()] },
    at.span,
    nearest(written, allowed),
  );
}

/** `anyOf` with `required` stands for one key in any of its spellings: the words of that key. */
function missingKey(error: SchemaError, all: readonly SchemaError[]): Words | null {
  const first = all.find(
    ({ keyword, instancePath, schemaPath }) =>
      keyword === 'required' &&
      instancePath === error.instancePath &&
      schemaPath.startsWith(`${error.schemaPath}/`),
  );
  return first === undefined ? null : bothSpellings(String(first.params['missingProperty']));
}

function diagnosticOf(error: SchemaError, all: readonly SchemaError[], root: YNode): Diagnostic | null {
  const at = place(root, error.instancePath);
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(at, error);
    case 'anyOf': {
      const key = missingKey(error, all);
      return key === null ? null : problem('missing-key', { key, of: at.of }, at.span);
    }
    case 'type': {
      const expected = expectedKinds(error.params['type']);
      const params = { key: at.of, expected, found: kindOf(at.value) };
      const written = at.key?.text;
      if (at.value.kind === 'list' && written !== undefined && canonicalKey(cardKeys, written) === 'when')
        return problem('list-of-conditions', { key: written }, at.span);
      return problem(isEmpty(at.value) ? 'empty-value' : 'wrong-shape', params, at.span);
    }
    case 'enum':
      return wrongWord(at, error);
    case 'pattern':
      return problem('bad-date', { text: textOf(at.value) }, at.span);
    case 'minItems':
    case 'maxItems':
      return problem('wrong-count', { key: at.of, expected: Number(error.params['limit']) }, at.span);
    case 'minimum':
    case 'maximum':
      return problem(
        error.keyword === 'minimum' ? 'number-too-small' : 'number-too-large',
        { text: textOf(at.value), limit: Number(error.params['limit']) },
        at.span,
      );
    default:
      return null;
  }
}

export interface ShapeFindings {
  readonly diagnostics: readonly Diagnostic[];
  readonly flaws: readonly Flaw[];
}

/** The entry whose key is not known here. */
function flawOf(error: SchemaError, root: YNode): Flaw | null {
  if (error.keyword !== 'additionalProperties') return null;
  const { value } = place(root, error.instancePath);
  const name = error.params['additionalProperty'];
  const entry = value.kind === 'map' ? value.entries.find(({ key }) => key.text === name) : undefined;
  if (entry === undefined) return null;
  return {
    map: value.span,
    entry: { ...entry.key.span, end: Math.max(entry.key.span.end, entry.value.span.end) },
  };
}

/** What of a document does not fit the published schema: closed keys, kinds of values, fixed words, dates. */
export function checkShape(root: YNode, validate: Validator): ShapeFindings {
  if (root.kind !== 'map') {
    const span = { ...root.span, end: Math.min(root.span.end, root.span.start + 1) };
    return { diagnostics: [problem('not-a-map', { found: kindOf(root) }, span)], flaws: [] };
  }
  if (validate(toData(root))) return { diagnostics: [], flaws: [] };
  const all = validate.errors ?? [];
  const seen = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const error of all) {
    if (diagnostics.length === mostMistakes) break;
    const diagnostic = diagnosticOf(error, all, root);
    if (diagnostic === null) continue;
    const mark = `${diagnostic.code} ${diagnostic.span?.start} ${JSON.stringify(diagnostic.params['key'] ?? '')}`;
    if (seen.has(mark)) continue;
    seen.add(mark);
    diagnostics.push(diagnostic);
  }
  return { diagnostics, flaws: all.slice(0, 10 * mostMistakes).flatMap(error => flawOf(error, root) ?? []) };
}
