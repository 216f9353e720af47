import { policyKeys } from '../language/keys.ts';
import type { Label } from '../language/label.ts';
import type { Span } from '../language/source.ts';
import { fieldOf, fieldsOf, labelOf, type Report, scalarOf } from './fields.ts';
import type { YEntry, YNode, YScalar } from './node.ts';
import { type RawRule, readRules } from './rule.ts';
import { type SectionName, sectionNames, sections } from './sections.ts';

/** A rule that a draft took away. */
export interface Removed {
  readonly section: SectionName;
  readonly rule: RawRule;
  /** Where the draft says so. */
  readonly at: Span;
}

/** A policy as its file (or files, once drafts are merged) gives it: expressions still text. */
export interface RawPolicy {
  readonly id: string;
  readonly file: string;
  readonly label: Label;
  readonly version: string;
  readonly top: Span;
  readonly extends: YScalar | null;
  readonly effective: YScalar | null;
  readonly decision: YScalar | null;
  /** The entity that is classified, where said. */
  readonly classify: YNode | null;
  readonly scope: YEntry | null;
  /** The path and the file that gives it. */
  readonly vocabulary: YScalar | null;
  readonly notes: readonly Label[];
  /** Maps of sections `entities`, `units`, `facts`. */
  readonly words: readonly YNode[];
  readonly rules: Readonly<Record<SectionName, readonly RawRule[]>>;
  readonly remove: YNode | null;
  readonly removed: readonly Removed[];
}

/** The id of a policy that names none: its folder for `policy.yaml`, else the file without its ending. */
export function idOfFile(file: string): string {
  const parts = file.split(/[\\/]/);
  const name = (parts.at(-1) ?? '').replace(/\.ya?ml$/i, '');
  const folder = parts.at(-2) ?? '';
  return name === 'policy' && !['', '.', '..'].includes(folder) ? folder : name || 'policy';
}

function notesOf(node: YNode | undefined): Label[] {
  if (node === undefined) return [];
  return (node.kind === 'list' ? node.items : [node])
    .map(labelOf)
    .filter(label => Object.keys(label).length > 0);
}

export function readRawPolicy(file: string, root: YNode, report: Report): RawPolicy {
  const fields = fieldsOf(root, policyKeys, report);
  const id = scalarOf(fields, 'id')?.text ?? idOfFile(file);
  const rules = Object.fromEntries(
    sectionNames.map(name => {
      const { table, shorthand } = sections[name];
      return [name, readRules(fieldOf(fields, name), table, id, report, shorthand)];
    }),
  ) as Record<SectionName, RawRule[]>;
  return {
    id,
    file,
    label: labelOf(fieldOf(fields, 'policy')),
    version: scalarOf(fields, 'version')?.text ?? '',
    top: { file, start: root.span.start, end: root.span.start + 1 },
    extends: scalarOf(fields, 'extends') ?? null,
    effective: scalarOf(fields, 'effective') ?? null,
    decision: scalarOf(fields, 'decision') ?? null,
    classify: fieldOf(fields, 'classify') ?? null,
    scope: fieldOf(fields, 'applies_to') === undefined ? null : (fields.byKey.get('applies_to') as YEntry),
    vocabulary: scalarOf(fields, 'vocabulary') ?? null,
    notes: notesOf(fieldOf(fields, 'notes')),
    words: [root],
    rules,
    remove: fieldOf(fields, 'remove') ?? null,
    removed: [],
  };
}
