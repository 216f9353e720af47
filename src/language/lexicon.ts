import { type Keyword, type KeywordId, keywords } from './keywords.ts';
import { isWordCode, nameKey } from './normal.ts';
import { makeUnits, type UnitDeclaration, type UnitTable } from './units.ts';

/** What a word may be; a keyword that is not soft is never anything else. */
export interface Word {
  readonly keyword: KeywordId | null;
  readonly unit: boolean;
  readonly name: boolean;
}

/** The words that text is split into. */
export interface Lexicon {
  readonly words: ReadonlyMap<string, Word>;
  /** Lengths of the words beginning with a character, longest first; only words that a run of word characters can hold. */
  readonly lengths: ReadonlyMap<string, readonly number[]>;
  /** Words with blanks, digits in front, or punctuation, by first character, longest first. */
  readonly odd: ReadonlyMap<string, readonly OddWord[]>;
  readonly units: UnitTable;
  /** Declared names as given, for suggestions. */
  readonly names: readonly string[];
}

export interface OddWord {
  readonly text: string;
  /** Matches the word at `lastIndex`, however wide its blanks are. */
  readonly pattern: RegExp;
}

const base = keywordWords();

function keywordWords(): ReadonlyMap<string, Word> {
  const words = new Map<string, Word>();
  for (const [id, keyword] of Object.entries(keywords) as [KeywordId, Keyword][])
    for (const spelling of [...keyword.zh, ...keyword.en])
      words.set(spelling, { keyword: id, unit: false, name: false });
  return words;
}

/**
 * A lexicon of the names that expressions may use: ids and labels in both languages of facts, values, definitions,
 * parameters, cards, benefits, and entities (with their plurals), and the units of the vocabulary. Ids made of digits
 * alone stay numbers; a comparison takes them for values.
 */
export function makeLexicon(names: Iterable<string>, units: readonly UnitDeclaration[]): Lexicon {
  const table = makeUnits(units);
  const words = new Map(base);
  for (const name of table.byName.keys()) words.set(name, { ...(words.get(name) ?? nothing), unit: true });
  const given = [...new Set(names)].map(nameKey).filter(name => /[^\d\s.,/%-]/.test(name));
  for (const name of given) words.set(name, { ...(words.get(name) ?? nothing), name: true });
  const lengths = new Map<string, Set<number>>();
  const odd = new Map<string, OddWord[]>();
  for (const word of words.keys()) {
    const first = word[0]!;
    if (isPlain(word)) lengths.set(first, (lengths.get(first) ?? new Set()).add(word.length));
    else {
      const free = words.get(word)?.name !== true;
      const entry = { text: word, pattern: patternOf(word, free) };
      for (const one of new Set([first, free ? first.toUpperCase() : first]))
        odd.set(one, [...(odd.get(one) ?? []), entry]);
    }
  }
  for (const list of odd.values()) list.sort((a, b) => b.text.length - a.text.length);
  return {
    words,
    lengths: new Map([...lengths].map(([first, set]) => [first, [...set].sort((a, b) => b - a)])),
    odd,
    units: table,
    names: given,
  };
}

const nothing: Word = { keyword: null, unit: false, name: false };

/** Word characters only, and digits only after an ASCII letter. */
function isPlain(word: string): boolean {
  return /^(?:[A-Za-z_][A-Za-z0-9_]*|[^\u0020-\u007e])+$/u.test(word) && [...word].every(isWordOrDigit);
}

function isWordOrDigit(character: string): boolean {
  return /[0-9]/.test(character) || isWordCode(character.charCodeAt(0));
}

/** `free`: also in capitals, as words of the language may be written. */
function patternOf(word: string, free: boolean): RegExp {
  const escaped = word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replace(/ /g, '\\s+');
  const ascii = /[A-Za-z0-9_]$/.test(word);
  return new RegExp(escaped + (ascii ? '(?![A-Za-z0-9_])' : ''), free ? 'iy' : 'y');
}
