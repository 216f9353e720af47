/** Forms as one self-contained page for printing: no scripts, nothing from elsewhere. */
import type { Words } from '../../language/label.ts';
import { blockRows } from './html-blocks.ts';
import { formStyle } from './html-style.ts';
import { escaped, type Html, headed, html, joined, said } from './html-words.ts';
import { pick } from './pick.ts';
import type { Part, Sheet } from './sheet.ts';
import { type FormLang, fillWords, formWords } from './words.ts';

/** What stands before the first form. The page may load nothing and run nothing, whatever its text says. */
export function pageStart(title: Words, lang: FormLang): string {
  const name = [...pick(title, lang)].slice(0, 60).join('');
  return `<!DOCTYPE html>
<html lang="${lang === 'en' ? 'en' : 'zh-Hans'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(name)}</title>
<style>${formStyle}</style>
</head>
<body>
`;
}

export const pageEnd = '</body>\n</html>\n';

/** The form of one household, so many times, each on pages of its own; then its working sheet, once. */
export function sheetHtml(sheet: Sheet, lang: FormLang, copies: number): string {
  const forms = Array.from({ length: copies }, (_, at) => formHtml(sheet, lang, at + 1, copies));
  return [...forms, ...(sheet.annex === null ? [] : [annexHtml(sheet, sheet.annex, lang)])].join('');
}

function formHtml(sheet: Sheet, lang: FormLang, copy: number, copies: number): string {
  const which = fillWords(formWords.copy, { n: copy, of: copies });
  return html`<section class="sheet">
<h1>${said(sheet.title, lang)}</h1>
${copies > 1 ? html`<p class="copy">${said(which, lang)}</p>\n` : html``}${underHtml(sheet, sheet.under, lang)}
${joined(sheet.parts.map(part => partHtml(part, lang)))}</section>
`.text;
}

function annexHtml(sheet: Sheet, { head, block }: Part, lang: FormLang): string {
  return html`<section class="sheet">
${head === null ? html`` : html`<h2>${said(head, lang)}</h2>\n`}${underHtml(sheet, sheet.under.slice(0, 2), lang)}
${partHtml({ head: null, block }, lang)}</section>
`.text;
}

function underHtml({ id }: Sheet, under: readonly Words[], lang: FormLang): Html {
  const number = id === '' ? html`<span class="line"></span>` : html`<span class="strong">${id}</span>`;
  const items = [
    ...under.map(words => said(words, lang)),
    html`${said(formWords.household, lang)} ${number}`,
  ];
  return html`<p class="under">${joined(items, lang === 'en' ? '; ' : '；')}</p>`;
}

/** A table of its own: its head at the left of all its rows. */
function partHtml({ head, block }: Part, lang: FormLang): Html {
  const { rows, columns, wide } = blockRows(block, lang);
  if (rows.length === 0) return html``;
  const [first, ...others] = rows as [Html, ...Html[]];
  const lead = head === null ? html`` : headed(head, rows.length, lang);
  return html`<table>
<colgroup>${head === null ? html`` : html`<col style="width:13%">`}${joined(
    columns.map(
      share =>
        html`<col style="width:${String(Math.round(((share * (head === null ? 100 : 87)) / wide) * 10) / 10)}%">`,
    ),
  )}</colgroup>
<tbody>
<tr>${lead}${first}</tr>
${joined(others.map(row => html`<tr>${row}</tr>\n`))}</tbody>
</table>
`;
}
