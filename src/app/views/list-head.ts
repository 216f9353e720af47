/** The line above a list: what is in it at the left, how much of it at the right. */
import { fitLine, type Line, padLine, widthOf } from './layout/line.ts';

/** `rights`: the same in several lengths, the longest first; the left part gives way to the shortest. */
export function listHead(left: Line, rights: readonly Line[], columns: number): Line {
  const wanted = Math.min(widthOf(left), Math.ceil(columns * 0.45));
  const right =
    rights.find(each => widthOf(each) + 2 + wanted <= columns) ??
    rights.findLast(each => widthOf(each) + 2 <= columns) ??
    [];
  const room = columns - widthOf(right);
  if (right.length === 0) return fitLine(left, columns);
  return [...padLine(fitLine(left, room - 2), room), ...right];
}
