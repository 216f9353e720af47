/** A list in a frame, one line under the cursor. */

import type { Lang } from '../../../language/label.ts';
import type { Cursor } from '../../state/screen-state.ts';
import { dialogWords as w } from '../../words/dialogs.ts';
import { say } from '../../words.ts';
import { CURSOR, listLine } from '../layout/chosen.ts';
import { faint, type Line, widthOf } from '../layout/line.ts';
import { columnsOf } from '../layout/width.ts';
import type { Box } from './box.ts';

/** `rows`: lines seen at once. */
export function listBox(
  title: string,
  all: readonly Line[],
  { at, top }: Cursor,
  rows: number,
  lang: Lang,
  most: number,
): Box {
  const widest = Math.max(columnsOf(title) + 2, 28, ...all.map(line => widthOf(line) + CURSOR));
  const inner = Math.min(widest, most - 4);
  const seen = all.slice(top, top + rows);
  const lines = seen.map((line, k) => listLine(line, top + k === at, inner));
  return { title, lines: [...lines, ...placeLine(top, seen.length, all.length, lang)], columns: inner + 4 };
}

/** Which of the lines are seen, where that is not all of them. */
export function placeLine(top: number, seen: number, count: number, lang: Lang): Line[] {
  if (seen >= count) return [];
  const [from, to] = [String(top + 1), String(top + seen)];
  return [[faint(`  ${say(w.more, lang, { from, to, count: String(count) })}`)]];
}
