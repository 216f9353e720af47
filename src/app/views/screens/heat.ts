/** The matrix of outcomes: those that change shaded by how many they are, with what each row and column comes to. */
import type { OutcomeKey } from '../../protocol.ts';
import { cellOf, occurring } from '../../state/matrix.ts';
import { shownPolicies } from '../../state/select.ts';
import type { Size, State } from '../../state/state.ts';
import { transitionWords as w } from '../../words/transitions.ts';
import { say } from '../../words.ts';
import { padded, rightOf, shortened } from '../layout/cells.ts';
import { countForms } from '../layout/figures.ts';
import { shadeOf } from '../layout/heat.ts';
import { faint, figure, gap, type Line, type Piece, type Style, strong, text } from '../layout/line.ts';
import { markPiece, outcomeLabel, signColumns } from '../layout/marks.ts';
import { columnsOf } from '../layout/width.ts';

/** Lines of the table: heads, rows, totals; at most so many as the area has. */
export function heatLines(state: State, area: Size): readonly Line[] {
  const grid = gridOf(state);
  const plan = planned(state, grid, area.columns);
  const rows = windowed(grid.rows.length, state.transitions.row, Math.max(1, area.rows - 2));
  return [
    headLine(state, grid, plan),
    ...grid.rows
      .slice(rows.first, rows.first + rows.count)
      .map((_, at) => rowLine(state, grid, plan, rows.first + at)),
    totalLine(state, grid, plan),
  ];
}

interface Grid {
  readonly rows: readonly OutcomeKey[];
  readonly columns: readonly OutcomeKey[];
  /** By row and column; null: nobody. */
  readonly counts: readonly (readonly (number | null)[])[];
  readonly rowTotals: readonly number[];
  readonly columnTotals: readonly number[];
  /** The largest cell that changes. */
  readonly most: number;
  readonly all: number;
}

function gridOf(state: State): Grid {
  const figures = state.figures!;
  const byPeople = state.transitions.count === 'people';
  const size = (of: { readonly households: number; readonly people: number | null }) =>
    byPeople ? (of.people ?? 0) : of.households;
  const { rows, columns } = occurring(state);
  const total = (at: 0 | 1, key: OutcomeKey) => {
    const found = figures.sides[at].outcomes.find(each => each.key === key);
    return found ? size(found) : 0;
  };
  const rowTotals = rows.map(key => total(0, key));
  return {
    rows,
    columns,
    counts: rows.map(from =>
      columns.map(to => {
        const cell = cellOf(figures, from, to);
        return cell && size(cell);
      }),
    ),
    rowTotals,
    columnTotals: columns.map(key => total(1, key)),
    most: Math.max(1, ...figures.matrix.filter(({ same }) => !same).map(size)),
    all: rowTotals.reduce((sum, each) => sum + each, 0),
  };
}

interface Plan {
  readonly form: number;
  /** Of the names of the rows. */
  readonly label: number;
  readonly cell: number;
  /** Of the totals at the right; 0: there is no room. */
  readonly total: number;
  readonly first: number;
  readonly count: number;
}

const formAt = (value: number, form: number, state: State): string => {
  const forms = countForms(value, state.lang);
  return forms[Math.min(form, forms.length - 1)]!;
};

/** Brackets and a shade beside the figure. */
const AROUND = 3;

function planned(state: State, grid: Grid, columns: number): Plan {
  const { lang, transitions } = state;
  const [a, b] = shownPolicies(state)!;
  const labels = grid.rows.map(key => columnsOf(outcomeLabel(a, key, lang)) + signColumns(lang) + 1);
  const label = Math.min(
    Math.max(...labels, columnsOf(say(w.corner, lang))),
    Math.max(10, Math.floor(columns / 4)),
  );
  const widest = (values: readonly (number | null)[], form: number) =>
    Math.max(1, ...values.map(value => columnsOf(formAt(value ?? 0, form, state))));
  for (const form of [0, 1]) {
    const cell = widest([...grid.counts.flat(), ...grid.columnTotals], form) + AROUND;
    const total = Math.max(widest([...grid.rowTotals, grid.all], form), columnsOf(say(w.total, lang))) + 3;
    const room = columns - label - total;
    const fits = Math.floor(room / cell);
    const count = grid.columns.length;
    if (fits < count && form === 0) continue;
    const names = grid.columns.map(key => columnsOf(outcomeLabel(b, key, lang)) + signColumns(lang) + 3);
    const wide = Math.max(cell, Math.min(16, Math.max(...names)));
    const shown = windowed(count, transitions.column, Math.max(1, Math.min(count, fits)));
    const roomy = Math.min(wide, Math.floor(room / Math.max(1, shown.count)));
    return {
      form,
      label,
      cell: Math.max(cell, roomy),
      total: fits < 1 ? 0 : total,
      first: shown.first,
      count: shown.count,
    };
  }
  throw new Error('unreachable: the last form is always taken');
}

/** So many of a list that the cursor is among them, in the middle where it can be. */
function windowed(
  count: number,
  cursor: number,
  room: number,
): { readonly first: number; readonly count: number } {
  const shown = Math.min(count, room);
  const first = Math.max(0, Math.min(cursor - Math.floor(shown / 2), count - shown));
  return { first, count: shown };
}

function headLine(state: State, { columns }: Grid, { label, cell, first, count, total }: Plan): Line {
  const { lang } = state;
  const [, b] = shownPolicies(state)!;
  const heads = columns.slice(first, first + count).flatMap((key, at): Piece[] => {
    const room = cell - 2 - signColumns(lang) - 1;
    const name = outcomeLabel(b, key, lang);
    const said = room >= 4 && columnsOf(name) <= room ? ` ${name}` : '';
    const more = at === 0 && first > 0 ? '‹' : ' ';
    const after = at === count - 1 && first + count < columns.length ? '›' : ' ';
    const left = cell - 2 - signColumns(lang) - columnsOf(said);
    return [faint(more), gap(left), markPiece(b, key, lang), text(said), faint(after)];
  });
  const corner = padded(shortened(say(w.corner, lang), label), label);
  return [faint(corner), ...heads, ...(total > 0 ? [faint(rightOf(say(w.total, lang), total))] : [])];
}

function rowLine(state: State, grid: Grid, plan: Plan, at: number): Line {
  const { lang, transitions } = state;
  const [a] = shownPolicies(state)!;
  const key = grid.rows[at]!;
  const room = plan.label - signColumns(lang) - 1;
  const name = padded(shortened(outcomeLabel(a, key, lang), room), room);
  const here = transitions.row === at;
  const cells = grid.columns.slice(plan.first, plan.first + plan.count).flatMap((to, offset): Piece[] => {
    const chosen = here && transitions.column === plan.first + offset;
    return cellPieces(state, grid, plan, {
      value: grid.counts[at]![plan.first + offset]!,
      same: key === to,
      chosen,
    });
  });
  const total =
    plan.total > 0
      ? [faint(' │'), figure(rightOf(formAt(grid.rowTotals[at]!, plan.form, state), plan.total - 2))]
      : [];
  return [markPiece(a, key, lang), text(` ${name}`, here ? { bold: true } : {}), ...cells, ...total];
}

function cellPieces(
  state: State,
  grid: Grid,
  { cell, form }: Plan,
  {
    value,
    same,
    chosen,
  }: { readonly value: number | null; readonly same: boolean; readonly chosen: boolean },
): Piece[] {
  const shade = shadeOf(same || value === null ? 0 : value / grid.most);
  const style: Style = chosen
    ? { inverse: true, bold: true }
    : value === null || same
      ? { dim: true }
      : shade.style;
  const words = value === null ? '·' : formAt(value, form, state);
  const sign = same && value !== null ? '=' : state.colour ? ' ' : shade.sign;
  const [open, close] = chosen ? ['[', ']'] : [' ', ' '];
  return [
    chosen ? strong(open) : text(open),
    figure(`${sign}${rightOf(words, cell - AROUND)}`, style),
    chosen ? strong(close) : text(close),
  ];
}

function totalLine(state: State, grid: Grid, plan: Plan): Line {
  const { label, cell, first, count, form, total } = plan;
  const totals = grid.columnTotals
    .slice(first, first + count)
    .map(value => figure(`${rightOf(formAt(value, form, state), cell - 1)} `));
  const all =
    total > 0 ? [faint(' │'), figure(rightOf(formAt(grid.all, form, state), total - 2), { bold: true })] : [];
  return [faint(padded(say(w.total, state.lang), label)), ...totals, ...all];
}
