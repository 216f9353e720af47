import type { Words } from '../../language/label.ts';
import { inert } from '../inert.ts';
import type { FormLang } from './words.ts';

/** Text that is HTML already; anything else that goes into `html` is escaped. */
export interface Html {
  readonly text: string;
}

const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text of people and data as nothing but text, whatever stands in it. */
export function escaped(text: string): string {
  return inert(text).replace(/[&<>"']/g, mark => MARKS[mark]!);
}

/** Puts HTML together; strings that are put in are escaped. */
export function html(pieces: TemplateStringsArray, ...values: readonly (Html | string)[]): Html {
  let text = pieces[0]!;
  values.forEach((value, at) => {
    text += (typeof value === 'string' ? escaped(value) : value.text) + pieces[at + 1]!;
  });
  return { text };
}

export function joined(items: readonly Html[], between = ''): Html {
  return { text: items.map(({ text }) => text).join(escaped(between)) };
}

/** Words in the languages of the form, the English small beside the Chinese. */
export function said(words: Words, lang: FormLang): Html {
  if (lang !== 'both') return html`${words[lang]}`;
  if (words.zh === words.en || words.en === '') return html`${words.zh}`;
  if (words.zh === '') return html`${words.en}`;
  return html`${words.zh} <span class="en" lang="en">${words.en}</span>`;
}

/** The head of a part, at the left of so many rows. */
export function headed(head: Words, rows: number, lang: FormLang): Html {
  return html`<th class="head" scope="rowgroup" rowspan="${String(rows)}">${said(head, lang)}</th>`;
}
