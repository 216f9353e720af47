import type { Policy } from './policy.ts';
import type { Fact, Vocabulary } from './vocabulary.ts';

/** Two policies that mean different things by one fact. */
export interface Clash {
  readonly first: string;
  readonly second: string;
  readonly fact: string;
}

/** The facts and entities of all policies together, so that one reading of a population serves them all. */
export function joinVocabularies(
  policies: readonly Policy[],
): { readonly vocabulary: Vocabulary } | { readonly clash: Clash } {
  const [first, ...others] = policies;
  const facts: Record<string, Fact> = { ...first!.vocabulary.facts };
  let entities = first!.vocabulary.entities;
  for (const policy of others) {
    for (const [key, fact] of Object.entries(policy.vocabulary.facts)) {
      const known = Object.hasOwn(facts, key) ? facts[key] : undefined;
      if (known && formOf(known) !== formOf(fact))
        return { clash: { first: first!.id, second: policy.id, fact: key } };
      if (!known) facts[key] = fact;
    }
    entities = { ...policy.vocabulary.entities, ...entities };
  }
  return { vocabulary: { ...first!.vocabulary, entities, facts } };
}

/** What decides how a column of a fact is kept. */
function formOf({ type, values, unit }: Fact): string {
  return JSON.stringify([type, values.map(({ id }) => id), unit?.perUnit, unit?.decimals]);
}
