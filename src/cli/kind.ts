import {
  canonicalKey,
  casesKeys,
  type KeyTable,
  policyKeys,
  populationKeys,
  scenarioKeys,
  vocabularyKeys,
} from '../language/keys.ts';
import { ledgerKeys } from '../language/keys-clauses.ts';

export type Kind =
  | 'policy'
  | 'vocabulary'
  | 'cases'
  | 'scenario'
  | 'spec'
  | 'household'
  | 'clauses'
  | 'marker';

/** Keys that tell a file's kind, the most telling first. */
const signs: readonly (readonly [Kind, KeyTable])[] = [
  ['spec', { figures: populationKeys.figures }],
  ['cases', { cases: casesKeys.cases }],
  // In Chinese a scenario's list of policies has the key by which a policy gives its name.
  [
    'scenario',
    {
      scenario: scenarioKeys.scenario,
      population: scenarioKeys.population,
      policies: { zh: [], en: ['policies'] },
    },
  ],
  ['policy', { policy: policyKeys.policy, extends: policyKeys.extends, cards: policyKeys.cards }],
  ['clauses', { clauses: ledgerKeys.clauses }],
  ['vocabulary', { facts: vocabularyKeys.facts, entities: vocabularyKeys.entities }],
  ['vocabulary', { vocabulary: vocabularyKeys.vocabulary }],
  ['household', { household: { zh: ['户'], en: ['household'] }, members: { zh: ['成员'], en: ['members'] } }],
];

/** The keys at the top level of a YAML or JSON text, even of YAML that is broken further down. */
function topKeys(text: string): string[] {
  if (/^\s*\{/.test(text)) {
    try {
      return Object.keys(JSON.parse(text));
    } catch {
      // A flow map of YAML, or broken JSON: its first key may still tell.
    }
  }
  const keys = text.matchAll(/^(?:\{\s*)?["']?([^\s#:："'{}-][^:："']*?)["']?\s*[:：]/gm);
  return Array.from(keys, match => match[1]!);
}

/** What kind of file a text is, from its top-level keys; null where none of them says. */
export function kindOf(text: string): Kind | null {
  const keys = topKeys(text);
  for (const [kind, table] of signs) if (keys.some(key => canonicalKey(table, key) !== null)) return kind;
  return null;
}

/** Whether the text of a policy changes another one. */
export function isDraft(text: string): boolean {
  return topKeys(text).some(key => canonicalKey(policyKeys, key) === 'extends');
}
