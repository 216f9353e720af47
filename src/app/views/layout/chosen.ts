/** The line under the cursor. */
import { type Line, type Piece, padLine, text } from './line.ts';

/** Columns in front of every line of a list that has a cursor. */
export const CURSOR = 2;

/** A line of a list: a sign in front of the one under the cursor, which is inverted over its whole length. */
export function listLine(line: Line, isChosen: boolean, columns: number): Line {
  if (!isChosen) return padLine([text('  '), ...line], columns);
  return padLine([text('▸ ', { bold: true }), ...line], columns).map(inverted);
}

/** Patches of cards stay as they are: inverted they would be another colour. */
const inverted = (piece: Piece): Piece =>
  piece.style?.patch ? piece : { ...piece, style: { ...piece.style, dim: false, inverse: true } };
