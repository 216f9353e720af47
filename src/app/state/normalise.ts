/** Cursors within what there is and what is seen, after whatever happened. */
import { between, fitted } from './cursor.ts';
import { factRows } from './fact-rows.ts';
import { figureChoices } from './figure-choices.ts';
import { filterRows, sortRows, valuesOf } from './filter-rows.ts';
import { flowsOf, occurring } from './matrix.ts';
import { overviewRows } from './overview-rows.ts';
import { pending } from './pending.ts';
import type { HouseholdMenu, HouseholdState } from './screen-state.ts';
import { parametersOf } from './select.ts';
import type { Dialog, State } from './state.ts';
import { reasonRows } from './tree.ts';
import { villageColumns } from './village-columns.ts';
import { dialogRows, helpCount, menuRows, rowsOf } from './window.ts';

/** The parts of a whole with others in their place; the whole itself where none is another. */
function patched<T extends object>(whole: T, parts: Partial<T>): T {
  const keys = Object.keys(parts) as (keyof T)[];
  return keys.every(key => whole[key] === parts[key]) ? whole : { ...whole, ...parts };
}

export function normalised(state: State): State {
  const { start, overview, transitions, parameters, villages, village } = state;
  const choices = rowsOf('start', state);
  const outcomes = occurring(state);
  const last = Math.max(0, overviewRows(state).length - rowsOf('overview', state));
  return patched(state, {
    start: patched(start, {
      policyCursor: fitted(start.policyCursor, start.policies.length, choices),
      populationCursor: fitted(start.populationCursor, start.populations.length, choices),
    }),
    overview: patched(overview, { top: Math.min(overview.top, last) }),
    transitions: patched(transitions, {
      row: between(0, transitions.row, Math.max(0, outcomes.rows.length - 1)),
      column: between(0, transitions.column, Math.max(0, outcomes.columns.length - 1)),
      cursor: fitted(transitions.cursor, flowsOf(state).length, rowsOf('flows', state)),
    }),
    parameters: patched(parameters, {
      cursor: fitted(parameters.cursor, parametersOf(state).length, rowsOf('parameters', state)),
    }),
    households: households(state),
    household: household(state),
    villages: patched(villages, {
      cursor: fitted(villages.cursor, villages.page?.total ?? 0, rowsOf('villages', state)),
      menu: villages.menu && fitted(villages.menu, villageColumns.length, menuRows(state)),
    }),
    village:
      village &&
      patched(village, {
        cursor: fitted(village.cursor, village.detail?.displaced.length ?? 0, rowsOf('village', state)),
      }),
    dialog: dialog(state),
    busy: state.busy && pending(state).includes(state.busy.request) ? state.busy : null,
  });
}

function households(state: State): State['households'] {
  const { households: list } = state;
  return patched(list, {
    cursor: fitted(list.cursor, list.page?.total ?? 0, rowsOf('households', state)),
    menu: list.menu && menu(state, list.menu),
  });
}

function menu(state: State, open: HouseholdMenu): HouseholdMenu {
  const rows = menuRows(state);
  switch (open.kind) {
    case 'filter':
      return patched(open, { cursor: fitted(open.cursor, filterRows.length, rows) });
    case 'sort':
      return patched(open, { cursor: fitted(open.cursor, sortRows.length, rows) });
    case 'values':
      return patched(open, {
        cursor: fitted(open.cursor, valuesOf(state, open.of).length, rows),
        menu: fitted(open.menu, filterRows.length, rows),
      });
  }
}

function household(state: State): HouseholdState | null {
  const { household: open } = state;
  if (!open || state.screen !== 'household') return open;
  return patched(open, {
    facts: fitted(open.facts, factRows(open).length, rowsOf('facts', state)),
    reasons: fitted(open.reasons, reasonRows(open).length, rowsOf('reasons', state)),
  });
}

function dialog(state: State): Dialog | null {
  const { dialog: open } = state;
  const rows = dialogRows(state);
  switch (open?.kind) {
    case 'help':
      return patched(open, { top: between(0, open.top, Math.max(0, helpCount(state) - rows)) });
    case 'figure':
      return patched(open, { cursor: fitted(open.cursor, figureChoices(state).length, rows) });
    case 'side':
      return patched(open, { cursor: fitted(open.cursor, state.policies.length, rows) });
    default:
      return open;
  }
}
