/** A form as text of 80 columns, for a terminal or a fixed-width printer. */
import type { Words } from '../../language/label.ts';
import { padEnd } from '../table.ts';
import { width } from '../width.ts';
import { bracketedIn, colonOf, langsOf, pick } from './pick.ts';
import type { AssessmentView, Block, BoxView, Content, FieldView, Part, Sheet } from './sheet.ts';
import { type FormLang, formWords } from './words.ts';
import { hanging, wrap, wrappedTable } from './wrap.ts';

const COLUMNS = 80;
const INDENT = '  ';
/** Between the margins. */
const ROOM = COLUMNS - 2 * INDENT.length;
const BLANK = '_'.repeat(16);

const SIGNS = { ticked: '☑', clear: '□', unknown: '□', 'by-hand': '□' } as const;

/** The whole form; ends with a line break. */
export function formText(sheet: Sheet, lang: FormLang): string {
  const id = sheet.id === '' ? BLANK : sheet.id;
  const under = [...sheet.under.map(words => pick(words, lang)), `${pick(formWords.household, lang)} ${id}`];
  const lines = [
    ...wrap(pick(sheet.title, lang), ROOM).map(centred),
    ...flow(under, ROOM).map(centred),
    ...[...sheet.parts, ...(sheet.annex === null ? [] : [sheet.annex])].flatMap(part => [
      '',
      ...partLines(part, lang),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

function centred(line: string): string {
  return ' '.repeat(Math.max(0, Math.floor((COLUMNS - width(line)) / 2))) + line;
}

function partLines({ head, block }: Part, lang: FormLang): string[] {
  const title = head === null ? [] : wrap(`【${pick(head, lang)}】`, COLUMNS);
  return [...title, ...blockLines(block, lang).map(line => (line === '' ? '' : INDENT + line))];
}

function blockLines(block: Block, lang: FormLang): string[] {
  switch (block.kind) {
    case 'fields':
      return fieldLines(block.fields, block.across, lang);
    case 'table':
      return tableLines(block, lang);
    case 'due':
      return dueLines(block, lang);
    case 'assessment':
      return langsOf(lang).flatMap((one, at) => [
        ...(at > 0 ? [''] : []),
        ...assessmentLines(block[one], one),
      ]);
    case 'opinion':
      return opinionLines(block, lang);
    case 'remarks':
      return block.items.flatMap((item, at) => hanging(`${at + 1}. ${pick(item, lang)}`, ROOM, '   '));
  }
}

function boxText({ label, tick, boxes }: BoxView, lang: FormLang): string {
  const doubt = tick === 'unknown' ? bracketedIn(pick(formWords.verify, lang), lang) : '';
  const inner = boxes.length === 0 ? '' : bracketedIn(boxes.map(box => boxText(box, lang)).join(' '), lang);
  return SIGNS[tick] + pick(label, lang) + doubt + inner;
}

/** Boxes one after another; none is torn apart. */
function flow(items: readonly string[], columns: number): string[] {
  const lines: string[] = [];
  for (const item of items) {
    const [first = '', ...rest] = wrap(item, columns);
    const before = lines.at(-1);
    if (before !== undefined && width(before) + 2 + width(first) <= columns)
      lines[lines.length - 1] = `${before}  ${first}`;
    else lines.push(first);
    lines.push(...rest);
  }
  return lines;
}

/** What is in a field; boxes one by one. */
function contentTexts(content: Content, lang: FormLang): string[] {
  switch (content.kind) {
    case 'blank':
      return [BLANK];
    case 'unknown':
      return [`[    ] ${pick(formWords.verify, lang)}`];
    case 'text': {
      const doubt = content.unsure ? bracketedIn(pick(formWords.verify, lang), lang) : '';
      return [pick(content.text, lang) + doubt];
    }
    case 'boxes': {
      const boxes = content.boxes.map(box => boxText(box, lang));
      if (content.remark === null) return boxes;
      const remark = content.remark === 'unknown' ? formWords.verify : formWords.inapplicable;
      return [...boxes, bracketedIn(pick(remark, lang), lang).trim()];
    }
  }
}

/** So many beside one another; what is longer than its place has a line of its own. */
function fieldLines(fields: readonly FieldView[], across: number, lang: FormLang): string[] {
  const place = Math.floor(ROOM / across);
  const lines: string[] = [];
  let row: string[] = [];
  const end = () => {
    if (row.length > 0)
      lines.push(
        row
          .map(cell => padEnd(cell, place))
          .join('')
          .trimEnd(),
      );
    row = [];
  };
  for (const { label, content } of fields) {
    const name = label === null ? '' : pick(label, lang) + colonOf(lang);
    const texts = contentTexts(content, lang);
    const text = name + texts.join('  ');
    const wide = width(text) > (row.length === across - 1 ? place : place - 2);
    if (wide) {
      end();
      lines.push(
        ...(texts.length > 1
          ? flow([name + texts[0], ...texts.slice(1)], ROOM)
          : hanging(text, ROOM, '    ')),
      );
      continue;
    }
    row.push(text);
    if (row.length === across) end();
  }
  end();
  return lines;
}

function cellText(content: Content, lang: FormLang): string {
  if (content.kind === 'blank') return '____';
  return content.kind === 'unknown' ? pick(formWords.verify, lang) : contentTexts(content, lang).join('\n');
}

function tableLines({ columns, rows }: Extract<Block, { kind: 'table' }>, lang: FormLang): string[] {
  if (rows === null) return [pick(formWords.noList, lang)];
  if (rows.length === 0) return [pick(formWords.nobody, lang)];
  const heads = columns.map(column => pick(column, lang));
  const cells = rows.map(row => row.map(cell => cellText(cell, lang)));
  const table = wrappedTable(heads, cells, ROOM);
  if (table !== null) return table;
  // No room for all columns: the cells of each row as fields.
  return rows.flatMap((row, at) => {
    const fields = row.map((content, column) => ({ label: columns[column]!, content }));
    return [...(at > 0 ? [''] : []), ...fieldLines(fields, 2, lang)];
  });
}

function dueLines({ items }: Extract<Block, { kind: 'due' }>, lang: FormLang): string[] {
  const empty = items.filter(({ claims }) => claims.length === 0);
  const full = items.filter(({ claims }) => claims.length > 0);
  const box = (item: (typeof items)[number]) =>
    boxText({ label: item.label, tick: item.tick, boxes: [] }, lang);
  return [
    ...full.flatMap(item => {
      const claims = item.claims.map(claim => pick(claim, lang));
      const line = box(item) + colonOf(lang) + claims[0];
      if (claims.length === 1 && width(line) <= ROOM) return [line];
      return [
        ...hanging(box(item) + colonOf(lang).trim(), ROOM, '    '),
        ...claims.flatMap(claim => hanging(claim, ROOM - 3, '    ').map(each => `   ${each}`)),
      ];
    }),
    ...(empty.length === 0 ? [] : flow(empty.map(box), ROOM)),
  ];
}

function assessmentLines(view: AssessmentView, lang: 'zh' | 'en'): string[] {
  const colon = colonOf(lang);
  const list = (head: Words, lines: readonly string[]): string[] =>
    lines.length === 0
      ? []
      : [`${head[lang]}${lang === 'zh' ? '：' : ':'}`, ...lines.flatMap(line => indented(line, '  '))];
  return [
    ...hanging(`${formWords.suggested[lang]}${colon}${view.verdict}`, ROOM, '    '),
    ...list(formWords.barred, view.barred),
    ...list(formWords.settles, view.settles),
    ...list(
      formWords.reasons,
      view.reasons.flatMap(({ title, lines }) => [title, ...lines.map(line => `  ${line}`)]),
    ),
    ...list(formWords.figures, view.figures),
  ];
}

/** A line that may begin with blanks, folded below its own beginning. */
function indented(line: string, indent: string): string[] {
  const own = indent + (/^ */.exec(line)?.[0] ?? '');
  return hanging(line.trim(), ROOM - own.length, '    ').map(each => own + each);
}

function opinionLines(block: Extract<Block, { kind: 'opinion' }>, lang: FormLang): string[] {
  const { whose, wording, cards, signatures, seals, dated } = block;
  const boxes = cards.map(card => `□${pick(card, lang)}`);
  return [
    ...(whose === null ? [] : wrap(bracketedIn(pick(whose, lang), lang).trim(), ROOM)),
    ...langsOf(lang).flatMap(one => (wording[one] === '' ? [] : wrap(wording[one], ROOM))),
    ...(cards.length === 0 ? [] : flow(boxes, ROOM)),
    ...signatures.flatMap(one => wrap(pick(one, lang) + colonOf(lang) + BLANK, ROOM)),
    ...seals.flatMap(one => wrap(pick(one, lang), ROOM)),
    ...(dated
      ? [`${' '.repeat(ROOM - 26)}${lang === 'en' ? 'date ______-____-____' : '______年____月____日'}`]
      : []),
  ];
}
