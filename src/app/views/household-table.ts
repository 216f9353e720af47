/** A stretch of households as a table; its columns are as wide as all of the stretch needs, so that paging does not move them. */
import type { HouseholdLine, RowSort } from '../protocol.ts';
import type { HouseholdPage } from '../state/screen-state.ts';
import { shownPolicies } from '../state/select.ts';
import type { State } from '../state/state.ts';
import { householdsWords as w } from '../words/households.ts';
import { listWords } from '../words/lists.ts';
import { say } from '../words.ts';
import { sideName } from './context.ts';
import { areaName } from './filter-words.ts';
import { countForms } from './layout/figures.ts';
import { faint, type Piece, text, widthOf } from './layout/line.ts';
import { markPiece, outcomeLabel } from './layout/marks.ts';
import { type Cell, type Column, cell, figures, type Row, type Table, tableOf } from './layout/table.ts';
import { columnsOf } from './layout/width.ts';
import { householdGainForms } from './layout/yuan.ts';

interface Made {
  readonly by: string;
  readonly table: Table;
}

const made = new WeakMap<HouseholdPage, Made>();

/** The table of a page, made once for a width: moving the cursor draws the same lines. */
export function householdTable(state: State, page: HouseholdPage, columns: number): Table {
  const { lang, households, figures: shown } = state;
  const by = JSON.stringify([lang, columns, households.sort, shown?.run]);
  const known = made.get(page);
  if (known?.by === by) return known.table;
  const named = tableFor(state, page, columns, true);
  // Names of cards are whole or left to the signs before them.
  const table = named.widths[VILLAGE] === 0 ? tableFor(state, page, columns, false) : named;
  made.set(page, { by, table });
  return table;
}

const VILLAGE = 2;

function tableFor(state: State, page: HouseholdPage, columns: number, isNamed: boolean): Table {
  const rows = page.rows.map(row => rowOf(state, row, isNamed));
  const widest = (at: number) => Math.max(0, ...rows.map(row => cellColumns(row[at]!)));
  return tableOf(
    columnsFor(state, Math.min(MOST_NAME, widest(A)), Math.min(MOST_NAME, widest(A + 1))),
    rows,
    columns,
  );
}

const A = 4;
/** Columns of a card's name with its sign at most. */
const MOST_NAME = 26;

const cellColumns = ({ forms, mark = [] }: Cell): number => columnsOf(forms[0] ?? '') + widthOf(mark);

/** `a`, `b`: columns that the outcomes take. */
function columnsFor(state: State, a: number, b: number): Column[] {
  const { lang, households } = state;
  const { sort } = households;
  const arrow = (by: RowSort['by']) => (sort.by !== by ? '' : sort.descending ? ' ▼' : ' ▲');
  const head = (by: RowSort['by'], ...forms: string[]) => forms.map(form => `${form}${arrow(by)}`);
  const value: Column[] =
    sort.by === 'expression'
      ? [{ kind: 'figure', head: head('expression', sort.expression ?? '', say(w.value, lang)), costs: [30] }]
      : [];
  return [
    { kind: 'text', head: head('id', say(w.id, lang), say(w.idShort, lang)), least: 6, cost: null },
    {
      kind: 'text',
      head: head('township', say(listWords.township, lang), say(listWords.townshipShort, lang)),
      least: 6,
      most: 24,
      cost: 80,
    },
    {
      kind: 'text',
      head: head('village', say(listWords.village, lang), say(listWords.villageShort, lang)),
      least: 6,
      most: 24,
      cost: 60,
    },
    { kind: 'figure', head: head('people', say(w.peopleHead, lang)), costs: [70] },
    { kind: 'text', head: head('a', sideName(0, lang)), least: a, most: a, cost: null },
    { kind: 'text', head: head('b', sideName(1, lang)), least: b, most: b, cost: null },
    { kind: 'figure', head: head('gain', say(w.gainHead, lang), say(w.gainShort, lang)), costs: [40, 20] },
    { kind: 'text', head: [say(w.unsetShort, lang)], least: 4, cost: 75 },
    ...value,
  ];
}

function rowOf(state: State, row: HouseholdLine, isNamed: boolean): Row {
  const { lang, population, households } = state;
  const policies = shownPolicies(state);
  const changed = row.a !== row.b;
  const outcome = (at: 0 | 1, key: string, before: readonly Piece[]) =>
    policies
      ? cell(isNamed ? ` ${outcomeLabel(policies[at], key, lang)}` : '', changed ? {} : { dim: at === 1 }, [
          ...before,
          markPiece(policies[at], key, lang),
        ])
      : cell(key);
  const gain =
    row.gain === null ? 0 : row.gain.low > 0 ? 1 : row.gain.high !== null && row.gain.high < 0 ? -1 : 0;
  return [
    cell(row.id),
    cell(areaName(population?.townships, row.township, lang) || '–'),
    cell(areaName(population?.villages, row.village, lang) || '–'),
    figures(countForms(row.people, lang)),
    outcome(0, row.a, []),
    outcome(1, row.b, [changed ? text('→ ', { bold: true }) : faint('= ')]),
    figures(
      householdGainForms(row.gain, lang),
      gain > 0 ? { tint: 'green' } : gain < 0 ? { tint: 'red' } : {},
    ),
    cell(row.unset ? say(w.unsetShort, lang) : '', { dim: true }),
    ...(households.sort.by === 'expression' ? [figures([row.value ?? '–'])] : []),
  ];
}
