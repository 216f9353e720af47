/**
 * How many lines of a list are seen at once. Views draw by these same figures: above the body a line with the title and one with the
 * tabs, below it one for messages and one for keys.
 */
import { bindingsOf, contextBelow } from './keys.ts';
import type { Size, State } from './state.ts';

/** Smaller than this the screens only say that they need more room. */
export const SMALLEST: Size = { columns: 40, rows: 15 };

export const isTooSmall = ({ columns, rows }: Size): boolean =>
  columns < SMALLEST.columns || rows < SMALLEST.rows;

/** What is left for a screen between title, tabs, message and keys. */
export function bodyOf({ columns, rows }: Size): Size {
  return { columns: Math.max(1, columns), rows: Math.max(1, rows - 4) };
}

/** Columns from which lists stand beside what they lead to, instead of above it. */
export const WIDE = 100;

export const isWide = ({ columns }: Size): boolean => columns >= WIDE;

export interface Parts {
  /** Lines above the list: headings, filters. */
  readonly head: number;
  /** Lines of the list. */
  readonly list: number;
  /** Lines below it. */
  readonly foot: number;
}

/** Head and foot give way where there is no room, the list last. */
function parts(rows: number, head: number, foot: number): Parts {
  const list = Math.max(1, rows - head - foot);
  const left = Math.max(0, rows - list);
  return { head: Math.min(head, left), list, foot: Math.max(0, left - Math.min(head, left)) };
}

export type ListScreen =
  | 'start'
  | 'overview'
  | 'flows'
  | 'parameters'
  | 'households'
  | 'facts'
  | 'reasons'
  | 'villages'
  | 'village';

export function partsOf(of: ListScreen, size: Size): Parts {
  const { rows } = bodyOf(size);
  switch (of) {
    case 'start':
      // What is being chosen; below, about the one under the cursor.
      return parts(rows, 2, 3);
    case 'overview':
      // Which policies they are; below, always seen: those without a card and those not determined.
      return parts(rows, 2, 3);
    case 'flows':
      return parts(rows, 2, 1);
    case 'parameters':
      // Beside or below the list: what the parameter is, and its curve.
      return isWide(size) ? parts(rows, 1, 0) : parts(rows, 1, Math.min(12, Math.floor((rows - 1) * 0.55)));
    case 'households':
    case 'villages':
      // Filter and order; heads of the columns.
      return parts(rows, 2, 0);
    case 'facts':
      // Who it is; both decisions; title of the pane. Beside or below the list, where there is room: what both sides come to.
      return isWide(size) || rows < 14 ? parts(rows, 4, 0) : parts(rows, 4, Math.floor((rows - 4) * 0.45));
    case 'reasons':
      // Below it the step under the cursor in full.
      return parts(rows, 4, Math.min(8, Math.floor((rows - 4) * 0.4)));
    case 'village':
      // Its figures; title and heads of the list. Below it why who is under the cursor has a seat or none.
      return parts(rows, Math.min(10, Math.ceil(rows * 0.5)), rows < 14 ? 2 : 3);
  }
}

export const rowsOf = (of: ListScreen, { size }: Pick<State, 'size'>): number => partsOf(of, size).list;

/** Lists that lie over a screen, in a frame with a title; the frame takes its own lines. */
export const dialogRows = ({ size }: Pick<State, 'size'>): number => Math.max(1, bodyOf(size).rows - 4);

/** The help tells of the screen below it, one line for each of its keys. */
export const helpCount = (state: State): number => bindingsOf(contextBelow(state)).length;

/** Rows that the filter menu and its lists take, over the list of households. */
export const menuRows = dialogRows;
