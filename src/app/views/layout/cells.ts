/** Text in so many columns. */
import { columnsOf } from './width.ts';

export const ELLIPSIS = '…';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** As much of the text as fits, with `…` where something is left out; not for figures, which are never cut. */
export function shortened(text: string, columns: number): string {
  if (columns <= 0) return '';
  if (columnsOf(text) <= columns) return text;
  let kept = '';
  let taken = 0;
  for (const { segment } of graphemes.segment(text)) {
    const more = columnsOf(segment);
    if (taken + more > columns - 1) break;
    kept += segment;
    taken += more;
  }
  return `${withoutCutFigure(kept, text)}${ELLIPSIS}`;
}

/** A figure that the end of what is kept would cut, or part from its unit, is left out as a whole. */
function withoutCutFigure(kept: string, text: string): string {
  const next = text.slice(kept.length, kept.length + 2);
  if (/^[\d.,]?\d|^%/.test(next))
    return kept.replace(/(^|[^\p{L}\d.,-])[−+-]?\d[\d.,-]*$|[−+-]?[\d.,]+$/u, '$1');
  return kept.replace(/(^|[^\p{L}\d.,-])[−+-]?\d[\d.,-]* ?$/u, '$1');
}

export const blanks = (columns: number): string => ' '.repeat(Math.max(0, columns));

export const padded = (text: string, columns: number): string => text + blanks(columns - columnsOf(text));

export const rightOf = (text: string, columns: number): string => blanks(columns - columnsOf(text)) + text;

/** The first of several ways to say the same that fits; null: none does. */
export const fitting = (forms: readonly string[], columns: number): string | null =>
  forms.find(form => columnsOf(form) <= columns) ?? null;

/** Text as paragraphs of so many columns: broken at blanks and between Han characters, a longer word anywhere. */
export function wrapped(text: string, columns: number): string[] {
  if (columns <= 0) return [];
  const lines: string[] = [];
  let line = '';
  for (const word of wordsIn(text)) {
    if (columnsOf(line + word.trimEnd()) <= columns) {
      line += line === '' ? word.trimStart() : word;
      continue;
    }
    if (line !== '') lines.push(line.trimEnd());
    line = '';
    let rest = word.trimStart();
    while (columnsOf(rest.trimEnd()) > columns) {
      const head = headOf(rest, columns);
      lines.push(head);
      rest = rest.slice(head.length);
    }
    line = rest;
  }
  if (line.trimEnd() !== '') lines.push(line.trimEnd());
  return lines;
}

/** What may not begin a line stays with what is before it; figures are one word. */
const WORD =
  /[\p{Script=Han}][，。；：、！？）》”％%]*|[^\p{Script=Han}\s]+[，。；：、！？）》”％%]*\s*|\s+/gu;

const wordsIn = (text: string): string[] => text.match(WORD) ?? [];

function headOf(text: string, columns: number): string {
  let head = '';
  for (const { segment } of graphemes.segment(text)) {
    if (head !== '' && columnsOf(head + segment) > columns) break;
    head += segment;
  }
  return head;
}
