/** Which screen is drawn, and what lies over it. */
import type { Size, State } from '../state/state.ts';
import type { Line } from './layout/line.ts';
import { overviewLines } from './screens/overview.ts';
import { transitionsLines } from './screens/transitions.ts';

export function bodyLines(state: State, area: Size): readonly Line[] {
  return screenLines(state, area);
}

function screenLines(state: State, area: Size): readonly Line[] {
  switch (state.screen) {
    case 'overview':
      return overviewLines(state, area);
    case 'transitions':
      return transitionsLines(state, area);
    default:
      return [];
  }
}
