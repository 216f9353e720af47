/** What lies over a screen. */
import type { Size } from '../../state/state.ts';
import { shortened } from './cells.ts';
import { faint, gap, type Line, padLine, strong } from './line.ts';
import { columnsOf } from './width.ts';

/** Lines in a frame with a title; so many columns in all. */
export function framed(title: string, lines: readonly Line[], columns: number): Line[] {
  const inner = Math.max(0, columns - 4);
  const words = shortened(title, Math.max(0, columns - 6));
  const top = columns - 5 - columnsOf(words);
  return [
    [faint('╭─ '), strong(words), faint(` ${'─'.repeat(Math.max(0, top))}╮`)],
    ...lines.map(line => [faint('│ '), ...padLine(line, inner), faint(' │')]),
    [faint(`╰${'─'.repeat(Math.max(0, columns - 2))}╯`)],
  ];
}

/** A box in the middle; lines behind it are hidden whole, so that no figure is cut. */
export function overlaid(
  body: readonly Line[],
  box: readonly Line[],
  boxColumns: number,
  area: Size,
): Line[] {
  const top = Math.max(0, Math.floor((area.rows - box.length) / 2));
  const left = Math.max(0, Math.floor((area.columns - boxColumns) / 2));
  return Array.from({ length: area.rows }, (_, at) => {
    const inside = box[at - top];
    return inside ? [gap(left), ...inside] : (body[at] ?? []);
  });
}
