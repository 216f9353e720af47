/** The list of households. */
import type { Filter, RowSort } from '../../protocol.ts';
import { saying, still } from '../ask.ts';
import { moved } from '../cursor.ts';
import { sortRows } from '../filter-rows.ts';
import { plain, says } from '../messages.ts';
import { firstLine } from '../nothing.ts';
import type { HouseholdsState } from '../screen-state.ts';
import { countOfFilters, lineAt } from '../select.ts';
import type { State } from '../state.ts';
import { rowsOf } from '../window.ts';
import { anywhere, opening } from './anywhere.ts';
import { type Handlers, moves } from './handlers.ts';

export const withHouseholds = (state: State, households: Partial<HouseholdsState>): State => ({
  ...state,
  households: { ...state.households, ...households },
});

/** The list by another filter, from its beginning; outcomes that B does not have cannot be asked for. */
export function filtered(state: State, filter: Filter): State {
  const { policies, b } = state;
  const has = filter.b == null || policies[b]?.outcomes.some(({ key }) => key === filter.b);
  return withHouseholds(state, { filter: has ? filter : { ...filter, b: null }, cursor: firstLine });
}

export const sortedBy = (state: State, sort: RowSort): State =>
  withHouseholds(state, { sort, cursor: firstLine });

/** A household, opened from the screen seen. */
export function openHousehold(state: State, row: number): State {
  return opening(
    {
      ...state,
      household: {
        row,
        detail: null,
        run: null,
        lang: null,
        pane: 'facts',
        facts: firstLine,
        reasons: firstLine,
        toggled: [],
        edits: [],
        applied: [],
        editing: null,
        asked: null,
        awaited: null,
      },
    },
    'household',
  );
}

export const households: Handlers<'households'> = {
  ...anywhere,
  ...moves((state, move) => {
    const { cursor, page } = state.households;
    return withHouseholds(state, {
      cursor: moved(cursor, move, page?.total ?? 0, rowsOf('households', state)),
    });
  }),
  open(state) {
    const { page, cursor } = state.households;
    const line = lineAt(page, cursor.at);
    if (line) return still(openHousehold(state, line.row));
    return saying(state, plain(page?.total === 0 ? says.nothingHere : says.noneUnderCursor));
  },
  filter: state => still(withHouseholds(state, { menu: { kind: 'filter', cursor: firstLine } })),
  sort(state) {
    const at = sortRows.indexOf(state.households.sort.by);
    return still(withHouseholds(state, { menu: { kind: 'sort', cursor: { at, top: 0 } } }));
  },
  turn(state) {
    const { sort } = state.households;
    return still(sortedBy(state, { ...sort, descending: !sort.descending }));
  },
  clear: state =>
    countOfFilters(state) === 0 ? saying(state, plain(says.noFilters)) : still(filtered(state, {})),
};
