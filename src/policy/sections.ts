import * as keys from '../language/keys.ts';
import { atLeastCount, type KeyTable } from '../language/keys.ts';
import * as duties from '../language/keys-duties.ts';
import { formKeys } from '../language/keys-form.ts';
import { fundKeys, quotaKeys, useKeys } from '../language/keys-quotas.ts';
import type { YNode } from './node.ts';
import { ownsKeys, type Shorthand } from './rule.ts';

/** Sections of a policy whose entries are rules, in the order in which they are read. */
export const sectionNames = [
  'sources',
  'uses',
  'funds',
  'parameters',
  'definitions',
  'scores',
  'cards',
  'exclusions',
  'benefits',
  'groups',
  'quotas',
  'roles',
  'duties',
  'procedure',
  'reviews',
  'samples',
  'transitions',
  'form',
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
  uses: { table: useKeys, shorthand: { field: 'policy', owns: never } },
  funds: { table: fundKeys, shorthand: { field: 'label', owns: never } },
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
  quotas: { table: quotaKeys, shorthand: null },
  roles: { table: duties.roleKeys, shorthand: { field: 'label', owns: never } },
  duties: { table: duties.dutyKeys, shorthand: null },
  procedure: { table: duties.stageKeys, shorthand: null },
  reviews: { table: duties.reviewKeys, shorthand: null },
  samples: { table: duties.sampleKeys, shorthand: null },
  transitions: { table: duties.transitionKeys, shorthand: null },
  form: { table: formKeys, shorthand: null },
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
