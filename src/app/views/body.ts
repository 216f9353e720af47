/** Which screen is drawn, and what lies over it. */
import type { Size, State } from '../state/state.ts';
import { boxOver } from './dialogs/dialogs.ts';
import { framed, overlaid } from './layout/box.ts';
import type { Line } from './layout/line.ts';
import { householdLines } from './screens/household.ts';
import { householdsLines } from './screens/households.ts';
import { overviewLines } from './screens/overview.ts';
import { parametersLines } from './screens/parameters.ts';
import { startLines } from './screens/start.ts';
import { transitionsLines } from './screens/transitions.ts';
import { villageLines } from './screens/village.ts';
import { villagesLines } from './screens/villages.ts';

export function bodyLines(state: State, area: Size): readonly Line[] {
  const lines = screenLines(state, area);
  const box = boxOver(state, area.columns);
  if (!box) return lines;
  const inside = box.lines.slice(0, Math.max(0, area.rows - 2));
  return overlaid(lines, framed(box.title, inside, box.columns), box.columns, area);
}

function screenLines(state: State, area: Size): readonly Line[] {
  switch (state.screen) {
    case 'start':
      return startLines(state, area);
    case 'parameters':
      return parametersLines(state, area);
    case 'overview':
      return overviewLines(state, area);
    case 'transitions':
      return transitionsLines(state, area);
    case 'households':
      return householdsLines(state, area);
    case 'household':
      return householdLines(state, area);
    case 'villages':
      return villagesLines(state, area);
    case 'village':
      return villageLines(state, area);
    default:
      return [];
  }
}
