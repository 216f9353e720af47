/** Changed parameters written down as a policy that extends the one they were tried on. */
import { Document, Pair, YAMLMap } from 'yaml';
import { policyKeys, ruleKeys } from '../../language/keys.ts';
import { type Lang, wordOf } from '../../language/label.ts';
import { nameKey } from '../../language/normal.ts';
import type { Parameter, Policy } from '../policy.ts';
import type { Replacement } from '../with-parameters.ts';
import { withParameters } from '../with-parameters.ts';
import { writeValue } from '../written-value.ts';
import { type CellsIn, type Plain, valueFields } from './declared.ts';
import { type CopiedField, copiedFields, type Substitution } from './written.ts';

export interface DraftRequest {
  readonly policy: Policy;
  /** Text of each file that the policy was read from, by the names that its spans give. */
  readonly sources: ReadonlyMap<string, string>;
  readonly changes: readonly Replacement[];
  readonly name: string;
  /** Path of the policy's file as the draft is to name it: `../policy.yaml`. */
  readonly extends: string;
  readonly cellsIn?: CellsIn;
}

/** The language in which a policy is written, by its keys. */
export function languageOf(source: string): Lang {
  const [own, other] = [/^\p{Script=Han}[^\n:：]*[:：]/gmu, /^[A-Za-z_][^\n:：]*:/gm].map(
    pattern => source.match(pattern)?.length ?? 0,
  );
  return own! >= other! ? 'zh' : 'en';
}

/**
 * The text of a draft; null where a changed amount cannot be found in the file it was read from. The draft is in the
 * language of the file that it extends.
 */
export function draftText(request: DraftRequest): string | null {
  const { policy, sources, changes, name } = request;
  const lang = languageOf(sources.get(policy.file) ?? [...sources.values()][0] ?? '');
  const key = (word: keyof typeof policyKeys) => policyKeys[word][lang][0]!;
  const changed = withParameters(policy, changes);
  const ids = [...new Set(changes.map(({ parameter }) => parameter))];
  const parameters = ids.map(id => changed.parameters[id]!);
  const copied = copiedFor(request, parameters, lang);
  if (copied === null) return null;

  const document = new Document();
  const root = new YAMLMap();
  document.contents = root as never;
  root.set(key('policy'), name);
  root.set(key('extends'), request.extends);
  const declared = parameters.filter(({ implicit }) => !implicit);
  if (declared.length > 0)
    root.set(
      key('parameters'),
      mapOf(
        document,
        declared.map(each => entryOf(document, changed, each, lang, request.cellsIn ?? 'cells')),
      ),
    );
  for (const field of copied) addField(document, root, field);
  return document.toString({ lineWidth: 0 });
}

const mapOf = (document: Document, entries: readonly (readonly [string, YAMLMap])[]): YAMLMap => {
  const map = new YAMLMap();
  for (const [key, value] of entries) map.add(new Pair(document.createNode(key), value));
  return map;
};

/** Under its label where it has an id besides, as drafters write it. */
function entryOf(
  document: Document,
  policy: Policy,
  parameter: Parameter,
  lang: Lang,
  cellsIn: CellsIn,
): readonly [string, YAMLMap] {
  const label = wordOf(parameter.label, lang, parameter.id);
  const map = new YAMLMap();
  if (nameKey(label) !== parameter.id)
    map.set(document.createNode(ruleKeys.id[lang][0]!), document.createNode(parameter.id));
  for (const [key, value] of valueFields(policy, parameter, lang, cellsIn))
    map.set(document.createNode(key), nodeOf(document, value));
  return [label, map];
}

const nodeOf = (document: Document, value: Plain): unknown => document.createNode(value);

function copiedFor(
  { policy, sources }: DraftRequest,
  parameters: readonly Parameter[],
  lang: Lang,
): CopiedField[] | null {
  const byFile = new Map<string, Substitution[]>();
  for (const parameter of parameters) {
    const { value, span } = parameter;
    if (!parameter.implicit) continue;
    if (value.kind === 'cells') return null;
    const text = writeValue(value, parameter, policy.vocabulary, lang);
    byFile.set(span.file, [...(byFile.get(span.file) ?? []), { start: span.start, end: span.end, text }]);
  }
  const found: CopiedField[] = [];
  for (const [file, substitutions] of byFile) {
    const fields = copiedFields(sources.get(file) ?? '', substitutions);
    if (fields === null) return null;
    found.push(...fields);
  }
  return found;
}

function addField(document: Document, root: YAMLMap, field: CopiedField): void {
  const below = (map: YAMLMap, key: string): YAMLMap => {
    const known = map.items.find(pair => String(pair.key) === key)?.value;
    if (known instanceof YAMLMap) return known;
    const made = new YAMLMap();
    map.add(new Pair(document.createNode(key), made));
    return made;
  };
  const rule = below(below(root, field.sectionKey), field.ruleKey);
  if (field.id !== null && rule.items.length === 0)
    rule.set(document.createNode(field.id[0]), document.createNode(field.id[1]));
  rule.set(document.createNode(field.field), document.createNode(field.value));
}
