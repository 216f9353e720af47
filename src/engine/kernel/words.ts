/** Words as whole numbers: enumerations by index, dates by day, texts by a number given to each. */
import type { Type } from '../../language/types.ts';
import type { Policy } from '../../policy/policy.ts';
import { readDate } from './calendar.ts';
import type { Words } from './value.ts';

/** The number of a text; the same in all columns and constants. */
export function textCode(texts: Map<string, number>, text: string): number {
  const known = texts.get(text);
  if (known !== undefined) return known;
  texts.set(text, texts.size);
  return texts.size - 1;
}

/** The cards that `#card` and `#card:use` stand for; null: another enumeration. */
function cardsOf(policy: Policy, of: string): Policy['cards'] | null {
  if (of === '#card') return policy.cards;
  if (!of.startsWith('#card:')) return null;
  return policy.uses[of.slice('#card:'.length)]?.policy.cards ?? [];
}

export function wordsOf(policy: Policy, type: Type): Words {
  if (type.kind === 'date' || type.kind === 'text') return { kind: type.kind };
  if (type.kind !== 'enum') throw new Error(`a word of type ${type.kind}`);
  const cards = cardsOf(policy, type.of);
  if (cards !== null) return { kind: 'enum', values: cards.map(card => card.id) };
  const fact = policy.vocabulary.facts[type.of];
  return { kind: 'enum', values: (fact?.values ?? []).map(value => value.id) };
}

/** The code of a value; −1 for one that an enumeration has not. */
export function codeOf(texts: Map<string, number>, words: Words, value: string): number {
  if (words.kind === 'date') return readDate(value);
  return words.kind === 'enum' ? words.values.indexOf(value) : textCode(texts, value);
}
