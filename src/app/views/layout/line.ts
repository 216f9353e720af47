/** One line of the screen: pieces of text with a style each. */
import { ELLIPSIS, shortened } from './cells.ts';
import { columnsOf } from './width.ts';

export type Tint = 'red' | 'green' | 'blue' | 'cyan' | 'magenta';

export interface Style {
  readonly tint?: Tint;
  readonly bold?: boolean;
  readonly dim?: boolean;
  readonly inverse?: boolean;
  readonly underline?: boolean;
  /** One of the 256 colours, for blocks and bars. */
  readonly ink?: number;
  /** Colours of the 256 for text and ground, given together so that they read on light and on dark terminals. */
  readonly patch?: readonly [text: number, ground: number];
}

export interface Piece {
  readonly text: string;
  readonly style?: Style;
  /** Shown whole or not at all: figures. */
  readonly whole?: boolean;
}

export type Line = readonly Piece[];

export const text = (words: string, style: Style = {}): Piece => ({ text: words, style });
export const figure = (words: string, style: Style = {}): Piece => ({ text: words, style, whole: true });
export const faint = (words: string): Piece => ({ text: words, style: { dim: true } });
export const strong = (words: string): Piece => ({ text: words, style: { bold: true } });
export const gap = (columns: number): Piece => ({ text: ' '.repeat(Math.max(0, columns)) });

export const widthOf = (line: Line): number => line.reduce((sum, piece) => sum + columnsOf(piece.text), 0);

/** The line in at most so many columns: text is shortened, what is whole is left out, and nothing follows. */
export function fitLine(line: Line, columns: number): Line {
  if (widthOf(line) <= columns) return line;
  const kept: Piece[] = [];
  let left = columns;
  for (const piece of line) {
    const takes = columnsOf(piece.text);
    if (takes <= left) {
      kept.push(piece);
      left -= takes;
      continue;
    }
    if (!piece.whole) kept.push({ ...piece, text: shortened(piece.text, left) });
    else if (left > 0) kept.push({ text: ELLIPSIS, style: { dim: true } });
    break;
  }
  return kept;
}

/** In exactly so many columns. */
export function padLine(line: Line, columns: number, style?: Style): Line {
  const fitted = fitLine(line, columns);
  const left = columns - widthOf(fitted);
  return left <= 0 ? fitted : [...fitted, { text: ' '.repeat(left), ...(style && { style }) }];
}

/** One part at the left and one at the right end; where both do not fit the right one goes. */
export function spread(left: Line, right: Line, columns: number): Line {
  const room = columns - widthOf(right);
  const wanted = Math.min(widthOf(left), Math.floor(columns / 2));
  if (widthOf(right) === 0 || room - 1 < wanted) return fitLine(left, columns);
  return [...padLine(fitLine(left, room - 1), room), ...right];
}

/** As many parts as fit, each whole, the first ones first; the very first is shortened where it must be. */
export function packed(parts: readonly Line[], columns: number, between: Line = [{ text: '  ' }]): Line {
  const [first = [], ...others] = parts.filter(part => part.length > 0);
  let line: Line = fitLine(first, columns);
  for (const part of others) {
    const longer = [...line, ...between, ...part];
    if (widthOf(longer) <= columns) line = longer;
  }
  return line;
}

/** Lines side by side: the left ones in so many columns, then a gap. */
export function beside(
  left: readonly Line[],
  right: readonly Line[],
  columns: number,
  between: Line,
): Line[] {
  const rows = Math.max(left.length, right.length);
  return Array.from({ length: rows }, (_, at) => [
    ...padLine(left[at] ?? [], columns),
    ...between,
    ...(right[at] ?? []),
  ]);
}

/** The line with a style laid over all of it. */
export const styled = (line: Line, style: Style): Line =>
  line.map(piece => ({ ...piece, style: { ...piece.style, ...style } }));

const TINTS: Readonly<Record<Tint, number>> = { red: 31, green: 32, blue: 34, magenta: 35, cyan: 36 };

/** As a terminal takes it; without colour there is nothing but the text. */
export function painted(line: Line, colour: boolean): string {
  if (!colour) return line.map(piece => piece.text).join('');
  return line.map(({ text: words, style }) => (style ? dyed(words, style) : words)).join('');
}

function dyed(words: string, { tint, bold, dim, inverse, underline, ink, patch }: Style): string {
  if (words === '') return '';
  let [on, off] = ['', ''];
  const add = (begin: string, end: string) => {
    on += `\x1b[${begin}m`;
    off = `\x1b[${end}m${off}`;
  };
  if (bold) add('1', '22');
  else if (dim) add('2', '22');
  if (underline) add('4', '24');
  if (inverse) add('7', '27');
  if (patch) {
    add(`38;5;${patch[0]}`, '39');
    add(`48;5;${patch[1]}`, '49');
  } else if (ink !== undefined) add(`38;5;${ink}`, '39');
  else if (tint) add(String(TINTS[tint]), '39');
  return `${on}${words}${off}`;
}

/** Exactly so many lines. */
export function filled(lines: readonly Line[], rows: number): readonly Line[] {
  if (lines.length === rows) return lines;
  if (lines.length > rows) return lines.slice(0, rows);
  return [...lines, ...Array.from({ length: rows - lines.length }, () => [] as Line)];
}

export const rule = (columns: number): Line => [faint('─'.repeat(Math.max(0, columns)))];

/** A heading within a rule: `── 资金 ─────`. */
export function headed(title: string, columns: number): Line {
  const words = shortened(title, Math.max(0, columns - 4));
  const left = columns - columnsOf(words) - 4;
  return [faint('─ '), strong(words), faint(` ─${'─'.repeat(Math.max(0, left))}`)];
}
