import type { Lang, Words } from '../../language/label.ts';
import type { FormLang } from './words.ts';

/** Words in the languages of the form; the same ones are not said twice. */
export function pick(words: Words, lang: FormLang): string {
  if (lang !== 'both') return words[lang];
  if (words.zh === words.en || words.en === '') return words.zh;
  return words.zh === '' ? words.en : `${words.zh} ${words.en}`;
}

/** The languages in which whole sentences are given, one after the other. */
export const langsOf = (lang: FormLang): readonly Lang[] => (lang === 'both' ? ['zh', 'en'] : [lang]);

export const colonOf = (lang: FormLang): string => (lang === 'en' ? ': ' : '：');

/** In brackets of the language. */
export const bracketedIn = (text: string, lang: FormLang): string =>
  lang === 'en' ? ` (${text})` : `（${text}）`;
