/** A frame as text: what the terminal would show. */
import { renderToString } from 'ink';
import type { State } from '../state/state.ts';
import { Screen } from './Screen.tsx';

/** At most `size.rows` lines of at most `size.columns`; blanks at the ends of lines are left out. */
export function frameText(state: State): string {
  return renderToString(<Screen state={state} />, { columns: state.size.columns });
}
