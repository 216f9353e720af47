import type { KeyTable } from '../language/keys.ts';
import { spellingsOf } from '../language/keys.ts';
import type { Label, Words } from '../language/label.ts';
import { nameKey } from '../language/normal.ts';
import type { Span } from '../language/source.ts';
import { fieldsOf, labelOf, labelOfText, type Report, scalarsOf } from './fields.ts';
import { isEmpty, type YEntry, type YNode, type YScalar } from './node.ts';
import type { Origin, Rule } from './policy.ts';

/** One entry of a section before its expressions are read: fields by what their keys mean, each with its place. */
export interface RawRule {
  readonly id: string;
  readonly label: Label;
  /** Everything it may be called by: id, key, labels. */
  readonly names: readonly string[];
  /** Where it is named. */
  readonly at: Span;
  /** From its key to the end of its text. */
  readonly span: Span;
  readonly origin: Origin;
  readonly fields: ReadonlyMap<string, YEntry>;
}

/** What may stand in place of the map of fields: a text or a structure that means this field. */
export interface Shorthand {
  readonly field: string;
  /** Is a map that holds this key the field itself? */
  readonly owns: (key: string) => boolean;
}

const idPattern = /^[\p{L}\p{N}_]+(-[\p{L}\p{N}_]+)*$/u;

export function endOf(node: YNode): number {
  if (node.kind === 'scalar') return node.span.end;
  const last = node.kind === 'list' ? node.items.at(-1) : node.entries.at(-1)?.value;
  return last === undefined || isEmpty(last)
    ? Math.max(node.span.start, node.span.end)
    : Math.max(endOf(last), 0);
}

function spanOfEntry({ key, value }: YEntry): Span {
  const end = isEmpty(value) ? key.span.end : Math.max(key.span.end, endOf(value));
  return { file: key.span.file, start: key.span.start, end };
}

function readId(written: YScalar | undefined, key: YScalar, report: Report): string {
  const scalar = written ?? key;
  const id = nameKey(scalar.text);
  if (idPattern.test(id) && !(id in Object.prototype)) return id;
  const suggestion = id
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .replace(/^-|-$/g, '');
  report({
    code: written === undefined ? 'key-needs-id' : 'bad-id',
    severity: 'error',
    params: { id: scalar.text },
    span: scalar.span,
    ...(suggestion === '' ? {} : { suggestion }),
  });
  return suggestion === '' ? '_' : suggestion;
}

/** The key of an entry is a label beside an id of its own; otherwise it is the id. */
function labelsOf(id: string, key: YScalar, given: YNode | undefined, hasId: boolean): Label {
  const fromKey = hasId || /[^\w.-]/.test(key.text) ? labelOfText(key.text) : {};
  return { ...(nameKey(key.text) === id && hasId ? {} : fromKey), ...labelOf(given) };
}

function bodyOf(
  entry: YEntry,
  table: KeyTable,
  shorthand: Shorthand | null,
  report: Report,
): ReadonlyMap<string, YEntry> {
  const { value } = entry;
  if (value.kind !== 'map') {
    if (shorthand === null || value.kind === 'list' || isEmpty(value)) return new Map();
    return new Map([[shorthand.field, entry]]);
  }
  const { byKey } = fieldsOf(value, table, report);
  const owned = shorthand === null ? [] : value.entries.filter(({ key }) => shorthand.owns(key.text));
  if (shorthand === null || owned.length === 0) return byKey;
  const fields = new Map([...byKey].filter(([, { key }]) => !owned.some(one => one.key === key)));
  const first = owned[0] as YEntry;
  const clash = fields.get(shorthand.field);
  if (clash !== undefined)
    report({
      code: 'same-key-twice',
      severity: 'error',
      params: { key: first.key.text, other: clash.key.text },
      span: first.key.span,
      related: [clash.key.span],
    });
  const span = { ...first.key.span, end: endOf((owned.at(-1) as YEntry).value) };
  fields.set(shorthand.field, { key: first.key, value: { kind: 'map', entries: owned, span } });
  return fields;
}

/** The entries of a section as rules; two of one id or name are reported and the first is kept. */
export function readRules(
  section: YNode | undefined,
  table: KeyTable,
  policy: string,
  report: Report,
  shorthand: Shorthand | null = null,
): RawRule[] {
  if (section?.kind !== 'map') return [];
  const rules: RawRule[] = [];
  const taken = new Map<string, YScalar>();
  for (const entry of section.entries) {
    const fields = bodyOf(entry, table, shorthand, report);
    const idScalar = scalarsOf(fields.get('id')?.value)[0];
    const id = readId(idScalar, entry.key, report);
    const label = labelsOf(id, entry.key, fields.get('label')?.value, idScalar !== undefined);
    const names = [...new Set([id, nameKey(entry.key.text), ...Object.values(label).map(nameKey)])];
    const clash = names.find(name => taken.has(name));
    if (clash !== undefined) {
      report({
        code: clash === id ? 'duplicate-id' : 'duplicate-name',
        severity: 'error',
        params: { name: clash },
        span: (clash === id ? (idScalar ?? entry.key) : entry.key).span,
        related: [(taken.get(clash) as YScalar).span],
      });
      continue;
    }
    for (const name of names) taken.set(name, entry.key);
    rules.push({
      id,
      label,
      names,
      at: entry.key.span,
      span: spanOfEntry(entry),
      origin: { policy, change: 'original' },
      fields: new Map([...fields].filter(([key]) => key !== 'id' && key !== 'label')),
    });
  }
  return rules;
}

/** What a rule is called in messages: in the reader's language where it has a name in it. */
export function called({ id, label }: { readonly id: string; readonly label: Label }): Words {
  return { zh: `“${label.zh ?? label.en ?? id}”`, en: `"${label.en ?? label.zh ?? id}"` };
}

/** What every finished rule carries. */
export function ruleOf(raw: RawRule): Rule {
  const cite = scalarsOf(raw.fields.get('cite')?.value)[0]?.text ?? '';
  return {
    id: raw.id,
    label: raw.label,
    cite,
    clause: scalarsOf(raw.fields.get('clause')?.value).map(({ text }) => text),
    note: labelOf(raw.fields.get('note')?.value),
    span: raw.span,
    origin: raw.origin,
  };
}

/** Keys in either language, for sections that take structures in place of fields. */
export function ownsKeys(
  table: KeyTable,
  more: (key: string) => boolean = () => false,
): (key: string) => boolean {
  const known = new Set(spellingsOf(table));
  return key => known.has(key) || more(key);
}
