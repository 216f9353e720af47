import type { Words } from '../../language/label.ts';
import { type Html, html, joined, said } from './html-words.ts';
import { colonOf, langsOf } from './pick.ts';
import type { AssessmentView, Block, BoxView, Content, DueView, FieldView } from './sheet.ts';
import { type FormLang, formWords } from './words.ts';

/** The rows of a part without their `tr`, and how wide its columns are, of `wide` in all. */
export interface Rows {
  readonly rows: readonly Html[];
  readonly columns: readonly number[];
  readonly wide: number;
}

const single = (...rows: Html[]): Rows => ({
  rows: rows.map(row => html`<td>${row}</td>`),
  columns: [1],
  wide: 1,
});

export function blockRows(block: Block, lang: FormLang): Rows {
  switch (block.kind) {
    case 'fields':
      return fieldRows(block.fields, block.across, lang);
    case 'table':
      return tableRows(block, lang);
    case 'due':
      return single(dueHtml(block.items, lang));
    case 'assessment':
      return single(...langsOf(lang).map(one => assessmentHtml(block[one], one)));
    case 'opinion':
      return single(opinionHtml(block, lang));
    case 'remarks':
      return single(html`<ol>${joined(block.items.map(item => html`<li>${said(item, lang)}</li>`))}</ol>`);
  }
}

const inBrackets = (inner: Html, lang: FormLang): Html =>
  lang === 'en' ? html` (${inner})` : html`（${inner}）`;

const verify = (lang: FormLang): Html => html`<span class="verify">${said(formWords.verify, lang)}</span>`;

/** A box drawn with a border, so that no font has to have one. */
function boxHtml({ label, tick, boxes }: BoxView, lang: FormLang): Html {
  const sign = html`<span class="sign">${tick === 'ticked' ? '✓' : ''}</span>`;
  const doubt = tick === 'unknown' ? html` ${verify(lang)}` : html``;
  const inner = boxes.length === 0 ? html`` : inBrackets(joined(boxes.map(box => boxHtml(box, lang))), lang);
  return html`<span class="box">${sign}${said(label, lang)}${doubt}${inner}</span> `;
}

function contentHtml(content: Content, lang: FormLang): Html {
  switch (content.kind) {
    case 'blank':
      return html``;
    case 'unknown':
      return verify(lang);
    case 'text':
      return content.unsure ? html`${said(content.text, lang)} ${verify(lang)}` : said(content.text, lang);
    case 'boxes': {
      const boxes = joined(content.boxes.map(box => boxHtml(box, lang)));
      if (content.remark === 'unknown') return html`${boxes}${verify(lang)}`;
      return content.remark === null ? boxes : html`${boxes}${said(formWords.inapplicable, lang)}`;
    }
  }
}

const labelCell = (label: Words, lang: FormLang): Html =>
  html`<th class="label" scope="row">${said(label, lang)}</th>`;

/** So many fields beside one another; boxes take the whole width. */
function fieldRows(fields: readonly FieldView[], across: number, lang: FormLang): Rows {
  const columns = Array.from({ length: across }, () => [2, 3]).flat();
  const span = (cells: number) => (cells === 1 ? html`` : html` colspan="${String(cells)}"`);
  const rows: Html[] = [];
  let row: { label: Html; content: Content }[] = [];
  const cell = (content: Content, cells: number) =>
    html`<td${span(cells)}>${contentHtml(content, lang)}</td>`;
  const end = () => {
    const free = 2 * across - 2 * row.length;
    if (row.length > 0)
      rows.push(
        joined(
          row.map(
            ({ label, content }, at) => html`${label}${cell(content, at === row.length - 1 ? 1 + free : 1)}`,
          ),
        ),
      );
    row = [];
  };
  for (const { label, content } of fields) {
    const whole = content.kind === 'boxes';
    if (whole) end();
    if (label === null) {
      end();
      rows.push(cell(content, 2 * across));
      continue;
    }
    row.push({ label: labelCell(label, lang), content });
    if (whole || row.length === across) end();
  }
  end();
  return { rows, columns, wide: 5 * across };
}

function tableRows({ columns, rows }: Extract<Block, { kind: 'table' }>, lang: FormLang): Rows {
  const heads = joined(columns.map(column => html`<th class="label" scope="col">${said(column, lang)}</th>`));
  const all = html` colspan="${String(Math.max(1, columns.length))}"`;
  const none = rows === null ? verify(lang) : said(formWords.nobody, lang);
  const body =
    rows === null || rows.length === 0
      ? [html`<td${all}>${none}</td>`]
      : rows.map(row => joined(row.map(content => html`<td>${contentHtml(content, lang)}</td>`)));
  return {
    rows: columns.length === 0 ? body : [heads, ...body],
    columns: columns.map(() => 1),
    wide: Math.max(1, columns.length),
  };
}

function dueHtml(items: readonly DueView[], lang: FormLang): Html {
  const empty = items.filter(({ claims }) => claims.length === 0);
  const full = items.filter(({ claims }) => claims.length > 0);
  const box = ({ label, tick }: DueView) => boxHtml({ label, tick, boxes: [] }, lang);
  const claims = (item: DueView) =>
    html`<ul class="claims">${joined(item.claims.map(claim => html`<li>${said(claim, lang)}</li>`))}</ul>`;
  return html`${joined(full.map(item => html`<div class="due">${box(item)}${claims(item)}</div>\n`))}${
    empty.length === 0 ? html`` : html`<div class="due">${joined(empty.map(box))}</div>`
  }`;
}

function listHtml(head: string, lines: readonly string[]): Html {
  if (lines.length === 0) return html``;
  return html`<p>${head}</p>\n<ul class="lines">${joined(lines.map(line => html`<li>${line}</li>\n`))}</ul>\n`;
}

function assessmentHtml(view: AssessmentView, lang: 'zh' | 'en'): Html {
  const colon = colonOf(lang);
  const head = (words: Words) => `${words[lang]}${colon}`.trim();
  return html`<div lang="${lang === 'zh' ? 'zh-Hans' : 'en'}"><p>${head(formWords.suggested)} <span class="strong">${view.verdict}</span></p>
${listHtml(head(formWords.barred), view.barred)}${listHtml(head(formWords.settles), view.settles)}${listHtml(
  head(formWords.reasons),
  view.reasons.flatMap(({ title, lines }) => [title, ...lines.map(line => `    ${line}`)]),
)}${listHtml(head(formWords.figures), view.figures)}</div>`;
}

function opinionHtml(block: Extract<Block, { kind: 'opinion' }>, lang: FormLang): Html {
  const { whose, wording, cards, signatures, seals, dated } = block;
  const colon = colonOf(lang);
  const boxes = joined(cards.map(label => boxHtml({ label, tick: 'by-hand', boxes: [] }, lang)));
  const person = (words: Words) =>
    html`<span class="person">${said(words, lang)}${colon}<span class="line"></span></span> `;
  const stamp = (words: Words) => html`<span class="person">${said(words, lang)}</span> `;
  const [year, month, day] = lang === 'en' ? ['-', '-', ''] : ['年', '月', '日'];
  const date = html`<p class="date">${lang === 'en' ? 'date ' : ''}<span class="line year"></span>${year!}<span class="line short"></span>${month!}<span class="line short"></span>${day!}</p>`;
  return html`${whose === null ? html`` : html`<p>${inBrackets(said(whose, lang), lang)}</p>\n`}<p>${said(wording, lang)} ${boxes}</p>
${signatures.length + seals.length === 0 ? html`` : html`<div class="signing">${joined(signatures.map(person))}${joined(seals.map(stamp))}</div>\n`}${dated ? date : html``}`;
}
