/** A line that is being typed, as much of it as there is room for, with its caret and what is wrong in it. */
import type { Field } from '../../state/screen-state.ts';
import { ELLIPSIS } from './cells.ts';
import { faint, type Line, type Piece, type Style, text } from './line.ts';
import { columnsOf } from './width.ts';

/** Stands before the character that the caret is on, so that it is seen without colour too. */
const CARET = '▏';
const WRONG: Style = { tint: 'red', underline: true };

interface Seen {
  readonly characters: readonly string[];
  /** Index of the first and behind the last character seen. */
  readonly from: number;
  readonly to: number;
}

function seen(field: Field, columns: number): Seen {
  const characters = [...field.text];
  const widths = characters.map(columnsOf);
  const sum = (from: number, to: number) => widths.slice(from, to).reduce((all, one) => all + one, 0);
  // One column for the caret, one for each sign that something is left out.
  const room = Math.max(1, columns - 3);
  if (sum(0, characters.length) <= columns - 1) return { characters, from: 0, to: characters.length };
  // What is wrong is seen first; it is gone as soon as anything is typed.
  const anchor = field.mark ? [...field.text.slice(0, field.mark.end)].length : field.caret;
  let from = 0;
  while (from < anchor && sum(from, anchor) > room) from++;
  let to = anchor;
  while (to < characters.length && sum(from, to + 1) <= room) to++;
  return { characters, from, to };
}

/** Whether a character, by its index, stands in what is marked. */
function marking({ text: words, mark }: Field): (at: number) => boolean {
  if (!mark) return () => false;
  const before = (unit: number) => [...words.slice(0, unit)].length;
  const [start, end] = [before(mark.start), Math.max(before(mark.end), before(mark.start) + 1)];
  return at => at >= start && at < end;
}

export function fieldLine(field: Field, columns: number): Line {
  const { characters, from, to } = seen(field, columns);
  const wrong = marking(field);
  const line: Piece[] = from > 0 ? [faint(ELLIPSIS)] : [];
  const add = (at: number, behind: number) => {
    for (let k = at; k < behind; k++) line.push(text(characters[k]!, wrong(k) ? WRONG : {}));
  };
  const hasCaret = field.caret >= from && field.caret <= to;
  add(from, hasCaret ? field.caret : to);
  if (hasCaret) line.push(text(CARET, { tint: 'cyan', bold: true }));
  add(hasCaret ? field.caret : to, to);
  if (to < characters.length) line.push(faint(ELLIPSIS));
  return line;
}

/** `^^^` under what is wrong; empty where nothing of it is seen. */
export function markLine(field: Field, columns: number): Line {
  const { characters, from, to } = seen(field, columns);
  const wrong = marking(field);
  let under = from > 0 ? ' ' : '';
  for (let at = from; at <= to; at++) {
    if (at === field.caret) under += ' ';
    const character = at < to ? characters[at]! : ' ';
    under += (wrong(at) ? '^' : ' ').repeat(at < to ? columnsOf(character) : 1);
  }
  const kept = under.trimEnd();
  return kept === '' ? [] : [text(kept, { tint: 'red', bold: true })];
}
