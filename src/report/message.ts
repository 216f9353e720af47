import type { Catalog, Diagnostic, Param } from '../language/diagnostic.ts';
import type { Lang, Words } from '../language/label.ts';
import { inert } from './inert.ts';

/** Text of the user, in the quotation marks of the reader's language. */
export function quote(text: string, lang: Lang): string {
  return lang === 'zh' ? `“${inert(text)}”` : `"${inert(text)}"`;
}

function isWords(param: Param): param is Words {
  return typeof param === 'object' && !Array.isArray(param);
}

function paramText(param: Param, lang: Lang): string {
  if (typeof param === 'number') return String(param);
  if (typeof param === 'string') return quote(param, lang);
  if (isWords(param)) return inert(param[lang]);
  return param.map(item => paramText(item, lang)).join(lang === 'zh' ? '、' : ', ');
}

/** Fills `{name}` of a message; a name without a parameter stays as it stands. */
export function fill(words: Words, params: Readonly<Record<string, Param>>, lang: Lang): string {
  return words[lang].replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? paramText(params[name]!, lang) : whole,
  );
}

/** What a diagnostic says, as one sentence in the reader's language. */
export function messageOf(diagnostic: Diagnostic, catalog: Catalog, lang: Lang): string {
  const words = Object.hasOwn(catalog, diagnostic.code) ? catalog[diagnostic.code] : undefined;
  return words ? fill(words, diagnostic.params, lang) : diagnostic.code;
}
