/** Tables: columns give way one after the other where there is no room; figures are whole or absent. */
import { fitting, padded, rightOf, shortened } from './cells.ts';
import type { Forms } from './figures.ts';
import { figure, gap, type Line, type Piece, type Style, text } from './line.ts';
import { columnsOf } from './width.ts';

interface Common {
  /** Ways to head it, the longest first; the longest that fits is taken, none where none does. */
  readonly head: readonly string[];
  readonly headStyle?: Style;
  /** Columns of one group give way together. */
  readonly group?: string;
}

/** Words: shortened to `least` columns, then given up. */
export interface TextColumn extends Common {
  readonly kind: 'text';
  readonly least: number;
  readonly most?: number;
  /** The higher, the sooner it is given up; null: never. */
  readonly cost: number | null;
}

/** Figures, at the right. All cells of a column have the same form. */
export interface FigureColumn extends Common {
  readonly kind: 'figure';
  /** For each form but the last: what it costs to take the next shorter one; then to leave the column out, null: never. */
  readonly costs: readonly (number | null)[];
}

/** Bars, of whatever room is left between `least` and `most`. */
export interface BarColumn extends Common {
  readonly kind: 'bar';
  readonly least: number;
  readonly most: number;
  readonly cost: number;
}

export type Column = TextColumn | FigureColumn | BarColumn;

export interface Cell {
  /** Of a text its only form. */
  readonly forms: Forms;
  readonly style?: Style;
  /** Before the text, always seen: a mark. */
  readonly mark?: readonly Piece[];
  /** Of a bar: what to draw in so many columns. */
  readonly draw?: (columns: number) => string;
}

export type Row = readonly Cell[];

export interface Table {
  readonly head: Line;
  readonly lines: readonly Line[];
  /** Columns that each column has; 0: it was given up. */
  readonly widths: readonly number[];
}

export const cell = (words: string, style?: Style, mark?: readonly Piece[]): Cell => ({
  forms: [words],
  ...(style && { style }),
  ...(mark && { mark }),
});

export const figures = (forms: Forms, style?: Style): Cell => ({ forms, ...(style && { style }) });

interface Plan {
  /** Index of the form, −1: given up. */
  readonly form: number;
  readonly width: number;
}

const markWidth = ({ mark = [] }: Cell): number =>
  mark.reduce((sum, piece) => sum + columnsOf(piece.text), 0);

const formOf = ({ forms }: Cell, form: number): string => forms[Math.min(form, forms.length - 1)] ?? '';

const cellWidth = (each: Cell, form: number): number => columnsOf(formOf(each, form)) + markWidth(each);

function natural(column: Column, cells: readonly Cell[], form: number): number {
  const heads = column.head.map(columnsOf);
  const shortest = heads.length === 0 ? 0 : Math.min(...heads);
  if (column.kind === 'bar') return Math.max(column.least, shortest);
  const widest = cells.reduce((most, each) => Math.max(most, cellWidth(each, form)), shortest);
  return column.kind === 'text' ? Math.min(widest, column.most ?? widest) : widest;
}

const leastOf = (column: Column, wanted: number): number =>
  column.kind === 'text' ? Math.min(wanted, column.least) : wanted;

/** What the next step of giving way costs; null: there is none. */
function costOf(column: Column, form: number): number | null {
  if (form < 0) return null;
  return column.kind === 'figure' ? (column.costs[form] ?? null) : column.cost;
}

/** `between`: blanks between columns. */
export function tableOf(
  columns: readonly Column[],
  rows: readonly Row[],
  available: number,
  between = 2,
): Table {
  const cells = columns.map((_, at) => rows.map(row => row[at] ?? { forms: [''] }));
  const form = columns.map(() => 0);
  const wanted = columns.map((column, at) => natural(column, cells[at]!, 0));
  const total = () => {
    const kept = columns.flatMap((column, at) => (form[at]! < 0 ? [] : [leastOf(column, wanted[at]!)]));
    return kept.reduce((sum, each) => sum + each, 0) + between * Math.max(0, kept.length - 1);
  };
  while (total() > available) {
    let [worst, dearest] = [-1, -Infinity];
    columns.forEach((column, at) => {
      const cost = costOf(column, form[at]!);
      if (cost !== null && cost >= dearest) [worst, dearest] = [at, cost];
    });
    if (worst < 0) break;
    const { group } = columns[worst]!;
    columns.forEach((column, at) => {
      if (form[at]! < 0 || (at !== worst && (group === undefined || column.group !== group))) return;
      const last = column.kind !== 'figure' || form[at]! >= column.costs.length - 1;
      form[at] = last ? -1 : form[at]! + 1;
      if (!last) wanted[at] = natural(column, cells[at]!, form[at]!);
    });
  }
  const plans = grown(columns, form, wanted, available, between);
  return {
    head: joined(plans, between, at => headPiece(columns[at]!, plans[at]!.width)),
    lines: rows.map((_, row) =>
      joined(plans, between, at => cellPieces(columns[at]!, cells[at]![row]!, plans[at]!)),
    ),
    widths: plans.map(({ width }) => width),
  };
}

/** What is left goes to texts until they are whole, then to bars in equal parts. */
function grown(
  columns: readonly Column[],
  form: readonly number[],
  wanted: readonly number[],
  available: number,
  between: number,
): Plan[] {
  const widths = columns.map((column, at) => (form[at]! < 0 ? 0 : leastOf(column, wanted[at]!)));
  const kept = widths.filter((_, at) => form[at]! >= 0).length;
  let left = available - widths.reduce((sum, each) => sum + each, 0) - between * Math.max(0, kept - 1);
  const grow = (kind: Column['kind'], most: (at: number) => number) => {
    for (let moved = true; left > 0 && moved; ) {
      moved = false;
      columns.forEach((column, at) => {
        if (left <= 0 || form[at]! < 0 || column.kind !== kind || widths[at]! >= most(at)) return;
        widths[at]!++;
        left--;
        moved = true;
      });
    }
  };
  grow('text', at => wanted[at]!);
  grow('bar', at => (columns[at] as BarColumn).most);
  // Without bars, heads are said in full as far as there is room.
  if (!columns.some(({ kind }) => kind === 'bar'))
    for (const { group } of columns) {
      const same = columns.flatMap((column, at) => (form[at]! >= 0 && column.group === group ? [at] : []));
      // Columns of a group are headed alike, or not at all longer.
      for (const members of group === undefined ? same.map(at => [at]) : [same]) {
        const more = members.map(at => headRoom(columns[at]!, widths[at]!, left));
        const all = more.reduce((sum, each) => sum + each, 0);
        if (all > left) continue;
        for (const [k, at] of members.entries()) widths[at]! += more[k]!;
        left -= all;
      }
    }
  // Bars of one width can be compared.
  const bars = columns.flatMap(({ kind }, at) => (kind === 'bar' && form[at]! >= 0 ? [widths[at]!] : []));
  const equal = Math.min(...bars);
  return columns.map(({ kind }, at) => ({
    form: form[at]!,
    width: kind === 'bar' && form[at]! >= 0 ? equal : widths[at]!,
  }));
}

/** Columns that the longest head that fits would take beyond those there are. */
function headRoom({ head }: Column, width: number, left: number): number {
  const longer = fitting(head, width + left);
  return longer === null ? 0 : Math.max(0, columnsOf(longer) - width);
}

function joined(plans: readonly Plan[], between: number, pieces: (at: number) => readonly Piece[]): Line {
  const line: Piece[] = [];
  plans.forEach(({ form }, at) => {
    if (form < 0) return;
    if (line.length > 0) line.push(gap(between));
    line.push(...pieces(at));
  });
  return line;
}

function headPiece({ head, kind, headStyle }: Column, width: number): readonly Piece[] {
  const words = fitting(head, width) ?? '';
  return [text(kind === 'figure' ? rightOf(words, width) : padded(words, width), headStyle ?? { dim: true })];
}

function cellPieces(column: Column, each: Cell, { form, width }: Plan): readonly Piece[] {
  const style = each.style ?? {};
  const mark = each.mark ?? [];
  const room = width - markWidth(each);
  if (column.kind === 'bar') return [text(padded(each.draw?.(width) ?? '', width), style)];
  const words = formOf(each, form);
  if (column.kind === 'figure') return [...mark, figure(rightOf(words, room), style)];
  if (room < 0) return [gap(width)];
  return [...mark, text(padded(shortened(words, room), room), style)];
}
