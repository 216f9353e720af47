/** The overview: only scrolled. */
import { scrolled } from '../cursor.ts';
import { overviewRows } from '../overview-rows.ts';
import { rowsOf } from '../window.ts';
import { anywhere } from './anywhere.ts';
import { type Handlers, moves } from './handlers.ts';

export const overview: Handlers<'overview'> = {
  ...anywhere,
  ...moves((state, move) => {
    const top = scrolled(state.overview.top, move, overviewRows(state).length, rowsOf('overview', state));
    return { ...state, overview: { top } };
  }),
};
