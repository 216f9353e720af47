/** The menu of filters. */
import { saying, still } from '../ask.ts';
import { moved } from '../cursor.ts';
import { type FilterRow, filterRows, isPicked, valuesOf, withFilter } from '../filter-rows.ts';
import { plain, says } from '../messages.ts';
import type { PickedField } from '../screen-state.ts';
import { countOfFilters } from '../select.ts';
import type { State, Step } from '../state.ts';
import { menuRows } from '../window.ts';
import { leave, typingExpression } from './anywhere.ts';
import { type Handler, type Handlers, moves } from './handlers.ts';
import { filtered, withHouseholds } from './households.ts';

const cursorOf = ({ households: { menu } }: State) => menu?.cursor ?? { at: 0, top: 0 };
const rowOf = (state: State): FilterRow => filterRows[cursorOf(state).at] ?? 'a';

function cycled(state: State, field: PickedField, by: number): State {
  const values = valuesOf(state, field);
  const now = state.households.filter[field] ?? null;
  const at = values.findIndex(({ id }) => id === now);
  const next = values[(Math.max(0, at) + by + values.length) % values.length];
  return filtered(state, withFilter(state, field, next?.id ?? null));
}

function turned(state: State, row: 'changed' | 'barred' | 'undetermined'): State {
  const { filter } = state.households;
  return filtered(state, { ...filter, [row]: filter[row] !== true });
}

const onRow =
  (picked: (state: State, field: PickedField) => State): Handler =>
  (state): Step => {
    const row = rowOf(state);
    if (isPicked(row)) return still(picked(state, row));
    return still(row === 'expression' ? typingExpression(state, 'filter') : turned(state, row));
  };

function openValues(state: State, of: PickedField): State {
  const now = state.households.filter[of] ?? null;
  const at = Math.max(
    0,
    valuesOf(state, of).findIndex(({ id }) => id === now),
  );
  return withHouseholds(state, {
    menu: { kind: 'values', of, cursor: { at, top: 0 }, menu: cursorOf(state) },
  });
}

export const filters: Handlers<'filters'> = {
  ...moves((state, move) =>
    withHouseholds(state, {
      menu: { kind: 'filter', cursor: moved(cursorOf(state), move, filterRows.length, menuRows(state)) },
    }),
  ),
  change: onRow(openValues),
  previous: onRow((state, field) => cycled(state, field, -1)),
  next: onRow((state, field) => cycled(state, field, 1)),
  clear: state =>
    countOfFilters(state) === 0 ? saying(state, plain(says.noFilters)) : still(filtered(state, {})),
  cancel: state => still(withHouseholds(state, { menu: null })),
  leave,
};
