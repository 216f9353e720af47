import * as keys from '../language/keys.ts';
import { atLeastCount, type KeyTable } from '../language/keys.ts';
import type { YNode } from './node.ts';
import { ownsKeys, type Shorthand } from './rule.ts';

/** Sections of a policy whose entries are rules, in the order in which they are read. */
export const sectionNames = [
  'sources',
  'funds',
  'parameters',
  'definitions',
  'scores',
  'cards',
  'exclusions',
  'benefits',
  'groups',
  'assertions',
] as const;
export type SectionName = (typeof sectionNames)[number];

interface Section {
  readonly table: KeyTable;
  readonly shorthand: Shorthand | null;
}

const structure = ownsKeys(keys.structureKeyTable, key => atLeastCount(key) !== null);
const never = () => false;

export const sections: Readonly<Record<SectionName, Section>> = {
  sources: { table: keys.sourceKeys, shorthand: { field: 'title', owns: never } },
  funds: {
    table: { label: keys.ruleKeys.label, note: keys.ruleKeys.note },
    shorthand: { field: 'label', owns: never },
  },
  parameters: {
    table: keys.parameterKeys,
    shorthand: { field: 'value', owns: key => /^\d{4}-\d{2}-\d{2}$/.test(key) },
  },
  definitions: { table: keys.definitionKeys, shorthand: { field: 'value', owns: structure } },
  scores: { table: keys.scoreKeys, shorthand: null },
  cards: { table: keys.cardKeys, shorthand: null },
  exclusions: { table: keys.exclusionKeys, shorthand: null },
  benefits: { table: keys.benefitKeys, shorthand: null },
  groups: { table: keys.groupKeys, shorthand: null },
  assertions: { table: keys.assertionKeys, shorthand: { field: 'must', owns: never } },
};

/** Are two nodes written alike, wherever they stand? */
export function sameText(a: YNode | undefined, b: YNode | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.kind === 'scalar') return b.kind === 'scalar' && a.text.trim() === b.text.trim();
  if (a.kind === 'list')
    return (
      b.kind === 'list' &&
      a.items.length === b.items.length &&
      a.items.every((item, k) => sameText(item, b.items[k]))
    );
  if (b.kind !== 'map' || a.entries.length !== b.entries.length) return false;
  return a.entries.every(({ key, value }, k) => {
    const other = b.entries[k];
    return other?.key.text === key.text && sameText(value, other.value);
  });
}
