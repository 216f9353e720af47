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

const OPENING = /["'“‘「]$/;
const HAN_END = /\p{Script=Han}$/u;
const HAN_START = /^\p{Script=Han}/u;

/**
 * Fills `{name}` of a message; a name without a parameter stays as it stands. Quotation marks that the words give
 * already are not doubled, and in Chinese none has blanks around it.
 */
export function fill(words: Words, params: Readonly<Record<string, Param>>, lang: Lang): string {
  const template = words[lang];
  return template.replace(
    /( ?)\{(\w+)\}( ?)/g,
    (whole, blank: string, name: string, space: string, at: number) => {
      const param = Object.hasOwn(params, name) ? params[name]! : undefined;
      if (param === undefined) return whole;
      const before = template.slice(0, at);
      if (typeof param === 'string' && blank === '' && OPENING.test(before)) return `${inert(param)}${space}`;
      const text = paramText(param, lang);
      if (lang === 'en' || !text.startsWith('“')) return `${blank}${text}${space}`;
      const after = template.slice(at + whole.length);
      return `${HAN_END.test(before) ? '' : blank}${text}${HAN_START.test(after) ? '' : space}`;
    },
  );
}

/** What a diagnostic says, as one sentence in the reader's language. */
export function messageOf(diagnostic: Diagnostic, catalog: Catalog, lang: Lang): string {
  const words = Object.hasOwn(catalog, diagnostic.code) ? catalog[diagnostic.code] : undefined;
  return words ? fill(words, diagnostic.params, lang) : diagnostic.code;
}
