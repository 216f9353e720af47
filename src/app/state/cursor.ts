/** Cursors over lists. */
import type { Cursor } from './screen-state.ts';

export type Move = 'up' | 'down' | 'page-up' | 'page-down' | 'first' | 'last';

const MOVES: ReadonlySet<string> = new Set(['up', 'down', 'page-up', 'page-down', 'first', 'last']);

export const isMove = (action: string): action is Move => MOVES.has(action);

export function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

/** The cursor within `count` lines, of which `rows` are seen at once; the same one where it fits. */
export function fitted(cursor: Cursor, count: number, rows: number): Cursor {
  const at = between(0, cursor.at, Math.max(0, count - 1));
  const least = Math.max(0, at - rows + 1);
  const top = between(least, cursor.top, Math.min(at, Math.max(0, count - rows)));
  return at === cursor.at && top === cursor.top ? cursor : { at, top };
}

function target(move: Move, at: number, count: number, page: number): number {
  switch (move) {
    case 'up':
      return at - 1;
    case 'down':
      return at + 1;
    case 'page-up':
      return at - page;
    case 'page-down':
      return at + page;
    case 'first':
      return 0;
    case 'last':
      return count - 1;
  }
}

/** A page keeps one line of what was seen. */
export function moved(cursor: Cursor, move: Move, count: number, rows: number): Cursor {
  return fitted({ ...cursor, at: target(move, cursor.at, count, Math.max(1, rows - 1)) }, count, rows);
}

/** The first line seen, of something without a cursor. */
export function scrolled(top: number, move: Move, count: number, rows: number): number {
  return between(0, target(move, top, count - rows + 1, Math.max(1, rows - 1)), Math.max(0, count - rows));
}
