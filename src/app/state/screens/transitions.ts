/** The matrix, as a heat table or as flows. */
import { saying, still } from '../ask.ts';
import { type Move, moved } from '../cursor.ts';
import { chosenCell, flowsOf, occurring } from '../matrix.ts';
import { plain, says } from '../messages.ts';
import type { TransitionsState } from '../screen-state.ts';
import type { State } from '../state.ts';
import { rowsOf } from '../window.ts';
import { anywhere, opening } from './anywhere.ts';
import { type Handlers, moves } from './handlers.ts';
import { filtered } from './households.ts';

const withTransitions = (state: State, transitions: Partial<TransitionsState>): State => ({
  ...state,
  transitions: { ...state.transitions, ...transitions },
});

function movedBy(state: State, move: Move): State {
  const { mode, cursor, row } = state.transitions;
  if (mode === 'flows') {
    const count = flowsOf(state).length;
    return withTransitions(state, { cursor: moved(cursor, move, count, rowsOf('flows', state)) });
  }
  const { rows } = occurring(state);
  return withTransitions(state, { row: moved({ at: row, top: 0 }, move, rows.length, rows.length).at });
}

function sideways(state: State, move: 'up' | 'down'): State {
  const { mode, column } = state.transitions;
  if (mode === 'flows') return movedBy(state, move);
  const { columns } = occurring(state);
  return withTransitions(state, {
    column: moved({ at: column, top: 0 }, move, columns.length, columns.length).at,
  });
}

export const transitions: Handlers<'transitions'> = {
  ...anywhere,
  ...moves(movedBy),
  left: state => still(sideways(state, 'up')),
  right: state => still(sideways(state, 'down')),
  open(state) {
    const cell = chosenCell(state);
    if (!cell) return saying(state, plain(says.emptyCell));
    return still(opening(filtered(state, { a: cell.from, b: cell.to }), 'households'));
  },
  mode: state => still(inOtherMode(state)),
  count(state) {
    if (state.population?.people == null) return saying(state, plain(says.noPeople));
    const count = state.transitions.count === 'people' ? 'households' : 'people';
    return still(onCell(withTransitions(state, { count }), chosenCell(state)));
  },
};

function inOtherMode(state: State): State {
  const mode = state.transitions.mode === 'heat' ? 'flows' : 'heat';
  return onCell(withTransitions(state, { mode }), chosenCell(state));
}

/** The cursor on what it was on, as it is shown now. */
function onCell(state: State, cell: ReturnType<typeof chosenCell>): State {
  if (!cell) return state;
  const { rows, columns } = occurring(state);
  return withTransitions(state, {
    row: rows.indexOf(cell.from),
    column: columns.indexOf(cell.to),
    cursor: { ...state.transitions.cursor, at: flowsOf(state).indexOf(cell) },
  });
}
