/** The reasoning of both sides: beside each other where there is room, else each step once with both values. */
import type { TreeNode } from '../protocol.ts';
import type { State } from '../state/state.ts';
import { type ReasonRow, reasonRows } from '../state/tree.ts';
import { isWide } from '../state/window.ts';
import { householdWords as w } from '../words/household.ts';
import { listWords } from '../words/lists.ts';
import { say } from '../words.ts';
import { sideName } from './context.ts';
import { wrapped } from './layout/cells.ts';
import { CURSOR, listLine } from './layout/chosen.ts';
import {
  faint,
  figure,
  fitLine,
  type Line,
  type Piece,
  padLine,
  type Style,
  strong,
  text,
  widthOf,
} from './layout/line.ts';
import { columnsOf } from './layout/width.ts';

const MARK: Style = { tint: 'magenta', bold: true };

const TONES: Readonly<Record<TreeNode['tone'], Style>> = {
  good: { tint: 'green' },
  bad: {},
  open: { tint: 'magenta' },
  plain: {},
};

export function reasonLines(state: State, columns: number, rows: number): Line[] {
  const open = state.household!;
  const { at, top } = open.reasons;
  const wide = isWide(state.size);
  return reasonRows(open)
    .slice(top, top + rows)
    .map((row, k) => {
      const room = columns - CURSOR;
      return listLine(wide ? besideLine(row, room) : mergedLine(row, room), top + k === at, columns);
    });
}

/** Where the sides part, where they differ, or nothing. */
const signOf = ({ parting, differs }: ReasonRow): string => (parting ? '◆' : differs ? '≠' : ' ');

const foldSign = ({ foldable, folded }: ReasonRow): string => (foldable ? (folded ? '▹' : '▾') : ' ');

/** Deep steps move to the right no further than a third of the line. */
const indent = ({ depth }: ReasonRow, columns: number): number =>
  Math.min(depth * 2, Math.floor(columns / 3));

function besideLine(row: ReasonRow, columns: number): Line {
  const sign = signOf(row);
  const left = Math.floor((columns - 3) / 2);
  const right = columns - 3 - left;
  const middle = sign === ' ' ? faint(' │ ') : text(` ${sign} `, MARK);
  return [...stepLine(row, row.a, left), middle, ...stepLine(row, row.b, right)];
}

/** Step at the left, its value at the right; where it came from in between where there is room. */
function stepLine(row: ReasonRow, node: TreeNode | null, columns: number): Line {
  const space = ' '.repeat(indent(row, columns));
  if (!node) return padLine([text(space), faint('  –')], columns);
  const left: Line = [
    text(`${space}${foldSign(row)} `),
    text(node.text, row.depth === 0 ? { bold: true } : {}),
  ];
  const value = valuePiece(node.value, node.tone, row.differs);
  return valued(left, node.cite, [value], columns);
}

const valuePiece = (value: string, tone: TreeNode['tone'], differs: boolean): Piece =>
  figure(value, differs ? { ...TONES[tone], bold: true } : TONES[tone]);

/** A value that leaves the step too little room is told below the list only; no figure is cut. */
function valued(left: Line, cite: string, values: Line, columns: number): Line {
  const takes = widthOf(values);
  const room = columns - takes - 1;
  if (room < Math.min(widthOf(left), Math.floor(columns * 0.35)))
    return padLine([...padLine(fitLine(left, columns - 2), columns - 2), faint(' …')], columns);
  const source: Line = cite === '' ? [] : [faint(`  ${cite}`)];
  const whole = [...left, ...source];
  return [...padLine(widthOf(whole) <= room ? whole : left, room), text(' '), ...values];
}

/** One step for both sides: `≠ 警戒线  5,000 元/人年 → 6,000 元/人年`. */
function mergedLine(row: ReasonRow, columns: number): Line {
  const { a, b, differs } = row;
  const node = (b ?? a)!;
  const space = ' '.repeat(indent(row, columns));
  const left: Line = [
    text(`${signOf(row)} `, MARK),
    text(`${space}${foldSign(row)} `),
    text(node.text, row.depth === 0 ? { bold: true } : {}),
  ];
  const piece = (of: TreeNode | null) => (of ? valuePiece(of.value, of.tone, differs) : faint('–'));
  const both: Line =
    differs && a?.value !== b?.value ? [piece(a), text(' → ', MARK), piece(b)] : [piece(node)];
  return valued(left, node.cite, both, columns);
}

/** The step under the cursor in full, for each side: text, value, source, and what is missing or not settled. */
export function reasonFoot(state: State, columns: number, rows: number): Line[] {
  const { lang } = state;
  const open = state.household!;
  const row = reasonRows(open)[open.reasons.at];
  if (!row) return [];
  const { a, b } = row;
  const same = a && b && a.text === b.text && a.value === b.value && a.cite === b.cite;
  const joined = same
    ? nodeLines(state, say(w.both, lang), b, columns)
    : [
        ...nodeLines(state, sideName(0, lang), a, columns),
        ...nodeLines(state, sideName(1, lang), b, columns),
      ];
  if (joined.length <= rows) return joined;
  const left = joined.length - rows + 1;
  return [
    ...joined.slice(0, Math.max(0, rows - 1)),
    [faint(say(listWords.more, lang, { n: String(left) }))],
  ].slice(0, rows);
}

function nodeLines(state: State, side: string, node: TreeNode | null, columns: number): Line[] {
  const { lang } = state;
  const head: Line = [strong(side), text('  ')];
  const at = widthOf(head);
  if (!node) return [[...head, faint('–')]];
  const room = Math.max(1, columns - at);
  const said = node.value === '' ? node.text : `${node.text}  =  ${node.value}`;
  const lines = wrapped(said, room).map(
    (each, k): Line => [...(k === 0 ? head : [text(' '.repeat(at))]), text(each)],
  );
  const tail = [
    ...node.causes.map((cause): Piece => text(cause, { tint: 'magenta' })),
    ...(node.cite === '' ? [] : [faint(`${say(w.cite, lang)} ${node.cite}`)]),
  ];
  const last = lines.at(-1)!;
  for (const piece of tail) {
    const end = lines.at(-1)!;
    const takes = columnsOf(piece.text);
    if (widthOf(end) + 2 + takes <= columns) lines[lines.length - 1] = [...end, text('  '), piece];
    else
      lines.push(
        ...wrapped(piece.text, room).map((each): Line => [text(' '.repeat(at)), { ...piece, text: each }]),
      );
  }
  return last ? lines : [head];
}
