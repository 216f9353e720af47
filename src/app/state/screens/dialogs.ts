/** What lies over the screens: lists to pick from, questions, help. */
import type { RowSort } from '../../protocol.ts';
import { changing, running, still } from '../ask.ts';
import { pushed } from '../changes.ts';
import { type Move, moved, scrolled } from '../cursor.ts';
import { figureChoices } from '../figure-choices.ts';
import { filterRows, sortRows, valuesOf, withFilter } from '../filter-rows.ts';
import type { Cursor, HouseholdMenu } from '../screen-state.ts';
import { withSide } from '../sides.ts';
import type { State, Step } from '../state.ts';
import { villageColumns } from '../village-columns.ts';
import { dialogRows, helpCount, menuRows } from '../window.ts';
import { language, leave, toStart, typingExpression } from './anywhere.ts';
import { type Handlers, moves } from './handlers.ts';
import { filtered, sortedBy, withHouseholds } from './households.ts';
import { villagesBy, withVillages } from './villages.ts';
import { exporting, saving } from './writing.ts';

function movedBy(state: State, move: Move): State {
  const { dialog, screen, households, villages } = state;
  const rows = dialogRows(state);
  const on = (cursor: Cursor, count: number) => moved(cursor, move, count, rows);
  if (dialog?.kind === 'figure')
    return { ...state, dialog: { ...dialog, cursor: on(dialog.cursor, figureChoices(state).length) } };
  if (dialog?.kind === 'side')
    return { ...state, dialog: { ...dialog, cursor: on(dialog.cursor, state.policies.length) } };
  if (screen === 'villages' && villages.menu)
    return withVillages(state, { menu: moved(villages.menu, move, villageColumns.length, menuRows(state)) });
  const { menu } = households;
  if (!menu) return state;
  return withHouseholds(state, {
    menu: { ...menu, cursor: moved(menu.cursor, move, linesOf(state, menu), menuRows(state)) },
  });
}

function linesOf(state: State, menu: HouseholdMenu): number {
  if (menu.kind === 'values') return valuesOf(state, menu.of).length;
  return menu.kind === 'sort' ? sortRows.length : filterRows.length;
}

function pick(state: State): Step {
  const { dialog, screen, villages } = state;
  if (dialog?.kind === 'figure') {
    const figure = figureChoices(state)[dialog.cursor.at] ?? state.parameters.figure;
    return still({ ...state, dialog: null, parameters: { ...state.parameters, figure } });
  }
  if (dialog?.kind === 'side') return pickSide({ ...state, dialog: null }, dialog.cursor.at);
  if (screen === 'villages' && villages.menu) {
    const by = villageColumns[villages.menu.at] ?? 'id';
    return still(villagesBy(withVillages(state, { menu: null }), turnedIfSame(villages.sort, by)));
  }
  return still(pickFromMenu(state));
}

/** The one that it is sorted by already: the other way round. */
function turnedIfSame<By extends string>(sort: { by: By; descending: boolean }, by: By) {
  return { by, descending: sort.by === by ? !sort.descending : false };
}

function pickSide(state: State, b: number): Step {
  if (b === state.b) return still(state);
  const next = withSide(state, b);
  return running(next, b, next.changes.present);
}

function pickFromMenu(state: State): State {
  const { menu, sort } = state.households;
  if (menu?.kind === 'values') {
    const id = valuesOf(state, menu.of)[menu.cursor.at]?.id ?? null;
    const next = filtered(state, withFilter(state, menu.of, id));
    return withHouseholds(next, { menu: { kind: 'filter', cursor: menu.menu } });
  }
  if (menu?.kind !== 'sort') return state;
  const by: RowSort['by'] = sortRows[menu.cursor.at] ?? 'id';
  if (by === 'expression') return typingExpression(state, 'sort');
  return sortedBy(withHouseholds(state, { menu: null }), turnedIfSame(sort, by));
}

function cancel(state: State): Step {
  const { dialog, screen, households } = state;
  if (dialog) return still({ ...state, dialog: null });
  if (screen === 'villages') return still(withVillages(state, { menu: null }));
  const { menu } = households;
  // A list of values was opened from the menu, which is under it still.
  const below: HouseholdMenu | null = menu?.kind === 'values' ? { kind: 'filter', cursor: menu.menu } : null;
  return still(withHouseholds(state, { menu: below }));
}

export const picking: Handlers<'picking'> = { ...moves(movedBy), pick, cancel, leave };

function yes(state: State): Step {
  const { dialog } = state;
  switch (dialog?.kind) {
    case 'reset':
      return changing({ ...state, dialog: null }, pushed(state.changes, []));
    case 'quit':
      return still(dialog.to === 'start' ? toStart(state) : { ...state, dialog: null, quitting: true });
    case 'save':
      return saving(state, dialog);
    case 'export':
      return exporting(state, dialog);
    default:
      return still(state);
  }
}

/** Not to write over a file: another path may be typed. */
function no(state: State): Step {
  const { dialog } = state;
  const writes = dialog?.kind === 'save' || dialog?.kind === 'export';
  return still({ ...state, dialog: writes ? { ...dialog, overwrite: false } : null });
}

export const question: Handlers<'asking'> = { yes, no, leave };

export const helping: Handlers<'help'> = {
  ...moves((state, move) => {
    const { dialog } = state;
    if (dialog?.kind !== 'help') return state;
    const top = scrolled(dialog.top, move, helpCount(state), dialogRows(state));
    return { ...state, dialog: { ...dialog, top } };
  }),
  close: state => still({ ...state, dialog: null }),
  language,
  leave,
};
