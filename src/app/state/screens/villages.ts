/** The list of villages, and one village. */
import type { VillageSort } from '../../protocol.ts';
import { saying, still } from '../ask.ts';
import { moved } from '../cursor.ts';
import { plain, says } from '../messages.ts';
import { firstLine } from '../nothing.ts';
import type { VillagesState } from '../screen-state.ts';
import { lineAt } from '../select.ts';
import type { State, Step } from '../state.ts';
import { villageColumns } from '../village-columns.ts';
import { rowsOf } from '../window.ts';
import { anywhere, opening } from './anywhere.ts';
import { type Handlers, moves } from './handlers.ts';
import { filtered, openHousehold } from './households.ts';

export const withVillages = (state: State, villages: Partial<VillagesState>): State => ({
  ...state,
  villages: { ...state.villages, ...villages },
});

export const villagesBy = (state: State, sort: VillageSort): State =>
  withVillages(state, { sort, cursor: firstLine });

const lineOf = ({ villages: { page, cursor } }: State) => lineAt(page, cursor.at);

function openVillage(state: State, row: number): State {
  const village = { row, detail: null, run: null, lang: null, cursor: firstLine, asked: null, awaited: null };
  return opening({ ...state, village }, 'village');
}

/** Households of a village; those without one have no id to be asked by. */
function householdsOf(state: State, id: string | undefined): Step {
  if (id === undefined) return saying(state, plain(says.noneUnderCursor));
  if (!state.population?.villages.some(village => village.id === id))
    return saying(state, plain(says.noVillages));
  return still(opening(filtered(state, { village: id }), 'households'));
}

export const villages: Handlers<'villages'> = {
  ...anywhere,
  ...moves((state, move) => {
    const { cursor, page } = state.villages;
    return withVillages(state, { cursor: moved(cursor, move, page?.total ?? 0, rowsOf('villages', state)) });
  }),
  open(state) {
    const line = lineOf(state);
    if (line) return still(openVillage(state, line.row));
    return saying(state, plain(state.villages.page?.total === 0 ? says.nothingHere : says.noneUnderCursor));
  },
  sort(state) {
    const at = villageColumns.indexOf(state.villages.sort.by);
    return still(withVillages(state, { menu: { at, top: 0 } }));
  },
  turn(state) {
    const { sort } = state.villages;
    return still(villagesBy(state, { ...sort, descending: !sort.descending }));
  },
  households: state => householdsOf(state, lineOf(state)?.id),
};

export const village: Handlers<'village'> = {
  ...anywhere,
  ...moves((state, move) => {
    const { village: open } = state;
    if (!open) return state;
    const count = open.detail?.displaced.length ?? 0;
    return {
      ...state,
      village: { ...open, cursor: moved(open.cursor, move, count, rowsOf('village', state)) },
    };
  }),
  open(state) {
    const { village: open } = state;
    if (!open?.detail) return saying(state, plain(says.notLoadedYet));
    const change = open.detail.displaced[open.cursor.at];
    return change ? still(openHousehold(state, change.row)) : saying(state, plain(says.nothingHere));
  },
  households: state => householdsOf(state, state.village?.detail?.line.id),
};
