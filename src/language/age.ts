import type { Lexicon } from './lexicon.ts';

/** Names by which a vocabulary calls the age of people: 年满 60 周岁 speaks of it without naming it. */
const ageNames: readonly string[] = ['年龄', 'age'];

export function isAgeName(name: string): boolean {
  return ageNames.includes(name);
}

/** What the age is called in a lexicon; null where nothing is called so. */
export function ageNameIn(lexicon: Lexicon): string | null {
  return ageNames.find(name => lexicon.words.get(name)?.name === true) ?? null;
}
